/** What the lexicon, the tokens and the quotes say of each character of one sentence; the features are made of these. */
import type { Token } from '../document.js'
import { CHAR_TYPE, codeOf, typeOf } from './alphabet.js'
import { finish, step } from './hash.js'
import { PLAIN } from './token-table.js'
import type { TokenTable } from './token-table.js'
import { SUFFIX_SHIFT, TRIE_SEED, WORD } from './word-trie.js'
import type { WordTrie } from './word-trie.js'

/** Place of a character in a word or token. */
const PLACE = { BEGIN: 0, INSIDE: 1, END: 2, ONLY: 3 } as const

const LOOK_AHEAD = 24 // a telling ending farther off than this says nothing
/** Marks beyond this distance are all one. */
export const TITLE_REACH = 5

/** Grow-only working arrays, reused from sentence to sentence; index `i + PAD` is character `i`. */
export const PAD = 4

export class Marks {
  length = 0
  #capacity = 0
  codes = new Uint16Array(0)
  types = new Uint8Array(0)
  /** Token hash, tag hash, place in token, token length, index of token; by character. */
  tokenHash = new Int32Array(0)
  previousToken = new Int32Array(0)
  nextToken = new Int32Array(0)
  tag = new Uint8Array(0)
  previousTag = new Uint8Array(0)
  nextTag = new Uint8Array(0)
  place = new Uint8Array(0)
  cluster = new Uint8Array(0)
  /** 1 where the token is known never to stand in a name. */
  plain = new Uint8Array(0)
  previousCluster = new Uint8Array(0)
  nextCluster = new Uint8Array(0)
  region = new Uint8Array(0)
  title = new Uint8Array(0)
  listed = new Uint8Array(0)
  surname = new Uint8Array(0)
  suffix = new Uint8Array(0)
  ahead = new Uint8Array(0) // class of the nearest ending to the right
  aheadDistance = new Uint8Array(0) // bucketed distance to its end
  regionBack = new Uint8Array(0) // bucketed distance to the nearest region start on the left
  sinceTitle = new Uint8Array(0)
  untilTitle = new Uint8Array(0)
  quote = new Uint8Array(0)
  /** Not 0 where a region, title, listed word or ending stands, or a quote is open. */
  near = new Uint8Array(0)
  readonly #trie: WordTrie
  readonly #tokens: TokenTable

  constructor(trie: WordTrie, tokens: TokenTable) {
    this.#trie = trie
    this.#tokens = tokens
  }

  #reserve(length: number): void {
    if (length <= this.#capacity) return
    const capacity = Math.max(256, length * 2)
    this.#capacity = capacity
    const size = capacity + 2 * PAD
    this.codes = new Uint16Array(size)
    this.tokenHash = new Int32Array(size)
    this.previousToken = new Int32Array(size)
    this.nextToken = new Int32Array(size)
    const bytes = (): Uint8Array<ArrayBuffer> => new Uint8Array(size)
    this.types = bytes()
    this.tag = bytes()
    this.previousTag = bytes()
    this.nextTag = bytes()
    this.place = bytes()
    this.cluster = bytes()
    this.plain = bytes()
    this.previousCluster = bytes()
    this.nextCluster = bytes()
    this.region = bytes()
    this.title = bytes()
    this.listed = bytes()
    this.surname = bytes()
    this.suffix = bytes()
    this.ahead = bytes()
    this.aheadDistance = bytes()
    this.regionBack = bytes()
    this.sinceTitle = bytes()
    this.untilTitle = bytes()
    this.quote = bytes()
    this.near = bytes()
  }

  /** Reads a sentence. `tokens` tile `text`; their spans may count from any base. */
  read(text: string, tokens: readonly Token[]): void {
    const length = text.length
    this.#reserve(length)
    this.length = length
    const end = length + 2 * PAD
    const { codes, types, region, title, listed, surname, suffix, quote, near } = this
    for (const array of [codes, types, region, title, listed, surname, suffix, quote]) array.fill(0, 0, end)
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i)
      codes[i + PAD] = codeOf(unit)
      types[i + PAD] = typeOf(unit)
    }
    this.#readTokens(tokens)
    this.#readWords()
    this.#readDistances()
    this.#readQuotes(text)
    for (let slot = 0; slot < end; slot++) near[slot] = (region[slot] as number) | (title[slot] as number) | (listed[slot] as number) | (suffix[slot] as number) | (quote[slot] as number)
  }

  #readTokens(tokens: readonly Token[]): void {
    const { codes, tokenHash, previousToken, nextToken, tag: tags, previousTag, nextTag, place, cluster: clusters, previousCluster, nextCluster, plain: plains } = this
    let at = 0
    let previous = 0
    let tagBefore = 0
    let clusterBefore = 0
    let before = 0
    for (let t = 0; t <= tokens.length; t++) {
      const token = tokens[t]
      let hash = 0
      let tag = 0
      let cluster = 0
      if (token !== undefined) {
        const width = token.text.length
        for (let i = 0; i < width; i++) hash = step(hash, codes[at + PAD + i] as number)
        hash = finish(hash)
        tag = tagCode(token.tag)
        const known = this.#tokens.get(hash)
        cluster = known & 0xff
        const plain = known & PLAIN ? 1 : 0
        for (let i = 0; i < width; i++) {
          const slot = at + PAD + i
          tokenHash[slot] = hash
          tags[slot] = tag
          clusters[slot] = cluster
          plains[slot] = plain
          previousToken[slot] = previous
          previousTag[slot] = tagBefore
          previousCluster[slot] = clusterBefore
          place[slot] = width === 1 ? PLACE.ONLY : i === 0 ? PLACE.BEGIN : i === width - 1 ? PLACE.END : PLACE.INSIDE
        }
        at += width
      }
      // The token before this one now knows what follows it.
      const width = tokens[t - 1]?.text.length ?? 0
      for (let i = 0; i < width; i++) {
        const slot = before + PAD + i
        nextToken[slot] = hash
        nextTag[slot] = tag
        nextCluster[slot] = cluster
      }
      before += width
      previous = hash
      tagBefore = tag
      clusterBefore = cluster
    }
  }

  #readWords(): void {
    const { length, codes, types } = this
    const trie = this.#trie
    let regionEnd = 0
    let titleEnd = 0
    let listedEnd = 0
    for (let start = 0; start < length; start++) {
      if (types[start + PAD] !== CHAR_TYPE.HAN) continue
      let region = 0
      let regionKind = 0
      let title = 0
      let listed = 0
      let surname = 0
      const code = codes[start + PAD] as number
      let value = trie.ofCharacter(code)
      let hash = step(TRIE_SEED, code)
      for (let at = start; value >= 0; at++, hash = step(hash, codes[at + PAD] as number), value = at < length ? trie.get(finish(hash)) : -1) {
        if (value === 0) continue
        const end = at + 1
        if ((value & REGION_BITS) !== 0) {
          region = end
          regionKind = value & WORD.REGION ? 1 : value & WORD.REGION_SHORT ? 2 : value & WORD.TOWN ? 3 : 4
        }
        if ((value & WORD.TITLE) !== 0) title = end
        if ((value & WORD.LISTED) !== 0) listed = end
        if ((value & WORD.SURNAME) !== 0) surname = end - start
        const suffix = value >> SUFFIX_SHIFT
        // An ending counts only where a token ends: 局 in 结局会 is none.
        if (suffix !== 0 && this.#closesToken(at)) {
          for (let i = start; i < end; i++) this.suffix[i + PAD] = suffix * 4 + (i === at ? PLACE.END : i === start ? PLACE.BEGIN : PLACE.INSIDE)
        }
      }
      if (surname !== 0) this.surname[start + PAD] = Math.min(surname, 2)
      if (region !== 0 && start >= regionEnd) {
        fill(this.region, start, region, regionKind)
        regionEnd = region
      }
      if (title !== 0 && start >= titleEnd) {
        fill(this.title, start, title, 1)
        titleEnd = title
      }
      if (listed !== 0 && start >= listedEnd) {
        fill(this.listed, start, listed, 1)
        listedEnd = listed
      }
    }
  }

  #closesToken(at: number): boolean {
    const place = this.place[at + PAD]
    return place === PLACE.END || place === PLACE.ONLY
  }

  #readDistances(): void {
    const { length, codes, region: regions, title: titles, suffix: suffixes, regionBack, sinceTitle, untilTitle, ahead: aheads, aheadDistance } = this
    let since = TITLE_REACH
    let back = LOOK_AHEAD
    for (let i = 0; i < length; i++) {
      const slot = i + PAD
      if (isHardStop(codes[slot] as number)) back = LOOK_AHEAD
      const region = regions[slot] as number
      back = region !== 0 && (region & 3) !== PLACE.INSIDE && (region & 3) !== PLACE.END ? 0 : Math.min(LOOK_AHEAD, back + 1)
      regionBack[slot] = bucket(back)
      sinceTitle[slot] = since
      const title = titles[slot] as number
      since = title !== 0 ? ((title & 3) === PLACE.END || (title & 3) === PLACE.ONLY ? 1 : TITLE_REACH) : Math.min(TITLE_REACH, since + 1)
    }
    let until = TITLE_REACH
    let ahead = 0
    let distance = LOOK_AHEAD
    for (let i = length - 1; i >= 0; i--) {
      const slot = i + PAD
      untilTitle[slot] = until
      const title = titles[slot] as number
      until = title !== 0 ? ((title & 3) === PLACE.BEGIN || (title & 3) === PLACE.ONLY ? 1 : TITLE_REACH) : Math.min(TITLE_REACH, until + 1)
      const suffix = suffixes[slot] as number
      if (isHardStop(codes[slot] as number)) {
        ahead = 0
        distance = LOOK_AHEAD
      } else if (suffix !== 0 && (suffix & 3) === PLACE.END) {
        ahead = suffix >> 2
        distance = 0
      } else distance = Math.min(LOOK_AHEAD, distance + 1)
      if (distance >= LOOK_AHEAD) ahead = 0
      aheads[slot] = ahead
      aheadDistance[slot] = bucket(distance)
    }
  }

  #readQuotes(text: string): void {
    const { length, quote } = this
    // 0 outside; 1–3 in quotes and 4–6 in a book title: near its start, inside, near its end.
    let open = -1
    let kind = 0
    for (let i = 0; i < length; i++) {
      const char = text.charCodeAt(i)
      const plain = char === 0x22
      if (kind === 0 && (plain || OPEN_QUOTES.includes(char) || char === OPEN_BOOK)) {
        open = i
        kind = char === OPEN_BOOK ? 2 : 1
        quote[i + PAD] = 7
      } else if (kind !== 0 && ((kind === 1 && (plain || CLOSE_QUOTES.includes(char))) || (kind === 2 && char === CLOSE_BOOK))) {
        for (let k = open + 1; k < i; k++) quote[k + PAD] = (kind - 1) * 3 + (k <= open + 2 ? 1 : k >= i - 2 ? 3 : 2)
        if (i - open > QUOTED_NAME) for (let k = open + 1; k < i; k++) quote[k + PAD] = 9
        quote[i + PAD] = 8
        kind = 0
      }
    }
  }
}

/** What stands in quotes and is longer than this is speech, not a name. */
const QUOTED_NAME = 24
const OPEN_QUOTES = [0x201c, 0x300c, 0x300e, 0xfe41]
const CLOSE_QUOTES = [0x201d, 0x300d, 0x300f, 0xfe42]
const OPEN_BOOK = 0x300a
const CLOSE_BOOK = 0x300b
const REGION_BITS = WORD.REGION | WORD.REGION_SHORT | WORD.TOWN | WORD.PLACE

const fill = (array: Uint8Array, start: number, end: number, kind: number): void => {
  for (let i = start; i < end; i++) {
    array[i + PAD] = kind * 4 + (end - start === 1 ? PLACE.ONLY : i === start ? PLACE.BEGIN : i === end - 1 ? PLACE.END : PLACE.INSIDE)
  }
}

/** Characters over which no name reaches. */
const HARD_STOPS = new Uint8Array(65536)
for (const char of '，。；：！？,;:!?\n\r') HARD_STOPS[codeOf(char.charCodeAt(0))] = 1
const isHardStop = (code: number): boolean => HARD_STOPS[code] === 1

const bucket = (distance: number): number => (distance <= 4 ? distance : distance <= 6 ? 5 : distance <= 9 ? 6 : distance <= 14 ? 7 : distance < LOOK_AHEAD ? 8 : 9)

/** jieba's tags to small numbers; the first two letters tell enough. */
const tagCode = (tag: string): number => {
  if (tag === '') return 0
  const first = tag.charCodeAt(0) & 31
  const second = tag.length > 1 ? tag.charCodeAt(1) & 7 : 0
  return first * 8 + second
}
