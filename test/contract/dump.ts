import { pagesOf } from '../../src/store/pages.js'
import type { GraphStore, StoreParams, StoreRow } from '../../src/store/port.js'

/** Everything in a store, in a fixed order, so that two graphs can be compared whole. */
export interface Dump {
  readonly articles: readonly StoreRow[]
  readonly entities: readonly StoreRow[]
  readonly mentions: readonly StoreRow[]
  readonly facts: readonly StoreRow[]
  readonly edges: readonly StoreRow[]
  readonly evidence: readonly StoreRow[]
}

async function all(store: GraphStore, query: string, key: string, params: StoreParams = {}): Promise<readonly StoreRow[]> {
  const rows: StoreRow[] = []
  for await (const page of pagesOf(store, query, key, 100, params)) rows.push(...page)
  return rows
}

export async function dump(store: GraphStore): Promise<Dump> {
  const ids = (await all(store, 'article-ids', 'id')).map((row) => String(row['id']))
  return {
    articles: await store.read('articles-by-ids', { ids }),
    entities: await all(store, 'all-entities', 'id'),
    mentions: await store.read('mentions-of-articles', { ids }),
    facts: await all(store, 'all-facts', 'id', { includeRejected: true }),
    edges: await all(store, 'all-edges', 'factId'),
    evidence: await all(store, 'all-evidence', 'id'),
  }
}

/** Opens, works and closes, whatever happens. */
export async function using<T>(open: () => Promise<GraphStore>, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await open()
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
