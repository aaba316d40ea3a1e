import { signal } from '@preact/signals'
import { ask, type AskError } from '../data/client.js'
import { INGEST, INGEST_PROGRESS } from '../data/load-queries.js'
import { subscribe } from '../data/subscribe.js'
import { asAskError } from '../data/use-answer.js'
import { callsOf, readFile, type ArticleDraft, type ReadPiece } from './read-file.js'

/** Files given to the page, and their way into the graph. One load at a time, wherever on the page it was begun. */

export interface Counts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly failed: number
  readonly evidence: number
  readonly seconds: number
}

/** What the server says of one article, or of the call as a whole (`piece` undefined). */
export interface LoadIssue {
  readonly piece: ReadPiece | undefined
  readonly severity: string
  readonly message: string
}

export interface Load {
  readonly phase: 'choosing' | 'reading' | 'chosen' | 'running' | 'stopped' | 'done'
  readonly pieces: readonly ReadPiece[]
  /** Articles sent and answered for. */
  readonly done: number
  /** Articles of the call that is running, as the subscription tells. */
  readonly within: number
  readonly etaSeconds: number | undefined
  readonly counts: Counts
  readonly issues: readonly LoadIssue[]
  /** Why it stopped. */
  readonly error: AskError | undefined
}

const NOTHING: Load = {
  phase: 'choosing', pieces: [], done: 0, within: 0, etaSeconds: undefined, issues: [], error: undefined,
  counts: { added: 0, changed: 0, unchanged: 0, failed: 0, evidence: 0, seconds: 0 },
}

const current = signal<Load>(NOTHING)
export const load = { get value(): Load { return current.value } }

const change = (part: Partial<Load>): void => { current.value = { ...current.peek(), ...part } }

interface Sendable {
  readonly piece: ReadPiece
  readonly draft: ArticleDraft
}

/** The articles among the pieces, in order. */
export const sendable = (pieces: readonly ReadPiece[]): readonly Sendable[] => pieces.flatMap((piece) => ('draft' in piece.found ? [{ piece, draft: piece.found.draft }] : []))

/** Reads files and adds what they hold to what was chosen before; after a load that is over it starts anew. */
export async function take(files: readonly File[]): Promise<void> {
  const { phase } = current.peek()
  if (files.length === 0 || phase === 'running' || phase === 'reading') return
  const before = phase === 'chosen' ? current.peek().pieces : []
  current.value = { ...NOTHING, phase: 'reading', pieces: before }
  const found: ReadPiece[] = []
  for (const file of files) {
    try {
      found.push(...await readFile({ name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) }))
    } catch {
      // A folder, or a file that is gone by now.
      found.push({ file: file.name, place: 0, found: { fault: 'TEXT' } })
    }
  }
  current.value = { ...NOTHING, phase: 'chosen', pieces: [...before, ...found] }
}

export function forget(): void {
  if (current.peek().phase !== 'running') current.value = NOTHING
}

interface Report extends Omit<Counts, 'evidence'> {
  readonly evidenceAdded: number
  readonly issues: readonly { readonly severity: string; readonly message: string; readonly index: number | null }[]
}

function answered(call: readonly Sendable[], report: Report): void {
  const { done, counts, issues } = current.peek()
  change({
    done: done + call.length, within: 0, etaSeconds: undefined,
    counts: {
      added: counts.added + report.added, changed: counts.changed + report.changed, unchanged: counts.unchanged + report.unchanged, failed: counts.failed + report.failed,
      evidence: counts.evidence + report.evidenceAdded, seconds: counts.seconds + report.seconds,
    },
    issues: [...issues, ...report.issues.map(({ severity, message, index }) => ({ severity, message, piece: index === null ? undefined : call[index]?.piece }))],
  })
}

/** What a field that the server does not know is sent as. */
const given = (text: string): string | null => (text === '' ? null : text)

/** Sends what was chosen and has not gone in yet, some articles a call; stops at the first call that fails. */
export async function run(): Promise<void> {
  const { phase, pieces, done } = current.peek()
  if (phase !== 'chosen' && phase !== 'stopped') return
  change({ phase: 'running', error: undefined })
  for (const call of callsOf(sendable(pieces).slice(done))) {
    try {
      const articles = call.map(({ draft: { text, byline, ...fields } }) => ({ text, byline, title: given(fields.title), date: given(fields.date), source: given(fields.source), url: given(fields.url) }))
      answered(call, ((await ask(INGEST, { articles })) as { readonly ingest: Report }).ingest)
    } catch (error) {
      change({ phase: 'stopped', within: 0, etaSeconds: undefined, error: asAskError(error) })
      return
    }
  }
  change({ phase: 'done' })
}

/** Follows the progress of the server while `signal` stands; rejects with AskError when the reader has no right to load. */
export const followProgress = (given: AbortSignal): Promise<void> => subscribe(INGEST_PROGRESS, (data) => {
  const { ingestProgress: { articles, etaSeconds } } = data as { readonly ingestProgress: { readonly articles: number; readonly etaSeconds: number | null } }
  if (current.peek().phase === 'running') change({ within: articles, etaSeconds: etaSeconds ?? undefined })
}, given)
