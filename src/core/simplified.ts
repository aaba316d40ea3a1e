import { createRequire } from 'node:module'

/** Simplified forms of Traditional characters, after OpenCC's tables. */

/** The one function used of `opencc-js`, whose own types do not resolve under NodeNext. */
interface OpenCC {
  readonly Converter: (options: { from: 'tw' | 'hk'; to: 'cn' }) => (text: string) => string
}

const { Converter } = createRequire(import.meta.url)('opencc-js/t2cn') as OpenCC
const fromTaiwan = Converter({ from: 'tw', to: 'cn' })
const fromHongKong = Converter({ from: 'hk', to: 'cn' })

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

/** Simplified text of a Traditional passage, by phrases where the dictionary has them. Same length, or undefined where OpenCC would change it. */
export function simplifiedPassage(text: string): string | undefined {
  const converted = fromHongKong(fromTaiwan(text))
  return converted.length === text.length ? converted : undefined
}
