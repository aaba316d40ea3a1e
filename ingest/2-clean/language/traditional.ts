import { createRequire } from 'node:module'
import iconv from 'iconv-lite'
import { isGb2312Han } from './gbk.js'

/** The one function used of `opencc-js`, whose own types do not resolve under NodeNext. */
interface OpenCC {
  readonly Converter: (options: { from: 'tw' | 'hk'; to: 'cn' }) => (text: string) => string
}

const { Converter } = createRequire(import.meta.url)('opencc-js/t2cn') as OpenCC
const fromTaiwan = Converter({ from: 'tw', to: 'cn' })
const fromHongKong = Converter({ from: 'hk', to: 'cn' })

/** Kept by the mainland's table of 2013 as characters of their own, beside what the rule below finds. */
const KEPT = '甯甦噁'

const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff

let simple: Uint16Array | undefined

function simplifications(): Uint16Array {
  const table = new Uint16Array(0x10000)
  const characters = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, i) => String.fromCharCode(FIRST_HAN + i))
  // one character a line, so that no phrase of the dictionary is met
  const converted = fromHongKong(fromTaiwan(characters.join('\n'))).split('\n')
  characters.forEach((char, i) => {
    const to = converted[i] ?? char
    table[char.charCodeAt(0)] = to.length === 1 ? to.charCodeAt(0) : char.charCodeAt(0)
  })
  return table
}

/** The Simplified form of one code unit, taken alone; the unit itself where there is none. */
export function simplifiedUnit(unit: number): number {
  if (unit < FIRST_HAN || unit > LAST_HAN) return unit
  return (simple ??= simplifications())[unit] ?? unit
}

export const simplifiedChar = (char: string): string => (char.length === 1 ? String.fromCharCode(simplifiedUnit(char.charCodeAt(0))) : char)

/** Big5 proper: its two levels of hanzi, without the Hong Kong extension, which has Simplified ones. */
function inBig5(char: string): boolean {
  const bytes = iconv.encode(char, 'big5')
  const pair = bytes.length === 2 ? bytes.readUInt16BE() : 0
  return (pair >= 0xa440 && pair <= 0xc67e) || (pair >= 0xc940 && pair <= 0xf9d5)
}

/**
 * True for glyphs that mainland Simplified text does not use, such as 張 and 國. Not 乾 or 於, which it keeps for some words, and not
 * 昇 or 濛, whose Simplified form is a Traditional character too: where two characters were merged, names keep the one they had.
 */
export function isTraditionalOnly(unit: number): boolean {
  const to = simplifiedUnit(unit)
  return to !== unit && !isGb2312Han(unit) && !KEPT.includes(String.fromCharCode(unit)) && !inBig5(String.fromCharCode(to))
}

/** Simplified text of a Traditional passage, by phrases where the dictionary has them. Same length, or undefined where OpenCC would change it. */
export function simplifiedPassage(text: string): string | undefined {
  const converted = fromHongKong(fromTaiwan(text))
  return converted.length === text.length ? converted : undefined
}
