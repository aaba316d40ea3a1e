/**
 * What a page says of itself: title, date, source, byline, address. Each field is taken from the first place that gives it,
 * in the order of the tables below; docs/reading.md shows them to the reader.
 */
import { DomUtils } from 'htmlparser2'
import type { FieldValues } from '../field-values.js'
import { parseAddress } from '../fetch/parse-address.js'
import { isoDate } from '../iso-date.js'
import { DATE_LINE, elements, SOURCE_LINE, textOf, tidy, type Document } from './html-text.js'
import { linkedArticles, type LinkedArticle } from './linked-data.js'

/** Names of `<meta>`, lower case: those of the standard for Chinese government sites first, then Open Graph, then what content systems use. */
const META = {
  title: ['articletitle', 'og:title', 'twitter:title', 'dc.title'],
  date: ['pubdate', 'article:published_time', 'og:release_date', 'publishdate', 'publish_date', 'publish-date', 'publishtime', 'weibo:article:create_at', 'bytedance:published_time', 'date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'createdate', 'firstpublishedtime'],
  source: ['contentsource', 'source', 'dc.source', 'copyright-source', 'mediaid'],
  site: ['sitename', 'og:site_name', 'application-name'],
  author: ['author', 'article:author', 'og:article:author', 'dc.creator', 'byl'],
  address: ['canonical', 'og:url', 'url'],
} as const

/** Site names after the last bar or dash of a <title>. */
const SITE_TAIL = /\s*[_|\-–—][^_|\-–—]{2,20}$/
/** What stands before a name in a byline. */
const ROLES = /^(?:(?:本报|本刊|本网|本台|见习|实习|通讯|特约)*(?:记者|通讯员|作者|责任编辑|责编|编辑|撰稿)|文)\s*[：:/／]?\s*/
/** Left by content systems where nobody filled in a name. */
const NOBODY = /^(?:admin|administrator|root|test|佚名|未知|null|undefined|https?:.*|\S+@\S+)$/i

/** What a whole page says, and what it says of the articles on it. */
export interface PageFields {
  readonly fields: FieldValues
  /** Of the description (JSON-LD) that is the page's one article; '' when there is none. */
  readonly describedBody: string
  /** The description of the article with this headline or address. */
  readonly describing: (headline: string, url: string) => LinkedArticle | undefined
}

/** `fetchedFrom` is where the page was found; undefined for a saved one. */
export function pageFields(document: Document, fetchedFrom: URL | undefined): PageFields {
  const meta = metaOf(document)
  const all = (names: readonly string[]): readonly string[] => names.flatMap((name) => meta.get(name) ?? [])
  const visible = textOf(document)
  const headings = meta.get('h1') ?? []
  const url = addressOf(all(META.address)[0] ?? '', fetchedFrom)
  const articles = linkedArticles(document)
  const describing = (headline: string, address: string): LinkedArticle | undefined =>
    articles.find((article) => same(article.headline, headline)) ?? articles.find((article) => address !== '' && sameAddress(article.url, address))
  const site = [...articles.map(({ publisher }) => publisher), ...all(META.site)].find((name) => name !== '') ?? ''
  const titles = [...all(META.title), ...headings]
  const described = headings.concat(titles).flatMap((title) => describing(title, '') ?? [])[0] ?? describing('', url) ?? (articles.length === 1 ? articles[0] : undefined)
  const title = firstOf([described?.headline, ...titles, ...(meta.get('title') ?? []).map((text) => text.replace(SITE_TAIL, ''))])
  const source = firstOf([...all(META.source).map((text) => text.replace(/^(?:来源|稿源|信息来源)\s*[：:]\s*/, '')), SOURCE_LINE.exec(visible)?.[1], described?.publisher, site])
  return {
    fields: {
      id: firstOf(all(['policygraph:id'])),
      title: withoutSite(title, site),
      date: [described?.published, ...all(META.date), ...(meta.get('time') ?? []), DATE_LINE.exec(visible)?.[0]].map((text) => isoDate(text ?? '')).find((day) => day !== '') ?? '',
      source,
      url,
      byline: [described?.authors ?? [], ...all(META.author).map((names) => [names])].map((names) => peopleOf(names, [source, site])).find((names) => names.length > 0) ?? [],
      synthetic: firstOf(all(['synthetic'])),
    },
    describedBody: described?.body ?? '',
    describing,
  }
}

const firstOf = (values: readonly (string | undefined)[]): string => values.find((value) => value !== undefined && value !== '') ?? ''
const bare = (text: string): string => text.replace(/[\s“”"'‘’]/g, '')
const same = (a: string, b: string): boolean => bare(a) !== '' && bare(a) === bare(b)
/** Addresses are the same when they differ in scheme, fragment or a slash at the end only. */
const sameAddress = (a: string, b: string): boolean => a !== '' && plainAddress(a) === plainAddress(b)
const plainAddress = (address: string): string => address.replace(/^https?:\/\//i, '').replace(/#.*$/, '').replace(/\/$/, '')

/** A title that ends in the site's own name, without it. */
function withoutSite(title: string, site: string): string {
  const head = site !== '' && title.endsWith(site) ? title.slice(0, -site.length).replace(/\s+$/, '') : ''
  return /[_|\-–—]$/.test(head) ? head.replace(/[\s_|\-–—]+$/, '') : title
}

/** The names among what stands for an author, without role words, media and fillers. */
export function peopleOf(values: readonly string[], media: readonly string[] = []): readonly string[] {
  const names = values.flatMap((value) => value.split(/[、,，;；|｜]|\s+(?!·)/)).map((name) => name.trim().replace(ROLES, ''))
  return [...new Set(names)].filter((name) => name !== '' && !NOBODY.test(name) && !media.includes(name))
}

/** The address that the page gives itself; of a fetched page only when it stays on the site that it came from. */
function addressOf(own: string, fetchedFrom: URL | undefined): string {
  if (fetchedFrom === undefined) return own
  const url = parseAddress(own === '' ? fetchedFrom.href : own, fetchedFrom)
  return url?.origin === fetchedFrom.origin ? url.href : fetchedFrom.href
}

/** The page's metadata by lower-case name, in page order; headings, title, times and the canonical link under their own names. */
function metaOf(document: Document): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const put = (name: string | undefined, value: string | undefined): void => {
    const text = value?.trim() ?? ''
    if (name === undefined || text === '') return
    const key = name.trim().toLowerCase()
    const known = found.get(key)
    if (known) known.push(text)
    else found.set(key, [text])
  }
  for (const { name, attribs, ...element } of elements(document.children, () => true)) {
    if (name === 'meta') put(attribs['property'] ?? attribs['name'] ?? attribs['itemprop'], attribs['content'])
    else if (name === 'title' || name === 'h1') put(name, tidy(DomUtils.textContent(element.children)))
    else if (name === 'link' && attribs['rel'] === 'canonical') put('canonical', attribs['href'])
    else if (name === 'time') put('time', attribs['datetime'] ?? DomUtils.textContent(element.children))
  }
  return found
}
