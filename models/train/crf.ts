/** A linear-chain conditional random field over the tags, trained by AdaGrad on log-likelihood of the allowed tag paths. */
import { FEATURE_COUNT } from '../../ingest/3-extract/recogniser/features.js'
import { CLOSING, OPENING, TAG_COUNT, mayFollow } from '../../ingest/3-extract/recogniser/tags.js'
import type { Dataset, Example } from './dataset.js'

const T = TAG_COUNT
const START_MASK = OPENING.reduce((mask, tag) => mask | (1 << tag), 0)
const STOP_MASK = CLOSING.reduce((mask, tag) => mask | (1 << tag), 0)
/** Gradients below this are left out: most characters are plainly outside. */
const TINY = 0.002

/** Legal predecessors of each tag. */
const BEFORE = Array.from({ length: T }, (_, next) => Int32Array.from(Array.from({ length: T }, (__, tag) => tag).filter((tag) => mayFollow(tag, next))))

export interface CrfOptions {
  readonly rate: number
  /** L2 shrinkage applied to the weights that a step touches. */
  readonly shrink: number
  /** Share of features left out at random in each step, so that no weight leans on its neighbours alone. */
  readonly dropout: number
}

export class Crf {
  readonly weights: Float32Array
  readonly transitions = new Float64Array(T * T)
  readonly #sums: Float32Array
  readonly #transitionSums = new Float64Array(T * T).fill(1)
  #scores = new Float64Array(0)
  #forward = new Float64Array(0)
  #backward = new Float64Array(0)
  readonly #gradient = new Float64Array(0x400 * T)
  #step = 1
  #dropBelow = 0
  #edge = new Float64Array(T * T)

  constructor(
    private data: Dataset,
    rowCount: number,
  ) {
    this.weights = new Float32Array(rowCount * T)
    this.#sums = new Float32Array(rowCount * T).fill(1)
  }

  /** Turns to other sentences whose rows come from the same index. */
  use(data: Dataset): void {
    this.data = data
  }

  /** One step on one sentence; returns its loss before the step. */
  learn(example: Example, options: CrfOptions): number {
    this.#step = Math.imul(this.#step + 1, 0x2c1b3c6d) | 0
    this.#dropBelow = Math.round(options.dropout * 256)
    // Very long sentences are cut: no name reaches that far.
    let loss = 0
    for (let from = example.from; from < example.to; from += 0x400) loss += this.#learn(from, Math.min(example.to, from + 0x400), example.weight, options)
    return loss
  }

  /** Probability of each tag at each character of a sentence, `TAG_COUNT` a character; valid until the next call. */
  marginals({ from, to }: Example): Float64Array {
    const length = Math.min(to - from, 0x400)
    this.#dropBelow = 0
    this.#reserve(length)
    this.#score(from, length)
    this.#gradient.fill(0, 0, length * T)
    this.#expect(undefined, from, length, 1)
    return this.#gradient.subarray(0, length * T)
  }

  #learn(from: number, to: number, weight: number, options: CrfOptions): number {
    const length = to - from
    this.#reserve(length)
    this.#score(from, length)
    const gradient = this.#gradient
    const edge = this.#edge
    gradient.fill(0, 0, length * T)
    edge.fill(0)
    const free = this.#expect(undefined, from, length, -1)
    const held = this.#expect(this.data.masks, from, length, 1)
    const loss = free - held
    if (!Number.isFinite(loss) || loss < 0.001) return Number.isFinite(loss) ? loss * weight : 0
    this.#update(from, length, weight, options)
    return loss * weight
  }

  /** The same answer for a feature throughout a step. */
  #dropped(feature: number): boolean {
    return this.#dropBelow > 0 && ((Math.imul(feature ^ this.#step, 0x9e3779b1) >>> 12) & 0xff) < this.#dropBelow
  }

  #reserve(length: number): void {
    if (this.#scores.length >= length * T) return
    this.#scores = new Float64Array(length * 2 * T)
    this.#forward = new Float64Array(length * 2 * T)
    this.#backward = new Float64Array(length * 2 * T)
  }

  #score(from: number, length: number): void {
    const { rows } = this.data
    const { weights } = this
    const scores = this.#scores
    scores.fill(0, 0, length * T)
    for (let i = 0; i < length; i++) {
      const at = i * T
      for (let f = (from + i) * FEATURE_COUNT, stop = f + FEATURE_COUNT; f < stop; f++) {
        const row = rows[f] as number
        if (row < 0 || this.#dropped(f)) continue
        for (let t = 0, w = row * T; t < T; t++, w++) scores[at + t] = (scores[at + t] as number) + (weights[w] as number)
      }
    }
  }

  /**
   * Adds `sign` times the expected counts under the model, restricted to the allowed tags, to the gradient.
   * Returns the log of the partition sum.
   */
  #expect(masks: Uint32Array | undefined, from: number, length: number, sign: number): number {
    const scores = this.#scores
    const alpha = this.#forward
    const beta = this.#backward
    const gradient = this.#gradient
    const transition = this.#exponentials()
    let logSum = 0
    const allowed = (i: number): number => {
      let mask = masks === undefined ? -1 : (masks[from + i] as number)
      if (i === 0) mask &= START_MASK
      if (i === length - 1) mask &= STOP_MASK
      return mask
    }
    // Potentials are scaled by their maximum at each place, and alpha by its sum, so that nothing overflows.
    for (let i = 0; i < length; i++) {
      const at = i * T
      const mask = allowed(i)
      let top = -Infinity
      for (let t = 0; t < T; t++) if ((mask >> t) & 1 && (scores[at + t] as number) > top) top = scores[at + t] as number
      let sum = 0
      for (let t = 0; t < T; t++) {
        let value = 0
        if ((mask >> t) & 1) {
          const potential = Math.exp((scores[at + t] as number) - top)
          if (i === 0) value = potential
          else {
            for (const p of BEFORE[t] as Int32Array) value += (alpha[at - T + p] as number) * (transition[p * T + t] as number)
            value *= potential
          }
          beta[at + t] = potential
        } else beta[at + t] = 0
        alpha[at + t] = value
        sum += value
      }
      if (sum === 0) return -Infinity
      logSum += Math.log(sum) + top
      for (let t = 0; t < T; t++) alpha[at + t] = (alpha[at + t] as number) / sum
    }
    // beta holds the potentials; the running vector holds potential × what follows.
    let next = new Float64Array(T)
    for (let i = length - 1; i >= 0; i--) {
      const at = i * T
      const now = new Float64Array(T)
      let total = 0
      for (let t = 0; t < T; t++) {
        const a = alpha[at + t] as number
        if (a === 0) continue
        let follow = 1
        if (i < length - 1) {
          follow = 0
          for (let n = 0; n < T; n++) if (next[n] !== 0) follow += (transition[t * T + n] as number) * (next[n] as number)
        }
        now[t] = follow
        total += a * follow
      }
      if (total === 0) return -Infinity
      for (let t = 0; t < T; t++) {
        const p = ((alpha[at + t] as number) * (now[t] as number)) / total
        if (p !== 0) gradient[at + t] = (gradient[at + t] as number) + sign * p
        if (i < length - 1 && (alpha[at + t] as number) !== 0 && (now[t] as number) !== 0) this.#countEdges(t, alpha[at + t] as number, next, transition, total, sign)
      }
      const scaled = new Float64Array(T)
      for (let t = 0; t < T; t++) scaled[t] = ((beta[at + t] as number) * (now[t] as number)) / total
      next = scaled
    }
    return logSum
  }

  #countEdges(tag: number, a: number, next: Float64Array, transition: Float64Array, total: number, sign: number): void {
    const edge = this.#edge
    for (let n = 0; n < T; n++) {
      const value = next[n] as number
      if (value !== 0) edge[tag * T + n] = (edge[tag * T + n] as number) + (sign * a * (transition[tag * T + n] as number) * value) / total
    }
  }

  #cached: Float64Array | undefined
  #exponentials(): Float64Array {
    if (this.#cached !== undefined) return this.#cached
    const table = new Float64Array(T * T)
    for (let next = 0; next < T; next++) for (const tag of BEFORE[next] as Int32Array) table[tag * T + next] = Math.exp(this.transitions[tag * T + next] as number)
    this.#cached = table
    return table
  }

  #update(from: number, length: number, weight: number, { rate, shrink }: CrfOptions): void {
    const { rows } = this.data
    const { weights } = this
    const sums = this.#sums
    const gradient = this.#gradient
    for (let i = 0; i < length; i++) {
      for (let t = 0; t < T; t++) {
        const g = (gradient[i * T + t] as number) * weight
        if (g < TINY && g > -TINY) continue
        for (let f = (from + i) * FEATURE_COUNT, stop = f + FEATURE_COUNT; f < stop; f++) {
          const row = rows[f] as number
          if (row < 0 || this.#dropped(f)) continue
          const w = row * T + t
          const full = g - shrink * (weights[w] as number)
          const sum = (sums[w] as number) + full * full
          sums[w] = sum
          weights[w] = (weights[w] as number) + (rate * full) / Math.sqrt(sum)
        }
      }
    }
    const edge = this.#edge
    for (let k = 0; k < T * T; k++) {
      const g = (edge[k] as number) * weight
      if (g < TINY && g > -TINY) continue
      const sum = (this.#transitionSums[k] as number) + g * g
      this.#transitionSums[k] = sum
      this.transitions[k] = (this.transitions[k] as number) + (rate * g) / Math.sqrt(sum)
    }
    this.#cached = undefined
  }
}
