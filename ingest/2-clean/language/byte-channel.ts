/**
 * Reads text whose GBK bytes lost their step. When a byte is missing, a decoder pairs the second byte of each character
 * with the first byte of the next, until an ASCII byte or a mark of loss sets it right again; pairs that fall in the
 * user-defined rows vanish from web pages. The true text is found by a beam search over byte pairs under the bigram model.
 */
import { bigramModel } from './bigrams.js'
import { charOfPair, isUserDefinedLead, pairOfUnit } from './gbk.js'
import { hasReading, normalReading, PINYIN_LETTERS, TONED_VOWELS, trailsRead } from './readings.js'

/** One way in which the step may have been lost. */
export interface Entry {
  /** Observed offset from which the text is taken to be wrong. */
  readonly start: number
  /** Observed offset at which reading goes on. */
  readonly at: number
  /** Character before `start`, '' when unknown. */
  readonly before: string
  /** What the entry itself restored. */
  readonly text: string
  /** First byte of the next true character. */
  readonly carry: number
  /** False where `carry` is one of many guesses: then the next observed pair must bear it out. */
  readonly known: boolean
  /** ln likelihood of the entry. */
  readonly score: number
}

export interface Decoded {
  readonly start: number
  /** Observed offset after the last unit that was used. */
  readonly end: number
  readonly text: string
  /** ln likelihood of `text` in its surroundings. */
  readonly score: number
  /** By how much it is likelier than the observed stretch. */
  readonly gain: number
}

const BEAM = 48
/** ln of the chance that a pair falls in the user-defined rows and vanishes. */
const VANISHED = Math.log(0.1)
/** ln of the chance of a lost trail byte that nothing vouches for. */
const UNVOUCHED = Math.log(0.02)
const HOPELESS = -15
/** From this many restored characters a reading must gain so much (ln) on each over the observed text. */
const PATIENCE = 3
const WORTHWHILE = 1.5
/** A pair is taken to have vanished only where the character that its first byte ends is a likely one. */
const LIKELY = -9

const FIRST_HIGH = 0xa1
const LAST_HIGH = 0xfe
const HIGH_BYTES = Array.from({ length: LAST_HIGH - FIRST_HIGH + 1 }, (_, i) => FIRST_HIGH + i)
const USER_LEADS = Array.from({ length: 0x80 }, (_, i) => 0x80 + i).filter(isUserDefinedLead)

const GLOSS = new RegExp(`[(（]([${PINYIN_LETTERS}]{1,6})[)）]`, 'y')
/** A mark of loss that swallowed the bracket of a gloss. */
const LOST_GLOSS = new RegExp(`[?\\ufffd□][(（]?([${PINYIN_LETTERS}]{1,6})[)）]`, 'y')
const TONED = new RegExp(`[${TONED_VOWELS}]`)

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

interface LostGloss {
  readonly reading: string
  /** Offset after the gloss. */
  readonly end: number
}

function anyLostGlossAt(text: string, at: number): LostGloss | undefined {
  const match = matchAt(LOST_GLOSS, text, at)
  return match === null ? undefined : { reading: normalReading(match[1] ?? ''), end: at + match[0].length }
}

/** A gloss whose character was lost, as `?qǐng)`; only with a tone mark, since `?yes)` is no gloss. */
export function lostGlossAt(text: string, at: number): LostGloss | undefined {
  const found = anyLostGlossAt(text, at)
  return found !== undefined && TONED.test(found.reading) ? found : undefined
}

const last = (state: Entry): string => (state.text === '' ? state.before : state.text.slice(-1))

/** The state after one more true character, or undefined when that character is out of the question. */
function step(state: Entry, lead: number, trail: number, at: number, carry: number, extra = 0): Entry | undefined {
  const char = charOfPair(lead, trail)
  if (char === '') return undefined
  const gain = bigramModel().logNext(last(state), char)
  return gain < HOPELESS ? undefined : { start: state.start, at, before: state.before, text: state.text + char, carry, known: true, score: state.score + gain + extra }
}

const steps = (found: readonly (Entry | undefined)[]): Entry[] => found.filter((state) => state !== undefined)

const partners = new Map<number, readonly number[]>()

/** First bytes that make, with this second byte, a character of news text. */
function leadsBefore(trail: number): readonly number[] {
  const before = partners.get(trail)
  if (before !== undefined) return before
  const leads: number[] = []
  for (let lead = FIRST_HIGH; lead <= LAST_HIGH; lead += 1) {
    if (bigramModel().knows(charOfPair(lead, trail))) leads.push(lead)
  }
  partners.set(trail, leads)
  return leads
}

/** The likeliest ways to end a character in a pair that vanished; `carry` is still open. */
function vanishings(state: Entry): Entry[] {
  return steps(USER_LEADS.map((lead) => step(state, state.carry, lead, state.at, 0, VANISHED)))
    .filter((next) => next.score - state.score - VANISHED > LIKELY)
}

/** Ways to go on out of step: the next observed pair gives its first byte away, perhaps after a pair that vanished. */
function onwards(text: string, state: Entry): Entry[] {
  const pair = pairOfUnit(text.charCodeAt(state.at))
  if (pair === 0) return []
  const direct = step(state, state.carry, pair >> 8, state.at + 1, pair & 0xff)
  // a likely character needs no other explanation
  if (!state.known || (direct !== undefined && direct.score - state.score > LIKELY)) return steps([direct])
  const found = steps([direct])
  for (const open of vanishings(state)) {
    for (const lead of leadsBefore(pair >> 8)) {
      const next = step(open, lead, pair >> 8, state.at + 1, pair & 0xff)
      if (next !== undefined) found.push(next)
    }
  }
  return found
}

/** How the step can be found again at one place. */
interface Exit {
  readonly end: number
  /** Second bytes that may have stood here: one that is seen, or all that a gloss or nothing vouches for. */
  trails(carry: number): readonly number[]
  readonly extra: number
}

const ANY_TRAIL = Array.from({ length: LAST_HIGH - 0x3f }, (_, i) => 0x40 + i)

/** The way into step again at this place, or undefined where bytes go on in pairs. */
function exitAt(text: string, at: number): Exit | undefined {
  const unit = text.charCodeAt(at)
  if (unit >= 0x80 && unit !== 0xfffd && unit !== 0x25a1) return undefined
  if (unit >= 0x40 && unit <= 0x7e) {
    const reading = normalReading(matchAt(GLOSS, text, at + 1)?.[1] ?? '')
    return { end: at + 1, extra: 0, trails: (carry) => (reading === '' || hasReading(charOfPair(carry, unit), reading) ? [unit] : []) }
  }
  const lost = anyLostGlossAt(text, at)
  if (lost !== undefined) return { end: lost.end, extra: 0, trails: (carry) => trailsRead(carry, lost.reading) }
  // the second byte met an ASCII one: a mark stands for it, or nothing
  return { end: unit === 0x3f || unit === 0xfffd ? at + 1 : at, extra: UNVOUCHED, trails: () => ANY_TRAIL }
}

function leave(state: Entry, exit: Exit): Entry[] {
  const close = (open: Entry): Entry[] => steps(exit.trails(open.carry).map((trail) => step(open, open.carry, trail, exit.end, 0, exit.extra)))
  // nothing vouches for the last character, so the others must
  if (exit.extra !== 0) return state.text.length < PATIENCE ? [] : close(state)
  if (!state.known) return close(state)
  // the pair before may have vanished
  const afterGap = vanishings(state).flatMap((open) => HIGH_BYTES.flatMap((carry) => close({ ...open, carry })))
  return [...close(state), ...afterGap]
}

/** ASCII is not modelled: a neutral cost, so that words and figures neither speak for damage nor against it. */
const ASCII_SCORE = -4

const observedAt = (text: string, i: number): number =>
  text.charCodeAt(i) < 0x80 && text.charAt(i) !== '?' ? ASCII_SCORE : bigramModel().logNext(text.charAt(i - 1), text.charAt(i))

/** How likely (ln) the observed stretch is as it stands. */
export function observedScore(text: string, start: number, end: number): number {
  let score = 0
  for (let i = start; i < end; i += 1) score += observedAt(text, i)
  return score
}

type Observed = (start: number, end: number) => number

/** `observedScore` by running sums, for the many stretches that one search weighs. */
function observedFrom(text: string, first: number): Observed {
  const sums = [0]
  return (start, end) => {
    for (let i = first + sums.length - 1; i < end; i += 1) sums.push((sums.at(-1) ?? 0) + observedAt(text, i))
    return (sums[end - first] ?? 0) - (sums[start - first] ?? 0)
  }
}

function closed(text: string, state: Entry, observed: Observed): Decoded {
  const next = text.charAt(state.at)
  const score = next === '' || next < '\u0080' ? state.score : state.score + bigramModel().logNext(last(state), next)
  // the character after is weighed on both sides, so that where a reading ends does not favour it
  const instead = observed(state.start, Math.min(state.at + 1, text.length))
  return { start: state.start, end: state.at, text: state.text, score, gain: score - instead }
}

/** The reading that gains most over the observed text, or undefined where none is thinkable. */
export function decodeOutOfStep(text: string, entries: readonly Entry[]): Decoded | undefined {
  const waiting = [...entries].sort((a, b) => a.at - b.at)
  let best: Decoded | undefined
  let beam: Entry[] = []
  const observed = observedFrom(text, Math.min(...entries.map(({ start }) => start)))
  let next = 0
  for (let at = waiting[0]?.at ?? 0; beam.length > 0 || next < waiting.length; at += 1) {
    for (let entry = waiting[next]; entry?.at === at; entry = waiting[(next += 1)]) beam.push(entry)
    const exit = exitAt(text, at)
    for (const state of exit === undefined ? [] : beam.flatMap((open) => leave(open, exit))) {
      const decoded = closed(text, state, observed)
      if (best === undefined || decoded.gain > best.gain) best = decoded
    }
    beam = keepBest(observed, beam.flatMap((state) => onwards(text, state)))
  }
  return best
}

/** The states that gain most; what lies before a state's own start counts as observed, so states of different start compare. */
function keepBest(observed: Observed, states: readonly Entry[]): Entry[] {
  return states
    .map((state) => ({ state, gain: state.score - observed(state.start, state.at) }))
    .filter(({ state, gain }) => state.text.length <= PATIENCE || gain > WORTHWHILE * state.text.length)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, BEAM)
    .map(({ state }) => state)
}
