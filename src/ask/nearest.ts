import { relationCounts } from '../answers/lookups.js'
import { exampleQuestions } from '../answers/stats.js'
import type { EntityRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { INTENTS } from './intents.js'
import type { Bilingual, Question } from './question.js'
import { KIND_TAGS, RELATION_PHRASES, type Side } from './relations.js'
import { fill } from './say.js'
import type { Tag } from './words.js'

/** Questions that can be answered, nearest to one that was not understood. */

const MOST = 6
const MOST_RELATIONS = 3

const sayings = (name: string): readonly Bilingual[] => INTENTS.filter((intent) => intent.name === name).map(({ says }) => says).slice(0, 1)

const tagsIn = (names: readonly string[]): ReadonlySet<Tag> =>
  new Set(INTENTS.filter(({ name }) => names.includes(name)).flatMap(({ needs }) => needs.flat()))

/** What is told of an entity, as questions: only types of which it has facts. */
async function toldOf(store: GraphStore, entity: EntityRecord): Promise<readonly Bilingual[]> {
  const counts = (await relationCounts(store, [entity.id])).get(entity.id) ?? []
  return counts.slice(0, MOST_RELATIONS).flatMap(({ type, forward }) => {
    if (type === 'CO_MENTIONED') return []
    const side: Side = forward ? 'SUBJECT' : 'OBJECT'
    const { zh, en } = RELATION_PHRASES[type][side]
    const asked = KIND_OF_RELATION[`${type} ${side}`] ?? KIND_TAGS.FIRM
    return [{ zh: zh.replaceAll('{n}', entity.name).replaceAll('{k}', asked?.zh ?? ''), en: en.replaceAll('{n}', entity.name).replaceAll('{k}', asked?.en ?? '') }]
  })
}

const KIND_OF_RELATION: Readonly<Record<string, { readonly zh: string; readonly en: string } | undefined>> = {
  'HOLDS_POSITION SUBJECT': KIND_TAGS.ORG, 'HOLDS_POSITION OBJECT': KIND_TAGS.PERSON, 'VISITED OBJECT': KIND_TAGS.PERSON, 'ATTENDED SUBJECT': KIND_TAGS.EVENT, 'ATTENDED OBJECT': KIND_TAGS.PERSON,
  'PROMOTES SUBJECT': KIND_TAGS.INITIATIVE, 'PROMOTES OBJECT': KIND_TAGS.PERSON, 'PARTICIPATES_IN SUBJECT': KIND_TAGS.INITIATIVE, 'DESIGNATED SUBJECT': KIND_TAGS.STATUS, 'PART_OF OBJECT': KIND_TAGS.REGION,
}

const BY_KIND: Readonly<Record<EntityRecord['kind'], readonly string[]>> = {
  INITIATIVE: ['firmsLinkedTo', 'neighbours'], PERSON: ['posts'], COMPANY: ['whereIs', 'neighbours'], ORGANIZATION: ['headsOf'], REGION: ['headsOf', 'foundIn'],
}

/** At most six, those that share most with the question first; each is understood when it is asked. At most one store call for one name. */
export async function nearestQuestions(store: GraphStore, question: Question, entities: readonly EntityRecord[]): Promise<readonly Bilingual[]> {
  const [a, b] = entities
  if (a === undefined) return (await exampleQuestions(store)).map(({ zh, en }) => ({ zh: zh.replace(/？$/u, ''), en: en.replace(/\?$/u, '') })).slice(0, MOST)
  if (b !== undefined) return [...sayings('connection').map((says) => fill(says, [a.name, b.name])), ...(await nearestQuestions(store, question, [a])).slice(0, MOST - 1)]
  const named = [...BY_KIND[a.kind], 'timeline', 'profile']
  const ranked = named
    .map((name) => ({ name, shared: [...tagsIn([name])].filter((tag) => question.tags.has(tag)).length }))
    .sort((x, y) => y.shared - x.shared)
  const general = ranked.flatMap(({ name }) => sayings(name)).map((says) => fill(says, [a.name]))
  return [...await toldOf(store, a), ...general].slice(0, MOST)
}
