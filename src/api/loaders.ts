import DataLoader from 'dataloader'
import type { EntityKind } from '../../schema/ontology/index.js'
import { coMentions, type CoMention } from '../answers/co-mention.js'
import {
  articleHeadsByIds, articleIdsOfEntities, articlesByIds, coMentionsByIds, entitiesByIds, evidenceOfFacts, factsByIds, factsOfArticles, factsOfEntities, groupBy, mentionsOfArticles, relationCounts,
  type ArticleHead, type FactFilter, type PlacedMention, type RelationCount,
} from '../answers/lookups.js'
import { factKey, factsPage, factsPageWithProof, type FactsPageFilter } from '../answers/facts-page.js'
import type { CountedPage } from '../answers/lists.js'
import { narrowFacts } from '../answers/narrow-facts.js'
import { pageOf, type Page, type PageArgs } from '../answers/paging.js'
import { factWithProof, type Proof } from '../answers/proof.js'
import { postsOfEntities, type Post } from '../answers/time/posts.js'
import type { ArticleRecord, EntityRecord, Evidence, FactRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'

/** Batched reads, made anew for each request: however many fields ask, each kind of record is read once per level of the query. */
export interface Loaders {
  /** Answers prime it with the co-mentions that they have read, so that those who quote them need not read them again. */
  readonly coMention: DataLoader<CoMentionKey, CoMention | undefined, string>
  readonly entity: DataLoader<string, EntityRecord | undefined>
  readonly fact: DataLoader<string, FactRecord | undefined>
  readonly article: DataLoader<string, ArticleRecord | undefined>
  /** Reading evidence primes it. */
  readonly articleHead: DataLoader<string, ArticleHead | undefined>
  readonly evidence: DataLoader<EvidenceKey, readonly Evidence[], string>
  readonly entityFacts: DataLoader<EntityFactsKey, readonly FactRecord[], string>
  readonly factPages: DataLoader<FactPageKey, Page<FactRecord> | CountedPage<FactRecord>, string>
  readonly entityArticles: DataLoader<string, readonly { readonly id: string; readonly date: string }[]>
  readonly coMentioned: DataLoader<CoMentionedKey, readonly CoMention[], string>
  readonly relationCounts: DataLoader<string, readonly RelationCount[]>
  readonly posts: DataLoader<PostsKey, readonly Post[], string>
  readonly articleFacts: DataLoader<string, readonly FactRecord[]>
  readonly articleMentions: DataLoader<string, readonly PlacedMention[]>
}

export interface CoMentionKey {
  readonly factId: string
  /** ISO date, or '' for all articles. */
  readonly asOf: string
}

export interface EvidenceKey {
  readonly factId: string
  /** At most so many pieces, 1–100. */
  readonly first: number
  /** ISO date, or '' for all evidence. */
  readonly asOf: string
}

export interface EntityFactsKey {
  readonly entityId: string
  readonly filter: FactFilter
}

export interface FactPageKey {
  readonly entityId: string
  readonly filter: FactsPageFilter
  readonly page: PageArgs
  /** How many pieces of evidence are asked of each fact, in each place: read with the page. The facts alone when absent. */
  readonly proof?: readonly number[] | undefined
}

export interface CoMentionedKey {
  readonly entityId: string
  readonly kinds: readonly EntityKind[]
  /** ISO date, or '' for all articles. */
  readonly asOf: string
}

export interface PostsKey {
  readonly entityId: string
  readonly asOf: string
}

/** Those that facts with their proof prime. */
type ProofLoaders = Pick<Loaders, 'entity' | 'articleHead' | 'evidence'>

/** A loader over a function that answers a map; keys without an answer get `missing`. */
const mapped = <V, M>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>, missing: M): DataLoader<string, V | M> =>
  new DataLoader<string, V | M>(async (keys) => {
    const found = await read(keys)
    return keys.map((key) => found.get(key) ?? missing)
  })

/** Keys that differ in more than the id: one read per distinct rest, which the query's text bounds. */
async function perGroup<K, V>(keys: readonly K[], groupOf: (key: K) => string, read: (group: readonly K[]) => Promise<ReadonlyMap<K, V>>): Promise<ReadonlyMap<K, V>> {
  const results = await Promise.all([...groupBy(keys, groupOf).values()].map(read))
  return new Map(results.flatMap((result) => [...result]))
}

async function evidenceBatch(store: GraphStore, keys: readonly EvidenceKey[], { coMention, articleHead }: Pick<Loaders, 'coMention' | 'articleHead'>): Promise<readonly (readonly Evidence[])[]> {
  const found = await perGroup(keys, ({ asOf }) => asOf, async (group) => {
    const most = Math.max(...group.map(({ first }) => first))
    const asOf = group[0]?.asOf ?? ''
    const coMentionsOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, CoMention>> =>
      new Map((await Promise.all(ids.map((factId) => coMention.load({ factId, asOf })))).flatMap((item) => (item === undefined ? [] : [[item.fact.id, item]])))
    const evidence = await evidenceOfFacts(store, [...new Set(group.map(({ factId }) => factId))], most, { asOf, coMentionsOf, onArticle: (head) => articleHead.prime(head.id, head) })
    return new Map(group.map((key) => [key, (evidence.get(key.factId) ?? []).slice(0, key.first)]))
  })
  return keys.map((key) => found.get(key) ?? [])
}

async function entityFactsBatch(store: GraphStore, keys: readonly EntityFactsKey[]): Promise<readonly (readonly FactRecord[])[]> {
  const found = await perGroup(keys, ({ filter }) => JSON.stringify(filter), async (group) => {
    const facts = await factsOfEntities(store, group.map(({ entityId }) => entityId), group[0]?.filter)
    return new Map(group.map((key) => [key, facts.get(key.entityId) ?? []]))
  })
  return keys.map((key) => found.get(key) ?? [])
}

/** What a call has brought besides is at hand for those who ask next. `firsts`: how many pieces of evidence they will ask for. */
function primeWith({ facts, ends, evidence, heads }: Proof, firsts: readonly number[], loaders: ProofLoaders): void {
  for (const [id, end] of ends) loaders.entity.prime(id, end)
  for (const [id, head] of heads) loaders.articleHead.prime(id, head)
  for (const { id } of facts) for (const first of firsts) loaders.evidence.prime({ factId: id, first, asOf: '' }, (evidence.get(id) ?? []).slice(0, first))
}

const mostOf = (firsts: readonly number[]): number => Math.max(1, ...firsts)

async function factPageAlone(store: GraphStore, { entityId, filter, page: args, proof: firsts }: FactPageKey, loaders: ProofLoaders): Promise<CountedPage<FactRecord>> {
  if (firsts === undefined) return factsPage(store, entityId, filter, args)
  const { page, proof } = await factsPageWithProof(store, entityId, filter, args, mostOf(firsts))
  primeWith(proof, firsts, loaders)
  return page
}

/** Reads a fact with its ends and its proof for those who ask next. `firsts`: how many pieces of evidence they will ask for. */
export async function readFactAhead(store: GraphStore, id: string, firsts: readonly number[], loaders: Loaders): Promise<void> {
  const proof = await factWithProof(store, id, mostOf(firsts))
  for (const fact of proof.facts) loaders.fact.prime(fact.id, fact)
  primeWith(proof, firsts, loaders)
}

/** Of one entity the page is cut by the store; of several the facts are read together, so that calls do not grow with them. */
async function factPagesBatch(store: GraphStore, keys: readonly FactPageKey[], loaders: ProofLoaders): Promise<readonly (Page<FactRecord> | CountedPage<FactRecord>)[]> {
  const [only, ...others] = keys
  if (only !== undefined && others.length === 0) return [await factPageAlone(store, only, loaders)]
  const found = await perGroup(keys, ({ filter }) => JSON.stringify(filter), async (group) => {
    const { side, ...filter } = group[0]?.filter ?? {}
    const facts = await factsOfEntities(store, [...new Set(group.map(({ entityId }) => entityId))], filter)
    const narrowed = (id: string): Promise<readonly FactRecord[]> => narrowFacts<FactRecord>(store, id, facts.get(id) ?? [], { side: side ?? null })
    return new Map(await Promise.all(group.map(async (key) => [key, pageOf(await narrowed(key.entityId), factKey, key.page)] as const)))
  })
  return keys.map((key) => found.get(key) ?? pageOf<FactRecord>([], factKey, key.page))
}

async function coMentionBatch(store: GraphStore, keys: readonly CoMentionKey[]): Promise<readonly (CoMention | undefined)[]> {
  const found = await perGroup(keys, ({ asOf }) => asOf, async (group) => {
    const together = await coMentionsByIds(store, group.map(({ factId }) => factId), group[0]?.asOf)
    return new Map(group.map((key) => [key, together.get(key.factId)]))
  })
  return keys.map((key) => found.get(key))
}

async function coMentionedBatch(store: GraphStore, keys: readonly CoMentionedKey[]): Promise<readonly (readonly CoMention[])[]> {
  const found = await perGroup(keys, ({ kinds, asOf }) => [asOf, ...kinds].join(), async (group) => {
    const together = (await coMentions(store, { ids: group.map(({ entityId }) => entityId), kinds: group[0]?.kinds ?? [], asOf: group[0]?.asOf })).found
    return new Map(group.map((key) => [key, together.filter(({ fact }) => fact.subjectId === key.entityId || fact.objectId === key.entityId)]))
  })
  return keys.map((key) => found.get(key) ?? [])
}

async function postsBatch(store: GraphStore, keys: readonly PostsKey[]): Promise<readonly (readonly Post[])[]> {
  const found = await perGroup(keys, ({ asOf }) => asOf, async (group) => {
    const { byEntity } = await postsOfEntities(store, group.map(({ entityId }) => entityId), group[0]?.asOf)
    return new Map(group.map((key) => [key, byEntity.get(key.entityId) ?? []]))
  })
  return keys.map((key) => found.get(key) ?? [])
}

export function makeLoaders(store: GraphStore): Loaders {
  const coMention: Loaders['coMention'] = new DataLoader((keys) => coMentionBatch(store, keys), { cacheKeyFn: ({ factId, asOf }) => `${factId} ${asOf}` })
  const articleHead = mapped((ids) => articleHeadsByIds(store, ids), undefined)
  const entity: Loaders['entity'] = mapped((ids) => entitiesByIds(store, ids), undefined)
  const evidence: Loaders['evidence'] = new DataLoader((keys) => evidenceBatch(store, keys, { coMention, articleHead }), { cacheKeyFn: ({ factId, first, asOf }) => `${first} ${factId} ${asOf}` })
  return {
    coMention,
    articleHead,
    entity,
    evidence,
    fact: mapped((ids) => factsByIds(store, ids), undefined),
    article: mapped((ids) => articlesByIds(store, ids), undefined),
    entityFacts: new DataLoader((keys) => entityFactsBatch(store, keys), { cacheKeyFn: (key) => JSON.stringify(key) }),
    factPages: new DataLoader((keys) => factPagesBatch(store, keys, { entity, articleHead, evidence }), { cacheKeyFn: ({ entityId, filter, page }) => JSON.stringify([entityId, filter, page]) }),
    entityArticles: mapped((ids) => articleIdsOfEntities(store, ids), []),
    coMentioned: new DataLoader((keys) => coMentionedBatch(store, keys), { cacheKeyFn: (key) => JSON.stringify(key) }),
    relationCounts: mapped((ids) => relationCounts(store, ids), []),
    posts: new DataLoader((keys) => postsBatch(store, keys), { cacheKeyFn: (key) => JSON.stringify(key) }),
    articleFacts: mapped((ids) => factsOfArticles(store, ids), []),
    articleMentions: mapped((ids) => mentionsOfArticles(store, ids), []),
  }
}
