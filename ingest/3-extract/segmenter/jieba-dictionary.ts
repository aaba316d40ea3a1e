/**
 * jieba's dictionary as a trie in one array: a state is the place of its entry in a hash table of (state before, character), and a bit
 * set of half a megabyte turns most steps that lead nowhere away before the table is asked. An entry is 16 bytes, so that a step, the
 * word that ends there and its weight cost one look into memory: two words that hold the state before (20 bits), the character (21) and
 * the word (20), with a bit that says that there is an entry; then the weight.
 */

/** Weights are those of jieba: the logarithm of a word's share of all words; a character that is no word has the least of them. */
export class JiebaDictionary {
  /** State of a text's first character by its UTF-16 code unit; 0 when no word starts so. */
  readonly #first = new Int32Array(65536)
  /** The entries by words of 32 bits, four each, and by numbers, of which the second is the weight. */
  readonly #entries: Int32Array
  readonly #numbers: Float64Array
  readonly #mask: number
  readonly #present = new Int32Array(PRESENT_BITS >>> 5)
  /** By word. */
  readonly tags: readonly string[]
  readonly least: number
  /** Characters that the user's part of the dictionary holds as words: these alone are never joined to others. */
  readonly ownCharacters: ReadonlySet<number>

  /** @param words lines `word count tag`; @param own lines `word`, `word tag` or `word count tag`, which go before the others. */
  constructor(words: string, own: string) {
    const rows = rowsOf(words)
    const size = 2 ** Math.ceil(Math.log2(rows.length * STATES_PER_WORD))
    this.#mask = size - 1
    if (size > 2 ** STATE_BITS) throw new RangeError(`a dictionary of ${rows.length} words has too many states`)
    this.#numbers = new Float64Array(size * 2)
    this.#entries = new Int32Array(this.#numbers.buffer)
    const ownRows = rowsOf(own)
    const tags = ['']
    const weights = new Float64Array(rows.length)
    const characters = new Set<number>()
    let sum = 0
    for (const { count } of rows) sum += count
    for (const { word, count, tag } of rows) {
      const weight = Math.log(count / sum)
      weights[tags.length - 1] = weight
      this.#insert(word, tags.push(tag) - 1, weight)
    }
    const ordered = weights.sort()
    this.least = ordered[0] ?? 0
    const middle = ordered[ordered.length >>> 1] ?? 0
    for (const { word, count, tag } of ownRows) {
      this.#insert(word, tags.push(tag) - 1, count > 0 ? Math.log(count / sum) : middle)
      const [only, more] = Array.from(word)
      if (only !== undefined && more === undefined) characters.add(only.codePointAt(0) ?? 0)
    }
    this.tags = tags
    this.ownCharacters = characters
  }

  #insert(word: string, index: number, weight: number): void {
    const entries = this.#entries
    let state = ROOT
    for (const char of word) {
      const code = char.codePointAt(0) ?? 0
      let next = this.step(state, code)
      if (next === 0) {
        const hash = hashOf(state, code)
        next = hash & this.#mask
        while (next === 0 || entries[next * 4 + 1] !== 0) next = (next + 1) & this.#mask
        entries[next * 4] = state | (code << STATE_BITS)
        entries[next * 4 + 1] = TAKEN | (code >>> CODE_LOW)
        const bit = hash >>> PRESENT_SHIFT
        this.#present[bit >>> 5] = (this.#present[bit >>> 5] as number) | (1 << (bit & 31))
        if (state === ROOT && code <= 0xffff) this.#first[code] = next
      }
      state = next
    }
    if (state === ROOT) return
    entries[state * 4 + 1] = TAKEN | ((entries[state * 4 + 1] as number) & CODE_HIGH) | (index << CODE_HIGH_BITS)
    this.#numbers[state * 2 + 1] = weight
  }

  /** Word that ends in a state; 0 when none does. */
  wordAt(state: number): number {
    return ((this.#entries[state * 4 + 1] as number) & ~TAKEN) >>> CODE_HIGH_BITS
  }

  /** Weight of the word that ends in a state. */
  weightAt(state: number): number {
    return this.#numbers[state * 2 + 1] as number
  }

  /** State of a word's first character, 0 when no word starts so. */
  start(code: number): number {
    return code <= 0xffff ? (this.#first[code] as number) : this.step(ROOT, code)
  }

  /** The state that a character leads to, 0 when no word goes on so. */
  step(state: number, code: number): number {
    const hash = hashOf(state, code)
    const bit = hash >>> PRESENT_SHIFT
    if (((this.#present[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return 0
    const entries = this.#entries
    const mask = this.#mask
    const low = state | (code << STATE_BITS)
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const high = entries[slot * 4 + 1] as number
      if (entries[slot * 4] === low && (high & CODE_HIGH) === code >>> CODE_LOW && high !== 0) return slot
      if (high === 0 && slot !== 0) return 0
    }
  }
}

const ROOT = 0
const STATE_BITS = 20
/** Bits of a character that stand with the state, and the bits and mask of the others, which stand with the word. */
const CODE_LOW = 32 - STATE_BITS
const CODE_HIGH_BITS = 21 - CODE_LOW
const CODE_HIGH = 2 ** CODE_HIGH_BITS - 1
/** Set in the second word of every entry in use. */
const TAKEN = 1 << 31
/** Room in the table for each word; the words have about one and a half states each. */
const STATES_PER_WORD = 3
const PRESENT_SHIFT = 10
const PRESENT_BITS = 2 ** (32 - PRESENT_SHIFT)

const hashOf = (state: number, code: number): number => {
  const mixed = Math.imul(Math.imul(state, 0x85ebca6b) ^ code, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

interface Row {
  readonly word: string
  /** 0 when the line gives none. */
  readonly count: number
  readonly tag: string
}

function rowsOf(lines: string): Row[] {
  const rows: Row[] = []
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf('\n', from)
    const line = lines.slice(from, end < 0 ? lines.length : end)
    from = end < 0 ? lines.length : end + 1
    if (line === '') continue
    const [word = '', second = '', third] = line.split(' ')
    rows.push(third === undefined ? { word, count: 0, tag: second } : { word, count: Number(second), tag: third })
  }
  return rows
}
