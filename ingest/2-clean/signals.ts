import { isLevelOne, isUserDefinedLead, pairOfUnit } from './language/gbk.js'
import { TONED_VOWELS } from './language/readings.js'
import { isTraditionalOnly, simplifiedUnit } from './language/traditional.js'

/**
 * What kinds of character a text holds, as bits. One look at each code unit tells which passes have work,
 * so undamaged text pays for one table lookup a character and little else.
 */
export const SIGNAL = {
  /** Controls, carriage returns, zero-width marks, soft hyphens. */
  invisible: 1,
  /** `&` or a no-break space. */
  entity: 2,
  /** Letters that begin a UTF-8 sequence read as Latin-1. */
  latin: 4,
  /** Vowels with a tone mark. */
  toned: 8,
  /** `?` and replacement marks, which stand where a decoder lost bytes. */
  loss: 16,
  /** Hanzi and symbols that are rare in news. */
  rare: 32,
  traditional: 64,
  asciiPunctuation: 128,
  fullWidth: 256,
  space: 512,
  star: 1024,
  cornerQuote: 2048,
} as const

const setAll = (table: Uint16Array, characters: string, bit: number): void => {
  for (const char of characters) table[char.charCodeAt(0)] = (table[char.charCodeAt(0)] ?? 0) | bit
}

const setRange = (table: Uint16Array, first: number, last: number, bit: number): void => {
  for (let unit = first; unit <= last; unit += 1) table[unit] = (table[unit] ?? 0) | bit
}

/** Zero-width and direction marks, soft hyphen, byte order mark; controls but tab and line feed. */
export const isInvisible = (unit: number): boolean =>
  (unit < 0x20 && unit !== 0x09 && unit !== 0x0a) || (unit >= 0x7f && unit <= 0x9f) || unit === 0xad || unit === 0x180e ||
  (unit >= 0x200b && unit <= 0x200f) || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2060 && unit <= 0x2069) ||
  unit === 0xfeff || (unit >= 0xfff9 && unit <= 0xfffb)

/** Rows of GBK that hold what Chinese news seldom writes: enclosed and Roman numerals, kana, Greek, Cyrillic, bopomofo, box lines. */
const isOddSymbol = (pair: number): boolean => (pair >= 0xa2a1 && pair < 0xa3a1) || (pair >= 0xa440 && pair < 0xaa40)

function isRare(unit: number): boolean {
  if (unit >= 0x4e00 && unit <= 0x9fff) return !isLevelOne(simplifiedUnit(unit))
  const pair = pairOfUnit(unit)
  return pair !== 0 && (isOddSymbol(pair) || isUserDefinedLead(pair >> 8))
}

function build(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit += 1) {
    if (isInvisible(unit)) setRange(table, unit, unit, SIGNAL.invisible)
    if (isRare(unit)) setRange(table, unit, unit, SIGNAL.rare)
    if (isTraditionalOnly(unit)) setRange(table, unit, unit, SIGNAL.traditional)
  }
  setAll(table, '&\u00a0', SIGNAL.entity)
  setRange(table, 0xc2, 0xf4, SIGNAL.latin)
  setAll(table, TONED_VOWELS, SIGNAL.toned)
  setAll(table, '?\ufffd□', SIGNAL.loss)
  setAll(table, ',;:?!()"', SIGNAL.asciiPunctuation)
  setRange(table, 0xff10, 0xff19, SIGNAL.fullWidth)
  setRange(table, 0xff21, 0xff3a, SIGNAL.fullWidth)
  setRange(table, 0xff41, 0xff5a, SIGNAL.fullWidth)
  setAll(table, '％．', SIGNAL.fullWidth)
  setAll(table, ' \u3000', SIGNAL.space)
  setAll(table, '*', SIGNAL.star)
  setAll(table, '「」『』', SIGNAL.cornerQuote)
  return table
}

let table: Uint16Array | undefined
const ready = (): Uint16Array => (table ??= build())

/** All signals of a text, or-ed. */
export function signalsOf(text: string): number {
  const bits = ready()
  let found = 0
  for (let i = 0; i < text.length; i += 1) found |= bits[text.charCodeAt(i)] ?? 0
  return found
}

/** Offsets of the units that give a signal. */
export function unitsWith(text: string, signal: number): number[] {
  const bits = ready()
  const found: number[] = []
  for (let i = 0; i < text.length; i += 1) if (((bits[text.charCodeAt(i)] ?? 0) & signal) !== 0) found.push(i)
  return found
}

export const hasSignal = (unit: number, signal: number): boolean => ((ready()[unit] ?? 0) & signal) !== 0
