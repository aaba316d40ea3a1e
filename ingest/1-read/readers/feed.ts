import { DomUtils, parseDocument } from 'htmlparser2'
import { articleFrom } from '../article-fields.js'
import { declaredWithin, decode } from '../decode.js'
import { webAddress } from '../fetch/parse-address.js'
import type { RawArticle } from '../raw-article.js'
import { declaredBy, type Source } from '../reader.js'
import type { RunContext } from '../../stage.js'
import { htmlToText, tidy, textOf } from './html-text.js'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: object }>

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const RFC_822 = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/

/** The day of an RSS date (Wed, 09 Aug 2023 08:00:00 +0800), as written there; other forms come back as they are. */
function feedDate(value: string): string {
  const match = RFC_822.exec(value)
  const month = MONTHS.indexOf(match?.[2]?.toLowerCase() ?? '') + 1
  return match && month > 0 ? `${match[3] ?? ''}-${month}-${match[1] ?? ''}` : value
}

const isElement = (node: Node): node is Element => 'attribs' in node
const childrenOf = (element: Element, ...names: readonly string[]): readonly Element[] =>
  element.children.filter((node): node is Element => isElement(node) && names.includes(node.name.toLowerCase()))
const text = (element: Element | undefined): string => (element === undefined ? '' : DomUtils.textContent(element).trim())
/** The first of the named children that says anything; earlier names win. */
const first = (element: Element, ...names: readonly string[]): string => names.flatMap((name) => childrenOf(element, name).map(text)).find((value) => value !== '') ?? ''

/**
 * RSS 1.0 and 2.0 and Atom (.xml, .rss, .atom): one article an item, of its full text where the feed has it and of its summary
 * where not. Items without text are reported (EMPTY_TEXT) by the caller; a file of XML that is no feed is reported (NOT_A_FEED).
 */
export async function* readFeed(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  const bytes = await source.bytes()
  const document = parseDocument(decode(bytes, [...declaredBy(source), ...declaredWithin(bytes)]).text, { xmlMode: true })
  const root = document.children.find((node): node is Element => isElement(node) && /^(?:rss|feed|rdf:rdf)$/i.test(node.name))
  if (root === undefined) {
    context.report({ code: 'NOT_A_FEED', severity: 'error', file: source.file, message: '不是 RSS 或 Atom；网页请另存为 .html · this XML is neither RSS nor Atom; save web pages as .html' })
    return
  }
  const channel = childrenOf(root, 'channel')[0] ?? root
  const items = [...childrenOf(channel, 'item', 'entry'), ...(channel === root ? [] : childrenOf(root, 'item'))]
  const base = source.url
  const site = first(channel, 'title')
  let index = 0
  for (const item of items) {
    const body = bodyOf(item)
    const fields = {
      title: htmlToText(first(item, 'title')),
      date: feedDate(first(item, 'pubDate', 'pubdate', 'published', 'dc:date', 'updated')),
      source: first(item, 'source', 'dc:source') || site,
      url: webAddress(linkOf(item), base),
      byline: [...new Set(childrenOf(item, 'dc:creator', 'author').map((author) => first(author, 'name') || text(author)))],
    }
    const article = articleFrom(fields, body, { file: source.file, index })
    yield isSummary(body) ? { ...article, summary: true } : article
    index += 1
  }
}

/** News pieces are hardly ever this short (UTF-16 code units), and summaries hardly ever longer. */
const SHORT = 300
const GOES_ON = /(?:\.{3,}|…|。{3,})[\])）】]?$|(?:阅读全文|查看全文|全文阅读|阅读更多|查看更多|阅读原文|查看原文|read more|continue reading)\s*(?:>|»|→|…|\.|\]|】)*$/i

const isSummary = (body: string): boolean => body.length < SHORT || GOES_ON.test(body)

function linkOf(item: Element): string {
  const links = childrenOf(item, 'link')
  const page = links.find(({ attribs }) => attribs['href'] !== undefined && (attribs['rel'] ?? 'alternate') === 'alternate')
  return page?.attribs['href'] ?? links.map(text).find((link) => link !== '') ?? childrenOf(item, 'guid').filter(({ attribs }) => attribs['isPermaLink'] !== 'false').map(text)[0] ?? ''
}

/** The longest of what the item says of itself: feeds put the full text now in one element, now in another. */
function bodyOf(item: Element): string {
  const bodies = childrenOf(item, 'content:encoded', 'content', 'description', 'summary').map((element) => {
    // Atom's xhtml content is markup of the feed itself; everything else is text that may hold markup
    return element.attribs['type'] === 'xhtml' ? tidy(textOf(element)) : htmlToText(DomUtils.textContent(element))
  })
  return bodies.reduce((longest, body) => (body.length > longest.length ? body : longest), '')
}
