/** Articles in gold form (names and forms as strings), as annotators and the reference set write them. */
import type { EntityKind, Modality, RelationType } from '../../schema/ontology/index.js'
import type { Offsets } from './annotations.js'

export interface GoldEntity {
  readonly id: string
  readonly kind: EntityKind
  readonly subkind: string
  readonly name: string
  readonly mentions: readonly string[]
}

export interface GoldArticle {
  readonly id: string
  readonly text: string
  readonly byline: readonly string[]
  readonly home: string | null
  readonly entities: readonly GoldEntity[]
  readonly facts: readonly { readonly type: RelationType; readonly subject: string; readonly object: string; readonly modality: Modality; readonly title?: string; readonly quote: string }[]
  readonly ignore: readonly string[]
}

export interface EntitySpan {
  readonly start: number
  readonly end: number
  readonly entity: string
}

const PAIRS: readonly (readonly [string, string])[] = [['“', '”'], ['"', '"'], ['《', '》'], ['‘', '’'], ['「', '」'], ['『', '』']]

/** A form without the pair of quotes that encloses it whole: quotes are no part of a name. */
export const unquoted = (form: string): string => {
  for (const [open, close] of PAIRS) {
    if (form.length > 2 && form.startsWith(open) && form.endsWith(close) && !form.slice(1, -1).includes(open) && !form.slice(1, -1).includes(close)) return form.slice(1, -1)
  }
  return form
}

/** Every place of a form in the text. */
export const placesOf = (text: string, form: string): Offsets[] => {
  const places: Offsets[] = []
  if (form === '') return places
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) places.push([at, at + form.length])
  return places
}

/**
 * Every occurrence of every form; where two overlap the longer stands. A region written behind the one that holds it
 * (上海市普陀区) gives two spans, as both are entities.
 */
export const spansOf = (text: string, entities: readonly GoldEntity[]): EntitySpan[] => {
  const regionForms = new Set(entities.filter((entity) => entity.kind === 'REGION').flatMap((entity) => [entity.name, ...entity.mentions]))
  const isChain = (form: string): boolean => {
    for (let cut = 2; cut <= form.length - 2; cut++) if (regionForms.has(form.slice(0, cut)) && regionForms.has(form.slice(cut))) return true
    return false
  }
  const found: EntitySpan[] = []
  for (const entity of entities) {
    const forms = new Set([entity.name, ...entity.mentions].map(unquoted))
    for (const form of forms) {
      if (entity.kind === 'REGION' && isChain(form)) continue
      for (const [start, end] of placesOf(text, form)) found.push({ start, end, entity: entity.id })
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken = new Uint8Array(text.length)
  const kept: EntitySpan[] = []
  for (const span of found) {
    if (taken.subarray(span.start, span.end).includes(1)) continue
    taken.fill(1, span.start, span.end)
    kept.push(span)
  }
  return kept.sort((a, b) => a.start - b.start)
}
