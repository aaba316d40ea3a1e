import { setTimeout as sleep } from 'node:timers/promises'
import { connectPatiently, type Connection } from './connect.js'
import type { QueueAddress } from './settings.js'

/** How many jobs of each state a queue holds, for those who only watch it. */

export interface QueueDepth {
  readonly waiting: number
  /** In the hands of a worker. */
  readonly active: number
  /** Waiting to be tried again, since the store was away. */
  readonly delayed: number
  readonly failed: number
}

export interface WatchedQueue {
  /** Answers within about a second, whatever Redis does; undefined when it gives no answer by then. */
  readonly depth: () => Promise<QueueDepth | undefined>
  readonly close: () => void
}

/** How long an answer is waited for, in ms. */
const WITHIN = 1_000

export async function depthOf({ queue }: Pick<Connection, 'queue'>): Promise<QueueDepth> {
  const counts = await queue.getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed')
  const at = (state: string): number => counts[state] ?? 0
  return { waiting: at('wait') + at('prioritized'), active: at('active'), delayed: at('delayed'), failed: at('failed') }
}

/** Connects when it is first asked, and again by itself after Redis was away. */
export function watchQueue(address: QueueAddress): WatchedQueue {
  const closed = new AbortController()
  let connection: ReturnType<typeof connectPatiently> | undefined
  let asking: Promise<QueueDepth> | undefined
  const ask = async (): Promise<QueueDepth> => depthOf(await (connection ??= connectPatiently(address, closed.signal)))
  return {
    depth: async () => {
      // Those who ask while Redis is silent wait for the same answer, so that no questions pile up.
      asking ??= ask().finally(() => { asking = undefined })
      const over = new AbortController()
      try {
        return await Promise.race([asking, sleep(WITHIN, undefined, { signal: over.signal })])
      } catch {
        return undefined
      } finally {
        over.abort()
      }
    },
    close: () => { closed.abort() },
  }
}
