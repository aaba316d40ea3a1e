import type { Repair } from '../../src/core/records.js'
import type { RawArticle } from '../1-read/raw-article.js'
import type { OffsetMap } from './offset-map.js'

/** An article with its repaired text, the way back to the raw text, and the ledger of repairs. */
export interface CleanArticle {
  readonly raw: RawArticle
  readonly text: string
  readonly offsets: OffsetMap
  /** In order of `raw.start`. */
  readonly repairs: readonly Repair[]
}
