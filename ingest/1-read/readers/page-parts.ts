import { DomUtils } from 'htmlparser2'
import { DATE_LINE, elements, isNavigation, SOURCE_LINE, textOf, tidy, type Document, type Element } from './html-text.js'

/** One of several articles on a page; what it does not say of itself is ''. */
export interface PagePart {
  readonly heading: string
  /** As written, perhaps relative. */
  readonly link: string
  readonly date: string
  readonly byline: string
  readonly origin: string
  readonly body: string
}

/** A body shorter than this (UTF-16 code units), or than a tenth of the longest on the page, is a teaser. */
const SHORTEST = 60
const TEASER = 0.1
/** Date, source and author stand within so much of an article's beginning. */
const HEAD = 200
const AUTHOR_LINE = /(?:作者|记者|通讯员)\s*[：:]?\s*([\p{Script=Han}·]{2,4}(?:[、 ][\p{Script=Han}·]{2,4})*)(?!\p{Script=Han})/u
const MARKED = /schema\.org\/(?:\w*Article|BlogPosting)$/i
const isHeading = ({ name, attribs }: Element): boolean => /^h[1-4]$/.test(name) || attribs['itemprop'] === 'headline'

const isArticle = ({ name, attribs }: Element): boolean => name === 'article' || attribs['role'] === 'article' || MARKED.test(attribs['itemtype'] ?? '')

/** The articles that a page marks as such, each with a heading of its own, in page order. Fewer than two mean that the page is one article. */
export function partsOf(document: Document): readonly PagePart[] {
  const marked = [...elements(document.children, (element) => !isNavigation(element))].filter(isArticle)
  // the innermost: a frame marked as an article may hold the real ones
  const frames = new Set<Element>()
  for (const element of marked) for (let above = element.parent; above !== null; above = above.parent) if ('attribs' in above) frames.add(above)
  const parts = marked.filter((element) => !frames.has(element)).flatMap((element) => partOf(element) ?? [])
  const longest = parts.reduce((most, { body }) => Math.max(most, body.length), 0)
  return parts.filter(({ body }) => body.length >= Math.max(SHORTEST, TEASER * longest))
}

function partOf(element: Element): PagePart | undefined {
  const inner = [...elements(element.children, () => true)]
  const heading = inner.find(isHeading)
  if (heading === undefined) return undefined
  const text = (found: Element | undefined): string => (found === undefined ? '' : tidy(DomUtils.textContent(found)))
  const property = (name: string): Element | undefined => inner.find(({ attribs }) => attribs['itemprop'] === name)
  const time = inner.find(({ name }) => name === 'time') ?? property('datePublished')
  const link = [...inner].find((each) => each.name === 'a' && (DomUtils.getParent(each) === heading || each.children.includes(heading)))
  // the head of an article is dropped from its text, but tells its date and source
  const head = tidy(DomUtils.textContent(element)).slice(0, heading.children.length === 0 ? HEAD : HEAD + text(heading).length)
  return {
    heading: text(heading),
    link: link?.attribs['href'] ?? '',
    date: time?.attribs['datetime'] ?? time?.attribs['content'] ?? (text(time) || (DATE_LINE.exec(head)?.[0] ?? '')),
    byline: text(property('author')) || (AUTHOR_LINE.exec(head)?.[1] ?? ''),
    origin: SOURCE_LINE.exec(head)?.[1] ?? '',
    body: tidy(textOf(element, heading)),
  }
}
