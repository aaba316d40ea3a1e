import { setTimeout as sleep } from 'node:timers/promises'
import { PolicyGraphError } from '../core/errors.js'

/** The end of a server in good order: what runs is finished within a time, what comes later is refused. */

/** How long work that was told to stop may take to answer so, in ms. */
const LAST_WORDS = 3_000

const stopping = (): PolicyGraphError =>
  new PolicyGraphError('SHUTTING_DOWN', '服务正在停止，未完成的已中止；请稍后再试 · the server is stopping and broke this off; try again in a moment')

export class Drain {
  readonly #overdue = new AbortController()
  #running = 0
  #begun = false
  #idle: (() => void) | undefined

  /** From now on new requests are refused and the server is not ready. */
  get begun(): boolean {
    return this.#begun
  }

  /** Fires when the time to finish is over: work ends at the next place where nothing is left half done. Its reason is SHUTTING_DOWN. */
  get overdue(): AbortSignal {
    return this.#overdue.signal
  }

  /** Counts a request until the function that comes back is called, which may happen more than once. */
  enter(): () => void {
    this.#running += 1
    let left = false
    return () => {
      if (left) return
      left = true
      this.#running -= 1
      if (this.#running === 0) this.#idle?.()
    }
  }

  /** Call before `finish`, so that what waits for new requests can end. */
  begin(): void {
    this.#begun = true
  }

  /** Resolves when nothing runs any more, at the latest `within` ms and a few seconds from now. */
  async finish(within: number): Promise<void> {
    this.begin()
    if (this.#running === 0) return
    const idle = new Promise<void>((resolve) => {
      this.#idle = resolve
    })
    await first(idle, within)
    if (this.#running === 0) return
    this.#overdue.abort(stopping())
    await first(idle, LAST_WORDS)
  }
}

async function first(event: Promise<void>, ms: number): Promise<void> {
  const over = new AbortController()
  await Promise.race([event, sleep(ms, undefined, { signal: over.signal }).catch(() => undefined)])
  over.abort()
}
