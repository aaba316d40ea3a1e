import { parseDocument } from 'htmlparser2'
import iconv from 'iconv-lite'
import { articleFrom } from '../article-fields.js'
import { decode } from '../decode.js'
import type { RawArticle } from '../raw-article.js'
import type { Source } from '../reader.js'
import type { RunContext } from '../../stage.js'

type Document = ReturnType<typeof parseDocument>
type Node = Document['children'][number]
type Element = Extract<Node, { attribs: object }>

const isElement = (node: Node): node is Element => 'attribs' in node
const DROPPED = new Set(['script', 'style', 'nav', 'footer', 'header', 'aside', 'form', 'noscript', 'iframe', 'select', 'button', 'svg', 'template'])
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'td', 'ul', 'ol', 'table', 'main', 'body', 'blockquote', 'figcaption'])
const NAVIGATION = /(?:^|[-_ ])(nav|menu|footer|header|sidebar|breadcrumb|copyright|share|comment|related|recommend|hot|rank|advert|ad)(?:[-_ ]|$)/i

/** .html: the running text of the densest part of a saved page, with title, date, source and address from its head. */
export async function* readHtml(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  const bytes = await source.bytes()
  const document = parseDocument(decodePage(bytes))
  const meta = metaOf(document)
  const body = mainText(document)
  if (body === '') {
    context.report({ code: 'EMPTY_TEXT', severity: 'error', file: source.file, message: '页面里没有找到正文 · no running text was found on the page' })
    return
  }
  const first = (...names: readonly string[]): string => names.map((name) => meta.get(name) ?? '').find((value) => value !== '') ?? ''
  yield articleFrom(
    {
      id: first('policygraph:id'), title: first('og:title', 'articletitle', 'title').replace(/[_|\-–—][^_|\-–—]{2,20}$/, ''), date: first('article:published_time', 'pubdate', 'publishdate', 'date', 'dc.date'),
      source: first('contentsource', 'source', 'og:site_name', 'sitename'), url: first('og:url', 'canonical'), byline: first('author', 'article:author'), synthetic: first('synthetic'),
    },
    body,
    { file: source.file, index: 0 },
  )
}

/** UTF-8 when the bytes are; else what the page declares if that reads as Chinese; else what the bytes look like. */
function decodePage(bytes: Uint8Array): string {
  const { text, encoding } = decode(bytes)
  if (encoding === 'utf8') return text
  const declared = /charset=["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1]
  if (encoding === 'gb18030' && declared !== undefined && /big5/i.test(declared)) return iconv.decode(Buffer.from(bytes), 'big5')
  return text
}

function* walk(node: Document | Node): Iterable<Element> {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (isElement(child)) yield child
    yield* walk(child)
  }
}

function metaOf(document: Document): Map<string, string> {
  const found = new Map<string, string>()
  const put = (name: string | undefined, value: string | undefined): void => {
    if (name !== undefined && value !== undefined && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), value.trim())
  }
  for (const element of walk(document)) {
    if (element.name === 'meta') put(element.attribs['property'] ?? element.attribs['name'], element.attribs['content'])
    if (element.name === 'title') put('title', textOf(element))
    if (element.name === 'link' && element.attribs['rel'] === 'canonical') put('canonical', element.attribs['href'])
    if (element.name === 'time') put('pubdate', element.attribs['datetime'] ?? textOf(element))
  }
  return found
}

const isNavigation = (element: Element): boolean => DROPPED.has(element.name) || NAVIGATION.test(`${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`)

function textOf(node: Node | Document): string {
  if ('data' in node) return node.type === 'text' ? node.data : ''
  if (!('children' in node)) return ''
  if (isElement(node as Node) && isNavigation(node as Element)) return ''
  const inner = node.children.map(textOf).join('')
  return isElement(node as Node) && BLOCKS.has((node as Element).name) ? `\n${inner}\n` : inner
}

/** The element that holds most sentence text outside links, not counting what a child of it holds alone. */
function mainText(document: Document): string {
  let best: { element: Element; score: number } | undefined
  for (const element of walk(document)) {
    if (!BLOCKS.has(element.name) || isNavigation(element)) continue
    let score = 0
    for (const child of element.children) {
      if ('data' in child && child.type === 'text') score += weigh(child.data)
      else if (isElement(child) && ['p', 'br', 'span', 'strong', 'b', 'font', 'em', 'h1', 'h2', 'h3', 'h4', 'blockquote'].includes(child.name)) score += weigh(textOf(child))
    }
    if (element.name === 'article' || element.name === 'main') score *= 1.2
    if (!best || score > best.score) best = { element, score }
  }
  const raw = best && best.score > 0 ? textOf(best.element) : textOf(document)
  return raw.replace(/[ \t\u00a0\r]+/g, ' ').replace(/ *\n[ \n]*/g, '\n').trim()
}

const weigh = (text: string): number => text.trim().length + 20 * (text.match(/[，。；]/g)?.length ?? 0)
