/** Scores a tagger: exact spans, and entities as the reference scorer sees them (kind and any form, once per article). */
import type { Segmenter } from '../../ingest/3-extract/document.js'
import { TAGGED_KINDS } from '../../ingest/3-extract/recogniser/tags.js'
import type { Tagger } from '../../ingest/3-extract/recogniser/tagger.js'
import { splitSentences } from '../../ingest/3-extract/sentences.js'
import type { GoldSpan, LabelledText } from './labels.js'

export class Tally {
  found = 0
  spurious = 0
  missed = 0
  get precision(): number {
    return this.found / Math.max(1, this.found + this.spurious)
  }
  get recall(): number {
    return this.found / Math.max(1, this.found + this.missed)
  }
  get f1(): number {
    return (2 * this.found) / Math.max(1, 2 * this.found + this.spurious + this.missed)
  }
}

export type Scores = Map<string, Tally>

const tally = (scores: Scores, key: string): Tally => {
  const known = scores.get(key) ?? new Tally()
  scores.set(key, known)
  return known
}

/** All names that the tagger finds in a text. */
export const tagText = (tagger: Tagger, segmenter: Segmenter, text: string): GoldSpan[] =>
  splitSentences(text).flatMap((sentence) =>
    tagger.tag(sentence.text, segmenter.segment(sentence.text)).map(({ start, end, kind }) => ({
      start: start + sentence.span.start,
      end: end + sentence.span.start,
      kind: TAGGED_KINDS[kind] ?? 'PERSON',
    })),
  )

/** Adds the span scores of one text; predictions whose place allows them without demanding them are left out. */
export const scoreSpans = (scores: Scores, labelled: LabelledText, found: readonly GoldSpan[]): void => {
  const key = (span: GoldSpan): string => `${String(span.start)}-${String(span.end)} ${span.kind}`
  const gold = new Set(labelled.spans.map(key))
  for (const span of found) {
    const mask = labelled.masks[span.start] as number
    if (gold.delete(key(span))) {
      for (const name of [span.kind, 'all']) tally(scores, name).found++
    } else if ((mask & 1) === 0 || mask === 1) for (const name of [span.kind, 'all']) tally(scores, name).spurious++
  }
  for (const rest of gold) for (const name of [rest.split(' ')[1] ?? '', 'all']) tally(scores, name).missed++
}

export interface EntityForms {
  readonly kind: string
  readonly forms: ReadonlySet<string>
}

/** Letters of a form that count when forms are compared: quotes and blanks do not. */
export const formKey = (form: string): string => form.replace(/["'“”‘’「」『』《》\s]/g, '')

/** Entity scores: each distinct found (kind, form) must be a form of a gold entity; each gold entity must be found once. */
export const scoreEntities = (scores: Scores, text: string, entities: readonly EntityForms[], ignored: ReadonlySet<string>, found: readonly GoldSpan[]): string[] => {
  const errors: string[] = []
  const seen = new Set(found.map((span) => `${span.kind} ${formKey(text.slice(span.start, span.end))}`))
  const hit = new Set<EntityForms>()
  for (const item of seen) {
    const [kind = '', form = ''] = item.split(' ')
    const entity = entities.find((candidate) => candidate.kind === kind && candidate.forms.has(form))
    if (entity !== undefined) hit.add(entity)
    else if (!ignored.has(form)) {
      for (const name of [kind, 'all']) tally(scores, name).spurious++
      errors.push(`+ ${item}`)
    }
  }
  for (const entity of entities) {
    for (const name of [entity.kind, 'all']) {
      if (hit.has(entity)) tally(scores, name).found++
      else tally(scores, name).missed++
    }
    if (!hit.has(entity)) errors.push(`- ${entity.kind} ${[...entity.forms].join('|')}`)
  }
  return errors
}
