/** Articles that a page describes in `application/ld+json`: schema.org, and the form that Baidu asks sites for. */
import { DomUtils } from 'htmlparser2'
import { elements, type Document } from './html-text.js'

/** What one description says; whatever is missing is ''. */
export interface LinkedArticle {
  readonly headline: string
  /** As written. */
  readonly published: string
  /** Persons only: an organization named as author is the publisher again. */
  readonly authors: readonly string[]
  readonly publisher: string
  readonly url: string
  readonly body: string
}

type Item = Readonly<Record<string, unknown>>

/** More descriptions than this on one page are not looked at. */
const MOST_ITEMS = 2000
const ARTICLE = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|Report)$/
const BAIDU = /\/cambrian\.jsonld$/

/** The articles described, in page order. A script that is not valid JSON is passed over. */
export function linkedArticles(document: Document): readonly LinkedArticle[] {
  const found: LinkedArticle[] = []
  for (const element of elements(document.children, ({ name }) => name !== 'svg')) {
    if (element.name !== 'script' || !/^application\/ld\+json\b/i.test((element.attribs['type'] ?? '').trim())) continue
    for (const item of itemsOf(parsed(DomUtils.textContent(element)))) {
      const article = articleOf(item)
      if (article !== undefined) found.push(article)
    }
  }
  return found
}

/** Content systems write line breaks into strings and wrap scripts in comments; both are forgiven. */
function parsed(script: string): unknown {
  const json = script.replace(/^\s*(?:<!--|(?:\/\/)?\s*<!\[CDATA\[)|(?:-->|(?:\/\/)?\s*\]\]>)\s*$/g, '')
  try {
    return JSON.parse(json)
  } catch {
    try {
      return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'))
    } catch {
      return undefined
    }
  }
}

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects at the top, within lists and `@graph`, and those that a page names as its main one. */
function itemsOf(value: unknown): readonly Item[] {
  const found: Item[] = []
  const waiting: unknown[] = [value]
  for (let seen = 0; waiting.length > 0 && seen < MOST_ITEMS; seen += 1) {
    const next = waiting.pop()
    if (Array.isArray(next)) waiting.push(...[...(next as readonly unknown[])].reverse().slice(-MOST_ITEMS))
    else if (isItem(next)) {
      found.push(next)
      waiting.push(next['mainEntity'], next['@graph'])
    }
  }
  return found
}

function articleOf(item: Item): LinkedArticle | undefined {
  if (BAIDU.test(textOf(item['@context']))) {
    return { headline: textOf(item['title']), published: textOf(item['pubDate']), authors: [], publisher: '', url: textOf(item['@id']), body: '' }
  }
  if (!listOf(item['@type']).some((type) => ARTICLE.test(textOf(type)))) return undefined
  return {
    headline: textOf(item['headline']) || textOf(item['name']),
    published: textOf(item['datePublished']) || textOf(item['dateCreated']),
    authors: listOf(item['author']).flatMap((author) => (isItem(author) && listOf(author['@type']).some((type) => /Organization$/.test(textOf(type))) ? [] : nameOf(author))).filter((name) => name !== ''),
    publisher: listOf(item['publisher']).map(nameOf).find((name) => name !== '') ?? '',
    url: textOf(item['url']) || textOf(item['mainEntityOfPage']) || idOf(item['mainEntityOfPage']),
    body: textOf(item['articleBody']),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
const nameOf = (value: unknown): string => (isItem(value) ? textOf(value['name']) : textOf(value))
const idOf = (value: unknown): string => (isItem(value) ? textOf(value['@id']) : '')
