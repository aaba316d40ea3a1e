import { articleIdOf } from '../../src/core/ids.js'
import type { RawArticle } from './raw-article.js'

/** What a file gives for one article; whatever is missing is made up for or left ''. */
export type FieldValues = Readonly<Record<string, unknown>>

const DATE = /(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/
/** 20230809, alone or before a time. */
const DIGITS = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?![\d.])/

/** ISO date of 2023-08-09 12:05:54, 2023年8月9日, 2023/8/9, 20230809; '' for anything else or an impossible day. */
export function isoDate(value: string): string {
  const match = DATE.exec(value) ?? DIGITS.exec(value)
  if (!match) return ''
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return ''
  return date.toISOString().slice(0, 10)
}

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
