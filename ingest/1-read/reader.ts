import type { Readable } from 'node:stream'
import type { RunContext } from '../stage.js'
import type { RawArticle } from './raw-article.js'

/** One input, opened: bytes at hand for small kinds, a stream for line-wise ones. */
export interface Source {
  /** Path or address as given, or `-`. */
  readonly file: string
  /** Where a fetched page was found; undefined for files. */
  readonly url?: URL
  bytes(): Promise<Uint8Array>
  stream(): Readable
}

/** Reads one kind of file. A bad piece is reported with file and line, and passed over. */
export type Reader = (source: Source, context: RunContext) => AsyncIterable<RawArticle> | Iterable<RawArticle>
