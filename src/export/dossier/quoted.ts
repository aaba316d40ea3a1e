import { parseOffsetMap } from '../../../ingest/2-clean/offset-map.js'
import { splitSentences } from '../../../ingest/3-extract/sentences.js'
import type { ArticleRecord } from '../../core/records.js'
import { contains, sliceSpan, type CleanSpan, type RawSpan } from '../../core/span.js'
import { webAddress } from '../words.js'
import type { Inlines } from './blocks.js'

/** Words of an article as they stand in it. */

/** UTF-16 code units shown on either side of a quote, within its paragraph. */
const AROUND = 60

export interface InContext {
  /** The raw text just before and after, within the paragraph; never half a character. */
  readonly before: string
  readonly after: string
}

/** What stands around a span of the raw text. */
export function contextOf({ rawText }: Pick<ArticleRecord, 'rawText'>, { start, end }: RawSpan): InContext {
  const before = rawText.slice(Math.max(0, start - AROUND), start)
  const after = rawText.slice(end, end + AROUND)
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1).replace(/^[\uDC00-\uDFFF]/u, '')
  const rest = /^[^\n\r]*/u.exec(after)?.[0].replace(/[\uD800-\uDBFF]$/u, '') ?? ''
  return { before: before.length === AROUND && line.length >= AROUND - 1 ? `…${line}` : line, after: rest.length >= AROUND - 1 ? `${rest}…` : rest }
}

/** The sentence that holds a span of the clean text, as it stands in the raw text. */
export function sentenceAround(article: ArticleRecord, span: CleanSpan): { readonly raw: RawSpan; readonly quote: string } {
  const holding = splitSentences(article.cleanText).find((sentence) => contains(sentence.span, span))?.span ?? span
  const raw = parseOffsetMap(article.offsets).toRaw(holding)
  return { raw, quote: sliceSpan(article.rawText, raw) }
}

/** Title, source and day of an article, its title a link where it has an address. */
export function sourceLine({ id, title, source, date, url }: Pick<ArticleRecord, 'id' | 'title' | 'source' | 'date' | 'url'>): Inlines {
  const name = title === '' ? `无题文章 ${id}` : `《${title}》`
  const rest = [source, date === '' ? '日期不详 · undated' : date].filter((part) => part !== '').join('，')
  return [webAddress(url) === undefined ? name : { text: name, href: url }, ` ${rest}`]
}
