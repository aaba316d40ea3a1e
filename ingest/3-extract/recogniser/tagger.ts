/** Finds the best tag sequence of a sentence under the trained weights (Viterbi over the legal transitions). */
import type { Token } from '../document.js'
import { PAD } from './marks.js'
import { Scorer } from './scorer.js'
import { CLOSING, OPENING, OUTSIDE, TAG_COUNT, TAGGED_KINDS, beginTag, endTag, insideTag, kindOfTag } from './tags.js'
import type { WeightData } from './weights.js'

const IMPOSSIBLE = -(2 ** 29)
const OPEN = Int32Array.from(OPENING)
const CLOSED = Int32Array.from(CLOSING)
const KINDS = TAGGED_KINDS.length
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
  readonly #scorer: Scorer
  readonly #transitions: Int32Array
  /** The most that a transition from another closed tag can gain on the one from O to the same tag. */
  readonly #widest: number
  readonly #scale: number
  #back = new Uint8Array(0)
  #before = new Int32Array(TAG_COUNT)
  #now = new Int32Array(TAG_COUNT)

  constructor(data: WeightData) {
    this.#scorer = new Scorer(data)
    this.#transitions = Int32Array.from(data.transitions)
    this.#widest = Math.max(...CLOSING.flatMap((closed) => OPENING.map((tag) => (data.transitions[closed * TAG_COUNT + tag] ?? 0) - (data.transitions[tag] ?? 0))))
    this.#scale = data.scale
  }

  /** Names in order, without overlap. Offsets index `text`; `tokens` tile it. */
  tag(text: string, tokens: readonly Token[]): TaggedSpan[] {
    const { length } = text
    const spans: TaggedSpan[] = []
    this.#scorer.read(text, tokens)
    if (this.#back.length < length * TAG_COUNT) this.#back = new Uint8Array(length * 2 * TAG_COUNT)
    // Plain tokens are outside whatever stands beside them, so what lies between two of them is a problem of its own.
    const { plain } = this.#scorer.marks
    let from = 0
    while (from < length) {
      if (plain[from + PAD] === 1) {
        from++
        continue
      }
      let to = from + 1
      while (to < length && plain[to + PAD] === 0) to++
      this.#scorer.score(from, to)
      this.#search(from, to, to === length)
      this.#collect(from, to, spans)
      from = to
    }
    return spans
  }

  /** Fills the back pointers of a run and leaves the last character's best values in `#before`. */
  #search(from: number, to: number, atEnd: boolean): void {
    const trans = this.#transitions
    const back = this.#back
    const { scores } = this.#scorer
    let before = this.#before.fill(IMPOSSIBLE)
    let now = this.#now
    for (const tag of OPEN) before[tag] = (scores[from * TAG_COUNT + tag] as number) + (from === 0 ? 0 : (trans[tag] as number))
    for (let i = from + 1; i < to; i++) {
      const at = i * TAG_COUNT
      // Mostly O leads by so much that whatever opens here follows it.
      const outside = before[OUTSIDE] as number
      let closest = IMPOSSIBLE * 2
      for (let c = 0; c < CLOSED.length; c++) {
        const value = before[CLOSED[c] as number] as number
        if (value > closest && CLOSED[c] !== OUTSIDE) closest = value
      }
      const settled = closest + this.#widest < outside
      for (let o = 0; o < OPEN.length; o++) {
        const tag = OPEN[o] as number
        if (settled) {
          now[tag] = outside + (trans[tag] as number) + (scores[at + tag] as number)
          back[at + tag] = OUTSIDE
          continue
        }
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
    const { scores } = this.#scorer
    const first = spans.length
    let end = to
    let lead = 0
    for (let i = to - 1; i >= from; i--) {
      if (tag !== OUTSIDE) {
        lead += scores[i * TAG_COUNT + tag] as number
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
