import { setTimeout as sleep } from 'node:timers/promises'
import { isPolicyGraphError } from '../core/errors.js'
import { around } from './around.js'
import type { GraphStore } from './port.js'

/** A store that is waited for while its server is away, for runs that can wait: nobody sits before an ingest. */

export interface Patience {
  /** How long to wait for a server that is away, in ms. */
  readonly most: number
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined
  /** Called when the waiting begins and when it is over. */
  readonly onWait?: (state: 'waiting' | 'back') => void
}

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000

/**
 * The same store, with calls that end in STORE_UNREACHABLE made again, with longer and longer pauses, until it answers or the time is over.
 * Only calls that may be made twice: what people decide (`record`) is not among them.
 */
export function withPatience(store: GraphStore, { most, signal, onWait }: Patience): GraphStore {
  const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
    let waiting = false
    const until = performance.now() + most
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        const result = await call()
        if (waiting) onWait?.('back')
        return result
      } catch (error) {
        if (!isPolicyGraphError(error) || error.code !== 'STORE_UNREACHABLE' || performance.now() > until || signal?.aborted === true) throw error
        if (!waiting) onWait?.('waiting')
        waiting = true
        await sleep(Math.min(pause, Math.max(0, until - performance.now())), undefined, { signal }).catch(() => undefined)
      }
    }
  }
  return around(store, (call, work) => (call === 'record' ? work() : patiently(work)))
}
