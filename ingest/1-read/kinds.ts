import type { Reader } from './reader.js'
import { readCsv } from './readers/csv.js'
import { readDocx } from './readers/docx.js'
import { readFeed } from './readers/feed.js'
import { readHtml } from './readers/html.js'
import { readJson, readJsonLines } from './readers/json.js'
import { readPdf } from './readers/pdf.js'
import { readPlain } from './readers/plain.js'

/** How one kind of file is read. */
export interface Kind {
  readonly read: Reader
  readonly streamed: boolean
  /** Its bytes are no text. */
  readonly binary?: true
}

/** Kinds by the suffix of the file name. */
export const KINDS: Readonly<Record<string, Kind>> = {
  '.txt': { read: readPlain, streamed: false },
  '.md': { read: readPlain, streamed: false },
  '.html': { read: readHtml, streamed: false },
  '.htm': { read: readHtml, streamed: false },
  '.json': { read: readJson, streamed: false },
  '.jsonl': { read: readJsonLines, streamed: true },
  '.ndjson': { read: readJsonLines, streamed: true },
  '.csv': { read: readCsv, streamed: true },
  '.xml': { read: readFeed, streamed: false },
  '.rss': { read: readFeed, streamed: false },
  '.atom': { read: readFeed, streamed: false },
  '.pdf': { read: readPdf, streamed: false, binary: true },
  '.docx': { read: readDocx, streamed: false, binary: true },
}
