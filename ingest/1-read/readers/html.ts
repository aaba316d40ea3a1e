import { DomUtils, parseDocument } from 'htmlparser2'
import iconv from 'iconv-lite'
import { articleFrom, type FieldValues } from '../article-fields.js'
import { decode } from '../decode.js'
import { parseAddress, webAddress } from '../fetch/parse-address.js'
import type { RawArticle } from '../raw-article.js'
import type { Source } from '../reader.js'
import type { RunContext } from '../../stage.js'
import { BLOCKS, DATE_LINE, elements, isElement, isNavigation, isText, SOURCE_LINE, textOf, tidy, type Document, type Element } from './html-text.js'
import { partsOf } from './page-parts.js'

const INLINE = new Set(['p', 'br', 'span', 'strong', 'b', 'font', 'em', 'i', 'h1', 'h2', 'h3', 'h4', 'blockquote'])
/** Site names after the last bar or dash of a <title>. */
const SITE_TAIL = /\s*[_|\-–—][^_|\-–—]{2,20}$/

/**
 * .html: the running text of a saved or fetched page, with title, date, byline, source and address. A page that marks several
 * articles with headings of their own gives each of them; any other gives the text of its densest part.
 */
export async function* readHtml(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  const document = parseDocument(decodePage(await source.bytes()))
  const page = fieldsOf(document, source.url)
  const parts = partsOf(document)
  if (parts.length > 1) {
    for (const [index, { heading, link, date, byline, origin, body }] of parts.entries()) {
      const fields = {
        title: heading, date: date === '' ? page['date'] : date, source: origin === '' ? page['source'] : origin, byline, synthetic: page['synthetic'],
        url: webAddress(link, source.url) || page['url'],
      }
      yield articleFrom(fields, body, { file: source.file, index })
    }
    return
  }
  const body = mainText(document)
  if (body === '') {
    context.report({ code: 'EMPTY_TEXT', severity: 'error', file: source.file, message: '页面里没有找到正文，可另存为 .txt 再读 · no running text was found on the page; save it as .txt and read that' })
    return
  }
  yield articleFrom(page, body, { file: source.file, index: 0 })
}

function fieldsOf(document: Document, fetchedFrom: URL | undefined): FieldValues {
  const meta = metaOf(document)
  const first = (...names: readonly string[]): string => names.map((name) => meta.get(name) ?? '').find((value) => value !== '') ?? ''
  const visible = textOf(document)
  return {
    id: first('policygraph:id'),
    title: first('og:title', 'articletitle', 'h1') || first('title').replace(SITE_TAIL, ''),
    date: first('article:published_time', 'pubdate', 'publishdate', 'date', 'dc.date') || (DATE_LINE.exec(visible)?.[0] ?? ''),
    source: first('contentsource', 'source') || (SOURCE_LINE.exec(visible)?.[1] ?? first('og:site_name', 'sitename')),
    url: addressOf(first('canonical', 'og:url'), fetchedFrom),
    byline: first('author', 'article:author'),
    synthetic: first('synthetic'),
  }
}

/** The address that the page gives itself; of a fetched page only when it stays on the site that it came from. */
function addressOf(own: string, fetchedFrom: URL | undefined): string {
  if (fetchedFrom === undefined) return own
  const url = parseAddress(own === '' ? fetchedFrom.href : own, fetchedFrom)
  return url?.origin === fetchedFrom.origin ? url.href : fetchedFrom.href
}

/** UTF-8 when the bytes are; else what the bytes look like, but Big5 where the page says so and the bytes allow both. */
function decodePage(bytes: Uint8Array): string {
  const { text, encoding } = decode(bytes)
  if (encoding !== 'gb18030') return text
  const declared = /charset=["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1]
  const asBig5 = declared !== undefined && /big5/i.test(declared) ? iconv.decode(Buffer.from(bytes), 'big5') : ''
  return asBig5 !== '' && !asBig5.includes('\ufffd') ? asBig5 : text
}

function metaOf(document: Document): Map<string, string> {
  const found = new Map<string, string>()
  const put = (name: string | undefined, value: string | undefined): void => {
    const key = name?.toLowerCase()
    if (key !== undefined && value !== undefined && value.trim() !== '' && !found.has(key)) found.set(key, value.trim())
  }
  for (const element of elements(document.children, () => true)) {
    if (element.name === 'meta') put(element.attribs['property'] ?? element.attribs['name'], element.attribs['content'])
    if (element.name === 'title' || element.name === 'h1') put(element.name, DomUtils.textContent(element))
    if (element.name === 'link' && element.attribs['rel'] === 'canonical') put('canonical', element.attribs['href'])
    if (element.name === 'time') put('pubdate', element.attribs['datetime'] ?? DomUtils.textContent(element))
  }
  return found
}

/** Sentences weigh more than their length: lists of links have few marks. */
const weigh = (text: string): number => text.trim().length + 20 * (text.match(/[，。；]/g)?.length ?? 0)

/** The text of the element that holds most sentence text outside links, not counting what a child of it holds alone. */
function mainText(document: Document): string {
  let best: { element: Element; score: number } | undefined
  for (const element of elements(document.children, (one) => !isNavigation(one))) {
    if (!BLOCKS.has(element.name)) continue
    let score = 0
    for (const child of element.children) {
      if (isText(child)) score += weigh(child.data)
      else if (isElement(child) && INLINE.has(child.name)) score += weigh(textOf(child))
    }
    if (element.name === 'article' || element.name === 'main') score *= 1.2
    if (!best || score > best.score) best = { element, score }
  }
  return tidy(best && best.score > 0 ? textOf(best.element) : textOf(document))
}
