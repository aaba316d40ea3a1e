import { PolicyGraphError } from '../core/errors.js'
import { withReads } from './around.js'
import type { GraphStore } from './port.js'

/** Reads that the store itself stops when their time is over, so that no query goes on for a caller who has been told no. */

export const tooSlow = (cause?: unknown): PolicyGraphError =>
  new PolicyGraphError('TOO_SLOW', '查询超过时限，已停止；请缩小范围 · the question took too long and was stopped; ask for less', cause === undefined ? {} : { cause })

/** Whole ms left until a deadline, 1 at least. Throws TOO_SLOW when it has passed. */
export function msUntil(deadline: number): number {
  const left = deadline - performance.now()
  if (left <= 0) throw tooSlow()
  return Math.ceil(left)
}

/** The same store for one question: no read begins or goes on after the deadline, nor begins once `stop` says so. Writes are as they were. */
export function withDeadline(store: GraphStore, deadline: number, stop?: Pick<AbortSignal, 'throwIfAborted'>): GraphStore {
  const check = (): void => {
    stop?.throwIfAborted()
    msUntil(deadline)
  }
  return withReads(store, async (query, params) => {
    check()
    return store.read(query, params, { deadline })
  }, {
    walkable: async () => {
      check()
      return store.walkable({ deadline })
    },
  })
}
