/**
 * jieba's dictionary as a trie in typed arrays: a state is the place of its entry in one hash table of (state before, character),
 * and a bit set of half a megabyte turns most steps that lead nowhere away before the table is asked.
 */

/** Weights are those of jieba: the logarithm of a word's share of all words; a character that is no word has the least of them. */
export class JiebaDictionary {
  /** State of a text's first character by its UTF-16 code unit; 0 when no word starts so. */
  readonly #first = new Int32Array(65536)
  /** State before and character of each entry, side by side. */
  readonly #entries: Int32Array
  readonly #mask: number
  readonly #present = new Int32Array(PRESENT_BITS >>> 5)
  /** Word that ends in each state; 0 when none does. */
  readonly wordAt: Int32Array
  /** By word. */
  readonly weights: Float64Array
  readonly tags: readonly string[]
  readonly least: number
  /** Characters that the user's part of the dictionary holds as words: these alone are never joined to others. */
  readonly ownCharacters: ReadonlySet<number>

  /** @param words lines `word count tag`; @param own lines `word`, `word tag` or `word count tag`, which go before the others. */
  constructor(words: string, own: string) {
    const rows = rowsOf(words)
    const size = 2 ** Math.ceil(Math.log2(rows.length * STATES_PER_WORD))
    this.#mask = size - 1
    this.#entries = new Int32Array(size * 2).fill(-1)
    this.wordAt = new Int32Array(size)
    const ownRows = rowsOf(own)
    const tags = ['']
    const weights = new Float64Array(rows.length + ownRows.length + 1)
    const characters = new Set<number>()
    let sum = 0
    for (const { count } of rows) sum += count
    for (const { word, count, tag } of rows) {
      weights[tags.length] = Math.log(count / sum)
      this.#insert(word, tags.push(tag) - 1)
    }
    const ordered = weights.slice(1, rows.length + 1).sort()
    this.least = ordered[0] ?? 0
    const middle = ordered[ordered.length >>> 1] ?? 0
    for (const { word, count, tag } of ownRows) {
      weights[tags.length] = count > 0 ? Math.log(count / sum) : middle
      this.#insert(word, tags.push(tag) - 1)
      const [only, more] = Array.from(word)
      if (only !== undefined && more === undefined) characters.add(only.codePointAt(0) ?? 0)
    }
    this.tags = tags
    this.weights = weights
    this.ownCharacters = characters
  }

  #insert(word: string, index: number): void {
    let state = ROOT
    for (const char of word) {
      const code = char.codePointAt(0) ?? 0
      let next = this.step(state, code)
      if (next === 0) {
        const hash = hashOf(state, code)
        next = hash & this.#mask
        while (next === 0 || this.#entries[next * 2] !== -1) next = (next + 1) & this.#mask
        this.#entries[next * 2] = state
        this.#entries[next * 2 + 1] = code
        const bit = hash >>> PRESENT_SHIFT
        this.#present[bit >>> 5] = (this.#present[bit >>> 5] as number) | (1 << (bit & 31))
        if (state === ROOT && code <= 0xffff) this.#first[code] = next
      }
      state = next
    }
    if (state !== ROOT) this.wordAt[state] = index
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
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const before = entries[slot * 2] as number
      if (before === state && entries[slot * 2 + 1] === code) return slot
      if (before === -1 && slot !== 0) return 0
    }
  }
}

const ROOT = 0
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
