import type { Readable } from 'node:stream'
import type { RunContext } from '../stage.js'
import type { RawArticle } from './raw-article.js'

/** One input, opened: bytes at hand for small kinds, a stream for line-wise ones. */
export interface Source {
  /** Path or address as given, or `-`. */
  readonly file: string
  /** Where a fetched page was found; undefined for files. */
  readonly url?: URL
  /** Encoding that the server named when it sent the page; undefined for files. */
  readonly charset?: string
  bytes(): Promise<Uint8Array>
  stream(): Readable
}

/** What the sender says of the encoding, for `decode`. */
export const declaredBy = ({ charset }: Source): readonly string[] => (charset === undefined ? [] : [charset])

/** Reads one kind of file. A bad piece is reported with file and line, and passed over. */
export type Reader = (source: Source, context: RunContext) => AsyncIterable<RawArticle> | Iterable<RawArticle>
