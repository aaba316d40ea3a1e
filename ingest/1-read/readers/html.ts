import { DomUtils, parseDocument } from 'htmlparser2'
import iconv from 'iconv-lite'
import { articleFrom } from '../article-fields.js'
import { decode } from '../decode.js'
import type { RawArticle } from '../raw-article.js'
import type { Source } from '../reader.js'
import type { RunContext } from '../../stage.js'

type Document = ReturnType<typeof parseDocument>
type Node = Document['children'][number]
type Element = Extract<Node, { attribs: object }>

type TextNode = Extract<Node, { nodeType: 3 }>

const isElement = (node: Node): node is Element => 'attribs' in node
const TEXT_NODE = 3
const isText = (node: Node | Document): node is TextNode => node.nodeType === TEXT_NODE
const DROPPED = new Set(['script', 'style', 'nav', 'footer', 'header', 'aside', 'form', 'noscript', 'iframe', 'select', 'button', 'svg', 'template', 'head'])
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'td', 'ul', 'ol', 'table', 'main', 'body', 'blockquote', 'figcaption'])
const INLINE = new Set(['p', 'br', 'span', 'strong', 'b', 'font', 'em', 'i', 'h1', 'h2', 'h3', 'h4', 'blockquote'])
const NAVIGATION = /(?:^|[-_ ])(?:nav|menu|footer|header|sidebar|breadcrumb|copyright|share|comment|related|recommend|hot|rank|advert|ad)(?:[-_ ]|$)/i

/** Site names after the last bar or dash of a <title>. */
const SITE_TAIL = /\s*[_|\-–—][^_|\-–—]{2,20}$/
/** What stands between headline and text: 2023年8月9日 12:05 来源：… */
const SOURCE_LINE = /(?:来源|稿源)\s*[：:]\s*([^\s，。；（）()|]{2,20})/
const DATE_LINE = /\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}/

/** .html: the running text of the densest part of a saved page, with title, date, source and address from its head or its first lines. */
export async function* readHtml(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  const document = parseDocument(decodePage(await source.bytes()))
  const body = mainText(document)
  if (body === '') {
    context.report({ code: 'EMPTY_TEXT', severity: 'error', file: source.file, message: '页面里没有找到正文，可另存为 .txt 再读 · no running text was found on the page; save it as .txt and read that' })
    return
  }
  yield articleFrom(fieldsOf(document), body, { file: source.file, index: 0 })
}

function fieldsOf(document: Document): Readonly<Record<string, string>> {
  const meta = metaOf(document)
  const first = (...names: readonly string[]): string => names.map((name) => meta.get(name) ?? '').find((value) => value !== '') ?? ''
  const visible = textOf(document)
  return {
    id: first('policygraph:id'),
    title: first('og:title', 'articletitle', 'h1') || first('title').replace(SITE_TAIL, ''),
    date: first('article:published_time', 'pubdate', 'publishdate', 'date', 'dc.date') || (DATE_LINE.exec(visible)?.[0] ?? ''),
    source: first('contentsource', 'source') || (SOURCE_LINE.exec(visible)?.[1] ?? first('og:site_name', 'sitename')),
    url: first('og:url', 'canonical'),
    byline: first('author', 'article:author'),
    synthetic: first('synthetic'),
  }
}

/** UTF-8 when the bytes are; else what the bytes look like, but Big5 where the page says so and the bytes allow both. */
function decodePage(bytes: Uint8Array): string {
  const { text, encoding } = decode(bytes)
  if (encoding !== 'gb18030') return text
  const declared = /charset=["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1]
  const asBig5 = declared !== undefined && /big5/i.test(declared) ? iconv.decode(Buffer.from(bytes), 'big5') : ''
  return asBig5 !== '' && !asBig5.includes('\ufffd') ? asBig5 : text
}

const isNavigation = (element: Element): boolean => DROPPED.has(element.name) || NAVIGATION.test(`${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`)

/** All elements, or only those outside navigation. */
function* elements(nodes: readonly Node[], keep: (element: Element) => boolean): Iterable<Element> {
  const waiting = [...nodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node) || !keep(node)) continue
    yield node
    waiting.push(...[...node.children].reverse())
  }
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

/** Text outside navigation, with a line break around every block. */
function textOf(node: Node | Document): string {
  const parts: string[] = []
  const waiting: (Node | Document | string)[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') parts.push(next)
    else if (isText(next)) parts.push(next.data)
    else if ('children' in next) {
      const isBlock = 'attribs' in next && BLOCKS.has(next.name)
      if ('attribs' in next && isNavigation(next)) continue
      if (isBlock) {
        parts.push('\n')
        waiting.push('\n')
      }
      waiting.push(...[...next.children].reverse())
    }
  }
  return parts.join('')
}

/** Sentences weigh more than their length: lists of links have few marks. */
const weigh = (text: string): number => text.trim().length + 20 * (text.match(/[，。；]/g)?.length ?? 0)

/** The element that holds most sentence text outside links, not counting what a child of it holds alone. */
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
  const raw = best && best.score > 0 ? textOf(best.element) : textOf(document)
  return raw.replace(/[ \t\u00a0\r]+/g, ' ').replace(/ *\n[ \n]*/g, '\n').trim()
}
