import type * as Bull from 'bullmq'
import type { Redis } from 'ioredis'
import { PolicyGraphError } from '../core/errors.js'
import type { QueueAddress } from './settings.js'

/** Redis and BullMQ, loaded by the commands that hand out or take jobs and by no other. */

/** How long to try to connect (ms). */
const CONNECT_TIMEOUT = 5_000
const LONGEST_PAUSE = 5_000

/** Before all keys in Redis. */
export const PREFIX = 'policygraph'

export interface JobData {
  /** Articles of the job; their texts lie in Redis under these ids (texts.ts). */
  readonly ids: readonly string[]
}

/** What a job leaves behind. */
export interface JobResult {
  /** Pass them as `after` to a read, or in the header Policygraph-After, to see what the job wrote. */
  readonly bookmarks: readonly string[]
}

export type JobQueue = Bull.Queue<JobData, JobResult>
export type Job = Bull.Job<JobData, JobResult>
export type Library = Pick<typeof Bull, 'Queue' | 'Worker' | 'UnrecoverableError' | 'DelayedError'>

export interface Connection {
  readonly library: Library
  readonly redis: Redis
  readonly queue: JobQueue
  /** Name of a key of this queue that is ours, not the library's. */
  readonly key: (name: string) => string
  readonly close: () => Promise<void>
}

async function load(): Promise<{ readonly bull: Library; readonly Client: typeof Redis }> {
  try {
    const [bull, { Redis: Client }] = await Promise.all([import('bullmq'), import('ioredis')])
    return { bull, Client }
  } catch (cause) {
    throw new PolicyGraphError('TOOL_MISSING', '缺少队列的客户端 · the client of the queue is not installed; run: npm install bullmq ioredis', { details: { package: 'bullmq' }, cause })
  }
}

/** The address without user and password. */
const shown = (url: string): string => {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}

/** Connects and asks for an answer. QUEUE_UNREACHABLE, TOOL_MISSING. `onTrouble` hears of a connection that is lost later; it is taken up again by itself. */
export async function connectQueue({ url, name }: QueueAddress, onTrouble: (error: Error) => void): Promise<Connection> {
  const { bull, Client } = await load()
  let opened = false
  // Jobs wait for Redis to come back; BullMQ asks for `maxRetriesPerRequest: null`.
  const redis = new Client(url, {
    lazyConnect: true, connectTimeout: CONNECT_TIMEOUT, maxRetriesPerRequest: null,
    retryStrategy: (times) => (opened ? Math.min(times * 200, LONGEST_PAUSE) : null),
  })
  let last: Error | undefined
  redis.on('error', (error: Error) => {
    last = error
    if (opened) onTrouble(error)
  })
  try {
    await redis.connect()
    await redis.ping()
  } catch (cause) {
    redis.disconnect()
    const why = last ?? (cause instanceof Error ? cause : new Error(String(cause)))
    throw new PolicyGraphError('QUEUE_UNREACHABLE', `无法连接队列 ${shown(url)} · cannot reach the queue: ${why.message}`, { details: { url: shown(url) }, cause })
  }
  opened = true
  const queue: JobQueue = new bull.Queue(name, { connection: redis, prefix: PREFIX, defaultJobOptions: { removeOnComplete: true } })
  queue.on('error', onTrouble)
  return {
    library: bull, redis, queue,
    key: (own) => `${PREFIX}-${own}:${name}`,
    close: async () => {
      await queue.close()
      redis.disconnect()
    },
  }
}

/**
 * A connection for one who only watches: comes at once and is taken up again as long as it takes, whether Redis answers or not. What is asked of it
 * waits meanwhile. Ends when the signal fires, and leaves nothing behind in Redis. TOOL_MISSING.
 */
export async function connectPatiently({ url, name }: QueueAddress, signal: AbortSignal): Promise<{ readonly queue: JobQueue }> {
  const { bull, Client } = await load()
  const redis = new Client(url, { connectTimeout: CONNECT_TIMEOUT, maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(times * 200, LONGEST_PAUSE) })
  const queue: JobQueue = new bull.Queue(name, { connection: redis, prefix: PREFIX, skipMetasUpdate: true })
  // Who waits in vain sees it.
  redis.on('error', () => undefined)
  queue.on('error', () => undefined)
  const end = (): void => { redis.disconnect() }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return { queue }
}
