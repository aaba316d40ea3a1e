import { withReads } from './around.js'
import { msUntil } from './deadline.js'
import type { GraphStore } from './port.js'

/**
 * The same store for a file that is sent piece by piece: all reads together may take `ms` inside the store, however slowly the one who
 * asks takes the pieces. No read begins or goes on after that (TOO_SLOW), nor begins once `stop` says so. Writes are as they were.
 */
export function withBudget(store: GraphStore, ms: number, stop?: Pick<AbortSignal, 'throwIfAborted'>): GraphStore {
  let left = ms
  let running = 0
  let since = 0
  return withReads(store, async (query, params) => {
    stop?.throwIfAborted()
    // Reads beside one another are counted once.
    if (running === 0) since = performance.now()
    running += 1
    try {
      const deadline = since + left
      msUntil(deadline)
      return await store.read(query, params, { deadline })
    } finally {
      running -= 1
      if (running === 0) left -= performance.now() - since
    }
  })
}
