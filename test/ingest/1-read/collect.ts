import type { RawArticle } from '../../../ingest/1-read/raw-article.js'
import type { Reader } from '../../../ingest/1-read/reader.js'
import { readArticles, type WebOptions } from '../../../ingest/1-read/read.js'
import type { Issue } from '../../../src/core/issue.js'
import { Readable } from 'node:stream'

export interface Collected {
  readonly articles: readonly RawArticle[]
  readonly issues: readonly Issue[]
}

async function collect(read: (report: (issue: Issue) => void) => AsyncIterable<RawArticle> | Iterable<RawArticle>): Promise<Collected> {
  const issues: Issue[] = []
  const articles: RawArticle[] = []
  for await (const article of read((issue) => issues.push(issue))) articles.push(article)
  return { articles, issues }
}

/** What a reader makes of a file with these contents; `url` when it was fetched. */
export const readContents = (reader: Reader, contents: string | Uint8Array, url?: string): Promise<Collected> => {
  const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents
  const from = url === undefined ? {} : { url: new URL(url) }
  return collect((report) => reader({ file: 'file', ...from, bytes: () => Promise.resolve(bytes), stream: () => Readable.from([bytes]) }, { report }))
}

/** What a run makes of the inputs. */
export const readAll = (inputs: readonly string[], web: WebOptions = {}): Promise<Collected> =>
  collect((report) => readArticles(inputs, { report }, Readable.from([]), web))
