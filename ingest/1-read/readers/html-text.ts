/** From the tree of a page to its running text, for every reader that meets HTML. */
import { parseDocument } from 'htmlparser2'

export type Document = ReturnType<typeof parseDocument>
export type Node = Document['children'][number]
export type Element = Extract<Node, { attribs: object }>
type TextNode = Extract<Node, { nodeType: 3 }>

const TEXT_NODE = 3
export const isElement = (node: Node): node is Element => 'attribs' in node
export const isText = (node: Node | Document): node is TextNode => node.nodeType === TEXT_NODE

const DROPPED = new Set(['script', 'style', 'nav', 'footer', 'header', 'aside', 'form', 'noscript', 'iframe', 'select', 'button', 'svg', 'template', 'head'])
export const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'section', 'article', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'td', 'ul', 'ol', 'table', 'main', 'body', 'blockquote', 'figcaption'])
const NAVIGATION = /(?:^|[-_ ])(?:nav|menu|footer|header|sidebar|breadcrumb|copyright|share|comment|related|recommend|hot|rank|advert|ad)(?:[-_ ]|$)/i

/** What stands between headline and text: 2023年8月9日 12:05 来源：… */
export const SOURCE_LINE = /(?:来源|稿源)\s*[：:]\s*([^\s，。；（）()|]{2,20})/
export const DATE_LINE = /\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}/

export const isNavigation = (element: Element): boolean => DROPPED.has(element.name) || NAVIGATION.test(`${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`)

/** The elements in document order; what is below one that is not kept is left out with it. */
export function* elements(nodes: readonly Node[], keep: (element: Element) => boolean): Iterable<Element> {
  const waiting = [...nodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node) || !keep(node)) continue
    yield node
    waiting.push(...[...node.children].reverse())
  }
}

/** Text outside navigation and outside the elements left out, with a line break around every block. */
export function textOf(node: Node | Document, leftOut?: Element): string {
  const parts: string[] = []
  const waiting: (Node | Document | string)[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') parts.push(next)
    else if (isText(next)) parts.push(next.data)
    else if ('children' in next) {
      const isBlock = 'attribs' in next && BLOCKS.has(next.name)
      if ('attribs' in next && (next === leftOut || (next !== node && isNavigation(next)))) continue
      if (isBlock) {
        parts.push('\n')
        waiting.push('\n')
      }
      waiting.push(...[...next.children].reverse())
    }
  }
  return parts.join('')
}

/** One space for a run of blanks, one line break for a run of them. */
export const tidy = (text: string): string => text.replace(/[ \t\u00a0\r]+/g, ' ').replace(/ *\n[ \n]*/g, '\n').trim()

/** Text of a piece of HTML; of plain text, the text. */
export const htmlToText = (html: string): string => tidy(textOf(parseDocument(html)))
