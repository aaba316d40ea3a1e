/** One code per character for the tagger: width, digits, letters and quotes folded, the rest as it is. */

/** Classes of characters, for the shape features. */
export const CHAR_TYPE = { OTHER: 0, HAN: 1, DIGIT: 2, LETTER: 3, PUNCT: 4, NUMERAL: 5, QUOTE: 6, SPACE: 7 } as const

const CODES = new Uint16Array(65536)
const TYPES = new Uint8Array(65536)

const fold = (codes: string, to: string): void => {
  for (const char of codes) CODES[char.charCodeAt(0)] = to.charCodeAt(0)
}
const type = (chars: string, value: number): void => {
  for (const char of chars) TYPES[char.charCodeAt(0)] = value
}

for (let code = 0; code < 65536; code++) {
  // Full-width forms have the ASCII ones at a fixed distance.
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
  const digit = half >= 0x30 && half <= 0x39
  const letter = (half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a)
  CODES[code] = digit ? 0x30 : letter ? 0x61 : half
  TYPES[code] =
    (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) ? CHAR_TYPE.HAN
    : digit ? CHAR_TYPE.DIGIT
    : letter || (code >= 0xc0 && code <= 0x24f) ? CHAR_TYPE.LETTER
    : half <= 0x20 || code === 0x3000 || code === 0xa0 ? CHAR_TYPE.SPACE
    : half < 0x7f || (code >= 0x2010 && code <= 0x206f) || (code >= 0x3001 && code <= 0x303f) ? CHAR_TYPE.PUNCT
    : CHAR_TYPE.OTHER
}
fold('“「『﹁', '"')
fold('”」』﹂', '"')
fold('‘’', "'")
fold('〈〉', '《')
fold('\u3000\u00a0\t', ' ')
fold('．•・‧', '·')
fold('—―–－', '-')
type('零〇一二三四五六七八九十百千万亿两', CHAR_TYPE.NUMERAL)
type('“”‘’「」『』"\'《》〈〉', CHAR_TYPE.QUOTE)

/** The folded code of a UTF-16 unit. */
export const codeOf = (unit: number): number => CODES[unit] as number
/** The class of a UTF-16 unit, one of CHAR_TYPE. */
export const typeOf = (unit: number): number => TYPES[unit] as number
