import { parseDocument } from 'htmlparser2'
import { articleFrom } from '../article-fields.js'
import { declaredWithin, decode } from '../decode.js'
import { webAddress } from '../fetch/parse-address.js'
import type { RawArticle } from '../raw-article.js'
import { declaredBy, type Source } from '../reader.js'
import type { RunContext } from '../../stage.js'
import { BLOCKS, elements, htmlToText, isElement, isNavigation, isText, textOf, tidy, type Document, type Element } from './html-text.js'
import { pageFields, peopleOf } from './page-fields.js'
import { partsOf } from './page-parts.js'

const INLINE = new Set(['p', 'br', 'span', 'strong', 'b', 'font', 'em', 'i', 'h1', 'h2', 'h3', 'h4', 'blockquote'])

/**
 * .html: the running text of a saved or fetched page, with title, date, byline, source and address. A page that marks several
 * articles with headings of their own gives each of them; any other gives the text of its densest part.
 */
export async function* readHtml(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  const bytes = await source.bytes()
  const document = parseDocument(decode(bytes, [...declaredBy(source), ...declaredWithin(bytes)]).text)
  const { fields: page, describedBody, describing } = pageFields(document, source.url)
  const parts = partsOf(document)
  if (parts.length > 1) {
    for (const [index, { heading, link, date, byline, origin, body }] of parts.entries()) {
      const address = webAddress(link, source.url)
      const described = describing(heading, address)
      const fields = {
        title: heading, date: described?.published || date || page['date'], source: origin || described?.publisher || page['source'],
        byline: described !== undefined && described.authors.length > 0 ? peopleOf(described.authors) : byline, synthetic: page['synthetic'],
        url: address || page['url'],
      }
      yield articleFrom(fields, body, { file: source.file, index })
    }
    return
  }
  // a page whose text is drawn by scripts may still carry it in its description
  const body = mainText(document) || htmlToText(describedBody)
  if (body === '') {
    context.report({ code: 'EMPTY_TEXT', severity: 'error', file: source.file, message: '页面里没有找到正文，可另存为 .txt 再读 · no running text was found on the page; save it as .txt and read that' })
    return
  }
  yield articleFrom(page, body, { file: source.file, index: 0 })
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
