/** Labelled text for training: each character has a set of allowed tags, so that a doubtful label constrains without deciding. */
import { SINGLE, TAG_COUNT, TAGGED_KINDS, beginTag, endTag, insideTag, kindIndex } from '../../ingest/3-extract/recogniser/tags.js'
import type { TaggedKind } from '../../ingest/3-extract/recogniser/tags.js'

export const ANY_TAG = 2 ** TAG_COUNT - 1
export const ONLY_OUTSIDE = 1

export interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly kind: TaggedKind
}

export interface LabelledText {
  readonly text: string
  /** Allowed tags of each character, as bits. */
  readonly masks: Uint32Array
  /** How much this text counts. */
  readonly weight: number
  /** The certain spans, for scoring; empty where labels are doubtful. */
  readonly spans: readonly GoldSpan[]
}

/** Masks that allow O alone (or anything) everywhere. */
export const blankMasks = (length: number, mask = ONLY_OUTSIDE): Uint32Array => new Uint32Array(length).fill(mask)

/** Allows a name of one of `kinds` on exactly this span, or O as well when `orOutside`. */
export const paint = (masks: Uint32Array, start: number, end: number, kinds: readonly TaggedKind[], orOutside = false): void => {
  const outside = orOutside ? ONLY_OUTSIDE : 0
  if (end - start === 1) {
    masks[start] = kinds.includes('REGION') ? (1 << SINGLE) | outside : ANY_TAG
    return
  }
  for (let i = start; i < end; i++) {
    let mask = outside
    for (const kind of kinds) {
      const index = kindIndex(kind)
      mask |= 1 << (i === start ? beginTag(index) : i === end - 1 ? endTag(index) : insideTag(index))
    }
    masks[i] = mask
  }
}

/** Allows names of `kind` within a stretch, besides what is allowed there. */
export const allowWithin = (masks: Uint32Array, start: number, end: number, kind: TaggedKind): void => {
  const index = kindIndex(kind)
  const bits = (1 << beginTag(index)) | (1 << insideTag(index)) | (1 << endTag(index))
  for (let i = start; i < end; i++) if (((masks[i] as number) & ONLY_OUTSIDE) !== 0) masks[i] = (masks[i] as number) | bits
}

export const ALL_KINDS: readonly TaggedKind[] = TAGGED_KINDS
