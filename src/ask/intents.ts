import { ENTITY_KINDS, RELATIONS, type EntityKind, type RelationType } from '../../schema/ontology/index.js'
import type { EntityRecord } from '../core/records.js'
import { CLAIM_INTENTS } from './claim-intents.js'
import { asksWhich, has, kindOf, sideByOrder, titleOf, verbOf, type Answerable, type Bilingual, type Intent, type Question } from './question.js'
import { ANY_KIND, fits, kindFits, RELATION_PHRASES, type AskedKind, type Side } from './relations.js'
import { asOfOf, datesOf, fill, withDates } from './say.js'
import type { Tag } from './words.js'

/** Every kind of question that can be asked in plain words. The first that fits counts, so the narrow ones stand first. */

const KINDS: readonly Tag[] = ['FIRM', 'PERSON', 'ORG', 'REGION', 'INITIATIVE', 'ZONE', 'EVENT', 'STATUS']
const BODIES: readonly EntityKind[] = ['ORGANIZATION', 'COMPANY', 'REGION', 'INITIATIVE']
const first = (entities: readonly EntityRecord[]): EntityRecord | undefined => entities[0]

/** An intent about one name whose answer takes the name and the days of the question. */
function about(document: Answerable['document'], says: Bilingual, variables: (entity: EntityRecord, question: Question) => Readonly<Record<string, unknown>>): Pick<Intent, 'says' | 'read'> {
  return {
    says,
    read: (question, entities) => {
      const entity = first(entities)
      return entity === undefined ? undefined : { document, variables: variables(entity, question), understood: withDates(fill(says, [entity.name]), question.stretch) }
    },
  }
}

interface Related {
  readonly types: readonly RelationType[]
  readonly side: Side
}

/** Types and side of a question with one name: what the kinds of the name and of what is asked for leave, else the order of words. */
function relatedOf(question: Question, entity: EntityRecord, asked: AskedKind): Related | undefined {
  const verb = verbOf(question)
  if (verb === undefined) return undefined
  const byOrder = sideByOrder(question, verb, 0)
  if (entity.subkind === 'DESIGNATION' && verb.tag === 'PART') return { types: ['DESIGNATED'], side: 'OBJECT' } // 属于小巨人企业
  if (verb.tag === 'INVEST' && has(question, 'GET') && !has(question, 'BY')) return { types: verb.types, side: 'OBJECT' } // 得到过投资
  // To an event one goes by attending it.
  const meant = verb.tag === 'VISIT' && entity.subkind === 'EVENT' ? [...verb.types, 'ATTENDED' as const] : verb.types
  for (const side of [byOrder, byOrder === 'SUBJECT' ? 'OBJECT' : 'SUBJECT'] as const) {
    const other = side === 'SUBJECT' ? 'OBJECT' : 'SUBJECT'
    const types = meant.filter((type) => fits(type, side, entity) && kindFits(type, other, asked.kinds, asked.subkinds))
    if (types.length > 0) return { types, side }
  }
  return undefined
}

/** Who is asked for may be a body as well, where only bodies can do it: 谁投资了X. */
const looser = (question: Question, asked: AskedKind | undefined): readonly AskedKind[] =>
  (asked === undefined ? [ANY_KIND] : has(question, 'WHO') && !KINDS.some((tag) => question.tags.has(tag)) ? [ANY_KIND] : [asked])

const phraseOf = (type: RelationType, side: Side): Bilingual => (type === 'CO_MENTIONED' ? { zh: '', en: '' } : RELATION_PHRASES[type][side])

function related(question: Question, entity: EntityRecord, asked: AskedKind, { types, side }: Related): Answerable {
  const [lead] = types
  const ends = lead === undefined ? [] : side === 'SUBJECT' ? RELATIONS[lead].object : RELATIONS[lead].subject
  const kinds = [...new Set(ends.map(({ kind }) => kind))]
  // Where no kind is asked for, the phrase names those that there can be.
  const shown = asked.kinds.length > 0 ? asked
    : { zh: kinds.map((kind) => ENTITY_KINDS[kind].label.zh).join('、'), en: kinds.map((kind) => PLURALS[kind]).join(' or ') }
  const phrases = types.map((type) => phraseOf(type, side))
  const denied = has(question, 'DENY')
  const said = {
    zh: [...new Set(phrases.map(({ zh }) => zh))].join('或'), en: [...new Set(phrases.map(({ en }) => en))].join(' or '),
  }
  return {
    document: 'related',
    variables: {
      entity: entity.id, types, side,
      ...(asked.kinds.length > 0 ? { otherKinds: asked.kinds } : {}), ...(asked.subkinds.length > 0 && !asked.subkinds.includes('PROGRAM') ? { otherSubkinds: asked.subkinds } : {}),
      ...(denied ? { modalities: ['DENIED'] } : {}), ...datesOf(question.stretch),
    },
    understood: withDates({
      zh: `${said.zh.replaceAll('{n}', entity.name).replaceAll('{k}', shown.zh)}${denied ? '：文章否认的' : ''}`,
      en: `${said.en.replaceAll('{n}', entity.name).replaceAll('{k}', shown.en)}${denied ? ': what articles deny' : ''}`,
    }, question.stretch),
  }
}

const PLURALS: Readonly<Record<EntityKind, string>> = { PERSON: 'people', COMPANY: 'firms', ORGANIZATION: 'organizations', REGION: 'regions', INITIATIVE: 'initiatives' }

const VERBS: readonly Tag[] = ['VISIT', 'ATTEND', 'TAKE_PART', 'PROMOTE', 'BUILD', 'GET', 'COLLAB', 'INVEST', 'SETTLE', 'LOCATE', 'PART', 'HOST', 'HOLD']

const firmsLinked: Intent['read'] = (question, entities) => {
  const entity = first(entities)
  if (entity === undefined) return undefined
  const asOf = asOfOf(question.stretch)
  return {
    document: 'firmsLinkedTo', variables: { initiative: entity.id, ...asOf },
    understood: withDates(fill({ zh: '哪些企业与{1}有关', en: 'which firms are linked to {1}' }, [entity.name]), question.stretch, true),
  }
}

const RELATION_INTENTS: readonly Intent[] = [
  {
    name: 'firmsLinkedTo', names: [1, 1], needs: [['FIRM'], ['LINK']], allows: ['TAKE_PART', 'BUILD', 'PROFILE'], kinds: ['INITIATIVE'], title: false,
    says: { zh: '哪些企业与{1}有关', en: 'which firms are linked to {1}' }, read: firmsLinked,
  },
  {
    name: 'whereIs', names: [1, 1], needs: [['WHERE']], allows: ['LOCATE', 'SETTLE', 'IN', 'REGION', 'FIRM'], kinds: ['COMPANY', 'ORGANIZATION', 'INITIATIVE', 'REGION'], title: false,
    ...about('related', { zh: '{1}在哪里', en: 'where is {1}' }, (entity) => ({ entity: entity.id, types: ['LOCATED_IN', 'PART_OF'], side: 'SUBJECT' })),
  },
  {
    name: 'related', names: [1, 1], needs: [VERBS], allows: [...VERBS, ...KINDS, 'LINK', 'POST', 'LEAD', 'OBJECT_ASKED', 'SUBJECT_ASKED', 'IN', 'DENY'], kinds: [], title: false,
    says: { zh: '{1}走访过哪些企业', en: 'which firms did {1} visit' },
    read: (question, entities) => {
      const entity = first(entities)
      if (entity === undefined) return undefined
      for (const asked of looser(question, kindOf(question))) {
        const found = relatedOf(question, entity, asked)
        if (found !== undefined) return related(question, entity, asked, found)
      }
      return undefined
    },
  },
  {
    name: 'holdersOf', names: [1, 1], needs: [['FIRM', 'ORG', 'REGION', 'WHO', 'WHICH', 'COUNT']], allows: ['FIRM', 'ORG', 'REGION', 'STATUS', 'IN'], kinds: ['INITIATIVE'], title: false,
    says: { zh: '哪些企业是{1}', en: 'which firms hold {1}' },
    read: (question, entities) => {
      const entity = first(entities)
      return entity?.subkind === 'DESIGNATION' ? related(question, entity, kindOf(question) ?? ANY_KIND, { types: ['DESIGNATED'], side: 'OBJECT' }) : undefined
    },
  },
  {
    name: 'statusesOf', names: [1, 1], needs: [['STATUS']], allows: ['STATUS', 'FIRM'], kinds: ['COMPANY', 'ORGANIZATION', 'REGION'], title: false,
    says: { zh: '{1}获得了哪些称号', en: 'which statuses does {1} hold' },
    read: (question, entities) => {
      const entity = first(entities)
      return entity === undefined ? undefined : related(question, entity, kindOf(question) ?? ANY_KIND, { types: ['DESIGNATED'], side: 'SUBJECT' })
    },
  },
  {
    name: 'firmsLinkedTo', names: [1, 1], needs: [['FIRM'], ['HAVE', 'WHICH', 'IN', 'COUNT']], allows: ['HAVE', 'IN'], kinds: ['INITIATIVE'], title: false,
    says: { zh: '{1}有哪些企业', en: 'which firms are there in {1}' }, read: firmsLinked,
  },
  {
    name: 'foundIn', names: [1, 1], needs: [KINDS, ['HAVE', 'IN', 'WHICH', 'COUNT']], allows: [...KINDS, 'IN'], kinds: ['REGION', 'INITIATIVE', 'COMPANY', 'ORGANIZATION'], title: false,
    when: (question) => !has(question, 'PERSON', 'STATUS', 'LINK', 'RECENT'),
    says: { zh: '{1}有哪些园区', en: 'which zones are there in {1}' },
    read: (question, entities) => {
      const entity = first(entities)
      const asked = kindOf(question)
      if (entity === undefined || asked === undefined) return undefined
      const types = (['LOCATED_IN', 'PART_OF'] as const).filter((type) => fits(type, 'OBJECT', entity) && kindFits(type, 'SUBJECT', asked.kinds, asked.subkinds))
      return types.length === 0 ? undefined : related(question, entity, asked, { types, side: 'OBJECT' })
    },
  },
  {
    name: 'linkedOfKind', names: [1, 1], needs: [['LINK', 'WITH', 'WHICH', 'HAVE', 'WHO', 'COUNT']], allows: [...KINDS, 'LINK', 'PROFILE'], kinds: [], title: false,
    when: (question) => (has(question, 'LINK') && (asksWhich(question) || KINDS.some((tag) => question.tags.has(tag)))) || (KINDS.some((tag) => question.tags.has(tag)) && asksWhich(question) && !has(question, 'BE')),
    says: { zh: '哪些人物与{1}有关', en: 'which people are linked to {1}' },
    read: (question, entities) => {
      const entity = first(entities)
      if (entity === undefined) return undefined
      const asked = kindOf(question) ?? ANY_KIND
      return {
        document: 'linkedOfKind',
        variables: {
          entity: entity.id, ...(asked.kinds.length > 0 ? { otherKinds: asked.kinds } : {}), ...(asked.subkinds.length > 0 && !asked.subkinds.includes('PROGRAM') ? { otherSubkinds: asked.subkinds } : {}),
          ...datesOf(question.stretch), ...asOfOf(question.stretch),
        },
        understood: withDates({ zh: `哪些${asked.zh}与${entity.name}有关`, en: `which ${asked.en} are linked to ${entity.name}` }, question.stretch),
      }
    },
  },
]

const TIME_INTENTS: readonly Intent[] = [
  {
    name: 'trends', names: [1, 1], needs: [['TREND']], allows: ['ARTICLE', 'YEARLY', 'LINK', 'TIMELINE', 'PROFILE', 'IN'], kinds: [],
    ...about('trends', { zh: '{1}每月有多少报道', en: 'how much is told of {1} month by month' }, (entity, question) => ({ entity: entity.id, by: has(question, 'YEARLY') ? 'YEAR' : 'MONTH', ...datesOf(question.stretch) })),
  },
  {
    name: 'neighbours', names: [1, 1], needs: [['NEAR']], allows: [...KINDS, 'LINK', 'ARTICLE', 'IN'], kinds: [], title: false,
    says: { zh: '哪些实体经常和{1}一起出现', en: 'what is often mentioned together with {1}' },
    read: (question, entities) => {
      const entity = first(entities)
      if (entity === undefined) return undefined
      const asked = kindOf(question) ?? { ...ANY_KIND, zh: '实体', en: 'entities' }
      return {
        document: 'neighbours', variables: { entity: entity.id, ...(asked.kinds.length > 0 ? { kinds: asked.kinds } : {}), ...asOfOf(question.stretch) },
        understood: withDates({ zh: `哪些${asked.zh}经常和${entity.name}一起出现`, en: `which ${asked.en} are often mentioned together with ${entity.name}` }, question.stretch, true),
      }
    },
  },
  {
    name: 'visitorsOfHolders', names: [1, 1], needs: [['VISIT'], ['FIRM', 'WHO', 'PERSON', 'GET', 'WHICH']], allows: ['FIRM', 'PERSON', 'GET', 'STATUS'], kinds: ['INITIATIVE'], title: false,
    says: { zh: '谁走访过{1}', en: 'who visited holders of {1}' },
    read: (_, entities) => {
      const entity = first(entities)
      return entity?.subkind !== 'DESIGNATION' ? undefined : {
        document: 'visitorsOfHolders', variables: { status: entity.id },
        understood: fill({ zh: '谁走访过获评{1}的企业', en: 'who visited firms that hold {1}' }, [entity.name]),
      }
    },
  },
  {
    name: 'postHolder', names: [1, 1], needs: [], allows: ['HOLD', 'PERSON', 'POST', 'LEAD', 'IN', 'GET', 'HOST'], kinds: BODIES, title: true,
    says: { zh: '谁是{1}书记', en: 'who is the party secretary of {1}' },
    read: (question, entities) => {
      const entity = first(entities)
      const title = titleOf(question)
      return entity === undefined ? undefined : {
        document: 'posts', variables: { entity: entity.id, title, ...asOfOf(question.stretch) },
        understood: withDates({ zh: `谁任${entity.name}的${title}`, en: `who is ${title} of ${entity.name}` }, question.stretch, true),
      }
    },
  },
  {
    name: 'headsOf', names: [1, 1], needs: [['LEAD', 'HOST']], allows: ['PERSON', 'IN', 'FIRM', 'ORG', 'POST'], kinds: ['ORGANIZATION', 'COMPANY', 'REGION'], title: false,
    ...about('headsOf', { zh: '{1}由谁领导', en: 'who heads {1}' }, (entity, question) => ({ organization: entity.id, ...asOfOf(question.stretch) })),
  },
  {
    name: 'posts', names: [1, 1], needs: [['HOLD', 'POST', 'LEAD']], allows: ['PERSON', 'IN', 'FIRM', 'ORG', 'GET', 'REGION', 'LINK', 'HOST'], kinds: ['PERSON', 'ORGANIZATION', 'COMPANY', 'REGION'],
    ...about('posts', { zh: '{1}有哪些任职', en: 'which posts are told of {1}' }, (entity, question) => ({ entity: entity.id, ...asOfOf(question.stretch) })),
  },
  {
    name: 'timeline', names: [1, 1], needs: [['TIMELINE', 'RECENT']], allows: ['TIMELINE', 'ARTICLE', 'EVENT', 'PROFILE', 'LINK', 'IN', 'HAVE'], kinds: [], title: false,
    ...about('timeline', { zh: '{1}有什么动态', en: 'what happened to {1}' }, (entity, question) => ({ entity: entity.id, latestFirst: has(question, 'RECENT'), ...datesOf(question.stretch) })),
  },
  {
    name: 'articlesAbout', names: [1, 1], needs: [['ARTICLE']], allows: ['PROFILE', 'LINK', 'IN', 'EVIDENCE'], kinds: [], title: false, when: ({ stretch }) => stretch === undefined,
    ...about('articlesAbout', { zh: '哪些文章提到{1}', en: 'which articles name {1}' }, (entity) => ({ entity: entity.id })),
  },
]

const PLAIN_INTENTS: readonly Intent[] = [
  {
    name: 'timeline', names: [1, 1], needs: [['WHEN', 'ARTICLE', 'TIMELINE']], allows: ['ARTICLE', 'EVENT', 'HOST', 'LINK', 'PROFILE', 'PROMOTE', 'BUILD', 'TIMELINE'], kinds: [], title: false,
    ...about('timeline', { zh: '{1}有什么动态', en: 'what happened to {1}' }, (entity, question) => ({ entity: entity.id, latestFirst: false, ...datesOf(question.stretch) })),
  },
  {
    name: 'profile', names: [1, 1], needs: [['PROFILE', 'WHO', 'BE', 'WHICH', 'LINK', 'YESNO']], allows: [...KINDS, 'PROFILE', 'LINK', 'ARTICLE', 'IN', 'HAVE', 'POST'], kinds: [], title: false,
    when: (question) => has(question, 'PROFILE') || (has(question, 'WHO', 'WHICH', 'LINK') && !has(question, 'WITH')),
    says: { zh: '关于{1}，文章说了什么', en: 'what do the articles say about {1}' },
    read: (question, entities) => {
      const entity = first(entities)
      if (entity === undefined) return undefined
      // What is told of a time is a timeline; a profile knows no days.
      return question.stretch === undefined
        ? { document: 'profile', variables: { entity: entity.id }, understood: fill({ zh: '关于{1}，文章说了什么', en: 'what do the articles say about {1}' }, [entity.name]) }
        : { document: 'timeline', variables: { entity: entity.id, latestFirst: false, ...datesOf(question.stretch) }, understood: withDates(fill({ zh: '{1}有什么动态', en: 'what happened to {1}' }, [entity.name]), question.stretch) }
    },
  },
  {
    name: 'stats', names: [0, 0], needs: [['STATS']], allows: ['STATS', ...KINDS, 'ARTICLE', 'IN', 'PROFILE', 'LINK'], kinds: [], title: false,
    when: (question) => kindOf(question) === undefined,
    says: { zh: '图中有多少内容', en: 'how much does the graph hold' },
    read: () => ({ document: 'stats', variables: {}, understood: { zh: '图中有多少内容', en: 'how much does the graph hold' } }),
  },
  {
    name: 'list', names: [0, 0], needs: [KINDS, ['WHICH', 'COUNT', 'HAVE', 'STATS']], allows: [...KINDS, 'STATS', 'IN'], kinds: [], title: false,
    says: { zh: '有哪些企业', en: 'which firms are there' },
    read: (question) => {
      const asked = kindOf(question)
      return asked === undefined ? undefined : {
        document: 'list', variables: { kinds: asked.kinds, ...(asked.subkinds.length > 0 ? { subkinds: asked.subkinds } : {}) },
        understood: { zh: `图中有哪些${asked.zh}`, en: `which ${asked.en} are there in the graph` },
      }
    },
  },
  {
    name: 'articles', names: [0, 0], needs: [['ARTICLE']], allows: ['STATS', 'TIMELINE', 'IN'], kinds: [], title: false,
    says: { zh: '最近有哪些文章', en: 'which articles are the latest' },
    read: (question) => ({ document: 'articles', variables: datesOf(question.stretch), understood: withDates({ zh: '有哪些文章，新者在前', en: 'which articles there are, latest first' }, question.stretch) }),
  },
]

export const INTENTS: readonly Intent[] = [...CLAIM_INTENTS, ...TIME_INTENTS, ...RELATION_INTENTS, ...PLAIN_INTENTS]
