import { RELATIONS, type EntityKind, type Modality, type RelationType, type Strength } from '../../schema/ontology/index.js'
import type { ArticleRecord, EntityRecord, Evidence, FactRecord, Mention } from '../core/records.js'
import { byCodeUnit } from '../store/fold.js'
import type { GraphStore, StoreParams, StoreRow } from '../store/port.js'
import { factsAsOf, isKnownBy, type FactAsOf } from './as-of.js'
import { articlesForQuotes, coMentionEvidence, coMentions, endsOfCoMention, type CoMention } from './co-mention.js'
import { groupBy } from './group-by.js'
import { int, kindOf, mentionsOf, text, toArticle, toEntity, toEvidence, toFact } from './rows.js'

export { groupBy } from './group-by.js'

/** Reads of many records at once. Each makes a fixed number of store calls however many keys it is given. */

const ROWS_PER_CALL = 10_000

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> => new Map(records.map((record) => [record.id, record]))

/** All rows of a query that takes skip and limit; one call per 10,000 rows. */
async function readAll(store: GraphStore, query: string, params: StoreParams): Promise<readonly StoreRow[]> {
  const rows: StoreRow[] = []
  for (;;) {
    const more = await store.read(query, { ...params, skip: rows.length, limit: ROWS_PER_CALL })
    rows.push(...more)
    if (more.length < ROWS_PER_CALL) return rows
  }
}

/** Entities by the ids asked for; what was merged is found under its old id too. */
export async function entitiesByIds(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, EntityRecord>> {
  const found = byId((await store.read('entity-by-ids', { ids: [...ids] })).map(toEntity))
  const missing = ids.filter((id) => !found.has(id))
  if (missing.length === 0) return found
  const moved = (await store.read('references-by-ids', { ids: missing })).filter((row) => row['id'] !== row['canonicalId'])
  if (moved.length === 0) return found
  const homes = byId((await store.read('entity-by-ids', { ids: moved.map((row) => text(row, 'canonicalId')) })).map(toEntity))
  return new Map([...found, ...moved.flatMap((row): [string, EntityRecord][] => {
    const home = homes.get(text(row, 'canonicalId'))
    return home === undefined ? [] : [[text(row, 'id'), home]]
  })])
}

/** What stands above an article. */
export type ArticleHead = Pick<ArticleRecord, 'id' | 'title' | 'date' | 'source'>

export const articleHeadsByIds = async (store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, ArticleHead>> =>
  byId((await store.read('article-heads-by-ids', { ids: [...ids] })).map((row) => ({ id: text(row, 'id'), title: text(row, 'title'), date: text(row, 'date'), source: text(row, 'source') })))

export const articlesByIds = async (store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, ArticleRecord>> =>
  byId((await store.read('articles-by-ids', { ids: [...ids] })).map(toArticle))

/** Co-mentions for those of `ids` that are co-mention ids; others are passed over. Articles after `asOf` are not seen. */
export async function coMentionsByIds(store: GraphStore, ids: readonly string[], asOf = ''): Promise<ReadonlyMap<string, CoMention>> {
  const pairs = ids.map(endsOfCoMention).filter((pair) => pair !== undefined)
  if (pairs.length === 0) return new Map()
  const wanted = new Set(ids)
  const [left, right] = [0, 1].map((end) => [...new Set(pairs.map((pair) => pair[end] ?? ''))].sort(byCodeUnit)) as [string[], string[]]
  // Articles are read from the first list on, so that the shorter one comes first.
  const [ends, others] = left.length <= right.length ? [left, right] : [right, left]
  const { found } = await coMentions(store, { ids: ends, otherIds: others, asOf })
  return new Map(found.filter(({ fact }) => wanted.has(fact.id)).map((item) => [item.fact.id, item]))
}

/** Facts by id, closed ones and derived co-mentions included. */
export async function factsByIds(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, FactRecord>> {
  const stored = ids.filter((id) => endsOfCoMention(id) === undefined)
  const [rows, derived] = await Promise.all([stored.length === 0 ? [] : store.read('facts-by-ids', { ids: stored }), coMentionsByIds(store, ids)])
  return byId([...rows.map(toFact), ...[...derived.values()].map(({ fact }) => fact)])
}

export interface EvidenceOptions {
  /** ISO date: what was known by then; '' for all. */
  readonly asOf?: string | undefined
  /** Gives co-mentions of that day that are at hand, or reads them; `coMentionsByIds` when absent. */
  readonly coMentionsOf?: (ids: readonly string[]) => Promise<ReadonlyMap<string, CoMention>>
  /** Told of each article that evidence comes from. */
  readonly onArticle?: (head: ArticleHead) => void
}

/** Evidence by fact id, latest article first. Of a co-mention at most `coMentionArticles` articles are quoted. */
export async function evidenceOfFacts(store: GraphStore, ids: readonly string[], coMentionArticles: number, options: EvidenceOptions = {}): Promise<ReadonlyMap<string, readonly Evidence[]>> {
  const { asOf = '', coMentionsOf = (wanted: readonly string[]) => coMentionsByIds(store, wanted, asOf), onArticle } = options
  const stored = ids.filter((id) => endsOfCoMention(id) === undefined)
  const quoted = async (): Promise<readonly [readonly CoMention[], ReadonlyMap<string, ArticleRecord>]> => {
    const together = [...(await coMentionsOf(ids.filter((id) => endsOfCoMention(id) !== undefined))).values()]
    return [together, await articlesForQuotes(store, together, coMentionArticles)]
  }
  const [rows, [together, texts]] = await Promise.all([stored.length === 0 ? [] : store.read('evidence-of-facts', { ids: stored }), quoted()])
  for (const row of rows) onArticle?.({ id: text(row, 'articleId'), title: text(row, 'articleTitle'), date: text(row, 'articleDate'), source: text(row, 'articleSource') })
  const dated = rows.map((row) => ({ evidence: toEvidence(row), date: text(row, 'articleDate') }))
    .filter(({ evidence, date }) => isKnownBy(asOf, { articleDate: date, eventDate: evidence.eventDate }))
  dated.sort((a, b) => byCodeUnit(b.date, a.date) || byCodeUnit(a.evidence.articleId, b.evidence.articleId) || a.evidence.raw.start - b.evidence.raw.start || byCodeUnit(a.evidence.id, b.evidence.id))
  for (const article of texts.values()) onArticle?.(article)
  return groupBy([...dated.map(({ evidence }) => evidence), ...together.flatMap((item) => coMentionEvidence(item, texts, coMentionArticles))], ({ factId }) => factId)
}

export interface FactFilter {
  readonly types?: readonly RelationType[] | null | undefined
  readonly strengths?: readonly Strength[] | null | undefined
  readonly modalities?: readonly Modality[] | null | undefined
  /** ISO date: facts are folded from what was known by then, before the filter. */
  readonly asOf?: string | undefined
}

/** Open facts by entity id, those in most articles first. A fact between two of the entities comes under both. */
export async function factsOfEntities(store: GraphStore, ids: readonly string[], filter: FactFilter = {}): Promise<ReadonlyMap<string, readonly FactAsOf[]>> {
  const { asOf = '' } = filter
  const [strengths, modalities] = [[...(filter.strengths ?? [])], [...(filter.modalities ?? [])]]
  // What a fact is as known by a day is told by its evidence, so the store cannot filter by it.
  const now = asOf === '' ? { strengths, modalities } : {}
  const rows = await readAll(store, 'facts-of-entities', { ids: [...ids], types: [...(filter.types ?? [])], ...now })
  const known = byId(await factsAsOf(store, [...byId(rows.map(toFact)).values()], asOf))
  const wanted = (fact: FactRecord): boolean =>
    asOf === '' || ((strengths.length === 0 || strengths.includes(fact.strength)) && (modalities.length === 0 || modalities.includes(fact.modality)))
  const grouped = groupBy(rows, (row) => text(row, 'entityId'))
  return new Map([...grouped].map(([id, own]) => [id, [...new Set(own.map((row) => text(row, 'id')))].flatMap((fact) => known.get(fact) ?? []).filter(wanted)]))
}

/** How many open facts of one type an entity stands in, one way. */
export interface RelationCount {
  readonly type: RelationType
  /** The entity is the subject; of a relation that has no direction always true. */
  readonly forward: boolean
  readonly count: number
}

/** Facts counted by type and direction, by entity id, the most frequent first. */
export async function relationCounts(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, readonly RelationCount[]>> {
  const rows = await store.read('relation-counts-of-entities', { ids: [...ids] })
  const grouped = groupBy(rows, (row) => text(row, 'id'))
  return new Map([...grouped].map(([id, own]) => {
    const counts = new Map<string, RelationCount>()
    for (const row of own) {
      const type = text(row, 'type') as RelationType
      const forward = RELATIONS[type].symmetric || row['forward'] === true
      const key = `${type} ${forward}`
      counts.set(key, { type, forward, count: int(row, 'facts') + (counts.get(key)?.count ?? 0) })
    }
    return [id, [...counts.values()].sort((a, b) => b.count - a.count || byCodeUnit(a.type, b.type) || Number(b.forward) - Number(a.forward))]
  }))
}

/** Facts that articles prove, by article id, in text order. */
export async function factsOfArticles(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, readonly FactRecord[]>> {
  const evidence = (await store.read('evidence-of-articles', { ids: [...ids] })).map(toEvidence)
  const facts = await factsByIds(store, [...new Set(evidence.map(({ factId }) => factId))])
  const grouped = groupBy(evidence, ({ articleId }) => articleId)
  return new Map([...grouped].map(([id, own]) => [id, [...new Set(own.map(({ factId }) => factId))].map((fact) => facts.get(fact)).filter((fact) => fact !== undefined)]))
}

/** One mention with the entity that it refers to. */
export interface PlacedMention extends Mention {
  readonly entityId: string
  readonly kind: EntityKind
}

/** Mentions by article id, in text order. */
export async function mentionsOfArticles(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, readonly PlacedMention[]>> {
  const rows = await store.read('mentions-of-articles', { ids: [...ids] })
  const grouped = groupBy(rows, (row) => text(row, 'articleId'))
  return new Map([...grouped].map(([id, own]) => [id, own
    .flatMap((row) => mentionsOf(row).map((mention): PlacedMention => ({ ...mention, entityId: text(row, 'entityId'), kind: kindOf(row) })))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || byCodeUnit(a.entityId, b.entityId))]))
}

/** Ids of the articles that name each entity, latest first. */
export async function articleIdsOfEntities(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly date: string }[]>> {
  const rows = await readAll(store, 'articles-of-entities', { ids: [...ids] })
  const grouped = groupBy(rows, (row) => text(row, 'entityId'))
  return new Map([...grouped].map(([id, own]) => [id, own.map((row) => ({ id: text(row, 'articleId'), date: text(row, 'date') }))]))
}
