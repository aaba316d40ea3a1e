/** A set of words as a hash table of all their prefixes, so that a walk from any character finds the longest word there. */
import { finish, step, tableSize } from './hash.js'

/** What a word is known as; a word may carry several. */
export const WORD = { REGION: 1, REGION_SHORT: 2, TOWN: 4, PLACE: 8, TITLE: 16, LISTED: 32, SURNAME: 64 } as const
/** Class of a telling ending stands in the bits from here up; see SUFFIX_CLASSES of the training lexicon. */
export const SUFFIX_SHIFT = 8

/** Where the rolling hash of a word starts. */
export const TRIE_SEED = 0x2545f491
const LOAD = 0.6
const PRESENT_SHIFT = 12
const PRESENT_BITS = 2 ** (32 - PRESENT_SHIFT)

export interface WordTrieData {
  readonly keys: Int32Array
  readonly values: Uint16Array
}

/** Looks words up by their folded characters. Membership is by 32-bit hash: a false hit is possible and rare (about 1 in 30,000). */
export class WordTrie {
  readonly keys: Int32Array
  readonly values: Uint16Array
  readonly #mask: number
  /** One bit for each hash of a key: most prefixes that are not there fail at this look. */
  readonly #present = new Int32Array(PRESENT_BITS >>> 5)
  /** What `get` says of each character as a prefix. */
  readonly #characters = new Int32Array(65536)

  constructor(data: WordTrieData) {
    this.keys = data.keys
    this.values = data.values
    this.#mask = data.keys.length - 1
    for (const key of data.keys) if (key !== 0) this.#present[key >>> PRESENT_SHIFT >>> 5] = (this.#present[key >>> PRESENT_SHIFT >>> 5] as number) | (1 << ((key >>> PRESENT_SHIFT) & 31))
    for (let code = 0; code < this.#characters.length; code++) this.#characters[code] = this.get(finish(step(TRIE_SEED, code)))
  }

  /** Value of one folded character as a prefix, as `get` tells it. */
  ofCharacter(code: number): number {
    return this.#characters[code] as number
  }

  /** Builds the table; `codes` are the words' folded characters. */
  static build(words: readonly { readonly codes: readonly number[]; readonly value: number }[]): WordTrie {
    const prefixes = new Map<number, number>()
    for (const { codes, value } of words) {
      let hash = TRIE_SEED
      codes.forEach((code, index) => {
        hash = step(hash, code)
        const key = finish(hash)
        const known = prefixes.get(key) ?? 0
        prefixes.set(key, index === codes.length - 1 ? merge(known, value) : known)
      })
    }
    const size = tableSize(prefixes.size / LOAD)
    const keys = new Int32Array(size)
    const values = new Uint16Array(size)
    for (const [key, value] of [...prefixes].sort((a, b) => a[0] - b[0])) {
      let slot = key & (size - 1)
      while (keys[slot] !== 0) slot = (slot + 1) & (size - 1)
      keys[slot] = key
      values[slot] = value
    }
    return new WordTrie({ keys, values })
  }

  /** Value of a prefix given by `finish` of its rolling hash from TRIE_SEED: 0 when it is no word itself, -1 when no word starts so. */
  get(key: number): number {
    const bit = key >>> PRESENT_SHIFT
    if (((this.#present[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return -1
    let slot = key & this.#mask
    for (;;) {
      const there = this.keys[slot] as number
      if (there === key) return this.values[slot] as number
      if (there === 0) return -1
      slot = (slot + 1) & this.#mask
    }
  }
}

/** A word met twice keeps all its flags and the later suffix class. */
const merge = (a: number, b: number): number => {
  const low = (1 << SUFFIX_SHIFT) - 1
  return ((a | b) & low) | ((b >> SUFFIX_SHIFT !== 0 ? b : a) & ~low)
}
