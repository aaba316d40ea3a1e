import { bigramModel } from '../language/bigrams.js'
import { decodeOutOfStep, observedScore, type Entry } from '../language/byte-channel.js'
import { charOfPair, pairOfUnit } from '../language/gbk.js'
import { rareClusters } from '../language/rare-clusters.js'
import { edit, type Edit, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

/** How many characters before the first rare one the step may have been lost. */
const REACH = 6
/** ln of the chance that one given byte is the lost one. */
const ONE_BYTE = Math.log(1 / 126)
/** Chinese in step, rare names and all, hardly ever scores less a character than this over a few of them. */
const ODD_MEAN = -11.5
const WINDOW = { before: 1, after: 6 }
const MIN_GAIN = 12
/** Mean ln probability a character that the restored text must reach. */
const MIN_MEAN = -8.5
const BY_CONTEXT = 0.75
const KEPT_GUESSES = 6

/** The first byte of the character at `start` was lost: any lead byte may have stood there. */
function lostLead(text: string, start: number): Entry[] {
  const before = text.charAt(start - 1)
  const leads = Array.from({ length: 0x7e }, (_, i) => 0x81 + i)
  const at = text.charAt(start) === '?' || text.charAt(start) === '\ufffd' ? start + 1 : start
  return leads.map((carry) => ({ start, at, before, text: '', carry, known: false, score: ONE_BYTE }))
}

/** The second byte of the character at `start` was lost: its first byte took the next character's first for it. */
function lostTrail(text: string, start: number): Entry[] {
  const pair = pairOfUnit(text.charCodeAt(start))
  if (pair === 0) return []
  const before = text.charAt(start - 1)
  const model = bigramModel()
  const guesses: Entry[] = []
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const char = charOfPair(pair >> 8, trail)
    if (char === '') continue
    const score = ONE_BYTE + model.logNext(before, char)
    guesses.push({ start, at: start + 1, before, text: char, carry: pair & 0xff, known: true, score })
  }
  return guesses.sort((a, b) => b.score - a.score).slice(0, KEPT_GUESSES)
}

function isOdd(text: string, rare: number): boolean {
  const start = Math.max(0, rare - WINDOW.before)
  const end = Math.min(text.length, rare + WINDOW.after)
  return observedScore(text, start, end) < ODD_MEAN * (end - start)
}

/** How far a look ahead goes, and what three neighbours read across pairs must reach in it (mean ln a character). */
const AHEAD = 12
const THREE_MEAN = -9

/**
 * True where the second byte of each pair and the first of the next make Chinese for a while.
 * The search is costly, and odd but sound Chinese (verse, rare names) hardly ever passes this.
 */
function readsAcross(text: string, rare: number): boolean {
  const model = bigramModel()
  let before = ''
  let scores: number[] = []
  for (let i = Math.max(0, rare - 1); i < Math.min(text.length - 1, rare + AHEAD); i += 1) {
    const char = charOfPair(pairOfUnit(text.charCodeAt(i)) & 0xff, pairOfUnit(text.charCodeAt(i + 1)) >> 8)
    scores = char === '' ? [] : [...scores.slice(-2), model.logNext(before, char)]
    if (scores.length === 3 && scores.reduce((a, b) => a + b) > 3 * THREE_MEAN) return true
    before = char
  }
  return false
}

function repairNear(text: string, rare: number, from: number): Edit | undefined {
  const entries: Entry[] = []
  for (let start = Math.max(from, rare - REACH); start <= rare; start += 1) {
    if (text.charCodeAt(start) >= 0x80 || text.charAt(start) === '?') entries.push(...lostLead(text, start), ...lostTrail(text, start))
  }
  const decoded = decodeOutOfStep(text, entries)
  if (decoded === undefined || decoded.gain < MIN_GAIN || decoded.score / (decoded.text.length + 1) < MIN_MEAN) return undefined
  return edit(decoded.start, decoded.end, decoded.text, BY_CONTEXT)
}

export const gbkShift: Pass = {
  id: 'gbk-shift',
  doc: 'Puts GBK text back into step after a lost byte, where what comes out is clearly better Chinese than what stands there.',
  when: SIGNAL.rare,
  apply(text) {
    const edits: Edit[] = []
    let done = 0
    for (const rare of rareClusters(text)) {
      if (rare < done || !isOdd(text, rare) || !readsAcross(text, rare)) continue
      const found = repairNear(text, rare, done)
      if (found === undefined) continue
      edits.push(found)
      done = found.end
    }
    return edits
  },
}
