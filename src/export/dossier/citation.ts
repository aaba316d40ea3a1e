import type { ArticleRecord } from '../../core/records.js'
import { isFullDate, webAddress } from '../words.js'

/** Ready lines for a list of references. */

export type Cited = Pick<ArticleRecord, 'id' | 'title' | 'source' | 'date' | 'url' | 'byline' | 'synthetic'>

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** Authors that GB/T 7714 names before 等. */
const AUTHORS = 3

function authorsOf(byline: readonly string[], separator: string, more: string): string {
  return byline.length > AUTHORS ? `${byline.slice(0, AUTHORS).join(separator)}${separator}${more}` : byline.join(separator)
}

/** `3 June 2031`, or as much as is known. */
function englishDate(date: string): string {
  if (!isFullDate(date)) return date === '' ? 'n.d.' : date
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}

/**
 * After GB/T 7714—2015: a newspaper article [N], [N/OL] with its address, [EB/OL] for a page whose source is not known. `accessed`
 * is an ISO date and stands with an address only.
 */
export function citeGbt7714({ title, source, date, url, byline, synthetic }: Cited, accessed = ''): string {
  const address = webAddress(url)
  const type = address === undefined ? 'N' : source === '' ? 'EB/OL' : 'N/OL'
  const authors = authorsOf(byline, ', ', '等')
  const head = `${authors === '' ? '' : `${authors}. `}${title === '' ? '[题名不详]' : title}[${type}]. `
  const published = [source === '' ? '[来源不详]' : source, date === '' ? '[日期不详]' : date].join(', ')
  const seen = address === undefined || accessed === '' ? '' : `[${accessed}]`
  return `${head}${published}${seen}.${address === undefined ? '' : ` ${address}.`}${synthetic ? '（示例文章，内容虚构）' : ''}`
}

/** Author, “title”, source, day, address. */
export function citeEnglish({ title, source, date, url, byline, synthetic }: Cited, accessed = ''): string {
  const address = webAddress(url)
  const authors = authorsOf(byline, ', ', 'et al.')
  const parts = [
    ...(authors === '' ? [] : [authors]), `“${title === '' ? 'Untitled' : title}”`, source === '' ? 'source unknown' : source, englishDate(date),
    ...(address === undefined ? [] : [accessed === '' ? address : `${address} (accessed ${englishDate(accessed)})`]),
  ]
  const line = parts.join(', ')
  return `${line}${line.endsWith('.') ? '' : '.'}${synthetic ? ' (A sample; invented.)' : ''}`
}
