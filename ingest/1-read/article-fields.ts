import { articleIdOf } from '../../src/core/ids.js'
import { isoDate } from './iso-date.js'
import type { RawArticle } from './raw-article.js'

export { isoDate } from './iso-date.js'

/** What a file gives for one article; whatever is missing is made up for or left ''. */
export type FieldValues = Readonly<Record<string, unknown>>

const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

function byline(value: unknown): string[] {
  const names = Array.isArray(value) ? value.map(text) : text(value).split(/[、,，;；\s]+/)
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

/** Makes an article of a record's fields. The caller has seen to it that `text` is a non-empty string. */
export function articleFrom(fields: FieldValues, body: string, origin: RawArticle['origin']): RawArticle {
  const id = text(fields['id']).trim()
  return {
    id: id === '' ? articleIdOf(body) : id,
    title: text(fields['title']).trim(),
    date: isoDate(text(fields['date'])),
    source: text(fields['source']).trim(),
    url: text(fields['url']).trim(),
    byline: byline(fields['byline']),
    text: body,
    synthetic: fields['synthetic'] === true || text(fields['synthetic']) === 'true',
    origin,
  }
}
