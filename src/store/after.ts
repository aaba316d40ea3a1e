import { PolicyGraphError } from '../core/errors.js'
import { withReads } from './around.js'
import type { GraphStore, ReadOptions } from './port.js'

/** A server answers a shorter one with a fault of its own. */
const SHORTEST = 4

/** The same store for one question: its reads see what these bookmarks of other processes stand for. */
export function readingAfter(store: GraphStore, after: readonly string[]): GraphStore {
  if (after.length === 0) return store
  const reading = (options?: ReadOptions): ReadOptions => {
    if (after.some((bookmark) => bookmark.length < SHORTEST)) throw new PolicyGraphError('BAD_INPUT', '书签无效 · not a bookmark of this store')
    return { ...options, after }
  }
  return withReads(store, async (query, params, options) => store.read(query, params, reading(options)), { walkable: async (options) => store.walkable(reading(options)) })
}
