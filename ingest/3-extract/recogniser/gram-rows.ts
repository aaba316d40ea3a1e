/**
 * Weights of single characters and of pairs, laid side by side. The features of one character look the same character up from
 * five places and the same pair from four; here one look brings all of its rows, which lie on one or two lines of the cache.
 */
import { GRAM, soleValueOf } from './features.js'
import type { WeightData } from './weights.js'

/** 32-bit words of a row: sixteen lanes of a byte. */
export const ROW = 4
/** Rows of a character's block and of a pair's, one for each place that they are seen from. */
export const UNIT_ROWS = GRAM.PAIR - GRAM.UNIT
export const PAIR_ROWS = GRAM.END - GRAM.PAIR
/** A byte of 0 when biased by 128; a row of these adds nothing. */
export const NEUTRAL = 0x80808080 | 0

/** Block 0 of either kind is neutral: what has no weights has that block. */
export class GramRows {
  /** Block of each folded character. */
  readonly units: Uint16Array
  readonly unitRows: Int32Array
  readonly pairRows: Int32Array
  /** Pair and its block, side by side, found by open addressing; block 0 marks an empty slot. */
  readonly #pairs: Int32Array
  readonly #mask: number

  constructor({ keys, rows }: Pick<WeightData, 'keys' | 'rows'>) {
    const bytes = new Uint8Array(rows.length)
    for (let i = 0; i < rows.length; i++) bytes[i] = (rows[i] as number) + 128
    const words = new Int32Array(bytes.buffer)
    const units = new Blocks(UNIT_ROWS, words)
    const pairs = new Blocks(PAIR_ROWS, words)
    for (let place = 0; place < UNIT_ROWS; place++) {
      eachValue(keys, GRAM.UNIT + place, (unit, index) => {
        if (unit >= 0 && unit <= 0xffff) units.put(unit, place, index)
      })
    }
    this.units = new Uint16Array(65536)
    for (const [unit, block] of units.numbers) this.units[unit] = block
    // Any 32 bits are a pair of some sort; only those of characters that have weights themselves are kept, and asked for.
    for (let place = 0; place < PAIR_ROWS; place++) {
      eachValue(keys, GRAM.PAIR + place, (pair, index) => {
        if (this.units[pair >>> 16] !== 0 && this.units[pair & 0xffff] !== 0) pairs.put(pair, place, index)
      })
    }
    this.unitRows = units.finished()
    this.pairRows = pairs.finished()
    const size = 2 ** Math.ceil(Math.log2(pairs.numbers.size * 2 + 2))
    this.#mask = size - 1
    this.#pairs = new Int32Array(size * 2)
    for (const [pair, block] of pairs.numbers) {
      let slot = this.#slotOf(pair)
      while (this.#pairs[slot * 2 + 1] !== 0) slot = (slot + 1) & this.#mask
      this.#pairs[slot * 2] = pair
      this.#pairs[slot * 2 + 1] = block
    }
  }

  #slotOf(pair: number): number {
    const mixed = Math.imul(pair ^ (pair >>> 15), 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & this.#mask
  }

  /** Block of the pair `left << 16 | right`; -1 when one of the two has no weights itself, so that the pair must be looked up as any other feature. */
  pairBlock(left: number, right: number): number {
    if (this.units[left] === 0 || this.units[right] === 0) return -1
    const pair = (left << 16) | right
    const pairs = this.#pairs
    for (let slot = this.#slotOf(pair); ; slot = (slot + 1) & this.#mask) {
      const block = pairs[slot * 2 + 1] as number
      if (block === 0 || pairs[slot * 2] === pair) return block
    }
  }
}

const eachValue = (keys: Int32Array, feature: number, found: (value: number, index: number) => void): void => {
  keys.forEach((key, index) => {
    for (const value of soleValueOf(feature, key)) found(value, index)
  })
}

/** Gathers rows into blocks, numbered from 1 in the order of their first row. */
class Blocks {
  readonly numbers = new Map<number, number>()
  readonly #sources: Int32Array[] = []

  readonly #height: number
  readonly #rows: Int32Array

  constructor(height: number, rows: Int32Array) {
    this.#height = height
    this.#rows = rows
  }

  put(gram: number, place: number, index: number): void {
    let number = this.numbers.get(gram)
    if (number === undefined) {
      number = this.#sources.push(new Int32Array(this.#height).fill(-1))
      this.numbers.set(gram, number)
    }
    const source = this.#sources[number - 1]
    if (source) source[place] = index
  }

  finished(): Int32Array {
    const laid = new Int32Array((this.#sources.length + 1) * this.#height * ROW).fill(NEUTRAL)
    this.#sources.forEach((source, block) => {
      source.forEach((index, place) => { if (index >= 0) laid.set(this.#rows.subarray(index * ROW, (index + 1) * ROW), ((block + 1) * this.#height + place) * ROW) })
    })
    return laid
  }
}
