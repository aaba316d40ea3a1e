import { createHash } from 'node:crypto'
import { inBatches } from '../../ingest/6-load/batches.js'
import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import type { Connection } from './connect.js'
import { Texts, type Waiting } from './texts.js'

export interface EnqueueOptions {
  /** Articles in a job at most. */
  readonly size: number
  /** Hands out what was handed out before in the same form, too. */
  readonly again: boolean
  readonly signal: AbortSignal
  onProgress?(counts: Enqueued): void
}

export interface Enqueued {
  /** Articles read. */
  readonly articles: number
  /** Those of them that were not handed out in this form before. */
  readonly fresh: number
  readonly jobs: number
  /** False when the run was stopped; running it again goes on from there. */
  readonly complete: boolean
}

/** UTF-16 code units in a job, at which it is full before it has its number of articles. */
const JOB_CHARACTERS = 100_000

/** By content, so that the same articles handed out twice at once make one job. */
const jobId = (waiting: readonly Waiting[]): string => createHash('sha256').update(waiting.map(({ digest }) => digest).join(' ')).digest('hex').slice(0, 32)

/** Splits articles into jobs. Stopped or killed at any point, it is run again: what is in the queue already is not added twice. */
export async function enqueue(connection: Connection, articles: AsyncIterable<RawArticle>, options: EnqueueOptions): Promise<Enqueued> {
  const texts = new Texts(connection)
  let counts: Enqueued = { articles: 0, fresh: 0, jobs: 0, complete: true }
  for await (const batch of inBatches(articles, ({ text }) => text.length, { articles: options.size, characters: JOB_CHARACTERS })) {
    if (options.signal.aborted) return { ...counts, complete: false }
    const waiting = options.again ? texts.all(batch) : await texts.fresh(batch)
    if (waiting.length > 0) await addJob(connection, texts, waiting)
    counts = { ...counts, articles: counts.articles + batch.length, fresh: counts.fresh + waiting.length, jobs: counts.jobs + (waiting.length > 0 ? 1 : 0) }
    options.onProgress?.(counts)
  }
  return counts
}

/** In this order: a worker that has the job finds the texts, and what is remembered has its job. */
async function addJob({ queue }: Connection, texts: Texts, waiting: readonly Waiting[]): Promise<void> {
  await texts.put(waiting)
  const job = await queue.add('articles', { ids: waiting.map(({ article }) => article.id) }, { jobId: jobId(waiting) })
  // The queue takes no second job with the id of one that has failed.
  if (await job.isFailed()) await job.retry('failed')
  await texts.remember(waiting)
}
