import type { EntityKind } from '../../schema/ontology/index.js'
import { PolicyGraphError } from '../core/errors.js'
import type { EntityRecord } from '../core/records.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { pinyinKey, pinyinPart, pinyinRank } from '../store/pinyin.js'
import { normaliseForSearch } from '../store/search-text.js'
import { checkDate } from './dates.js'
import { MATCH_TIERS, matchTier, type SearchTier } from './names.js'
import { checkFirst, decodeCursor, encodeCursor, pageOf, type Edge, type Page, type PageArgs } from './paging.js'
import { checkName } from './resolve-name.js'
import { int, text, toEntity } from './rows.js'

/** Lists and search. */

/** A page that the store cut; the total is counted only when asked for. */
export interface CountedPage<T> {
  readonly edges: readonly Edge<T>[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly totalCount: () => Promise<number>
}

export interface EntityListArgs extends PageArgs {
  readonly kinds?: readonly EntityKind[] | null | undefined
  readonly subkinds?: readonly string[] | null | undefined
  /** Any part of a name or alias. */
  readonly name?: string | null | undefined
}

export interface ArticleListArgs extends PageArgs {
  /** Any part of the title. */
  readonly title?: string | null | undefined
  /** ISO dates, inclusive. */
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

/** An article as a list knows it; texts are read by id. */
export interface ArticleSummary {
  readonly id: string
  readonly title: string
  readonly date: string
  readonly source: string
}

function cut<T>(rows: readonly T[], first: number, after: string | null | undefined, keyOf: (row: T) => readonly (string | number)[], totalCount: () => Promise<number>): CountedPage<T> {
  return {
    edges: rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(keyOf(node)) })),
    hasNextPage: rows.length > first,
    hasPreviousPage: typeof after === 'string',
    totalCount,
  }
}

const badCursor = (): PolicyGraphError => new PolicyGraphError('BAD_INPUT', '游标不属于此列表 · the cursor belongs to another list', { details: { argument: 'after' } })

const count = async (rows: Promise<readonly StoreRow[]>, column: string): Promise<number> => {
  const [row] = await rows
  return row === undefined ? 0 : int(row, column)
}

/** Entities, those in most articles first. */
export async function listEntities(store: GraphStore, args: EntityListArgs): Promise<CountedPage<EntityRecord>> {
  const first = checkFirst(args.first)
  const filter = {
    kinds: [...(args.kinds ?? [])],
    subkinds: [...(args.subkinds ?? [])],
    text: args.name == null ? '' : normaliseForSearch(checkName(args.name)),
  }
  const [afterCount, afterId] = args.after == null ? [0, ''] : decodeCursor(args.after)
  if (typeof afterCount !== 'number' || !Number.isSafeInteger(afterCount) || typeof afterId !== 'string') throw badCursor()
  const rows = await store.read('list-entities', { ...filter, afterCount, afterId, limit: first + 1 })
  return cut(rows.map(toEntity), first, args.after, (entity) => [entity.articleCount, entity.id], () => count(store.read('count-entities', filter), 'entities'))
}

/** Articles, latest first; undated ones last. */
export async function listArticles(store: GraphStore, args: ArticleListArgs): Promise<CountedPage<ArticleSummary>> {
  const first = checkFirst(args.first)
  const filter = {
    text: args.title == null ? '' : checkName(args.title, 'title'),
    since: checkDate(args.from, 'from'),
    until: checkDate(args.to, 'to'),
  }
  const [afterDate, afterId] = args.after == null ? ['', ''] : decodeCursor(args.after)
  if (typeof afterDate !== 'string' || typeof afterId !== 'string') throw badCursor()
  const rows = await store.read('list-articles', { ...filter, afterDate, afterId, limit: first + 1 })
  const articles = rows.map((row): ArticleSummary => ({ id: text(row, 'id'), title: text(row, 'title'), date: text(row, 'date'), source: text(row, 'source') }))
  return cut(articles, first, args.after, ({ id, date }) => [date, id], () => count(store.read('count-articles', filter), 'articles'))
}

/** Rows of a search that are ranked; a text that fits more is too short to be a search. */
const SEARCH_ROWS = 1_000

export interface SearchHit {
  readonly entity: EntityRecord
  readonly match: SearchTier
  /** Place in the order: by tier, and of what only sounds alike the whole name before a beginning before a part. */
  readonly rank: number
}

export interface SearchArgs extends PageArgs {
  readonly text: string
  readonly kinds?: readonly EntityKind[] | null | undefined
  /** ISO date: articles are counted up to it, and entities that none of them names are left out. */
  readonly asOf?: string | null | undefined
}

/** The entities with the articles that name them up to a day; at most one store call. */
async function countedAsOf(store: GraphStore, entities: readonly EntityRecord[], asOf: string): Promise<readonly EntityRecord[]> {
  if (asOf === '' || entities.length === 0) return entities
  const counts = new Map((await store.read('article-counts-of-entities', { ids: entities.map(({ id }) => id), asOf })).map((row) => [text(row, 'id'), int(row, 'articles')]))
  return entities.flatMap((entity) => {
    const articleCount = counts.get(entity.id)
    return articleCount === undefined ? [] : [{ ...entity, articleCount }]
  })
}

/** What only sounds like the text: entities whose pinyin or initials fit and whose writing does not. */
async function soundingAlike(store: GraphStore, wanted: string, kinds: readonly EntityKind[]): Promise<readonly SearchHit[]> {
  const key = pinyinKey(wanted)
  if (key === '') return []
  const rows = await store.read('entities-by-pinyin', { key, part: pinyinPart(key), kinds, limit: SEARCH_ROWS })
  return rows.map(toEntity).flatMap((entity): readonly SearchHit[] => {
    if (matchTier(wanted, entity) !== undefined) return []
    const rank = pinyinRank(key, [entity.name, ...entity.aliases])
    return rank === undefined ? [] : [{ entity, match: 'PINYIN', rank: MATCH_TIERS.length + rank }]
  })
}

/**
 * Entities by any part of a name or alias, or by its pinyin or initials: best fit first, then those in most articles.
 * `totalCount` stops at 1,000 by writing and as many by sound.
 */
export async function search(store: GraphStore, args: SearchArgs): Promise<Page<SearchHit>> {
  checkFirst(args.first)
  const wanted = checkName(args.text, 'text')
  const kinds = [...(args.kinds ?? [])]
  const rows = await store.read('entities-by-search', { text: normaliseForSearch(wanted), kinds, limit: SEARCH_ROWS })
  const written = rows.map(toEntity).flatMap((entity): readonly SearchHit[] => {
    const match = matchTier(wanted, entity)
    return match === undefined ? [] : [{ entity, match, rank: MATCH_TIERS.indexOf(match) }]
  })
  const found = [...written, ...(await soundingAlike(store, wanted, kinds))]
  const counted = new Map((await countedAsOf(store, found.map(({ entity }) => entity), checkDate(args.asOf, 'asOf'))).map((entity) => [entity.id, entity]))
  const hits = found.flatMap((hit) => {
    const entity = counted.get(hit.entity.id)
    return entity === undefined ? [] : [{ ...hit, entity }]
  })
  return pageOf(hits, ({ entity, rank }) => [rank, -entity.articleCount, entity.id], args)
}
