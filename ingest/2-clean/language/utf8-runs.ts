import { bigramModel } from './bigrams.js'
import { simplifiedChar } from './traditional.js'
import { edit, type Edit } from '../pass.js'

/** A byte that a wrong decoder made characters of; LOST where it left only a mark. */
export const LOST = -1

export interface ByteAt {
  readonly byte: number
  /** Offsets of the observed character that the byte comes from. */
  readonly start: number
  readonly end: number
}

interface Read {
  /** The one character that the bytes spell, or those that fit where bytes are lost. */
  readonly options: readonly string[]
  readonly start: number
  readonly end: number
  readonly length: number
}

const isContinuation = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf

const lengthOf = (lead: number): number => (lead >= 0x20 && lead < 0x7f ? 1 : lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0)

function codePoint(bytes: readonly number[]): number {
  const [lead = 0, ...rest] = bytes
  return rest.reduce((value, byte) => (value << 6) | (byte & 0x3f), rest.length === 0 ? lead : lead & (0xff >> (bytes.length + 1)))
}

/** Chinese characters whose UTF-8 sequence fits the bytes that are left. */
function fitting(values: readonly number[]): readonly string[] {
  const at = values.indexOf(LOST)
  if (at < 0) {
    const char = String.fromCharCode(codePoint(values))
    return bigramModel().knows(char) ? [char] : []
  }
  return Array.from({ length: 0x40 }, (_, i) => 0x80 + i).flatMap((byte) => fitting(values.with(at, byte)))
}

/** The character whose UTF-8 sequence begins at index `at`, or undefined. */
function readAt(bytes: readonly ByteAt[], at: number): Read | undefined {
  const first = bytes[at]
  const length = first === undefined ? 0 : lengthOf(first.byte)
  const taken = bytes.slice(at, at + length)
  const lastTaken = taken.at(-1)
  if (first === undefined || lastTaken === undefined || taken.length < length) return undefined
  const values = taken.map(({ byte }) => byte)
  if (!values.slice(1).every((byte) => byte === LOST || isContinuation(byte))) return undefined
  const lost = values.includes(LOST)
  if (lost && length !== 3) return undefined
  const options = lost ? fitting(values) : whole(values)
  return options.length === 0 ? undefined : { options, start: first.start, end: lastTaken.end, length }
}

function whole(values: readonly number[]): readonly string[] {
  const point = codePoint(values)
  const overlong = (values.length === 3 && point < 0x800) || (values.length === 4 && (point < 0x10000 || point > 0x10ffff))
  return overlong || (point >= 0xd800 && point <= 0xdfff) ? [] : [String.fromCodePoint(point)]
}

/** A guess in Traditional script must be this much likelier (natural log). */
const OTHER_SCRIPT = 3

/** Marks that end a sentence, and so a line, are this much likelier (ln) at the end of one. */
const ENDS = '。！？；：”）'
const AT_END = 4

/** Picks one option for each character so that the whole reads best (Viterbi). */
function choose(reads: readonly Read[], endsLine: boolean): string[] {
  const model = bigramModel()
  let paths = [{ score: 0, chars: [] as string[] }]
  for (const [i, { options }] of reads.entries()) {
    const bonus = (char: string): number => (endsLine && i === reads.length - 1 && ENDS.includes(char) ? AT_END : 0) - (simplifiedChar(char) === char ? 0 : OTHER_SCRIPT)
    if (options.length === 1 && paths.length === 1) {
      paths[0]?.chars.push(...options)
      continue
    }
    paths = options.map((char) => {
      const scored = paths.map((path) => ({ path, score: path.score + model.logNext(path.chars.at(-1) ?? '', char) + bonus(char) }))
      const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
      return { score: best.score, chars: [...best.path.chars, char] }
    })
  }
  return paths.reduce((a, b) => (b.score > a.score ? b : a)).chars
}

/** Certain where all bytes are there: chance makes valid UTF-8 of Chinese very seldom. */
const ALL_BYTES = 0.99
const GUESSED = 0.5

/** Characters that share an observed character go into one edit, so that edits do not overlap. */
function toEdits(reads: readonly Read[], chars: readonly string[]): Edit[] {
  const edits: Edit[] = []
  reads.forEach((read, i) => {
    const before = edits.at(-1)
    const char = chars[i] ?? ''
    const certainty = read.options.length > 1 ? GUESSED : ALL_BYTES
    if (before !== undefined && read.start < before.end) edits[edits.length - 1] = edit(before.start, read.end, before.after + char, Math.min(before.certainty, certainty))
    else edits.push(edit(read.start, read.end, char, certainty))
  })
  return edits
}

/** True where the chain may be cut: the observed character before belongs wholly to it. */
const endsWhole = (bytes: readonly ByteAt[], at: number): boolean => bytes[at]?.start !== bytes[at - 1]?.start
const startsWhole = (bytes: readonly ByteAt[], at: number): boolean => at === 0 || endsWhole(bytes, at)

/**
 * Edits that put UTF-8 text back where a run of bytes holds it. `accept` is asked with each chain of whole characters
 * and the observed stretch it would replace. `endsLine` says that nothing follows the run on its line.
 */
export function utf8Edits(bytes: readonly ByteAt[], endsLine: boolean, accept: (chars: readonly string[], start: number, end: number) => boolean): Edit[] {
  const edits: Edit[] = []
  for (let at = 0; at < bytes.length; ) {
    const chain = startsWhole(bytes, at) ? chainAt(bytes, at) : undefined
    const start = chain?.reads[0]?.start
    const end = chain?.reads.at(-1)?.end
    const chars = chain === undefined ? [] : choose(chain.reads, endsLine && chain.next === bytes.length)
    if (chain === undefined || start === undefined || end === undefined || !accept(chars, start, end)) {
      at += 1
      continue
    }
    for (const one of toEdits(chain.reads, chars)) edits.push(one)
    at = chain.next
  }
  return edits
}

/** The longest run of readable characters from `at` that ends together with an observed one. */
function chainAt(bytes: readonly ByteAt[], at: number): { reads: Read[]; next: number } | undefined {
  const reads: Read[] = []
  let complete = { count: 0, next: at }
  let next = at
  for (let read = readAt(bytes, next); read !== undefined; read = readAt(bytes, next)) {
    reads.push(read)
    next += read.length
    if (endsWhole(bytes, next)) complete = { count: reads.length, next }
  }
  return complete.count === 0 ? undefined : { reads: reads.slice(0, complete.count), next: complete.next }
}
