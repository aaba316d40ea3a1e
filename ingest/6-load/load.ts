/**
 * The last stage: writes articles to the store in batches, each all or nothing.
 *
 * A run that was stopped, by Ctrl-C or by a crash, is resumed by running it again: before any work on a batch
 * the store is asked which of its articles it holds unchanged, and those are passed over.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Issue } from '../../src/core/issue.js'
import { textHash } from '../../src/core/ids.js'
import type { ArticleGraph } from '../../src/core/records.js'
import { readAhead } from '../../src/store/pinyin.js'
import type { GraphStore, StoreRow, WriteCounts } from '../../src/store/port.js'
import type { RawArticle } from '../1-read/raw-article.js'
import type { RunContext } from '../stage.js'
import { DEFAULT_LIMITS, inBatches, type BatchLimits } from './batches.js'
import type { LoadProgress, LoadReport } from './report.js'

/** Turns one raw article into what is stored, or reports an issue and gives undefined. */
export type ArticleProcessor = (raw: RawArticle, context: RunContext) => ArticleGraph | undefined | Promise<ArticleGraph | undefined>

export interface LoadOptions {
  readonly process: ArticleProcessor
  /** Adds to what `process` gave; what it does not finish it gives back unchanged. */
  readonly augment?: (raw: RawArticle, graph: ArticleGraph, context: RunContext) => Promise<ArticleGraph>
  /** What `process` (with `augment`) puts into `ArticleRecord.pipeline`; an article stored by another version is read again. */
  readonly pipeline: string
  readonly limits?: BatchLimits
  /** Hands all articles of a batch to `process` at once instead of one after the other. */
  readonly together?: boolean
  /** When it fires, the batch at hand is finished and the run ends. */
  readonly signal?: AbortSignal
  /** UTF-16 code units to come in all, for the time to go. */
  readonly totalCharacters?: number
  onProgress?(progress: LoadProgress): void
  /** Called as issues come up; the report lists them all. */
  onIssue?(issue: Issue): void
}

/**
 * Writes all articles, one batch while the next is worked on, so that no more than two are held. Problems with single articles are
 * issues of the report, in the order of the articles; only the store's own failures throw.
 * @throws PolicyGraphError STORE_* when the store fails; what was written before stays.
 */
export async function loadArticles(store: GraphStore, articles: AsyncIterable<RawArticle> | Iterable<RawArticle>, options: LoadOptions): Promise<LoadReport> {
  const tally = new Tally(options)
  let complete = true
  let writing: Promise<void> = Promise.resolve()
  let beingWritten: ReadonlySet<string> = new Set()
  try {
    for await (const batch of inBatches(articles, ({ text }) => text.length, options.limits ?? DEFAULT_LIMITS)) {
      complete = options.signal?.aborted !== true
      if (!complete) break
      // Another form of an article that is being written: what is stored of it is known only afterwards.
      if (batch.some(({ id }) => beingWritten.has(id))) await writing
      const graphs = await processBatch(batch, await unchangedIds(store, batch, options.pipeline), tally, options)
      await writing
      if (graphs.length === 0) continue
      beingWritten = new Set(graphs.map(({ article }) => article.id))
      writing = store.write(graphs).then((counts) => { tally.wrote(counts) })
      writing.catch(() => undefined) // thrown where it is waited for
    }
    await writing
  } finally {
    await writing.catch(() => undefined)
  }
  return tally.summary(complete)
}

interface Processed {
  readonly known: boolean
  readonly graph: ArticleGraph | undefined
  readonly issues: readonly Issue[]
}

/** What the articles of a batch gave, in their order. */
async function processBatch(batch: readonly RawArticle[], unchanged: ReadonlySet<string>, tally: Tally, options: LoadOptions): Promise<readonly ArticleGraph[]> {
  const process = async (raw: RawArticle): Promise<Processed> => {
    if (unchanged.has(raw.id)) return { known: true, graph: undefined, issues: [] }
    const issues: Issue[] = []
    const context = { report: (issue: Issue): void => void issues.push(issue) }
    const made = await options.process(raw, context)
    return { known: false, graph: made !== undefined && options.augment !== undefined ? await options.augment(raw, made, context) : made, issues }
  }
  const begun = options.together === true ? batch.map(process) : []
  for (const each of begun) each.catch(() => undefined) // thrown where its turn comes
  const graphs: ArticleGraph[] = []
  for (const [at, raw] of batch.entries()) {
    const { known, graph, issues } = await (begun[at] ?? process(raw))
    for (const issue of issues) tally.report(issue)
    if (graph !== undefined) {
      graphs.push(graph)
      readAhead(graph.entities) // here, while the batch before is being written
    }
    tally.took(raw, known ? 'unchanged' : graph === undefined ? 'failed' : 'made')
    await nextTurn() // lets Ctrl-C and the progress bar in
  }
  return graphs
}

/** Ids of the batch that the store holds with the same text, metadata and pipeline. */
async function unchangedIds(store: GraphStore, batch: readonly RawArticle[], pipeline: string): Promise<ReadonlySet<string>> {
  const latest = new Map(batch.map((raw) => [raw.id, raw]))
  const rows = await store.read('articles-hashes', { ids: [...latest.keys()] })
  const stored = new Map(rows.map((row) => [row['id'], row]))
  return new Set([...latest.values()].filter((raw) => isStored(raw, pipeline, stored.get(raw.id))).map(({ id }) => id))
}

function isStored(raw: RawArticle, pipeline: string, row: StoreRow | undefined): boolean {
  if (row === undefined) return false
  const byline = row['byline']
  const wanted: StoreRow = { textHash: textHash(raw.text), pipeline, title: raw.title, date: raw.date, source: raw.source, url: raw.url, synthetic: raw.synthetic }
  return Object.entries(wanted).every(([column, value]) => row[column] === value) && Array.isArray(byline) && raw.byline.every((name) => byline.includes(name))
}

/** The figures of one run. */
class Tally {
  readonly #options: LoadOptions
  readonly #began = performance.now()
  readonly #issues: Issue[] = []
  readonly #articles = { read: 0, added: 0, changed: 0, unchanged: 0, failed: 0 }
  readonly #evidence = { added: 0, removed: 0 }
  #characters = 0
  #factsClosed = 0

  constructor(options: LoadOptions) {
    this.#options = options
  }

  report(issue: Issue): void {
    this.#issues.push(issue)
    this.#options.onIssue?.(issue)
  }

  took(raw: RawArticle, result: 'made' | 'unchanged' | 'failed'): void {
    this.#articles.read += 1
    this.#characters += raw.text.length
    if (result === 'failed') this.#articles.failed += 1
    if (result === 'unchanged') this.#articles.unchanged += 1
    this.#options.onProgress?.(this.#progress())
  }

  wrote(counts: WriteCounts): void {
    this.#articles.added += counts.articlesAdded
    this.#articles.changed += counts.articlesChanged
    this.#articles.unchanged += counts.articlesUnchanged
    this.#evidence.added += counts.evidenceAdded
    this.#evidence.removed += counts.evidenceRemoved
    this.#factsClosed += counts.factsClosed
  }

  summary(complete: boolean): LoadReport {
    return {
      articles: { ...this.#articles },
      characters: this.#characters,
      evidence: { ...this.#evidence },
      factsClosed: this.#factsClosed,
      seconds: this.#progress().seconds,
      complete,
      pipeline: this.#options.pipeline,
      issues: [...this.#issues],
    }
  }

  #progress(): LoadProgress {
    const seconds = (performance.now() - this.#began) / 1000
    const charactersPerSecond = seconds > 0 ? this.#characters / seconds : 0
    const total = this.#options.totalCharacters
    const etaSeconds = total === undefined || charactersPerSecond === 0 ? undefined : Math.max(0, total - this.#characters) / charactersPerSecond
    return { articles: this.#articles.read, characters: this.#characters, seconds, charactersPerSecond, etaSeconds }
  }
}
