import { bigramModel, isModelled } from '../language/bigrams.js'
import { observedScore } from '../language/byte-channel.js'
import { pairOfUnit } from '../language/gbk.js'
import { rareClusters, suspects } from '../language/rare-clusters.js'
import { LOST, utf8Edits, type ByteAt } from '../language/utf8-runs.js'
import type { Edit, Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

/** What a GBK decoder makes of one line of UTF-8: pairs, marks where a byte found no partner, € for the byte 80. */
const PART = /[\u0080-\uffff?]/

function bytesOf(text: string, start: number, end: number): ByteAt[] {
  const bytes: ByteAt[] = []
  for (let i = start; i < end; i += 1) {
    const char = text.charAt(i)
    const pair = pairOfUnit(char.charCodeAt(0))
    const values = char === '€' ? [0x80] : char === '?' || char === '\ufffd' ? [LOST] : pair === 0 ? [0] : [pair >> 8, pair & 0xff]
    for (const byte of values) bytes.push({ byte, start: i, end: i + 1 })
  }
  return bytes
}

/** The stretch of non-ASCII characters and marks around an offset. */
function runAround(text: string, at: number): readonly [number, number] {
  let start = at
  let end = at
  while (start > 0 && PART.test(text.charAt(start - 1))) start -= 1
  while (end < text.length && PART.test(text.charAt(end))) end += 1
  return [start, end]
}

function accepted(text: string, chars: readonly string[], start: number, end: number, least: number): boolean {
  const chinese = chars.filter(isModelled).length
  const ascii = chars.filter((char) => char < '\u0080').length
  if (chars.filter((char) => char >= '\u4e00' && char <= '\u9fff').length < least || chinese === 0 || 2 * chinese < chars.length - ascii) return false
  // Chinese that happens to be valid UTF-8 reads better as it stands
  return bigramModel().logString(chars.join(''), '', '') > observedScore(text, start, end)
}

/** Edits in the runs around some characters; `least` is the number of hanzi that a chain must give. */
function editsAround(text: string, places: readonly number[], least: number): Edit[] {
  const edits: Edit[] = []
  let done = 0
  for (const at of places) {
    if (at < done) continue
    const [start, end] = runAround(text, at)
    const endsLine = end === text.length || text.charAt(end) === '\n'
    const found = utf8Edits(bytesOf(text, start, end), endsLine, (chars, from, to) => accepted(text, chars, from, to, least))
    for (const one of found) edits.push(one)
    done = end
  }
  return edits
}

const SURELY = 2

export const utf8AsGbk: Pass = {
  id: 'utf8-as-gbk',
  doc: 'Reads again text whose UTF-8 bytes were taken for GBK (闀挎睙 is 长江); a byte lost at the end of a line is guessed from its neighbours.',
  when: SIGNAL.rare,
  apply(text) {
    const sure = editsAround(text, rareClusters(text), SURELY)
    // where some of a text was misread, single characters elsewhere were too
    return sure.length === 0 ? sure : editsAround(text, suspects(text), 0)
  },
}
