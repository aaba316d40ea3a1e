/** Finds the best tag sequence of a sentence under the trained weights (Viterbi over the legal transitions). */
import type { Token } from '../document.js'
import { FEATURE_COUNT, featuresAt } from './features.js'
import { Marks } from './marks.js'
import { CLOSING, OPENING, TAG_COUNT, TAGGED_KINDS, beginTag, endTag, insideTag } from './tags.js'
import { LANES, STRIDE, buildTable } from './weights.js'
import type { WeightData } from './weights.js'
import { WordTrie } from './word-trie.js'

const IMPOSSIBLE = -(2 ** 30)
const LOW_BYTES = 0x00ff00ff

/** One name found by the tagger. */
export interface TaggedSpan {
  readonly start: number
  readonly end: number
  readonly kind: number
  /** Mean lead per character of the chosen tags over O, in weight units; higher is surer. */
  readonly lead: number
}

export class Tagger {
  readonly marks: Marks
  readonly #table: Int32Array
  readonly #mask: number
  readonly #transitions: Int32Array
  readonly #scale: number
  readonly #features = new Int32Array(FEATURE_COUNT)
  #scores = new Int32Array(0)
  #back = new Uint8Array(0)

  constructor(data: WeightData) {
    this.marks = new Marks(new WordTrie(data.words), clusterLookup(data.clusters))
    this.#table = buildTable(data)
    this.#mask = this.#table.length / STRIDE - 1
    this.#transitions = Int32Array.from(data.transitions)
    this.#scale = data.scale
  }

  /** Names in order, without overlap. Offsets index `text`; `tokens` tile it. */
  tag(text: string, tokens: readonly Token[]): TaggedSpan[] {
    const { length } = text
    if (length === 0) return []
    this.marks.read(text, tokens)
    if (this.#scores.length < (length + 1) * TAG_COUNT) {
      this.#scores = new Int32Array(length * 2 * TAG_COUNT)
      this.#back = new Uint8Array(length * 2 * TAG_COUNT)
    }
    for (let i = 0; i < length; i++) this.#score(i)
    return this.#collect(length, this.#search(length))
  }

  /** Sums the rows of a character's features. Lanes are 16 bits wide, two to a word, so sixteen tags take eight additions. */
  #score(i: number): void {
    const features = this.#features
    const table = this.#table
    const mask = this.#mask
    featuresAt(this.marks, i, features, 0)
    let a0 = 0, a1 = 0, b0 = 0, b1 = 0, c0 = 0, c1 = 0, d0 = 0, d1 = 0
    let hits = 0
    for (let f = 0; f < FEATURE_COUNT; f++) {
      const key = features[f] as number
      let slot = key & mask
      let there = table[slot * STRIDE] as number
      while (there !== key && there !== 0) {
        slot = (slot + 1) & mask
        there = table[slot * STRIDE] as number
      }
      if (there === 0) continue
      hits++
      const at = slot * STRIDE
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
    let at = i * TAG_COUNT
    scores[at++] = 0
    for (let word = 0; word < LANES / 4; word++) {
      const even = word === 0 ? a0 : word === 1 ? b0 : word === 2 ? c0 : d0
      const odd = word === 0 ? a1 : word === 1 ? b1 : word === 2 ? c1 : d1
      scores[at++] = (even & 0xffff) - bias
      scores[at++] = (odd & 0xffff) - bias
      scores[at++] = (even >>> 16) - bias
      scores[at++] = (odd >>> 16) - bias
    }
  }

  #search(length: number): number {
    const trans = this.#transitions
    const back = this.#back
    const scores = this.#scores
    let before = new Int32Array(TAG_COUNT).fill(IMPOSSIBLE)
    let now = new Int32Array(TAG_COUNT)
    for (const tag of OPENING) before[tag] = scores[tag] as number
    for (let i = 1; i < length; i++) {
      const at = i * TAG_COUNT
      for (const tag of OPENING) {
        let best = IMPOSSIBLE * 2
        let from = 0
        for (const closed of CLOSING) {
          const value = (before[closed] as number) + (trans[closed * TAG_COUNT + tag] as number)
          if (value > best) {
            best = value
            from = closed
          }
        }
        now[tag] = best + (scores[at + tag] as number)
        back[at + tag] = from
      }
      for (let kind = 0; kind < TAGGED_KINDS.length; kind++) {
        const begin = beginTag(kind)
        const inside = begin + 1
        const end = begin + 2
        const fromBegin = before[begin] as number
        const fromInside = before[inside] as number
        const insideFromBegin = fromBegin + (trans[begin * TAG_COUNT + inside] as number)
        const insideFromInside = fromInside + (trans[inside * TAG_COUNT + inside] as number)
        now[inside] = (insideFromBegin > insideFromInside ? insideFromBegin : insideFromInside) + (scores[at + inside] as number)
        back[at + inside] = insideFromBegin > insideFromInside ? begin : inside
        const endFromBegin = fromBegin + (trans[begin * TAG_COUNT + end] as number)
        const endFromInside = fromInside + (trans[inside * TAG_COUNT + end] as number)
        now[end] = (endFromBegin > endFromInside ? endFromBegin : endFromInside) + (scores[at + end] as number)
        back[at + end] = endFromBegin > endFromInside ? begin : inside
      }
      const swap = before
      before = now
      now = swap
    }
    let last = 0
    for (const closed of CLOSING) if ((before[closed] as number) > (before[last] as number)) last = closed
    return last
  }

  #collect(length: number, last: number): TaggedSpan[] {
    const spans: TaggedSpan[] = []
    let tag = last
    let end = length
    let lead = 0
    for (let i = length - 1; i >= 0; i--) {
      const previous = i === 0 ? 0 : (this.#back[i * TAG_COUNT + tag] as number)
      if (tag !== 0) {
        lead += this.#scores[i * TAG_COUNT + tag] as number
        const kind = tag === TAG_COUNT - 1 ? REGION : Math.floor((tag - 1) / 3)
        if (tag === TAG_COUNT - 1 || tag === endTag(kind)) end = i + 1
        if (tag === TAG_COUNT - 1 || (tag !== insideTag(kind) && tag !== endTag(kind))) {
          spans.push({ start: i, end, kind, lead: (lead * this.#scale) / (end - i) })
          lead = 0
        }
      }
      tag = previous
    }
    return spans.reverse()
  }
}

const REGION = TAGGED_KINDS.indexOf('REGION')

const clusterLookup = ({ keys, values }: WeightData['clusters']): ((hash: number) => number) | undefined => {
  if (keys.length === 0) return undefined
  const clusters = new Map<number, number>()
  keys.forEach((key, index) => clusters.set(key, values[index] as number))
  return (hash) => clusters.get(hash) ?? 0
}
