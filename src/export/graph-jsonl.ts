/**
 * The whole graph as JSON lines: entities, articles, mentions, facts, evidence, each sorted by id, keys in a fixed order.
 * The same graph gives the same bytes, from any store.
 */
import { pagesOf } from '../store/pages.js'
import type { GraphStore, StoreParams, StoreRow } from '../store/port.js'

const PAGE = 500
const ARTICLE_PAGE = 50

/** Columns that hold JSON in the store. */
const NESTED = ['mentions', 'repairs']

const isNested = (column: string, value: unknown): value is string => NESTED.includes(column) && typeof value === 'string'

function line(record: string, row: StoreRow): string {
  const fields = Object.keys(row).sort().map((column): [string, unknown] => {
    const value = row[column]
    return [column, isNested(column, value) ? JSON.parse(value) : value]
  })
  return `${JSON.stringify({ record, ...Object.fromEntries(fields) })}\n`
}

/** Yields the lines; memory does not grow with the graph. */
export async function* graphJsonl(store: GraphStore): AsyncGenerator<string> {
  yield* walk(store, 'entity', 'all-entities')
  for await (const ids of articleIds(store)) for (const row of await store.read('articles-by-ids', { ids })) yield line('article', row)
  for await (const ids of articleIds(store)) for (const row of await store.read('mentions-of-articles', { ids })) yield line('mention', row)
  yield* walk(store, 'fact', 'all-facts', { includeRejected: true })
  yield* walk(store, 'evidence', 'all-evidence')
}

async function* walk(store: GraphStore, record: string, query: string, params: StoreParams = {}): AsyncGenerator<string> {
  for await (const page of pagesOf(store, query, 'id', PAGE, params)) for (const row of page) yield line(record, row)
}

async function* articleIds(store: GraphStore): AsyncGenerator<readonly string[]> {
  for await (const page of pagesOf(store, 'article-ids', 'id', ARTICLE_PAGE)) yield page.map((row) => String(row['id']))
}
