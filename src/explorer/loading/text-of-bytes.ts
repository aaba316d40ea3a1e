import { COMMON } from '../../../ingest/1-read/common-characters.js'

/** Text of a file in the browser. Pure. */

const UNDECODED = '\uFFFD'
/** A text with a larger share of broken characters was read in a wrong encoding. */
const TOO_BROKEN = 0.05
/** Characters that decide. */
const SAMPLE = 20_000

interface Reading {
  readonly encoding: string
  readonly text: string
  readonly broken: number
  readonly common: number
}

function reading(bytes: Uint8Array, encoding: string): Reading {
  const text = new TextDecoder(encoding).decode(bytes)
  let [all, broken, han, common] = [0, 0, 0, 0]
  for (const character of text.slice(0, SAMPLE)) {
    all++
    if (character === UNDECODED || (character >= '\uE000' && character <= '\uF8FF')) broken++
    if (character < '\u4E00' || character > '\u9FFF') continue
    han++
    if (COMMON.has(character)) common++
  }
  return { encoding, text, broken: all === 0 ? 0 : broken / all, common: han === 0 ? 0 : common / han }
}

/**
 * The text and the encoding that it was read in: by a byte order mark, else UTF-8 where that fits, else of GB 18030 and Big5 the one that
 * gives more common Chinese characters. Undefined for what is no text.
 */
export function textOfBytes(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | undefined {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' }
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' }
  if (bytes.subarray(0, 4096).includes(0)) return undefined
  const utf8 = reading(bytes, 'utf-8')
  if (utf8.broken === 0) return { text: utf8.text, encoding: 'UTF-8' }
  const [best] = [reading(bytes, 'gb18030'), reading(bytes, 'big5')].filter(({ broken }) => broken < TOO_BROKEN).sort((x, y) => y.common - x.common)
  if (best !== undefined && best.common > utf8.common) return { text: best.text, encoding: best.encoding === 'big5' ? 'Big5' : 'GB 18030' }
  return utf8.broken < TOO_BROKEN ? { text: utf8.text, encoding: 'UTF-8' } : undefined
}
