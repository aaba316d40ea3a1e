/** Finds the best tag sequence of a sentence under the trained weights (Viterbi over the legal transitions). */
import type { Token } from '../document.js'
import { FEATURE_COUNT, GRAM, featuresAt } from './features.js'
import { GramRows, PAIR_ROWS, ROW, UNIT_ROWS } from './gram-rows.js'
import { Marks, PAD } from './marks.js'
import { DISPLACE, SPREAD, hintedDisplacements, hintOf } from './perfect-hash.js'
import { CLOSING, OPENING, OUTSIDE, TAG_COUNT, TAGGED_KINDS, beginTag, endTag, insideTag, kindOfTag } from './tags.js'
import { TokenTable } from './token-table.js'
import { STRIDE, buildTable } from './weights.js'
import type { WeightData } from './weights.js'
import { WordTrie } from './word-trie.js'

const IMPOSSIBLE = -(2 ** 29)
const LOW_BYTES = 0x00ff00ff
const OPEN = Int32Array.from(OPENING)
const CLOSED = Int32Array.from(CLOSING)
const KINDS = TAGGED_KINDS.length
/** Where the character and the pair (by its last character) of each gram feature stand, from the character that is scored; see gather(). */
const UNIT_AT = Int8Array.of(0, -1, 1, -2, 2)
const PAIR_AT = Int8Array.of(0, 1, -1, 2)

/** One name found by the tagger. */
export interface TaggedSpan {
  readonly start: number
  readonly end: number
  readonly kind: number
  /** Mean lead per character of the chosen tags over O; higher is surer. */
  readonly lead: number
}

/** Not to be shared between threads: it works in arrays of its own. */
export class Tagger {
  readonly #marks: Marks
  readonly #table: Int32Array
  readonly #displacements: Uint32Array
  readonly #grams: GramRows
  readonly #slotMask: number
  readonly #transitions: Int32Array
  readonly #scale: number
  readonly #features = new Int32Array(FEATURE_COUNT)
  readonly #places = new Int32Array(FEATURE_COUNT)
  /** Block of the pair that ends at each slot of the marks. */
  #pairs = new Int32Array(0)
  #scores = new Int32Array(0)
  #back = new Uint8Array(0)
  #before = new Int32Array(TAG_COUNT)
  #now = new Int32Array(TAG_COUNT)

  constructor(data: WeightData) {
    this.#marks = new Marks(new WordTrie(data.words), new TokenTable(data.tokens))
    this.#table = buildTable(data)
    this.#displacements = hintedDisplacements(data.keys, data.hash)
    this.#grams = new GramRows(data)
    this.#slotMask = data.hash.slots - 1
    this.#transitions = Int32Array.from(data.transitions)
    this.#scale = data.scale
  }

  /** Names in order, without overlap. Offsets index `text`; `tokens` tile it. */
  tag(text: string, tokens: readonly Token[]): TaggedSpan[] {
    const { length } = text
    const spans: TaggedSpan[] = []
    this.#marks.read(text, tokens)
    if (this.#scores.length < length * TAG_COUNT) {
      this.#scores = new Int32Array(length * 2 * TAG_COUNT)
      this.#back = new Uint8Array(length * 2 * TAG_COUNT)
      this.#pairs = new Int32Array(length * 2 + 2 * PAD)
    }
    // Plain tokens are outside whatever stands beside them, so what lies between two of them is a problem of its own.
    const { plain } = this.#marks
    let from = 0
    while (from < length) {
      if (plain[from + PAD] === 1) {
        from++
        continue
      }
      let to = from + 1
      while (to < length && plain[to + PAD] === 0) to++
      this.#readPairs(from, to)
      for (let i = from; i < to; i++) this.#score(i)
      this.#search(from, to, to === length)
      this.#collect(from, to, spans)
      from = to
    }
    return spans
  }

  /** Finds the pairs that the characters of a run are seen with. */
  #readPairs(from: number, to: number): void {
    const { codes } = this.#marks
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
    const { codes } = this.#marks
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
        const block = pairs[slot + (PAIR_AT[place] as number)] as number
        if (block === 0) {
          hits--
          continue
        }
        const at = (block * PAIR_ROWS + place) * ROW
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
    featuresAt(this.#marks, i, features, 0, first)
    const places = this.#places
    let likely = 0
    for (let f = first; f < FEATURE_COUNT; f++) {
      const key = features[f] as number
      // slotOf(), written out; most keys that are not there fail at the hint, which lies beside the displacement.
      const hinted = displacements[(key ^ (key >>> 15)) & bucketMask] as number
      if ((hinted & hintOf(key)) === 0) continue
      const mixed = Math.imul(key ^ Math.imul((hinted & 0xffff) + 1, DISPLACE), SPREAD)
      features[likely] = key
      places[likely++] = ((mixed ^ (mixed >>> 15)) & slotMask) * STRIDE
    }
    // In a loop of its own, so that the processor waits for all the rows at once.
    for (let f = 0; f < likely; f++) {
      const at = places[f] as number
      if (table[at] !== features[f]) continue
      hits++
      const a = table[at + 1] as number
      const b = table[at + 2] as number
      const c = table[at + 3] as number
      const d = table[at + 4] as number
      a0 += a & LOW_BYTES
      a1 += (a >>> 8) & LOW_BYTES
      b0 += b & LOW_BYTES
      b1 += (b >>> 8) & LOW_BYTES
      c0 += c & LOW_BYTES
      c1 += (c >>> 8) & LOW_BYTES
      d0 += d & LOW_BYTES
      d1 += (d >>> 8) & LOW_BYTES
    }
    const scores = this.#scores
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

  /** Fills the back pointers of a run and leaves the last character's best values in `#before`. */
  #search(from: number, to: number, atEnd: boolean): void {
    const trans = this.#transitions
    const back = this.#back
    const scores = this.#scores
    let before = this.#before.fill(IMPOSSIBLE)
    let now = this.#now
    for (const tag of OPEN) before[tag] = (scores[from * TAG_COUNT + tag] as number) + (from === 0 ? 0 : (trans[tag] as number))
    for (let i = from + 1; i < to; i++) {
      const at = i * TAG_COUNT
      for (let o = 0; o < OPEN.length; o++) {
        const tag = OPEN[o] as number
        let best = IMPOSSIBLE * 2
        let source = 0
        for (let c = 0; c < CLOSED.length; c++) {
          const closed = CLOSED[c] as number
          const value = (before[closed] as number) + (trans[closed * TAG_COUNT + tag] as number)
          if (value > best) {
            best = value
            source = closed
          }
        }
        now[tag] = best + (scores[at + tag] as number)
        back[at + tag] = source
      }
      for (let kind = 0; kind < KINDS; kind++) {
        const begin = beginTag(kind)
        const inside = insideTag(kind)
        const end = endTag(kind)
        const fromBegin = before[begin] as number
        const fromInside = before[inside] as number
        const insideB = fromBegin + (trans[begin * TAG_COUNT + inside] as number)
        const insideI = fromInside + (trans[inside * TAG_COUNT + inside] as number)
        now[inside] = (insideB > insideI ? insideB : insideI) + (scores[at + inside] as number)
        back[at + inside] = insideB > insideI ? begin : inside
        const endB = fromBegin + (trans[begin * TAG_COUNT + end] as number)
        const endI = fromInside + (trans[inside * TAG_COUNT + end] as number)
        now[end] = (endB > endI ? endB : endI) + (scores[at + end] as number)
        back[at + end] = endB > endI ? begin : inside
      }
      const swap = before
      before = now
      now = swap
    }
    if (!atEnd) for (const tag of CLOSED) before[tag] = (before[tag] as number) + (trans[tag * TAG_COUNT] as number)
    this.#before = before
    this.#now = now
  }

  /** Reads the best path of a run backwards and adds its names. */
  #collect(from: number, to: number, spans: TaggedSpan[]): void {
    const back = this.#back
    let tag = OUTSIDE
    for (const closed of CLOSED) if ((this.#before[closed] as number) > (this.#before[tag] as number)) tag = closed
    const first = spans.length
    let end = to
    let lead = 0
    for (let i = to - 1; i >= from; i--) {
      if (tag !== OUTSIDE) {
        lead += this.#scores[i * TAG_COUNT + tag] as number
        const kind = kindOfTag(tag)
        const single = tag === TAG_COUNT - 1
        if (single || tag === endTag(kind)) end = i + 1
        if (single || tag === beginTag(kind)) {
          spans.push({ start: i, end, kind, lead: (lead * this.#scale) / (end - i) })
          lead = 0
        }
      }
      tag = i === from ? OUTSIDE : (back[i * TAG_COUNT + tag] as number)
    }
    for (let a = first, b = spans.length - 1; a < b; a++, b--) {
      const swap = spans[a] as TaggedSpan
      spans[a] = spans[b] as TaggedSpan
      spans[b] = swap
    }
  }
}
