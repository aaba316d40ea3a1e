import type { EntityKind } from '../../../schema/ontology/index.js'
import type { GivenName } from '../../../ingest/read-sentence.js'
import type { EntityRecord } from '../../core/records.js'
import { cleanSpan } from '../../core/span.js'
import { readCompanyName } from '../../identity/names/company-name.js'
import type { GraphStore } from '../../store/port.js'
import { bigramsOf, normaliseForSearch } from '../../store/search-text.js'
import { toEntity } from '../rows.js'

/** Names of the graph that stand in a sentence, whole or shortened as people shorten them. */

/** Entities whose names look like part of the sentence, of which short forms are tried. */
const NEAR_LIMIT = 300
/** UTF-16 code units; shorter pieces are words more often than names. */
const SHORTEST_WHOLE = 2
const SHORTEST_TRADE = 3
const SHORTEST_HEAD = 3

/** A text without marks, in the form that names are searched by, and where each of its characters stands. */
interface Plain {
  readonly text: string
  readonly places: readonly number[]
}

function plainOf(text: string): Plain {
  const places: number[] = []
  let plain = ''
  for (let at = 0; at < text.length; at++) {
    const form = normaliseForSearch(text.charAt(at))
    for (let i = 0; i < form.length; i++) places.push(at)
    plain += form
  }
  return { text: plain, places }
}

interface Found extends GivenName {
  /** A whole name beats a shortened one of the same length. */
  readonly whole: boolean
}

function* occurrences({ text, places }: Plain, form: string): Iterable<readonly [number, number]> {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const [start, last] = [places[at], places[at + form.length - 1]]
    if (start !== undefined && last !== undefined) yield [start, last + 1]
  }
}

/** Short forms of a name by which people go on: region and trade name or trade name alone of a firm. */
function firmForms(name: string): readonly string[] {
  const { form, trade, generic } = readCompanyName(name)
  const at = form.indexOf(trade)
  if (trade === '' || generic || at < 0) return []
  return [...(at > 0 ? [form.slice(0, at + trade.length)] : []), ...(trade.length >= SHORTEST_TRADE ? [trade] : [])].map(normaliseForSearch)
}

/** The longest beginning of an initiative's name that stands in the sentence. */
function headForm(name: string, sentence: string): readonly string[] {
  const form = normaliseForSearch(name)
  for (let length = form.length - 1; length >= SHORTEST_HEAD; length--) if (sentence.includes(form.slice(0, length))) return [form.slice(0, length)]
  return []
}

const SHORTENED: Partial<Readonly<Record<EntityKind, (name: string, sentence: string) => readonly string[]>>> = { COMPANY: firmForms, INITIATIVE: headForm }

function* finds(plain: Plain, sentence: string, entity: EntityRecord, forms: readonly string[], whole: boolean): Iterable<Found> {
  for (const form of new Set(forms)) {
    if (form.length < SHORTEST_WHOLE) continue
    for (const [start, end] of occurrences(plain, form)) {
      yield { span: cleanSpan(start, end), text: sentence.slice(start, end), kind: entity.kind, subkind: entity.subkind, whole }
    }
  }
}

const length = ({ span }: GivenName): number => span.end - span.start

/** The longest names win their place; what overlaps them goes. */
function withoutOverlap(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = []
  const ranked = [...found].sort((a, b) => length(b) - length(a) || Number(b.whole) - Number(a.whole) || a.span.start - b.span.start || (a.kind < b.kind ? -1 : 1))
  for (const name of ranked) if (!kept.some((other) => other.span.start < name.span.end && name.span.start < other.span.end)) kept.push(name)
  return kept.sort((a, b) => a.span.start - b.span.start)
}

/** Names in a repaired sentence, in text order, without overlap. Two store calls. */
export async function namesInSentence(store: GraphStore, sentence: string): Promise<readonly GivenName[]> {
  const plain = plainOf(sentence)
  const [named, near] = await Promise.all([
    store.read('entities-named-in', { text: sentence.replace(/[“”《》]/gu, '') }),
    store.read('entities-near', { bigrams: [...bigramsOf(sentence)], kinds: ['COMPANY', 'INITIATIVE'], limit: NEAR_LIMIT }),
  ])
  const found: Found[] = []
  for (const entity of named.map(toEntity)) found.push(...finds(plain, sentence, entity, [entity.name, ...entity.aliases].map(normaliseForSearch), true))
  for (const entity of near.map(toEntity)) {
    const forms = [entity.name, ...entity.aliases].flatMap((name) => SHORTENED[entity.kind]?.(name, plain.text) ?? [])
    found.push(...finds(plain, sentence, entity, forms, false))
  }
  return withoutOverlap(found).map(({ span, text, kind, subkind }) => ({ span, text, kind, subkind }))
}
