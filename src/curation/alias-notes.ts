import { rawSpan, sliceSpan, type RawSpan } from '../core/span.js'
import type { Mention } from '../core/records.js'
import type { NameRole } from '../identity/index.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { readByIds } from './read-profiles.js'

/** Where an entity's form comes from: the sentence of the article that first brings it. */
export interface AliasNote {
  readonly alias: string
  readonly role: NameRole
  readonly articleId: string
  /** Equals the slice of the article's raw text at `raw`. */
  readonly quote: string
  readonly raw: RawSpan
}

const text = (row: StoreRow, column: string): string => String(row[column])

interface Place {
  readonly entityId: string
  readonly alias: string
  readonly role: NameRole
  readonly articleId: string
  readonly raw: RawSpan
}

/** A form introduced by the text says more than one in use; then the earliest article, undated ones last; then the first place. */
function rankOf(row: StoreRow, mention: Mention): string {
  const date = text(row, 'date')
  return [mention.role === undefined ? '1' : '0', date === '' ? '9999' : date, text(row, 'articleId'), String(mention.raw.start).padStart(9, '0')].join(' ')
}

const ENDS = '。！？!?\n\r'
/** UTF-16 code units of a sentence that are shown at most to either side of the form. */
const REACH = 120

/** The sentence around a span. */
function sentenceAround(raw: string, span: RawSpan): RawSpan {
  let [start, end] = [span.start, span.end]
  while (start > 0 && span.start - start < REACH && !ENDS.includes(raw.charAt(start - 1))) start--
  while (end < raw.length && end - span.end < REACH && !ENDS.includes(raw.charAt(end - 1))) end++
  while (start < span.start && /\s/u.test(raw.charAt(start))) start++
  return rawSpan(start, end)
}

/** For each entity, each form it goes by with the sentence that brings it; forms sorted as given. */
export async function aliasNotes(store: GraphStore, entityIds: readonly string[]): Promise<ReadonlyMap<string, readonly AliasNote[]>> {
  const best = new Map<string, { readonly rank: string; readonly place: Place }>()
  for (const row of await readByIds(store, 'namings-of-entities', entityIds))
    for (const mention of JSON.parse(text(row, 'mentions')) as readonly Mention[]) {
      const [entityId, rank] = [text(row, 'entityId'), rankOf(row, mention)]
      const key = `${entityId} ${mention.clean}`
      if ((best.get(key)?.rank ?? '~') <= rank) continue
      best.set(key, { rank, place: { entityId, alias: mention.clean, role: mention.role ?? 'used', articleId: text(row, 'articleId'), raw: mention.raw } })
    }
  const places = [...best.values()].map(({ place }) => place)
  const raws = new Map((await readByIds(store, 'articles-by-ids', places.map(({ articleId }) => articleId))).map((row) => [text(row, 'id'), text(row, 'rawText')]))
  const notes = new Map<string, AliasNote[]>(entityIds.map((id) => [id, []]))
  for (const { entityId, alias, role, articleId, raw } of places) {
    const whole = raws.get(articleId) ?? ''
    const sentence = sentenceAround(whole, raw)
    notes.get(entityId)?.push({ alias, role, articleId, raw: sentence, quote: sliceSpan(whole, sentence) })
  }
  for (const list of notes.values()) list.sort((a, b) => (a.alias < b.alias ? -1 : 1))
  return notes
}
