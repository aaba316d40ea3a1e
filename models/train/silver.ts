/**
 * Labels raw articles with a trained model (self-training). What the model is sure of becomes a label, what it doubts
 * stays open, and a name that is sure in one place of an article, or in many articles, is one wherever it stands.
 */
import { SINGLE, TAG_COUNT, TAGGED_KINDS, beginTag, endTag, insideTag, kindOfTag } from '../../ingest/3-extract/recogniser/tags.js'
import type { TaggedKind } from '../../ingest/3-extract/recogniser/tags.js'
import { splitSentences } from '../../ingest/3-extract/sentences.js'
import type { Crf } from './crf.js'
import { DatasetBuilder } from './dataset.js'
import type { FeatureIndex } from './dataset.js'
import type { Lexicon } from './fit.js'
import { placesOf } from './gold.js'
import { ANY_TAG, blankMasks, paint } from './labels.js'
import type { LabelledText } from './labels.js'

/** A tag below this is not allowed where another one is likely. */
const RULED_OUT = 0.08
/** All characters of a sure name have at least this probability. */
const SURE = 0.9
const BATCH = 250

interface SureName {
  readonly start: number
  readonly end: number
  readonly kind: number
}

interface Draft {
  readonly text: string
  readonly masks: Uint32Array
  readonly sure: SureName[]
}

export interface SilverOptions {
  readonly weight: number
  /** Fewest names per 1000 characters; articles with fewer are left out. */
  readonly density: number
}

/** Labels the texts. Deterministic; takes a few microseconds a character. */
export const labelSilver = (texts: readonly string[], crf: Crf, index: FeatureIndex, lexicon: Lexicon, options: SilverOptions): LabelledText[] => {
  const drafts: Draft[] = []
  for (let from = 0; from < texts.length; from += BATCH) drafts.push(...draft(texts.slice(from, from + BATCH), crf, index, lexicon))
  const kept = drafts.filter(({ text, sure }) => (1000 * sure.length) / text.length >= options.density)
  const known = namesOfCorpus(kept)
  return kept.map((article) => {
    spread(article, known)
    return { text: article.text, masks: article.masks, weight: options.weight, spans: [] }
  })
}

const draft = (texts: readonly string[], crf: Crf, index: FeatureIndex, lexicon: Lexicon): Draft[] => {
  const builder = new DatasetBuilder(lexicon, false)
  const sentences = texts.map((text) => splitSentences(text).filter(({ text: sentence }) => sentence.length <= 0x400))
  texts.forEach((text, at) => {
    for (const { span } of sentences[at] ?? []) builder.add({ text: text.slice(span.start, span.end), masks: blankMasks(span.end - span.start), weight: 1, spans: [] }, 0)
  })
  const data = builder.finish(0, index, false)
  crf.use(data)
  let next = 0
  return texts.map((text, at) => {
    const masks = blankMasks(text.length, ANY_TAG)
    const sure: SureName[] = []
    for (const { span } of sentences[at] ?? []) {
      // A sentence that the splitter cuts further comes as several examples.
      for (let offset = span.start; offset < span.end; ) {
        const example = data.examples[next++]
        if (example === undefined) break
        readMarginals(crf.marginals(example), offset, example.to - example.from, masks, sure)
        offset += example.to - example.from
      }
    }
    return { text, masks, sure }
  })
}

const readMarginals = (marginals: Float64Array, offset: number, length: number, masks: Uint32Array, sure: SureName[]): void => {
  let start = -1
  for (let i = 0; i < length; i++) {
    let mask = 0
    let best = 0
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      const p = marginals[i * TAG_COUNT + tag] as number
      if (p > RULED_OUT) mask |= 1 << tag
      if (p > (marginals[i * TAG_COUNT + best] as number)) best = tag
    }
    masks[offset + i] = mask === 0 ? ANY_TAG : mask
    const certain = (marginals[i * TAG_COUNT + best] as number) >= SURE
    if (!certain || best === 0) start = -1
    else if (best === SINGLE) start = -1
    else {
      const kind = kindOfTag(best)
      if (best === beginTag(kind)) start = i
      else if (best === endTag(kind) && start >= 0) {
        sure.push({ start: offset + start, end: offset + i + 1, kind })
        start = -1
      } else if (best !== insideTag(kind)) start = -1
    }
  }
}

/** Names sure in at least three articles, nearly always as one kind. */
const namesOfCorpus = (drafts: readonly Draft[]): Map<string, number> => {
  const counts = new Map<string, Int32Array>()
  for (const { text, sure } of drafts) {
    for (const item of new Set(sure.map(({ start, end, kind }) => `${String(kind)}${text.slice(start, end)}`))) {
      const name = item.slice(1)
      const row = counts.get(name) ?? new Int32Array(TAGGED_KINDS.length)
      const kind = Number(item[0])
      row[kind] = (row[kind] as number) + 1
      counts.set(name, row)
    }
  }
  const known = new Map<string, number>()
  for (const [name, row] of counts) {
    const total = row.reduce((sum, count) => sum + count, 0)
    const kind = row.indexOf(Math.max(...row))
    if (total >= 3 && (row[kind] as number) >= 0.85 * total && name.length >= 3) known.set(name, kind)
  }
  return known
}

/** Labels further places of the article's sure names and of known ones where the model was in doubt. */
const spread = ({ text, masks, sure }: Draft, known: ReadonlyMap<string, number>): void => {
  const names = new Map<string, number>()
  for (const { start, end, kind } of sure) names.set(text.slice(start, end), kind)
  const settled = new Uint8Array(text.length)
  for (const { start, end } of sure) settled.fill(1, start, end)
  for (const [name, kind] of [...names].sort((a, b) => b[0].length - a[0].length)) {
    if (name.length < 2) continue
    const all = known.get(name)
    for (const [start, end] of placesOf(text, name)) {
      if (settled.subarray(start, end).includes(1)) continue
      // Where the model is sure that this is no name, a short form may well be an everyday word.
      const outside = masks.subarray(start, end).every((mask) => mask === 1)
      paint(masks, start, end, [TAGGED_KINDS[all ?? kind] as TaggedKind], outside && name.length < 4)
      settled.fill(1, start, end)
    }
  }
  for (let start = 0; start < text.length; start++) {
    if (settled[start] === 1) continue
    for (let end = Math.min(text.length, start + 16); end >= start + 3; end--) {
      const kind = known.get(text.slice(start, end))
      if (kind === undefined || settled.subarray(start, end).includes(1) || masks.subarray(start, end).every((mask) => mask === 1)) continue
      paint(masks, start, end, [TAGGED_KINDS[kind] as TaggedKind])
      settled.fill(1, start, end)
      break
    }
  }
}
