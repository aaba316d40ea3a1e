import { createRequire } from 'node:module'
import { bigramModel } from './bigrams.js'
import { charOfPair } from './gbk.js'
import { simplifiedChar } from './traditional.js'

/** The one function used of `pinyin-pro`. */
interface PinyinLibrary {
  readonly pinyin: (text: string, options: { multiple: true; type: 'array' }) => string[]
}

// Loaded when a gloss is met and not before: 300 kB that undamaged text never needs.
let library: PinyinLibrary | undefined
const load = (): PinyinLibrary => (library ??= createRequire(import.meta.url)('pinyin-pro') as PinyinLibrary)

/** Letters with a tone mark that pinyin is written with. */
export const TONED_VOWELS = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ'
/** All letters of a gloss; web fonts write ɑ and ɡ for a and g. */
export const PINYIN_LETTERS = `a-zɑɡüê${TONED_VOWELS}`

/** A gloss in the library's spelling. */
export const normalReading = (gloss: string): string => gloss.normalize('NFC').replaceAll('ɑ', 'a').replaceAll('ɡ', 'g')

/** A reading without its tone. */
export const toneless = (reading: string): string => reading.normalize('NFD').replace(/[\u0300\u0301\u0304\u030c]/g, '').normalize('NFC')

const known = new Map<string, readonly string[]>()

/** All readings of one character, of its Traditional and its Simplified form, with tone marks. */
export function readingsOf(char: string): readonly string[] {
  const before = known.get(char)
  if (before !== undefined) return before
  const forms = [...new Set([char, simplifiedChar(char)])]
  const readings = [...new Set(forms.flatMap((form) => load().pinyin(form, { multiple: true, type: 'array' })))]
  known.set(char, readings)
  return readings
}

export const hasReading = (char: string, reading: string): boolean => readingsOf(char).includes(reading)

let byReading: ReadonlyMap<string, readonly string[]> | undefined

function index(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const char of bigramModel().characters) {
    for (const reading of readingsOf(char)) found.set(reading, [...(found.get(reading) ?? []), char])
  }
  return found
}

/** Simplified characters of news text that can be read so. */
export const charactersRead = (reading: string): readonly string[] => (byReading ??= index()).get(reading) ?? []

const trails = new Map<string, readonly number[]>()

/** Trail bytes that make, with the lead byte, a character read so. */
export function trailsRead(lead: number, reading: string): readonly number[] {
  const key = `${lead} ${reading}`
  const before = trails.get(key)
  if (before !== undefined) return before
  const found: number[] = []
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const char = charOfPair(lead, trail)
    if (char >= '\u4e00' && char <= '\u9fff' && hasReading(char, reading)) found.push(trail)
  }
  trails.set(key, found)
  return found
}
