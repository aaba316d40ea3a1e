/** Sentences as feature ids and allowed tags, packed into a few large arrays. */
import type { Segmenter } from '../../ingest/3-extract/document.js'
import { FEATURE_COUNT, featuresAt } from '../../ingest/3-extract/recogniser/features.js'
import { Marks } from '../../ingest/3-extract/recogniser/marks.js'
import { splitSentences } from '../../ingest/3-extract/sentences.js'
import type { Lexicon } from './fit.js'
import { ANY_TAG } from './labels.js'
import type { LabelledText } from './labels.js'

/** Grows by doubling. */
class IntList {
  data = new Int32Array(1 << 20)
  length = 0

  extend(values: Int32Array): void {
    if (this.length + values.length > this.data.length) {
      const grown = new Int32Array(Math.max(this.data.length * 2, this.length + values.length))
      grown.set(this.data.subarray(0, this.length))
      this.data = grown
    }
    this.data.set(values, this.length)
    this.length += values.length
  }
}

/** Feature hashes to row numbers; rows are numbered as they come. */
export class FeatureIndex {
  #keys: Int32Array
  #rows: Int32Array
  size = 0

  constructor(capacity = 1 << 22) {
    this.#keys = new Int32Array(capacity)
    this.#rows = new Int32Array(capacity)
  }

  get keys(): Int32Array {
    const keys = new Int32Array(this.size)
    this.#keys.forEach((key, slot) => {
      if (key !== 0) keys[this.#rows[slot] as number] = key
    })
    return keys
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1
    let slot = key & mask
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  row(key: number): number {
    const slot = this.#slot(key)
    return this.#keys[slot] === 0 ? -1 : (this.#rows[slot] as number)
  }

  add(key: number): number {
    if (this.size > this.#keys.length * 0.6) this.#grow()
    const slot = this.#slot(key)
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = key
      this.#rows[slot] = this.size++
    }
    return this.#rows[slot] as number
  }

  #grow(): void {
    const keys = this.#keys
    const rows = this.#rows
    this.#keys = new Int32Array(keys.length * 2)
    this.#rows = new Int32Array(keys.length * 2)
    keys.forEach((key, old) => {
      if (key === 0) return
      const slot = this.#slot(key)
      this.#keys[slot] = key
      this.#rows[slot] = rows[old] as number
    })
  }
}

/** One sentence: `from`–`to` in characters of the dataset. */
export interface Example {
  readonly from: number
  readonly to: number
  readonly weight: number
}

export interface Dataset {
  readonly examples: readonly Example[]
  /** `FEATURE_COUNT` rows per character; -1 where the feature is not used. */
  readonly rows: Int32Array
  readonly masks: Uint32Array
  readonly index: FeatureIndex
}

/** Collects hashes first; `finish` keeps the features that occur often enough. */
export class DatasetBuilder {
  readonly #features = new IntList()
  readonly #masks = new IntList()
  readonly #examples: Example[] = []
  readonly #counts: Uint8Array
  readonly #marks: Marks
  readonly #segmenter: Segmenter

  /** Without `counting` the builder can only look features up in an index that exists. */
  constructor(lexicon: Lexicon, counting = true) {
    this.#counts = new Uint8Array(counting ? 2 ** 27 : 1)
    this.#marks = new Marks(lexicon.words, lexicon.tokens)
    this.#segmenter = lexicon.segmenter
  }

  /** Adds a text sentence by sentence. Each use of its features counts `count` times towards the cut. */
  add(labelled: LabelledText, count: number): void {
    for (const { span, text } of splitSentences(labelled.text)) {
      const masks = labelled.masks.slice(span.start, span.end)
      if (masks.every((mask) => mask === ANY_TAG)) continue
      this.#marks.read(text, this.#segmenter.segment(text))
      const features = new Int32Array(text.length * FEATURE_COUNT)
      for (let i = 0; i < text.length; i++) featuresAt(this.#marks, i, features, i * FEATURE_COUNT)
      for (const key of features) {
        const slot = (key ^ (key >>> 27)) & (this.#counts.length - 1)
        this.#counts[slot] = Math.min(255, (this.#counts[slot] as number) + count)
      }
      const from = this.#masks.length
      this.#features.extend(features)
      this.#masks.extend(new Int32Array(masks.buffer))
      this.#examples.push({ from, to: this.#masks.length, weight: labelled.weight })
    }
  }

  /** Numbers the features seen at least `cut` times; the builder is spent. */
  finish(cut: number, index = new FeatureIndex(), open = true): Dataset {
    const rows = this.#features.data.subarray(0, this.#features.length)
    for (let f = 0; f < rows.length; f++) {
      const key = rows[f] as number
      const count = this.#counts[(key ^ (key >>> 27)) & (this.#counts.length - 1)] as number
      rows[f] = open && count >= cut ? index.add(key) : index.row(key)
    }
    return { examples: this.#examples, rows, masks: new Uint32Array(this.#masks.data.buffer, 0, this.#masks.length), index }
  }
}
