import { articleIdOf } from '../../src/core/ids.js'
import type { FieldValues } from './field-values.js'
import { isoDate } from './iso-date.js'
import type { RawArticle } from './raw-article.js'

export type { FieldValues } from './field-values.js'
export { isoDate } from './iso-date.js'

/** Halves of characters, which JSON can hold and no store can, become U+FFFD, as broken bytes do. */
const whole = (value: string): string => value.replace(/\p{Surrogate}/gu, '\ufffd')
const text = (value: unknown): string => (typeof value === 'string' ? whole(value) : typeof value === 'number' ? String(value) : '')

function byline(value: unknown): string[] {
  const names = Array.isArray(value) ? value.map(text) : text(value).split(/[、,，;；\s]+/)
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

/** Makes an article of a record's fields. The caller has seen to it that `text` is a non-empty string. */
export function articleFrom(fields: FieldValues, given: string, origin: RawArticle['origin']): RawArticle {
  const body = whole(given)
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
