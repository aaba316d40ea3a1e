import { pinyin } from 'pinyin-pro'
import { HETERONYMS } from './heteronyms.js'
import { normaliseForSearch } from './search-text.js'

/** Names by how they sound: full pinyin and initials, without tones. */

/** Forms up to this many characters are indexed with every common reading of their heteronyms, longer ones as a dictionary reads them. */
const VARIED = 6
/** Readings of one form, at most. */
const MAX_READINGS = 8
/** Characters of a form that are read, at most. */
const MAX_READ = 40
/** Letters from which a key may stand inside a name; shorter ones must begin it. */
const SHORTEST_PART = 4

const HAN = /\p{Script=Han}/u
const SYLLABLE = /^[a-z0-9]+$/u

/** Tones, the dots of ü and the v that is typed for it are folded; lu and lü are one. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/([ln])v/gu, '$1u').replace(/([ln])yu/gu, '$1u')

/** What a reader typed as pinyin or initials: letters and digits only, or '' when it holds anything else or no letter. */
export function pinyinKey(text: string): string {
  const key = fold(text.normalize('NFKC')).replace(/[\s'’·-]+/gu, '')
  return SYLLABLE.test(key) && /[a-z]/u.test(key) ? key : ''
}

/** Every way to take one reading of each place, the first ways first. */
function combine(places: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return places.reduce<readonly (readonly string[])[]>((soFar, readings) => soFar.flatMap((way) => readings.map((reading) => [...way, reading])).slice(0, MAX_READINGS), [[]])
}

/** Forms recur from batch to batch and are slow to read. */
const CACHED = 20_000
const cache = new Map<string, readonly (readonly string[])[]>()

/** Syllables of a form, in each of its readings (at most 8, the dictionary's first), a Latin letter or digit being its own; none for a form without Chinese characters. */
export function readingsOf(form: string): readonly (readonly string[])[] {
  const known = cache.get(form)
  if (known !== undefined) return known
  if (cache.size >= CACHED) cache.clear()
  const readings = readForm(form)
  cache.set(form, readings)
  return readings
}

/** Reads names ahead of the write that needs them, for whoever has the time. */
export function readAhead(names: readonly { readonly name: string; readonly aliases: readonly string[] }[]): void {
  for (const { name, aliases } of names) for (const form of [name, ...aliases]) readingsOf(form)
}

function readForm(form: string): readonly (readonly string[])[] {
  const characters = Array.from(normaliseForSearch(form)).slice(0, MAX_READ)
  if (!characters.some((character) => HAN.test(character))) return []
  const asWord = pinyin(characters.join(''), { toneType: 'none', type: 'array', surname: 'off' }).map(fold)
  const places = characters.map((character, at) => {
    const more = characters.length <= VARIED ? HETERONYMS.get(character) ?? [] : []
    return [...new Set([asWord[at] ?? '', ...more])].filter((syllable) => SYLLABLE.test(syllable))
  })
  return combine(places.filter((readings) => readings.length > 0)).filter((syllables) => syllables.length > 0)
}

const initialsOf = (syllables: readonly string[]): string => syllables.map((syllable) => syllable.charAt(0)).join('')

/** Full pinyin and initials of all forms in one column, each between line breaks; '' when there are none. */
export function pinyinTextOf(name: string, aliases: readonly string[]): string {
  const lines = new Set([name, ...aliases].flatMap((form) => readingsOf(form).flatMap((syllables) => [syllables.join(''), initialsOf(syllables)])))
  return lines.size === 0 ? '' : `\n${[...lines].join('\n')}\n`
}

/** The part of `pinyinTextOf` that an entity must hold to be found by a key. */
export const pinyinPart = (key: string): string => (key.length < SHORTEST_PART ? `\n${key}` : key)

/** Begins at a syllable; it may end within one. */
const fromSyllable = (syllables: readonly string[], key: string): boolean => syllables.some((_, at) => syllables.slice(at).join('').startsWith(key))

/** How a key fits a name or alias: 0 it is the whole of one, 1 one begins with it, 2 it stands inside from a syllable on; undefined when it fits none. */
export function pinyinRank(key: string, forms: readonly string[]): 0 | 1 | 2 | undefined {
  const readings = forms.flatMap(readingsOf)
  const lines = readings.flatMap((syllables) => [syllables.join(''), initialsOf(syllables)])
  if (lines.includes(key)) return 0
  if (lines.some((line) => line.startsWith(key))) return 1
  if (key.length < SHORTEST_PART) return undefined
  return readings.some((syllables) => fromSyllable(syllables, key) || initialsOf(syllables).includes(key)) ? 2 : undefined
}
