/** Annotated articles as labelled text. */
import { TAGGED_KINDS } from '../../ingest/3-extract/recogniser/tags.js'
import type { AnnotatedArticle } from './annotations.js'
import { placesOf, spansOf } from './gold.js'
import type { GoldArticle } from './gold.js'
import { ALL_KINDS, blankMasks, paint } from './labels.js'
import type { GoldSpan, LabelledText } from './labels.js'

/** Bare organs and media: whether they are named is for the rules to say, so the tagger is told nothing. */
const UNDECIDED = /(委|政府|人大|政协|常委会|网|报|社|台|局|部门|日报|客户端|新闻|公司|集团|学院|大学|中心|省|市|县|区|镇)$/

/** Gold labels of an article: all names certain, all else outside, bylines and doubtful forms open. */
export const labelArticle = ({ annotation, text }: AnnotatedArticle, weight: number): LabelledText => {
  const spans = annotation.entities.flatMap((entity) => entity.spans.map(([start, end]): GoldSpan => ({ start, end, kind: entity.kind })))
  return { text, masks: maskOf(text, spans, annotation.byline.map(([s, e]) => text.slice(s, e)), annotation.ignore.map(([s, e]) => text.slice(s, e))), weight, spans }
}

/** The same for an article in gold form. */
export const labelGold = (gold: GoldArticle, weight: number): LabelledText => {
  const kinds = new Map(gold.entities.map((entity) => [entity.id, entity.kind]))
  const spans = spansOf(gold.text, gold.entities).map(({ start, end, entity }): GoldSpan => ({ start, end, kind: kinds.get(entity) ?? 'PERSON' }))
  return { text: gold.text, masks: maskOf(gold.text, spans, gold.byline, gold.ignore), weight, spans }
}

const maskOf = (text: string, spans: readonly GoldSpan[], byline: readonly string[], ignore: readonly string[]): Uint32Array => {
  const masks = blankMasks(text.length)
  for (const form of ignore) if (UNDECIDED.test(form)) for (const [start, end] of placesOf(text, form)) paint(masks, start, end, ALL_KINDS, true)
  for (const name of byline) for (const [start, end] of placesOf(text, name)) paint(masks, start, end, ['PERSON'], true)
  for (const { start, end, kind } of spans) paint(masks, start, end, [kind])
  return masks
}

export const KIND_ORDER = TAGGED_KINDS
