import { randomUUID } from 'node:crypto'
import type { GraphStore } from '../store/port.js'
import { reconcile } from '../curation/reconcile.js'
import type { Connection } from './connect.js'

/**
 * Who is who after many workers: when the queue is drained, and every so often while it is not. The turn in Redis spares the others
 * from waiting; that no two runs overlap is seen to by the store (GraphStore.runIdentity).
 */

/** A worker that is gone loses its turn after this (ms). */
const TURN = 30_000

const IF_MINE = (command: string): string => `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call(${command}) end return 0`

const writesKey = ({ key }: Connection): string => key('writes')

/** Writes so far, and whether there are any that no identity run has looked at. */
export async function countWrites(connection: Connection): Promise<{ readonly made: number; readonly due: boolean }> {
  const [made, looked] = await connection.redis.hmget(writesKey(connection), 'made', 'looked')
  return { made: Number(made ?? 0), due: Number(made ?? 0) > Number(looked ?? 0) }
}

export class IdentityTurn {
  readonly #connection: Connection
  readonly #store: GraphStore
  readonly #every: number
  readonly #keys: { readonly holder: string; readonly recent: string; readonly writes: string }

  /** `every`: ms between two runs while the queue is not drained. */
  constructor(connection: Connection, store: GraphStore, every: number) {
    this.#connection = connection
    this.#store = store
    this.#every = every
    this.#keys = { holder: connection.key('identity-turn'), recent: connection.key('identity-recent'), writes: writesKey(connection) }
  }

  /** The first run while the queue is not drained comes `every` ms from now. */
  async start(): Promise<void> {
    await this.#connection.redis.set(this.#keys.recent, '1', 'PX', this.#every, 'NX')
  }

  /** To be called after each write, before its job counts as done. */
  async wrote(): Promise<void> {
    await this.#connection.redis.hincrby(this.#keys.writes, 'made', 1)
  }

  /** True when nothing was written since the last run began. */
  async isSettled(): Promise<boolean> {
    return !(await countWrites(this.#connection)).due
  }

  /** Runs when it is time and nobody else does. True when it ran. */
  async take(drained: boolean): Promise<boolean> {
    const { redis } = this.#connection
    const { made, due } = await countWrites(this.#connection)
    if (!due || (!drained && await redis.exists(this.#keys.recent) === 1)) return false
    const token = randomUUID()
    if (await redis.set(this.#keys.holder, token, 'PX', TURN, 'NX') === null) return false
    const renewal = setInterval(() => {
      redis.eval(IF_MINE("'PEXPIRE', KEYS[1], ARGV[2]"), 1, this.#keys.holder, token, TURN).catch(() => undefined) // the store keeps runs apart
    }, TURN / 3)
    try {
      await reconcile(this.#store)
      await redis.hset(this.#keys.writes, 'looked', made)
      await redis.set(this.#keys.recent, '1', 'PX', this.#every)
      return true
    } finally {
      clearInterval(renewal)
      await redis.eval(IF_MINE("'DEL', KEYS[1]"), 1, this.#keys.holder, token)
    }
  }
}
