/**
 * Cuts and tags as jieba's native library does, over its own dictionary and character model, without its cost of handing every text
 * over and every word back. Words are the same objects each time they occur.
 */
import { JiebaCharacters } from './jieba-characters.js'
import { JiebaDictionary } from './jieba-dictionary.js'
import type { TaggedWord } from './jieba-segmenter.js'

/** The files of jieba's dictionary and model, as text. */
export interface JiebaFiles {
  readonly dictionary: string
  readonly ownWords: string
  readonly model: string
}

/** Words outside the dictionary that are kept; all are forgotten when there are more, which bounds the memory of a long run. */
const MOST_KNOWN = 100_000
/** Longer ones are not kept: they are rare, and the engine would keep the text that they are cut from with them. */
const LONGEST_KNOWN = 12

/** Not to be shared between threads: it works in arrays of its own. */
export class JiebaCutter {
  readonly #dictionary: JiebaDictionary
  readonly #characters: JiebaCharacters
  /** Each word of the dictionary once it was met. */
  readonly #met: (TaggedWord | undefined)[]
  readonly #unlisted = new Map<string, TaggedWord>()
  #codes = new Int32Array(0)
  /** Offset of each character, in UTF-16 code units. */
  #offsets = new Int32Array(0)
  #weights = new Float64Array(0)
  #sizes = new Int32Array(0)
  #words = new Int32Array(0)
  #ends = new Int32Array(0)

  constructor({ dictionary, ownWords, model }: JiebaFiles) {
    this.#dictionary = new JiebaDictionary(dictionary, ownWords)
    this.#characters = new JiebaCharacters(model)
    this.#met = new Array<TaggedWord | undefined>(this.#dictionary.tags.length).fill(undefined)
  }

  /** The words of a text in order, which tile it; undefined when the text holds half a surrogate pair, which has no UTF-8. */
  tag(text: string): readonly TaggedWord[] | undefined {
    const count = this.#decode(text)
    if (count < 0) return undefined
    const found: TaggedWord[] = []
    for (let from = 0; from < count; ) {
      let to = from
      while (to < count && !isSeparator(this.#codes[to] as number)) to++
      if (to === from) to++
      this.#tagPiece(text, from, to, found)
      from = to
    }
    return found
  }

  /** Reads the characters of the text; returns their number, or -1. */
  #decode(text: string): number {
    if (this.#codes.length <= text.length) {
      const size = text.length * 2 + 64
      this.#codes = new Int32Array(size)
      this.#offsets = new Int32Array(size)
      this.#weights = new Float64Array(size)
      this.#sizes = new Int32Array(size)
      this.#words = new Int32Array(size)
      this.#ends = new Int32Array(size)
    }
    const codes = this.#codes
    const offsets = this.#offsets
    let count = 0
    for (let i = 0; i < text.length; i++) {
      let code = text.charCodeAt(i)
      offsets[count] = i
      if ((code & 0xf800) === 0xd800) {
        const low = text.charCodeAt(i + 1)
        if (code >= 0xdc00 || (low & 0xfc00) !== 0xdc00) return -1
        code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff)
        i++
      }
      codes[count++] = code
    }
    offsets[count] = text.length
    return count
  }

  #tagPiece(text: string, from: number, to: number, found: TaggedWord[]): void {
    this.#weigh(from, to)
    const sizes = this.#sizes
    const own = this.#dictionary.ownCharacters
    const isLoose = (at: number): boolean => sizes[at] === 1 && (own.size === 0 || !own.has(this.#codes[at] as number))
    for (let at = from; at < to; ) {
      if (!isLoose(at)) {
        found.push(this.#listed(text, at, at + (sizes[at] as number), this.#words[at] as number))
        at += sizes[at] as number
        continue
      }
      let end = at + 1
      while (end < to && isLoose(end)) end++
      this.#joinLoose(text, at, end, found)
      at = end
    }
  }

  /** Best cut from each character on, from right to left: how many characters its first word has, and which word it is. */
  #weigh(from: number, to: number): void {
    const dictionary = this.#dictionary
    const { least } = dictionary
    const codes = this.#codes
    const weights = this.#weights
    weights[to] = 0
    for (let at = to - 1; at >= from; at--) {
      let state = dictionary.start(codes[at] as number)
      let word = state === 0 ? 0 : dictionary.wordAt(state)
      let best = (weights[at + 1] as number) + (word === 0 ? least : dictionary.weightAt(state))
      let size = 1
      for (let end = at + 1; end < to && state !== 0; end++) {
        state = dictionary.step(state, codes[end] as number)
        const longer = state === 0 ? 0 : dictionary.wordAt(state)
        if (longer === 0) continue
        const weight = (weights[end + 1] as number) + dictionary.weightAt(state)
        if (weight > best) {
          best = weight
          size = end + 1 - at
          word = longer
        }
      }
      weights[at] = best
      this.#sizes[at] = size
      this.#words[at] = word
    }
  }

  /** Characters in a row that the dictionary leaves single: letters and digits make words by rule, the others by the character model. */
  #joinLoose(text: string, from: number, to: number, found: TaggedWord[]): void {
    const codes = this.#codes
    let left = from
    let at = from
    while (at < to) {
      if ((codes[at] as number) >= 0x80) {
        at++
        continue
      }
      this.#model(text, left, at, found)
      left = at
      at = asciiEnd(codes, at, to)
      found.push(this.#looked(text, left, at))
      left = at
    }
    this.#model(text, left, to, found)
  }

  #model(text: string, from: number, to: number, found: TaggedWord[]): void {
    if (from === to) return
    const count = this.#characters.cut(this.#codes, from, to, this.#ends, 0)
    let start = from
    for (let i = 0; i < count; i++) {
      const end = this.#ends[i] as number
      found.push(this.#looked(text, start, end))
      start = end
    }
  }

  /** A word that may or may not be one of the dictionary. */
  #looked(text: string, from: number, to: number): TaggedWord {
    const dictionary = this.#dictionary
    let state = dictionary.start(this.#codes[from] as number)
    for (let at = from + 1; at < to && state !== 0; at++) state = dictionary.step(state, this.#codes[at] as number)
    return this.#listed(text, from, to, state === 0 ? 0 : dictionary.wordAt(state))
  }

  #listed(text: string, from: number, to: number, index: number): TaggedWord {
    if (index !== 0) {
      const known = this.#met[index]
      if (known !== undefined) return known
    }
    const word = text.slice(this.#offsets[from], this.#offsets[to])
    if (index === 0) {
      const known = this.#unlisted.get(word)
      if (known !== undefined) return known
    }
    const tag = this.#dictionary.tags[index] ?? ''
    const tagged: TaggedWord = { word, tag: tag === '' ? this.#tagByForm(from, to) : tag }
    if (index !== 0) this.#met[index] = tagged
    else if (word.length <= LONGEST_KNOWN) {
      if (this.#unlisted.size >= MOST_KNOWN) this.#unlisted.clear()
      this.#unlisted.set(word, tagged)
    }
    return tagged
  }

  /** m for digits, eng for what holds letters or marks of ASCII in its first half, else x. */
  #tagByForm(from: number, to: number): string {
    let ascii = 0
    let digits = 0
    for (let at = from; at < to && ascii < (to - from) >>> 1; at++) {
      const code = this.#codes[at] as number
      if (code >= 0x80) continue
      ascii++
      if (isDigit(code)) digits++
    }
    return ascii === 0 ? 'x' : digits === ascii ? 'm' : 'eng'
  }
}

/** What jieba cuts at before anything else: blank, tab, line feed, full-width comma and full stop. */
const isSeparator = (code: number): boolean => code === 0x20 || code === 9 || code === 10 || code === 0xff0c || code === 0x3002
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/** End of the word of ASCII that starts at `at`: a letter with letters and digits, a digit with digits and points, or one mark. */
function asciiEnd(codes: Int32Array, at: number, to: number): number {
  const first = codes[at] as number
  let end = at + 1
  if (isLetter(first)) while (end < to && (isLetter(codes[end] as number) || isDigit(codes[end] as number))) end++
  else if (isDigit(first)) while (end < to && (isDigit(codes[end] as number) || codes[end] === 0x2e)) end++
  return end
}
