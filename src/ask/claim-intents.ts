import { RELATIONS, type RelationType } from '../../schema/ontology/index.js'
import type { EntityRecord } from '../core/records.js'
import { asksWhich, has, sideByOrder, titleOf, verbOf, type Answerable, type Intent, type Question } from './question.js'
import { fits } from './relations.js'
import { asOfOf, fill, withDates } from './say.js'
import type { Tag } from './words.js'

/** Questions about two names or more: did A do something to B, how are they connected. */

const VERBS: readonly Tag[] = ['VISIT', 'ATTEND', 'TAKE_PART', 'PROMOTE', 'BUILD', 'GET', 'COLLAB', 'INVEST', 'SETTLE', 'LOCATE', 'IN', 'PART', 'HOST', 'HOLD', 'LEAD', 'BE', 'DENY']
const KINDS: readonly Tag[] = ['FIRM', 'PERSON', 'ORG', 'REGION', 'INITIATIVE', 'ZONE', 'EVENT', 'STATUS', 'POST', 'ARTICLE']

interface Claim {
  readonly subject: EntityRecord
  readonly object: EntityRecord
  readonly relation: RelationType
}

/** Types to try where the verb says nothing, or little. */
function typesOf(question: Question): readonly RelationType[] {
  const types = verbOf(question)?.types ?? []
  return [...types, ...(has(question, 'IN') ? ['LOCATED_IN', 'PART_OF'] as const : []), ...(types.length === 0 && has(question, 'BE', 'YESNO') ? ['DESIGNATED'] as const : [])]
}

function claimOf(question: Question, a: EntityRecord, b: EntityRecord): Claim | undefined {
  if (titleOf(question) !== '') {
    const [person, body] = a.kind === 'PERSON' ? [a, b] : [b, a]
    return fits('HOLDS_POSITION', 'SUBJECT', person) && fits('HOLDS_POSITION', 'OBJECT', body) ? { subject: person, object: body, relation: 'HOLDS_POSITION' } : undefined
  }
  const verb = verbOf(question)
  // Of A and B the first stands where the order of words puts it; kinds correct that.
  const aIsSubject = verb === undefined || sideOfFirst(question)
  const pairs = aIsSubject ? [[a, b], [b, a]] as const : [[b, a], [a, b]] as const
  // Who settles in a zone takes part in it, which is how articles mostly tell it.
  const settles = verb?.tag === 'SETTLE' && [a, b].some(({ kind }) => kind === 'INITIATIVE')
  for (const relation of settles ? ['PARTICIPATES_IN' as const, ...typesOf(question)] : typesOf(question)) {
    for (const [subject, object] of pairs) if (fits(relation, 'SUBJECT', subject) && fits(relation, 'OBJECT', object)) return { subject, object, relation }
  }
  return undefined
}

function sideOfFirst(question: Question): boolean {
  const verb = verbOf(question)
  if (verb === undefined) return true
  if (has(question, 'BY')) return sideByOrder(question, verb, 0) === 'SUBJECT'
  // 子公司 tells that the name before it is the part: A是B的子公司, A属于B.
  return true
}

const phrase = ({ subject, object, relation }: Claim, title: string): { readonly zh: string; readonly en: string } => {
  const { zh, en } = RELATIONS[relation].forward
  if (relation === 'COLLABORATES_WITH') return { zh: `${subject.name}与${object.name}合作了吗`, en: `did ${subject.name} and ${object.name} work together` }
  if (title !== '') return { zh: `${subject.name}任${object.name}的${title}吗`, en: `is ${subject.name} ${title} of ${object.name}` }
  return { zh: `${subject.name}${zh}${object.name}吗`, en: `do the articles say that ${subject.name} ${en} ${object.name}` }
}

const readClaim: Intent['read'] = (question, [a, b]): Answerable | undefined => {
  const claim = a === undefined || b === undefined ? undefined : claimOf(question, a, b)
  if (claim === undefined) return undefined
  const title = titleOf(question)
  return {
    document: 'checkClaim',
    variables: { subject: claim.subject.id, relation: claim.relation, object: claim.object.id, ...(title === '' ? {} : { title }), ...asOfOf(question.stretch) },
    understood: withDates(phrase(claim, title), question.stretch, true),
  }
}

export const CLAIM_INTENTS: readonly Intent[] = [
  {
    name: 'groupRelations', names: [3, 50], needs: [], allows: ['LINK', 'NEAR', 'COLLAB', ...KINDS], kinds: [], title: false,
    says: { zh: '{1}、{2}和{3}之间是什么关系', en: 'how are {1}, {2} and {3} connected' },
    read: (question, entities) => ({
      document: 'groupRelations', variables: { names: entities.map(({ id }) => id), ...asOfOf(question.stretch) },
      understood: withDates({ zh: `${entities.map(({ name }) => name).join('、')}两两之间是什么关系`, en: `how are these connected with one another: ${entities.map(({ name }) => name).join(', ')}` }, question.stretch, true),
    }),
  },
  {
    name: 'connection', names: [2, 2], needs: [['LINK', 'NEAR']], allows: ['LINK', 'NEAR', ...KINDS, 'COLLAB', 'LOCATE', 'PROFILE', 'IN'], kinds: [], title: false,
    when: (question) => !has(question, 'COLLAB') || has(question, 'HOW', 'WHICH'),
    says: { zh: '{1}和{2}是什么关系', en: 'how are {1} and {2} connected' },
    read: (question, [a, b]) => (a === undefined || b === undefined ? undefined : {
      document: 'connection', variables: { from: a.id, to: b.id, ...asOfOf(question.stretch) },
      understood: withDates(fill({ zh: '{1}和{2}是什么关系', en: 'how are {1} and {2} connected' }, [a.name, b.name]), question.stretch, true),
    }),
  },
  {
    name: 'checkClaim', names: [2, 2], needs: [], allows: [...VERBS, ...KINDS, 'OBJECT_ASKED', 'SUBJECT_ASKED', 'LINK'], kinds: [],
    when: (question) => !asksWhich(question) || has(question, 'EVIDENCE', 'WHEN') || (has(question, 'COUNT') && !has(question, 'WHO', 'WHICH')),
    says: { zh: '{1}参与了{2}吗', en: 'does {1} take part in {2}' }, read: readClaim,
  },
  {
    name: 'connection', names: [2, 2], needs: [], allows: ['LINK', 'PROFILE'], kinds: [], title: false,
    when: (question) => !has(question, 'WHO', 'WHICH', 'COUNT', 'WHERE', 'WHEN'),
    says: { zh: '{1}与{2}如何相连', en: 'how is {1} connected to {2}' },
    read: (question, [a, b]) => (a === undefined || b === undefined ? undefined : {
      document: 'connection', variables: { from: a.id, to: b.id, ...asOfOf(question.stretch) },
      understood: withDates(fill({ zh: '{1}与{2}如何相连', en: 'how is {1} connected to {2}' }, [a.name, b.name]), question.stretch, true),
    }),
  },
]
