import { linksUnder } from '../export/export-graph.js'

/** Where an answer can be looked up again. */

const SCHEME = 'policygraph://article/'

/** Ids of articles may hold anything, so they are encoded. */
export const articleUri = (id: string): string => `${SCHEME}${encodeURIComponent(id)}`

/** With `{id}`, for a resource template. */
export const ARTICLE_TEMPLATE = `${SCHEME}{id}`

/** Addresses that people can open; the server under the base answers them. */
export interface Permalinks {
  fact(id: string): string
  entity(id: string): string
}

/** `base` ends in `/`. */
export const permalinksUnder = (base: string): Permalinks => linksUnder(base)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The same answer with `permalink` added to each fact and `resource` to each article, so that a quote can be traced from the data alone.
 * A fact is told by its id and its modality or evidence, an article by the field that holds it.
 */
export function withLinks(value: unknown, links: Permalinks, field = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withLinks(item, links, field))
  if (!isRecord(value)) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withLinks(item, links, key)]))
  const { id } = value
  if (typeof id !== 'string') return inner
  if ('modality' in value || 'evidence' in value || field === 'fact') return { ...inner, permalink: links.fact(id) }
  return field === 'article' || field === 'articles' ? { ...inner, resource: articleUri(id) } : inner
}
