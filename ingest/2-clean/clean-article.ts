import type { Repair } from '../../src/core/records.js'
import type { RawArticle } from '../1-read/raw-article.js'
import type { OffsetMap } from './offset-map.js'

/** Repaired text, the way back to the raw text, and the ledger of repairs. */
export interface CleanText {
  readonly text: string
  readonly offsets: OffsetMap
  /** In order of `raw.start`, disjoint: putting `after` in place of each raw span gives the clean text. */
  readonly repairs: readonly Repair[]
}

/** An article with its repaired text, the way back to the raw text, and the ledger of repairs. */
export interface CleanArticle extends CleanText {
  readonly raw: RawArticle
}
