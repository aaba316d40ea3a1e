import { createHash, randomUUID } from 'node:crypto'
import { PREFIX, type Connection, type Job, type JobQueue } from './connect.js'
import { depthOf, type QueueDepth } from './depth.js'
import { Texts } from './texts.js'
import { countWrites } from './turn.js'

/** How things stand in the queue. */

/** A job that has failed, with the articles that did and why. */
export interface FailedJob {
  readonly id: string
  readonly articles: readonly string[]
  readonly why: string
}

export interface QueueStatus {
  readonly name: string
  readonly jobs: QueueDepth & {
    /** Done since the queue was made. */
    readonly done: number
    /** Active, but their worker is gone; they go to another by themselves. */
    readonly stalled: number
  }
  /** Articles whose text waits, those of failed jobs included. */
  readonly articles: number
  readonly workers: number
  /** Articles were written after the last identity run; the next comes when the queue is drained. */
  readonly identityDue: boolean
  readonly failed: readonly FailedJob[]
  /** Of all workers of the last day; see GraphStore.bookmarks. */
  readonly bookmarks: readonly string[]
}

const MOST_SHOWN = 1_000

/** Jobs that are not yet done. */
export async function remaining(queue: JobQueue): Promise<number> {
  const counts = await queue.getJobCounts('wait', 'active', 'delayed', 'prioritized')
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

const failedJob = (job: Job): FailedJob => ({ id: job.id ?? '', articles: job.data.ids, why: job.failedReason })

export async function queueStatus(connection: Connection): Promise<QueueStatus> {
  const { queue, redis, key } = connection
  const active = await queue.getActive(0, MOST_SHOWN - 1)
  const locks = await Promise.all(active.map(({ id = '' }) => redis.exists(`${PREFIX}:${queue.name}:${id}:lock`)))
  const bookmarks = (await redis.hvals(key('bookmarks'))).flatMap((text) => JSON.parse(text) as readonly string[])
  return {
    name: queue.name,
    jobs: {
      ...await depthOf(connection),
      done: (await queue.getMetrics('completed')).meta.count, stalled: locks.filter((count) => count === 0).length,
    },
    articles: await new Texts(connection).count(),
    workers: (await queue.getWorkers()).length,
    identityDue: (await countWrites(connection)).due,
    failed: (await queue.getFailed(0, MOST_SHOWN - 1)).map(failedJob),
    bookmarks: [...new Set(bookmarks)].sort(),
  }
}

/** Makes a job of its own of each article that has failed, so that one that ends its worker takes no other with it. Gives their number. */
export async function retryFailed({ queue }: Connection): Promise<number> {
  let articles = 0
  for (const job of await queue.getFailed()) {
    for (const id of job.data.ids) await queue.add('articles', { ids: [id] }, { jobId: retryId(id) })
    articles += job.data.ids.length
    await job.remove()
  }
  return articles
}

const retryId = (id: string): string => `again-${createHash('sha256').update(id).digest('hex').slice(0, 16)}-${randomUUID().slice(0, 8)}`
