import type { GraphStore, StoreParams, StoreRow } from './port.js'

/** Walks a query that pages by `afterId` to its end. `key` is the row column that the next page starts after. */
export async function* pagesOf(store: GraphStore, query: string, key: string, limit: number, params: StoreParams = {}): AsyncGenerator<readonly StoreRow[]> {
  for (let afterId = ''; ; ) {
    const page = await store.read(query, { ...params, afterId, limit })
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    afterId = String(last[key])
    if (page.length < limit) return
  }
}
