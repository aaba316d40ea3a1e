/** Sums the weights of each character's features, for every tag. */
import type { Token } from '../document.js'
import { FEATURE_COUNT, GRAM, QUIET, QUIET_STATES, featuresAt, gather, gatherQuiet, hashGathered, quietState } from './features.js'
import { GramRows, NEUTRAL, PAIR_ROWS, ROW, UNIT_ROWS } from './gram-rows.js'
import { Marks, PAD } from './marks.js'
import { DISPLACE, SPREAD, hintBit, hintedDisplacements, slotOf } from './perfect-hash.js'
import type { PerfectHash } from './perfect-hash.js'
import { TAG_COUNT } from './tags.js'
import { TokenTable } from './token-table.js'
import { STRIDE, buildTable } from './weights.js'
import type { WeightData } from './weights.js'
import { WordTrie } from './word-trie.js'

const LOW_BYTES = 0x00ff00ff
/** Words that a character's weights are summed in: two lanes of 16 bits each. */
const SUMS = 8
/** Where the character and the pair (by its last character) of each gram feature stand, from the character that is scored; see gather(). */
const UNIT_AT = Int8Array.of(0, -1, 1, -2, 2)
const PAIR_AT = Int8Array.of(0, 1, -1, 2)

/** Not to be shared between threads: it works in arrays of its own. */
export class Scorer {
  readonly marks: Marks
  /** `TAG_COUNT` scores for each character, 0 for O; only those of characters that were asked for are of this sentence. */
  scores = new Int32Array(0)
  readonly #table: Int32Array
  readonly #hash: PerfectHash
  readonly #displacements: Uint32Array
  readonly #grams: GramRows
  readonly #slotMask: number
  readonly #features = new Int32Array(FEATURE_COUNT)
  readonly #places = new Int32Array(FEATURE_COUNT)
  /** Sums of each state of the features from QUIET on, once it was met. */
  readonly #quiet = new Int32Array(QUIET_STATES * SUMS)
  readonly #quietKnown = new Uint8Array(QUIET_STATES)
  /** Block of the pair that ends at each slot of the marks. */
  #pairs = new Int32Array(0)

  constructor(data: WeightData) {
    this.marks = new Marks(new WordTrie(data.words), new TokenTable(data.tokens))
    this.#table = buildTable(data)
    this.#hash = data.hash
    this.#displacements = hintedDisplacements(data.keys, data.hash)
    this.#grams = new GramRows(data)
    this.#slotMask = data.hash.slots - 1
  }

  /** Reads a sentence; `tokens` tile `text`. */
  read(text: string, tokens: readonly Token[]): void {
    this.marks.read(text, tokens)
    if (this.scores.length >= text.length * TAG_COUNT) return
    this.scores = new Int32Array(text.length * 2 * TAG_COUNT)
    this.#pairs = new Int32Array(text.length * 2 + 2 * PAD)
  }

  /** Scores the characters of the sentence from `from` to `to`. */
  score(from: number, to: number): void {
    this.#readPairs(from, to)
    for (let i = from; i < to; i++) this.#score(i)
  }

  /** Finds the pairs that the characters of a run are seen with. */
  #readPairs(from: number, to: number): void {
    const { codes } = this.marks
    const pairs = this.#pairs
    for (let slot = from + PAD - 1; slot < to + PAD + 2; slot++) pairs[slot] = this.#grams.pairBlock(codes[slot - 1] as number, codes[slot] as number)
  }

  /**
   * Sums the rows of a character's features. Lanes are 16 bits wide, two to a word, so sixteen tags take eight additions.
   * First come the grams, whose rows are found by block; the others are looked up by hash.
   */
  #score(i: number): void {
    const features = this.#features
    const table = this.#table
    const displacements = this.#displacements
    const bucketMask = displacements.length - 1
    const slotMask = this.#slotMask
    const { codes } = this.marks
    const { units, unitRows, pairRows } = this.#grams
    const pairs = this.#pairs
    const slot = i + PAD
    let a0 = 0, a1 = 0, b0 = 0, b1 = 0, c0 = 0, c1 = 0, d0 = 0, d1 = 0
    let hits = UNIT_ROWS
    for (let place = 0; place < UNIT_ROWS; place++) {
      const at = ((units[codes[slot + (UNIT_AT[place] as number)] as number] as number) * UNIT_ROWS + place) * ROW
      const a = unitRows[at] as number
      const b = unitRows[at + 1] as number
      const c = unitRows[at + 2] as number
      const d = unitRows[at + 3] as number
      a0 += a & LOW_BYTES
      a1 += (a >>> 8) & LOW_BYTES
      b0 += b & LOW_BYTES
      b1 += (b >>> 8) & LOW_BYTES
      c0 += c & LOW_BYTES
      c1 += (c >>> 8) & LOW_BYTES
      d0 += d & LOW_BYTES
      d1 += (d >>> 8) & LOW_BYTES
    }
    let first: number = GRAM.END
    if (((pairs[slot - 1] as number) | (pairs[slot] as number) | (pairs[slot + 1] as number) | (pairs[slot + 2] as number)) < 0) first = GRAM.PAIR
    else {
      hits += PAIR_ROWS
      for (let place = 0; place < PAIR_ROWS; place++) {
        const at = ((pairs[slot + (PAIR_AT[place] as number)] as number) * PAIR_ROWS + place) * ROW
        const a = pairRows[at] as number
        const b = pairRows[at + 1] as number
        const c = pairRows[at + 2] as number
        const d = pairRows[at + 3] as number
        a0 += a & LOW_BYTES
        a1 += (a >>> 8) & LOW_BYTES
        b0 += b & LOW_BYTES
        b1 += (b >>> 8) & LOW_BYTES
        c0 += c & LOW_BYTES
        c1 += (c >>> 8) & LOW_BYTES
        d0 += d & LOW_BYTES
        d1 += (d >>> 8) & LOW_BYTES
      }
    }
    gather(this.marks, slot)
    const state = quietState(this.marks, slot)
    let end = FEATURE_COUNT
    if (state < 0) gatherQuiet(this.marks, slot)
    else {
      if (this.#quietKnown[state] === 0) this.#learnQuiet(i, state)
      end = QUIET
      hits += FEATURE_COUNT - QUIET
      const quiet = this.#quiet
      const at = state * SUMS
      a0 += quiet[at] as number
      a1 += quiet[at + 1] as number
      b0 += quiet[at + 2] as number
      b1 += quiet[at + 3] as number
      c0 += quiet[at + 4] as number
      c1 += quiet[at + 5] as number
      d0 += quiet[at + 6] as number
      d1 += quiet[at + 7] as number
    }
    hashGathered(features, 0, first, end)
    const places = this.#places
    let likely = 0
    for (let f = first; f < end; f++) {
      const key = features[f] as number
      // slotOf(), written out; most keys that are not there fail at the hint, which lies beside the displacement.
      const hinted = displacements[(key ^ (key >>> 15)) & bucketMask] as number
      const mixed = Math.imul(key ^ Math.imul((hinted & 0xffff) + 1, DISPLACE), SPREAD)
      features[likely] = key
      places[likely] = ((mixed ^ (mixed >>> 15)) & slotMask) * STRIDE
      likely += (hinted >>> hintBit(key)) & 1
    }
    // In a loop of its own, and a short one, so that the processor waits for all the rows at once.
    for (let f = 0; f < likely; f++) features[f] = (features[f] as number) ^ (table[places[f] as number] as number)
    for (let f = 0; f < likely; f++) {
      const at = places[f] as number
      const unlike = features[f] as number
      // All ones where the slot holds this key, else 0: a branch here would be guessed wrong too often.
      const same = ~((unlike | -unlike) >> 31)
      hits -= same
      const a = (table[at + 1] as number) & same
      const b = (table[at + 2] as number) & same
      const c = (table[at + 3] as number) & same
      const d = (table[at + 4] as number) & same
      a0 += a & LOW_BYTES
      a1 += (a >>> 8) & LOW_BYTES
      b0 += b & LOW_BYTES
      b1 += (b >>> 8) & LOW_BYTES
      c0 += c & LOW_BYTES
      c1 += (c >>> 8) & LOW_BYTES
      d0 += d & LOW_BYTES
      d1 += (d >>> 8) & LOW_BYTES
    }
    const { scores } = this
    const bias = hits * 128
    const at = i * TAG_COUNT
    scores[at] = 0
    scores[at + 1] = (a0 & 0xffff) - bias
    scores[at + 2] = (a1 & 0xffff) - bias
    scores[at + 3] = (a0 >>> 16) - bias
    scores[at + 4] = (a1 >>> 16) - bias
    scores[at + 5] = (b0 & 0xffff) - bias
    scores[at + 6] = (b1 & 0xffff) - bias
    scores[at + 7] = (b0 >>> 16) - bias
    scores[at + 8] = (b1 >>> 16) - bias
    scores[at + 9] = (c0 & 0xffff) - bias
    scores[at + 10] = (c1 & 0xffff) - bias
    scores[at + 11] = (c0 >>> 16) - bias
    scores[at + 12] = (c1 >>> 16) - bias
    scores[at + 13] = (d0 & 0xffff) - bias
    scores[at + 14] = (d1 & 0xffff) - bias
    scores[at + 15] = (d0 >>> 16) - bias
    scores[at + 16] = (d1 >>> 16) - bias
  }

  /** Sums the rows of the features from QUIET on for a state that is met for the first time. A feature without weights counts as a row of zeros. */
  #learnQuiet(i: number, state: number): void {
    this.#quietKnown[state] = 1
    const keys = new Int32Array(FEATURE_COUNT)
    featuresAt(this.marks, i, keys, 0)
    gather(this.marks, i + PAD)
    for (const key of keys.subarray(QUIET)) {
      const at = slotOf(key, this.#hash) * STRIDE
      for (let word = 0; word < SUMS; word++) {
        const lanes = this.#table[at] === key ? (this.#table[at + 1 + (word >>> 1)] as number) : NEUTRAL
        this.#quiet[state * SUMS + word] = (this.#quiet[state * SUMS + word] as number) + ((lanes >>> (8 * (word & 1))) & LOW_BYTES)
      }
    }
  }
}
