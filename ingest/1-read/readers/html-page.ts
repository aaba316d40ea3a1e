import { parseDocument } from 'htmlparser2'
import type { FieldValues } from '../field-values.js'
import { webAddress } from '../fetch/parse-address.js'
import { BLOCKS, elements, htmlToText, isElement, isNavigation, isText, textOf, tidy, type Document, type Element } from './html-text.js'
import { pageFields, peopleOf } from './page-fields.js'
import { partsOf } from './page-parts.js'

const INLINE = new Set(['p', 'br', 'span', 'strong', 'b', 'font', 'em', 'i', 'h1', 'h2', 'h3', 'h4', 'blockquote'])

/** An article as a page gives it. */
export interface PageArticle {
  readonly fields: FieldValues
  readonly body: string
}

/**
 * The articles of a page: a page that marks several with headings of their own gives each of them, any other the text of its densest
 * part, and one without running text none. `url` is where it was fetched; undefined for a saved page. Needs nothing but the text.
 */
export function articlesOfPage(html: string, url?: URL): readonly PageArticle[] {
  const document = parseDocument(html)
  const { fields: page, describedBody, describing } = pageFields(document, url)
  const parts = partsOf(document)
  if (parts.length > 1) {
    return parts.map(({ heading, link, date, byline, origin, body }) => {
      const address = webAddress(link, url)
      const described = describing(heading, address)
      const fields = {
        title: heading, date: described?.published || date || page['date'], source: origin || described?.publisher || page['source'],
        byline: described !== undefined && described.authors.length > 0 ? peopleOf(described.authors) : byline, synthetic: page['synthetic'],
        url: address || page['url'],
      }
      return { fields, body }
    })
  }
  // A page whose text is drawn by scripts may still carry it in its description.
  const body = mainText(document) || htmlToText(describedBody)
  return body === '' ? [] : [{ fields: page, body }]
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
