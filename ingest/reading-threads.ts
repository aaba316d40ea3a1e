import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { PolicyGraphError } from '../src/core/errors.js'
import type { Issue } from '../src/core/issue.js'
import type { ArticleGraph } from '../src/core/records.js'
import type { RawArticle } from './1-read/raw-article.js'
import type { RunContext } from './stage.js'

/** Each thread holds its own dictionaries and weights, some 200 MB. */
const MOST_THREADS = 8
/** A thread takes about a second to begin, in which one thread reads this many UTF-16 code units. */
const WORTH_IT = 300_000

/** Threads for so much text (UTF-16 code units; undefined when more is to come than is known): 0 where one thread is through sooner. */
export function threadsFor(characters: number | undefined): number {
  const cores = availableParallelism()
  return cores > 1 && (characters === undefined || characters >= WORTH_IT) ? Math.min(MOST_THREADS, cores) : 0
}

/** What a thread says once, when it can read. */
export const READY = 'ready'

/** What a thread says of each article. */
export interface ReadArticle {
  readonly graph: ArticleGraph | undefined
  readonly issues: readonly Issue[]
}

/** How long an article may take, in ms; a hundred times what is usual, since the machine may be busy. */
const limitOf = ({ text }: RawArticle): number => 120_000 + text.length

export interface ThreadOptions {
  /** The program of a thread. */
  readonly program?: URL
  /** How long an article may take, in ms. */
  readonly limit?: (raw: RawArticle) => number
}

interface Job {
  readonly raw: RawArticle
  readonly done: (read: ReadArticle) => void
  readonly broken: (error: PolicyGraphError) => void
}

/** A thread and what it does. It ends when it is told to, when an article breaks it, or when an article takes too long. */
class Thread {
  /** Resolves when the thread is no more. */
  readonly ended: Promise<void>
  readonly #worker: Worker
  readonly #limit: (raw: RawArticle) => number
  #ready = false
  #job: Job | undefined
  #timer: NodeJS.Timeout | undefined
  #why: string | undefined

  constructor(program: URL, limit: (raw: RawArticle) => number, onFree: (thread: Thread) => void) {
    this.#limit = limit
    // What a thread would say on stderr, the process has said already.
    this.#worker = new Worker(program, { stderr: true })
    this.#worker.on('message', (said: ReadArticle | typeof READY) => {
      if (said === READY) {
        this.#ready = true
        return
      }
      const job = this.#take()
      if (job === undefined) return // too late: it was ended meanwhile
      job.done(said)
      onFree(this)
    })
    this.#worker.on('error', (error) => { this.#why = String(error) })
    this.ended = new Promise((resolve) => {
      this.#worker.once('exit', (code) => {
        this.#fail(this.#why ?? `exit ${code}`)
        resolve()
      })
    })
  }

  read(job: Job): void {
    this.#job = job
    const limit = this.#limit(job.raw)
    this.#timer = setTimeout(() => {
      this.#fail(`no result after ${Math.round(limit / 1000)} s`)
      void this.#worker.terminate()
    }, limit)
    this.#worker.postMessage(job.raw)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #take(): Job | undefined {
    const job = this.#job
    this.#job = undefined
    clearTimeout(this.#timer)
    return job
  }

  #fail(why: string): void {
    const job = this.#take()
    if (!this.#ready) {
      job?.broken(new PolicyGraphError('INTERNAL', `读文章的线程未能启动（${why}）；可设 POLICYGRAPH_THREADS=0 · a reading thread could not start; POLICYGRAPH_THREADS=0 does without`))
    } else if (job !== undefined) {
      const { id, origin } = job.raw
      job.done({ graph: undefined, issues: [{ code: 'STAGE_FAILED', severity: 'error', message: `thread: ${why}`, file: origin.file, articleId: id }] })
    }
  }
}

/**
 * Reads articles in threads, each article in one of them, with the same result as processArticle. An article that ends its thread, or
 * holds it for minutes, is reported as STAGE_FAILED, and another thread is begun for those that wait. Threads begin when they are needed.
 */
export class ReadingThreads {
  readonly #most: number
  readonly #options: ThreadOptions
  readonly #threads = new Set<Thread>()
  readonly #idle: Thread[] = []
  readonly #waiting: Job[] = []

  /** @param most threads at a time, at least one */
  constructor(most: number, options: ThreadOptions = {}) {
    this.#most = most
    this.#options = options
  }

  /** @throws PolicyGraphError INTERNAL when no thread can be begun; an article by itself never makes it throw. */
  async read(raw: RawArticle, context: RunContext): Promise<ArticleGraph | undefined> {
    const { graph, issues } = await new Promise<ReadArticle>((done, broken) => {
      this.#waiting.push({ raw, done, broken })
      this.#next()
    })
    for (const issue of issues) context.report(issue)
    return graph
  }

  /** Ends all threads; what is being read meanwhile comes to nothing. */
  async close(): Promise<void> {
    this.#waiting.length = 0
    await Promise.all([...this.#threads].map((thread) => thread.end()))
  }

  #next(): void {
    if (this.#waiting.length === 0) return
    const thread = this.#idle.pop() ?? this.#begun()
    const job = thread === undefined ? undefined : this.#waiting.shift()
    if (job !== undefined) thread?.read(job)
  }

  #begun(): Thread | undefined {
    if (this.#threads.size >= this.#most) return undefined
    const { program = new URL('./reading-thread.js', import.meta.url), limit = limitOf } = this.#options
    const thread = new Thread(program, limit, (free) => {
      this.#idle.push(free)
      this.#next()
    })
    this.#threads.add(thread)
    void thread.ended.then(() => {
      this.#threads.delete(thread)
      const at = this.#idle.indexOf(thread)
      if (at >= 0) this.#idle.splice(at, 1)
      this.#next()
    })
    return thread
  }
}
