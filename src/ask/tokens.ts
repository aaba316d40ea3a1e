import { normaliseForSearch } from '../store/search-text.js'
import { TITLES, WORDS, ZH_TITLES, type Tag } from './words.js'

/** A question cut into names, words with tags, posts, and what nobody knows. Pure. */

export type Token =
  | { readonly kind: 'name'; readonly index: number }
  | { readonly kind: 'word'; readonly tags: readonly Tag[]; readonly text: string }
  | { readonly kind: 'title'; readonly title: string; readonly text: string }
  | { readonly kind: 'rest'; readonly text: string }

/** Stands for the name with this number in the text; from the private use area, so that no question holds it. */
const FIRST_MARK = 0xe000
export const markOf = (index: number): string => String.fromCharCode(FIRST_MARK + index)
const indexOfMark = (character: string): number => character.charCodeAt(0) - FIRST_MARK
export const MOST_NAMES = 60
const isMark = (character: string): boolean => indexOfMark(character) >= 0 && indexOfMark(character) < MOST_NAMES

interface Entry {
  readonly tags: readonly Tag[]
  readonly title?: string
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/u.test(text)

function lexicon(): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  // In the form in which the question is read.
  const add = (word: string, entry: Entry): void => {
    const form = normaliseForSearch(word)
    if (form !== '' && !entries.has(form)) entries.set(form, entry)
  }
  for (const { tags, zh = '', en = '' } of WORDS) {
    for (const word of [...zh.split(' '), ...en.split(',').map((phrase) => phrase.trim())]) add(word, { tags })
  }
  for (const [en, zh] of TITLES) add(en, { tags: [], title: zh })
  for (const title of ZH_TITLES.split(' ')) for (const before of ['', '副', '常务副']) add(before + title, { tags: [], title: before + title })
  return entries
}

const LEXICON = lexicon()
const LONGEST = Math.max(...[...LEXICON.keys()].map(({ length }) => length))

const isWordCharacter = (character: string | undefined): boolean => character !== undefined && /[a-z0-9']/u.test(character)

/** The longest known word at a place. English words stand between breaks. */
function wordAt(text: string, at: number): readonly [string, Entry] | undefined {
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length)
    const entry = LEXICON.get(word)
    if (entry === undefined) continue
    if (isAscii(word) && /^[a-z0-9]/u.test(word) && (isWordCharacter(text[at - 1]) || isWordCharacter(text[at + length]))) continue
    return [word, entry]
  }
  return undefined
}

/** True for a text that is made of known words only. */
export const isKnownWords = (text: string): boolean => tokensOf(text).every(({ kind }) => kind === 'word' || kind === 'title')

/** Tokens in order. Neighbouring unknown characters make one rest; blanks and punctuation part them. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let rest = ''
  const flush = (): void => {
    if (rest !== '') tokens.push({ kind: 'rest', text: rest })
    rest = ''
  }
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at)
    if (isMark(character)) {
      flush()
      tokens.push({ kind: 'name', index: indexOfMark(character) })
      at++
      continue
    }
    const found = wordAt(text, at)
    if (found !== undefined) {
      flush()
      const [word, { tags, title }] = found
      tokens.push(title === undefined ? { kind: 'word', tags, text: word } : { kind: 'title', title, text: word })
      at += word.length
    } else if (/[\p{L}\p{N}]/u.test(character)) {
      const word = /^[a-z0-9][a-z0-9'-]*/u.exec(text.slice(at))?.[0]
      if (word !== undefined) flush()
      rest += word ?? character
      at += word?.length ?? character.length
      if (word !== undefined) flush()
    } else {
      flush()
      at++
    }
  }
  flush()
  return tokens
}
