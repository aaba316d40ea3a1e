import type { EntityRecord } from '../../core/records.js'
import { byCodeUnit } from '../fold.js'
import type { StoreParams, StoreRow } from '../port.js'
import { textsOf, type FactSieve, type FactsInMemory } from './facts-in-memory.js'
import type { Step, WalkFact } from './walkable.js'

/** The catalogued queries that can be answered from the facts in memory, with the rows that the store would give. */

/** Undefined when it cannot be told from memory. */
type Answer = (facts: FactsInMemory, params: StoreParams) => readonly StoreRow[] | undefined

const word = (value: unknown): string => (typeof value === 'string' ? value : '')
const idsIn = (params: StoreParams): readonly string[] => [...new Set(textsOf(params['ids']))].sort(byCodeUnit)

const sieveOf = (params: StoreParams): FactSieve => ({
  types: textsOf(params['types']), strengths: textsOf(params['strengths']), modalities: textsOf(params['modalities']), asOf: word(params['asOf']),
})

const rowOfFact = (fact: WalkFact): StoreRow => ({
  id: fact.id, type: fact.type, subjectId: fact.subjectId, objectId: fact.objectId, title: fact.title, modality: fact.modality, strength: fact.strength,
  speakerId: fact.speakerId, firstSeen: fact.firstSeen, lastSeen: fact.lastSeen, articleCount: fact.articleCount, evidenceCount: fact.evidenceCount,
  open: fact.open, closedWhy: fact.closedWhy,
})
const rowOfEntity = (entity: EntityRecord): StoreRow => ({ ...entity })

/** The facts of one entity that the parameters let through, on the side asked for. */
function onSide(facts: FactsInMemory, params: StoreParams): readonly WalkFact[] {
  const [id, side, symmetric] = [word(params['id']), word(params['side']), textsOf(params['symmetric'])]
  return facts.stepsFrom(id, sieveOf(params)).map(({ fact }) => fact)
    .filter(({ type, subjectId, objectId }) => side === '' || symmetric.includes(type) || (side === 'SUBJECT' ? subjectId : objectId) === id)
}

function factsOfEntities(facts: FactsInMemory, params: StoreParams): readonly StoreRow[] {
  const [skip, limit] = [Number(params['skip']), Number(params['limit'])]
  const sieve = sieveOf(params)
  const row = ({ fromId, other, fact }: Step): StoreRow => ({ entityId: fromId, otherId: other.id, otherKind: other.kind, otherName: facts.entity(other.id)?.name ?? '', ...rowOfFact(fact) })
  const rows = idsIn(params).flatMap((id) => [...facts.stepsFrom(id, sieve)].sort((a, b) => b.fact.articleCount - a.fact.articleCount).map(row))
  return rows.slice(skip, skip + limit)
}

function factsPage(facts: FactsInMemory, params: StoreParams): readonly StoreRow[] {
  const [count, type, after] = [Number(params['afterCount']), word(params['afterType']), word(params['afterId'])]
  const isAfter = (fact: WalkFact): boolean =>
    after === '' || fact.articleCount < count || (fact.articleCount === count && (fact.type > type || (fact.type === type && fact.id > after)))
  return onSide(facts, params).filter(isAfter)
    .sort((a, b) => b.articleCount - a.articleCount || byCodeUnit(a.type, b.type) || byCodeUnit(a.id, b.id))
    .slice(0, Number(params['limit'])).map(rowOfFact)
}

const degrees: Answer = (facts, params) => idsIn(params).flatMap((id): readonly StoreRow[] => {
  const [entity, degree] = [facts.entity(id), facts.degree(id)]
  return entity === undefined || degree === undefined ? [] : [{ id, facts: degree, articles: entity.articleCount }]
})

/** Closed facts are not in memory, so that a question about any is not for this place. */
const factsByIds: Answer = (facts, params) => {
  const ids = idsIn(params)
  const found = ids.flatMap((id) => facts.fact(id) ?? [])
  return found.length < ids.length ? undefined : found.map(rowOfFact)
}

const mostNamed = (a: EntityRecord, b: EntityRecord): number => b.articleCount - a.articleCount || byCodeUnit(a.id, b.id)

const WHOLE_FORM = /^\n([^\n]+)\n$/u

const called: Answer = (facts, params) => {
  const forms = [...new Set(textsOf(params['forms']))].sort(byCodeUnit)
  const rows = forms.map((form) => {
    const [, name] = WHOLE_FORM.exec(form) ?? []
    return name === undefined ? undefined : [...facts.called(name)]
      .sort(mostNamed).map((entity): StoreRow => ({ form, ...entity }))
  })
  return rows.includes(undefined) ? undefined : rows.flatMap((own) => own ?? []).slice(0, Number(params['limit']))
}

/** UTF-16 code units; a longer text has too many parts to look up. */
const MOST_TEXT = 2_000

const namedIn: Answer = (facts, params) => {
  const text = word(params['text'])
  return text.length > MOST_TEXT ? undefined : [...facts.namedIn(text)].sort(mostNamed).slice(0, Number(params['limit'])).map(rowOfEntity)
}

const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['entities-by-forms', called],
  ['entities-named-in', namedIn],
  ['entity-by-ids', (facts, params) => idsIn(params).flatMap((id) => facts.entity(id) ?? []).map(rowOfEntity)],
  ['facts-by-ids', factsByIds],
  ['facts-of-entities', factsOfEntities],
  ['facts-page-of-entity', factsPage],
  ['count-facts-of-entity', (facts, params) => [{ facts: onSide(facts, params).length }]],
  ['degrees-of-entities', degrees],
])

/** True for the catalogued queries that may be answered from memory. */
export const isAnsweredFromMemory = (query: string): boolean => ANSWERS.has(query)

/** True for those for which a store has to read every entity it has. */
export const readsAllEntities = (query: string): boolean => query === 'entities-named-in'

/** What the catalogued query answers to these (bound) parameters; undefined when it cannot be told from memory. */
export const answerFromMemory = (facts: FactsInMemory, query: string, params: StoreParams): readonly StoreRow[] | undefined => ANSWERS.get(query)?.(facts, params)
