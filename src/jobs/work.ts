import type { LlmClient } from '../../ingest/3-extract/llm/client.js'
import { ingestPart } from '../../ingest/pipeline.js'
import type { LoadReport } from '../../ingest/6-load/report.js'
import { isPolicyGraphError, type ErrorCode } from '../core/errors.js'
import type { Issue } from '../core/issue.js'
import type { GraphStore } from '../store/port.js'
import type { Texts, Waiting } from './texts.js'

/** The work of one job: its articles from text to graph. Doing it again, or beside another worker, gives the same graph. */

/** The store is away or busy: the job is taken up again later and nothing counts as failed. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['STORE_UNREACHABLE', 'STORE_BUSY', 'TOO_SLOW'])

/** True for a failure that has nothing to do with the articles. */
export const isPassing = (error: unknown): boolean => isPolicyGraphError(error) && PASSING.has(error.code)

/** An article that could not be read, and why. */
export interface FailedArticle {
  readonly id: string
  readonly why: string
}

export interface Worked {
  readonly failed: readonly FailedArticle[]
  readonly reports: readonly LoadReport[]
}

export interface WorkOptions {
  readonly store: GraphStore
  readonly texts: Texts
  readonly llm: LlmClient | undefined
  readonly onIssue: (issue: Issue) => void
  /** Called when a part is written and before its texts go. */
  readonly onWritten: () => Promise<void>
}

/**
 * Writes the latest texts of the articles, until none of them has changed meanwhile: of two texts of an article the one handed out
 * last stays, whichever worker is slower. Texts of articles that fail are kept. Throws only what `isPassing`, and a store that is shut.
 */
export async function workOn(ids: readonly string[], options: WorkOptions): Promise<Worked> {
  const failed = new Map<string, string>()
  const reports: LoadReport[] = []
  for (let left = ids; left.length > 0;) {
    const waiting = await options.texts.get(left)
    const { report, bad } = await write(waiting, options)
    reports.push(...report)
    await options.onWritten()
    for (const { article } of waiting) failed.delete(article.id)
    for (const { id, why } of bad) failed.set(id, why)
    left = await options.texts.settle(waiting.filter(({ article }) => !failed.has(article.id)))
  }
  return { failed: [...failed].map(([id, why]) => ({ id, why })), reports }
}

async function write(waiting: readonly Waiting[], options: WorkOptions): Promise<{ readonly report: readonly LoadReport[]; readonly bad: readonly FailedArticle[] }> {
  if (waiting.length === 0) return { report: [], bad: [] }
  try {
    const report = await ingestPart(options.store, waiting.map(({ article }) => article), { llm: options.llm, onIssue: options.onIssue })
    const bad = report.issues.flatMap(({ code, articleId, message }) => (code === 'STAGE_FAILED' && articleId !== undefined ? [{ id: articleId, why: message }] : []))
    return { report: [report], bad }
  } catch (error) {
    if (isPassing(error) || (isPolicyGraphError(error) && error.code === 'STORE_CLOSED')) throw error
    const [first] = waiting
    if (waiting.length === 1 && first !== undefined) return { report: [], bad: [{ id: first.article.id, why: error instanceof Error ? error.message : String(error) }] }
    // One of them is refused by the store, which writes all or nothing: find out which.
    const parts = []
    for (const each of waiting) parts.push(await write([each], options))
    return { report: parts.flatMap(({ report }) => report), bad: parts.flatMap(({ bad }) => bad) }
  }
}
