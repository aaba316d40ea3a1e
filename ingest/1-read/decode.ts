import chardet from 'chardet'
import iconv from 'iconv-lite'
import { COMMON } from './common-characters.js'

/** Names that iconv-lite knows. */
export type Encoding = 'utf8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252'

const SAMPLE = 64 * 1024

interface Reading {
  readonly encoding: Encoding
  /** Share of common characters among the hanzi. */
  readonly common: number
  /** Share of marks of undecodable bytes and of private-use characters in all. */
  readonly broken: number
}

function judge(bytes: Buffer, encoding: Encoding): Reading {
  let all = 0
  let han = 0
  let common = 0
  let broken = 0
  for (const char of iconv.decode(bytes, encoding)) {
    all += 1
    if (char === '\ufffd' || (char >= '\ue000' && char <= '\uf8ff')) broken += 1
    if (char < '\u4e00' || char > '\u9fff') continue
    han += 1
    if (COMMON.has(char)) common += 1
  }
  return { encoding, common: han === 0 ? 0 : common / han, broken: all === 0 ? 0 : broken / all }
}

/** A text in which this share of characters is broken was read in a wrong encoding, not damaged. */
const TOO_BROKEN = 0.05
const SOME_CHINESE = 0.1

/** What a declared encoding may lack of the best reading's common characters and still be believed. */
const NEARLY = 0.6

/**
 * The encoding of a file, told by its mark, by being valid UTF-8, or by how much common Chinese each reading gives.
 * A UTF-8 file with a few broken bytes stays UTF-8. `cut` says that the bytes are only the head of a file.
 * `declared` are the names that the sender gives, the strongest first (HTTP header, then the file itself); a name is
 * believed where its reading makes sense, so that it decides between likely readings and a wrong one does no harm.
 */
export function detectEncoding(bytes: Uint8Array, cut = false, declared: readonly string[] = []): Encoding {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf8'
  const wide = withoutMark(bytes)
  if (wide !== undefined) return wide
  if (isUtf8(bytes, cut)) return 'utf8'
  const sample = Buffer.from(bytes.subarray(0, SAMPLE))
  const readings = ENCODINGS.map((encoding) => judge(sample, encoding)).filter(({ broken }) => broken < TOO_BROKEN)
  const best = readings.sort((x, y) => y.common - x.common)[0]
  const named = declared.flatMap((name) => encodingNamed(name) ?? [])
  if (best !== undefined && best.common > SOME_CHINESE) {
    return named.find((name) => readings.some(({ encoding, common }) => encoding === name && common >= NEARLY * best.common)) ?? best.encoding
  }
  // little Chinese to go by: the sender's word, else the statistics of bytes
  return named.find((name) => judge(sample, name).broken === 0) ?? GUESSES[chardet.detect(sample) ?? ''] ?? 'utf8'
}

/** The encoding behind a name as HTTP, HTML and XML write it (GB2312, x-gbk, Big5-HKSCS, latin1 …); undefined for one that is not known. */
export function encodingNamed(name: string): Encoding | undefined {
  const label = name.trim().toLowerCase()
  if (/^(?:x-)?gb(?:k|_?2312|18030)/.test(label)) return 'gb18030'
  if (label.startsWith('big5')) return 'big5'
  if (/^utf-?8$/.test(label)) return 'utf8'
  if (/^utf-?16(?:le)?$/.test(label)) return 'utf-16le'
  if (/^utf-?16be$/.test(label)) return 'utf-16be'
  // as browsers do: what is sent as Latin 1 is read as its superset
  return /^(?:iso-?8859-?1|latin1|windows-1252|cp1252)$/.test(label) ? 'windows-1252' : undefined
}

/** What a page, feed or XML file says of its own encoding within its first bytes. */
export function declaredWithin(bytes: Uint8Array): readonly string[] {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  return [/^\s*<\?xml[^>]*\sencoding=["']([\w-]+)/i, /<meta[^>]*\bcharset=["']?\s*([\w-]+)/i].flatMap((pattern) => pattern.exec(head)?.[1] ?? [])
}

const ENCODINGS: readonly Encoding[] = ['utf8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']
const GUESSES: Readonly<Record<string, Encoding>> = { 'UTF-16LE': 'utf-16le', 'UTF-16BE': 'utf-16be', GB18030: 'gb18030', Big5: 'big5' }

/** UTF-16 without a mark: its spaces, digits and line ends put a zero byte into every other place, on one side only. */
function withoutMark(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0 || Math.min(even, odd) > 0.1 * Math.max(even, odd)) return undefined
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  const { common, broken } = judge(Buffer.from(head.subarray(0, head.length & ~1)), encoding)
  // all ASCII, or Chinese
  return broken < TOO_BROKEN && (common > SOME_CHINESE || even + odd > 0.4 * head.length) ? encoding : undefined
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

/** A file's text without its byte order mark; `declared` as for `detectEncoding`. */
export function decode(bytes: Uint8Array, declared: readonly string[] = []): { readonly text: string; readonly encoding: Encoding } {
  const encoding = detectEncoding(bytes, false, declared)
  return { text: iconv.decode(Buffer.from(bytes), encoding), encoding }
}

/** True for what no text file begins with: control bytes in number, without being UTF-16. */
export function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  if (detectEncoding(head, true).startsWith('utf-16')) return false
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 27)).length
  return head.length > 0 && odd / head.length > 0.02
}
