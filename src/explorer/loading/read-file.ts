import type { FieldValues } from '../../../ingest/1-read/field-values.js'
import { splitFrontMatter } from '../../../ingest/1-read/front-matter.js'
import { isoDate } from '../../../ingest/1-read/iso-date.js'
import { textOfBytes } from './text-of-bytes.js'

/** From a file that a reader gives to the page to articles as the mutation `ingest` takes them. */

/** What the mutation takes. Dates are ISO; '' for what is not known. */
export interface ArticleDraft {
  readonly text: string
  readonly title: string
  readonly date: string
  readonly source: string
  readonly url: string
  readonly byline: readonly string[]
}

/** Why something was passed over; a key of the page's texts begins with `load.fault.`. */
export type Fault = 'KIND' | 'TEXT' | 'EMPTY' | 'LONG' | 'JSON' | 'RECORD' | 'BIG' | 'FIELD'

export interface ReadPiece {
  readonly file: string
  /** Line or number of the article in its file, from 1; 0 for the file as a whole. */
  readonly place: number
  readonly found: { readonly draft: ArticleDraft } | { readonly fault: Fault }
}

/** Suffixes that the page reads. */
export const SUFFIXES = ['.txt', '.md', '.html', '.htm', '.json', '.jsonl', '.ndjson'] as const

/** Bytes of a file that the page takes. */
export const MOST_BYTES = 20 * 1024 * 1024
/** UTF-16 code units of a text and of a field, as the server has them. */
const LONGEST_TEXT = 200_000
const LONGEST_FIELD = 1_000

const string = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '')
const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(string) : string(value).split(/[、,，;；\s]+/u)).filter((name) => name !== '')

function drafted(fields: FieldValues, text: string): ReadPiece['found'] {
  if (text.trim() === '') return { fault: 'EMPTY' }
  if (text.length > LONGEST_TEXT) return { fault: 'LONG' }
  const draft = { text, title: string(fields['title']), date: isoDate(string(fields['date'])), source: string(fields['source']), url: string(fields['url']), byline: names(fields['byline']) }
  return [draft.title, draft.source, draft.url, draft.byline.join('、')].some((field) => field.length > LONGEST_FIELD) ? { fault: 'FIELD' } : { draft }
}

const ofRecord = (value: unknown): ReadPiece['found'] => {
  const record = (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}) as FieldValues
  return typeof record['text'] === 'string' ? drafted(record, record['text']) : { fault: 'RECORD' }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function ofJson(text: string): readonly ReadPiece['found'][] {
  const json = parsed(text)
  if (json === undefined) return [{ fault: 'JSON' }]
  return Array.isArray(json.value) ? json.value.map(ofRecord) : [ofRecord(json.value)]
}

const ofLines = (text: string): readonly (ReadPiece['found'] | undefined)[] => text.split('\n').map((line) => {
  if (line.trim() === '') return undefined
  const json = parsed(line)
  return json === undefined ? { fault: 'JSON' } : ofRecord(json.value)
})

/** Pages need a parser, which is fetched when the first page comes. */
async function ofPage(html: string): Promise<readonly ReadPiece['found'][]> {
  const { articlesOfPage } = await import('../../../ingest/1-read/readers/html-page.js')
  const articles = articlesOfPage(html)
  return articles.length === 0 ? [{ fault: 'EMPTY' }] : articles.map(({ fields, body }) => drafted(fields, body))
}

async function foundIn(suffix: string, bytes: Uint8Array): Promise<readonly (ReadPiece['found'] | undefined)[]> {
  const text = textOfBytes(bytes)?.text
  if (text === undefined) return [{ fault: 'TEXT' }]
  switch (suffix) {
    case '.html': case '.htm': return ofPage(text)
    case '.json': return ofJson(text)
    case '.jsonl': case '.ndjson': return ofLines(text)
    default: {
      const { fields, body } = splitFrontMatter(text)
      return [drafted(fields, body)]
    }
  }
}

/** The articles of a file and what is wrong with it, in order. */
export async function readFile({ name, size, bytes }: { readonly name: string; readonly size: number; readonly bytes: () => Promise<Uint8Array> }): Promise<readonly ReadPiece[]> {
  const suffix = /\.[^.]+$/u.exec(name)?.[0].toLowerCase() ?? ''
  const whole = (fault: Fault): readonly ReadPiece[] => [{ file: name, place: 0, found: { fault } }]
  if (!SUFFIXES.some((known) => known === suffix)) return whole('KIND')
  if (size > MOST_BYTES) return whole('BIG')
  const found = await foundIn(suffix, await bytes())
  return found.flatMap((item, at) => (item === undefined ? [] : [{ file: name, place: found.length === 1 ? 0 : at + 1, found: item }]))
}

/** Articles of one call: the server takes 50 and one MiB. */
const MOST_AT_ONCE = 20
const MOST_OF_CALL = 800_000

/** The drafts in calls that the server takes, in order. */
export function callsOf<T extends { readonly draft: ArticleDraft }>(items: readonly T[]): readonly (readonly T[])[] {
  const encoder = new TextEncoder()
  const calls: T[][] = []
  let bytes = 0
  for (const item of items) {
    const size = encoder.encode(JSON.stringify(item.draft)).length
    const last = calls.at(-1)
    if (last === undefined || last.length >= MOST_AT_ONCE || bytes + size > MOST_OF_CALL) {
      calls.push([item])
      bytes = size
    } else {
      last.push(item)
      bytes += size
    }
  }
  return calls
}
