/** What is known of whole tokens: the cluster they belong to, and whether they never stand in a name. */
import { tableSize } from './hash.js'

/** Flag of a token that never stood in a name in all of the training text: its characters are outside, unasked. */
export const PLAIN = 0x100

export interface TokenData {
  /** Token hashes, ascending. */
  readonly keys: Int32Array
  /** Cluster number in the low byte, PLAIN above it. */
  readonly values: Uint16Array
}

export class TokenTable {
  readonly #keys: Int32Array
  readonly #values: Uint16Array
  readonly #mask: number

  constructor({ keys, values }: TokenData) {
    const size = tableSize(Math.max(1, keys.length) * 2)
    this.#keys = new Int32Array(size)
    this.#values = new Uint16Array(size)
    this.#mask = size - 1
    keys.forEach((key, index) => {
      let slot = key & this.#mask
      while (this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask
      this.#keys[slot] = key
      this.#values[slot] = values[index] as number
    })
  }

  /** Value of a token hash, 0 when the token is not known. */
  get(key: number): number {
    let slot = key & this.#mask
    for (;;) {
      const there = this.#keys[slot] as number
      if (there === key) return this.#values[slot] as number
      if (there === 0) return 0
      slot = (slot + 1) & this.#mask
    }
  }
}
