import type { FactRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { checkFirst, decodeCursor, encodeCursor, type Page, type PageArgs, type SortKey } from './paging.js'
import { int, toFact } from './rows.js'

/** Order of an entity's facts: those in most articles first. */
export const factKey = ({ articleCount, type, id }: FactRecord): SortKey => [-articleCount, type, id]

/** One page of all open facts of an entity, cut by the store, so that the facts of a busy one are not read whole. Two store calls. Throws BAD_INPUT. */
export async function factsPage(store: GraphStore, entityId: string, args: PageArgs): Promise<Page<FactRecord>> {
  const first = checkFirst(args.first)
  const [count = 0, type = '', id = ''] = args.after == null ? [] : decodeCursor(args.after)
  const [rows, [busy]] = await Promise.all([
    store.read('facts-page-of-entity', { id: entityId, afterCount: Math.trunc(-Number(count)) || 0, afterType: String(type), afterId: String(id), limit: first + 1 }),
    store.read('degrees-of-entities', { ids: [entityId] }),
  ])
  const facts = rows.slice(0, first).map(toFact)
  return {
    edges: facts.map((node) => ({ node, cursor: encodeCursor(factKey(node)) })),
    hasNextPage: rows.length > first,
    hasPreviousPage: args.after != null,
    totalCount: busy === undefined ? 0 : int(busy, 'facts'),
  }
}
