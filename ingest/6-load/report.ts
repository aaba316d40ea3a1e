import type { Issue } from '../../src/core/issue.js'
import type { IdentityReport } from '../../src/curation/reconcile.js'

/** Where a run stands; handed out after each article and each batch. */
export interface LoadProgress {
  /** Articles read so far, unchanged ones included. */
  readonly articles: number
  /** UTF-16 code units of raw text read so far. */
  readonly characters: number
  readonly seconds: number
  readonly charactersPerSecond: number
  /** Seconds to go, or undefined while the whole is not known. */
  readonly etaSeconds: number | undefined
}

/** What a run did. */
export interface LoadReport {
  readonly articles: {
    readonly read: number
    readonly added: number
    readonly changed: number
    readonly unchanged: number
    /** Left out because a stage failed on them; each has an issue. */
    readonly failed: number
  }
  readonly characters: number
  readonly evidence: { readonly added: number; readonly removed: number }
  readonly factsClosed: number
  readonly seconds: number
  /** False when the run was stopped before the last article; running it again goes on from there. */
  readonly complete: boolean
  /** Version of the pipeline with its segmenter and recogniser. */
  readonly pipeline: string
  /** Who is who after the run: what was merged and what is only suggested; absent for a run that was stopped. */
  readonly identity?: IdentityReport
  readonly issues: readonly Issue[]
}
