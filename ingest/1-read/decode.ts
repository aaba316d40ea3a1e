import chardet from 'chardet'
import iconv from 'iconv-lite'

/** Names that iconv-lite knows. */
export type Encoding = 'utf8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

const SAMPLE = 64 * 1024

/** The commonest characters of running Chinese text, in both scripts; what decodes to many of them was decoded right. */
const COMMON = new Set('的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指區發產業動會為國這來時們對過說學經進實開體與關長書記產業廣東見電車')

const share = (text: string): number => {
  let han = 0
  let common = 0
  for (const char of text) {
    if (char < '\u4e00' || char > '\u9fff') continue
    han++
    if (COMMON.has(char)) common++
  }
  return han === 0 ? 0 : common / han
}

/** The encoding of a file, told by its mark, by being valid UTF-8, or by how much common Chinese a reading gives. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf8'
  const sample = bytes.subarray(0, SAMPLE)
  if (isUtf8(sample, bytes.length > SAMPLE)) return 'utf8'
  const guess = chardet.detect(sample)
  if (guess === 'UTF-16LE' || guess === 'UTF-16BE') return guess === 'UTF-16LE' ? 'utf-16le' : 'utf-16be'
  const buffer = Buffer.from(sample)
  const ranked = (['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({ encoding, common: share(iconv.decode(buffer, encoding)) }))
    .sort((x, y) => y.common - x.common)
  return ranked[0] && ranked[0].common > 0.1 ? ranked[0].encoding : 'utf8'
}

/** True when the bytes are UTF-8; a sequence cut off at the end of a sample is forgiven. */
function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
    return true
  } catch {
    return false
  }
}

/** A file's text without its byte order mark. */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const encoding = detectEncoding(bytes)
  return { text: iconv.decode(Buffer.from(bytes), encoding), encoding }
}

/** True for what no text file begins with: many zero bytes without being UTF-16. */
export function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  const encoding = detectEncoding(head)
  if (encoding.startsWith('utf-16')) return false
  let odd = 0
  for (const byte of head) if (byte === 0 || (byte < 9) || (byte > 13 && byte < 27)) odd++
  return head.length > 0 && odd / head.length > 0.02
}
