import { simplifiedUnit } from '../core/simplified.js'

/** How names are searched: one normal form for what is stored and what is asked. */

/** Quotation and title marks, which one writer sets and the next leaves out. */
const MARKS = /[“”‘’"'「」『』《》〈〉]/gu

const HAN = /\p{Script=Han}/gu

/** Each character by itself, so that a name has one form whatever stands beside it. */
const simplified = (text: string): string => text.replace(HAN, (character) => (character.length === 1 ? String.fromCharCode(simplifiedUnit(character.charCodeAt(0))) : character))

/** Width and compatibility forms folded (NFKC), Traditional characters as Simplified ones, lower case, quotation marks left out, blanks squeezed. Idempotent. */
export const normaliseForSearch = (text: string): string => simplified(text.normalize('NFKC')).toLowerCase().replace(MARKS, '').replace(/\s+/gu, ' ').trim()

/** The forms that a name and its aliases have for a search, each once, the name first. */
export const formsOf = (name: string, aliases: readonly string[]): readonly string[] =>
  [...new Set([name, ...aliases].map(normaliseForSearch).filter((form) => form !== ''))]

/** A whole form as it stands in the column of `searchTextOf`. */
export const wholeForm = (form: string): string => `\n${form}\n`

/**
 * All forms of a name in one column, each between line breaks: CONTAINS text finds any part,
 * CONTAINS '\n' + text a beginning, CONTAINS '\n' + text + '\n' a whole form. The name stands first.
 */
export const searchTextOf = (name: string, aliases: readonly string[]): string => wholeForm(formsOf(name, aliases).join('\n'))

/** Distinct pairs of neighbouring characters in reading order; a text of one character is its own pair. */
export function bigramsOf(text: string): readonly string[] {
  const characters = Array.from(normaliseForSearch(text))
  if (characters.length < 2) return characters
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))]
}
