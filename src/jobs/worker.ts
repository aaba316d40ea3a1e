import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LlmClient } from '../../ingest/3-extract/llm/client.js'
import { pipelineLabel } from '../../ingest/pipeline.js'
import type { LoadReport } from '../../ingest/6-load/report.js'
import type { Issue } from '../core/issue.js'
import type { GraphStore } from '../store/port.js'
import { PREFIX, type Connection, type Job, type JobData, type JobResult } from './connect.js'
import { remaining } from './status.js'
import { Texts } from './texts.js'
import { IdentityTurn } from './turn.js'
import { isPassing, workOn } from './work.js'

export interface WorkerOptions {
  /** Jobs in hand at once: while one is written another is read. */
  readonly concurrency: number
  /** Ends when nothing is left to do; otherwise when the signal fires. */
  readonly untilEmpty: boolean
  /** Ms between two identity runs while the queue is not drained. */
  readonly identityEvery: number
  /** Ms after which a job of a worker that is gone is given to another. */
  readonly lostAfter: number
  readonly llm: LlmClient | undefined
  /** When it fires, the jobs in hand are finished and no more are taken. */
  readonly signal: AbortSignal
  onIssue(issue: Issue): void
  onProgress(report: WorkerReport): void
  /** The store or Redis is away; work goes on when it is back. */
  onTrouble(error: Error): void
}

/** What one worker did. */
export interface WorkerReport {
  readonly jobs: { readonly done: number; readonly failed: number; readonly givenBack: number }
  readonly articles: LoadReport['articles']
  readonly characters: number
  readonly evidence: LoadReport['evidence']
  readonly identityRuns: number
  readonly seconds: number
  /** See GraphStore.bookmarks. */
  readonly bookmarks: readonly string[]
  readonly pipeline: string
}

/** Ms between two looks whether it is time for an identity run, or to end. */
const PAUSE = 500
/** Ms until a job is tried again that met a store that was away. */
const STORE_PAUSE = 5_000
/** Times that a job may lose its worker before it counts as failed: one article may be what ends them. */
const MOST_LOSSES = 20
/** Bookmarks are kept so long, in seconds; by then every member of a cluster has caught up. */
const BOOKMARKS_KEPT = 86_400

class Tally {
  readonly #began = performance.now()
  readonly jobs = { done: 0, failed: 0, givenBack: 0 }
  readonly #articles = { read: 0, added: 0, changed: 0, unchanged: 0, failed: 0 }
  readonly #evidence = { added: 0, removed: 0 }
  readonly #pipeline = pipelineLabel()
  #characters = 0
  identityRuns = 0
  bookmarks: readonly string[] = []

  add({ articles, characters, evidence }: LoadReport): void {
    this.#articles.read += articles.read
    this.#articles.added += articles.added
    this.#articles.changed += articles.changed
    this.#articles.unchanged += articles.unchanged
    this.#evidence.added += evidence.added
    this.#evidence.removed += evidence.removed
    this.#characters += characters
  }

  failed(count: number): void {
    this.#articles.failed += count
  }

  report(): WorkerReport {
    return {
      jobs: { ...this.jobs }, articles: { ...this.#articles }, characters: this.#characters, evidence: { ...this.#evidence },
      identityRuns: this.identityRuns, seconds: (performance.now() - this.#began) / 1000, bookmarks: this.bookmarks, pipeline: this.#pipeline,
    }
  }
}

/** Takes jobs until told to stop. Loses and doubles nothing, wherever it is killed: a job counts as done only after all of it is in the graph. */
export async function runWorker(connection: Connection, store: GraphStore, options: WorkerOptions): Promise<WorkerReport> {
  const { library, redis, queue, key } = connection
  const tally = new Tally()
  const texts = new Texts(connection)
  const turn = new IdentityTurn(connection, store, options.identityEvery)
  await turn.start()
  const name = `${hostname()}:${process.pid}`

  async function work(job: Job, token?: string): Promise<JobResult> {
    const worked = await workOn(job.data.ids, { store, texts, llm: options.llm, onIssue: (issue) => { options.onIssue(issue) }, onWritten: () => turn.wrote() }).catch(async (error: unknown) => {
      if (!isPassing(error) && !options.signal.aborted) throw error
      tally.jobs.givenBack += 1
      if (error instanceof Error) options.onTrouble(error)
      await job.moveToDelayed(Date.now() + STORE_PAUSE, token)
      throw new library.DelayedError()
    })
    worked.reports.forEach((report) => { tally.add(report) })
    tally.bookmarks = await store.bookmarks()
    await redis.hset(key('bookmarks'), name, JSON.stringify(tally.bookmarks))
    await redis.expire(key('bookmarks'), BOOKMARKS_KEPT)
    if (worked.failed.length > 0) {
      // What is kept as failed is those that failed; the others are in the graph.
      await job.updateData({ ids: worked.failed.map(({ id }) => id) })
      tally.failed(worked.failed.length)
      throw new library.UnrecoverableError(worked.failed.map(({ id, why }) => `${id}: ${why}`).join('\n'))
    }
    return { bookmarks: tally.bookmarks }
  }

  const worker = new library.Worker<JobData, JobResult>(queue.name, work, {
    connection: redis, prefix: PREFIX, name, concurrency: options.concurrency, lockDuration: options.lostAfter, stalledInterval: options.lostAfter,
    maxStalledCount: MOST_LOSSES, drainDelay: 1, removeOnComplete: { count: 0 }, metrics: { maxDataPoints: 60 }, // whose sum is the number of jobs done
  })
  worker.on('completed', () => { tally.jobs.done += 1; options.onProgress(tally.report()) })
  worker.on('failed', () => { tally.jobs.failed += 1; options.onProgress(tally.report()) })
  worker.on('error', (error) => { options.onTrouble(error) })
  try {
    while (!options.signal.aborted) {
      const left = await remaining(queue)
      if (await takeTurn(left === 0)) tally.identityRuns += 1
      if (options.untilEmpty && left === 0 && await turn.isSettled()) break
      await sleep(PAUSE, undefined, { signal: options.signal }).catch(() => undefined)
    }
  } finally {
    await worker.close()
  }
  return tally.report()

  async function takeTurn(drained: boolean): Promise<boolean> {
    try {
      return await turn.take(drained)
    } catch (error) {
      if (!isPassing(error) || !(error instanceof Error)) throw error
      options.onTrouble(error)
      await sleep(STORE_PAUSE, undefined, { signal: options.signal }).catch(() => undefined)
      return false
    }
  }
}
