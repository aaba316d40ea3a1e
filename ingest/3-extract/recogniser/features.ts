/**
 * The features of each character. Each is a pair of integers, hashed with the feature's own seed to 32 bits.
 * Training and tagging share this file: a change here needs new weights.
 */
import { step } from './hash.js'
import { PAD, TITLE_REACH } from './marks.js'
import type { Marks } from './marks.js'

/** Features per character. */
export const FEATURE_COUNT = 30
/** Raised whenever a feature changes; the model file carries it. */
export const FEATURE_VERSION = 2

/** The first features are of one character (`UNIT` and on) or of two in a row (`PAIR` up to `END`) and of nothing else. */
export const GRAM = { UNIT: 0, PAIR: 5, END: 9 } as const

/** The last features depend on `quietState` alone where no lexicon word and no quote is near. */
export const QUIET = 25

/** Seeds keep equal values of different features apart. A feature's seed is that of its number in the model. */
const MODEL_NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 15, 16, 28, 12, 13, 14, 17, 18, 20, 24, 25, 27, 29, 19, 21, 22, 23, 26]
const SEEDS = Int32Array.from(MODEL_NUMBERS, (number) => step(0x51ed270b, number + 1))

const FIRST = 0x9e3779b1
const SECOND = 0x85ebca6b
const THIRD = 0xc2b2ae35

/** Writes the hashes of all features of character `i` to `out[at]` and on; none is 0. */
export const featuresAt = (marks: Marks, i: number, out: Int32Array, at: number): void => {
  gather(marks, i + PAD)
  gatherQuiet(marks, i + PAD)
  hashGathered(out, at, 0, FEATURE_COUNT)
}

/**
 * Hashes the values that were gathered last, of the features from `first` on and before `end`, to `out[at + first]` and on.
 * The values are laid out first and hashed in one short loop, which the compiler unrolls; a call for each would cost more than the rest.
 */
export const hashGathered = (out: Int32Array, at: number, first: number, end: number): void => {
  for (let f = first; f < end; f++) out[at + f] = hashOf(f, PAIRS[2 * f] as number, PAIRS[2 * f + 1] as number)
}

/** Hash of feature `f` with the pair of values. */
const hashOf = (f: number, one: number, other: number): number => {
  let hash = Math.imul((SEEDS[f] as number) ^ one, FIRST)
  hash = Math.imul(hash ^ (hash >>> 15) ^ other, SECOND)
  hash = Math.imul(hash ^ (hash >>> 13), THIRD)
  hash ^= hash >>> 16
  return hash === 0 ? 1 : hash
}

/** Number of the state that the features from QUIET on come from, below QUIET_STATES; -1 where more is near than surnames and titles farther off. */
export const quietState = (marks: Marks, slot: number): number =>
  ((marks.near[slot - 1] as number) | (marks.near[slot] as number) | (marks.near[slot + 1] as number)) !== 0
    ? -1
    : (((marks.surname[slot] as number) * TITLE_REACH + (marks.sinceTitle[slot] as number) - 1) * TITLE_REACH + (marks.untilTitle[slot] as number) - 1) * 4 + (marks.place[slot] as number)
export const QUIET_STATES = 3 * TITLE_REACH * TITLE_REACH * 4

/** What an odd number must be multiplied by to give 1 in 32 bits (Newton's steps, each doubling the right bits). */
const inverse = (odd: number): number => {
  let found = odd
  for (let i = 0; i < 5; i++) found = Math.imul(found, 2 - Math.imul(odd, found))
  return found
}
const UNDO_FIRST = inverse(FIRST)
const UNDO_SECOND = inverse(SECOND)
const UNDO_THIRD = inverse(THIRD)

/** The values that feature `f` has the hash of, when it is of one value alone: each step of the hash can be taken back. Two for 1, which stands for 0 as well. */
export const soleValueOf = (f: number, key: number): readonly number[] => (key === 1 ? [undone(f, 0), undone(f, 1)] : [undone(f, key)])

const undone = (f: number, key: number): number => {
  let hash = Math.imul(key ^ (key >>> 16), UNDO_THIRD)
  hash ^= (hash >>> 13) ^ (hash >>> 26)
  hash = Math.imul(hash, UNDO_SECOND)
  hash ^= (hash >>> 15) ^ (hash >>> 30)
  return Math.imul(hash, UNDO_FIRST) ^ (SEEDS[f] as number)
}

const PAIRS = new Int32Array(2 * FEATURE_COUNT)

/** The values of the features before QUIET. Every character needs these. */
export const gather = (marks: Marks, slot: number): void => {
  const { codes, types } = marks
  const c = codes[slot] as number
  const left = codes[slot - 1] as number
  const left2 = codes[slot - 2] as number
  const right = codes[slot + 1] as number
  const right2 = codes[slot + 2] as number
  const place = (marks.place[slot] as number) + 1
  const word = marks.tokenHash[slot] as number
  const wordLeft = marks.previousToken[slot] as number
  const wordRight = marks.nextToken[slot] as number
  const tag = marks.tag[slot] as number
  const cluster = marks.cluster[slot] as number
  const ahead = ((marks.ahead[slot] as number) << 4) | (marks.aheadDistance[slot] as number)
  const pair = (left << 16) | c
  const pairRight = (c << 16) | right
  const pairs = PAIRS
  pairs[0] = c
  pairs[2] = left
  pairs[4] = right
  pairs[6] = left2
  pairs[8] = right2
  pairs[10] = pair
  pairs[12] = pairRight
  pairs[14] = (left2 << 16) | left
  pairs[16] = (right << 16) | right2
  pairs[18] = pair
  pairs[19] = left2
  pairs[20] = pair
  pairs[21] = right
  pairs[22] = pairRight
  pairs[23] = right2
  pairs[24] = wordLeft
  pairs[25] = word + place
  pairs[26] = wordRight
  pairs[27] = word + place
  pairs[28] = ((marks.previousCluster[slot] as number) << 16) | (cluster << 8) | (marks.nextCluster[slot] as number)
  pairs[29] = place
  pairs[30] = word
  pairs[31] = place
  pairs[32] = wordLeft
  pairs[33] = place
  pairs[34] = wordRight
  pairs[35] = place
  pairs[36] = ((marks.previousTag[slot] as number) << 16) | (tag << 8) | (marks.nextTag[slot] as number)
  pairs[37] = place
  pairs[38] =
    ((types[slot - 2] as number) << 12) | ((types[slot - 1] as number) << 9) | ((types[slot] as number) << 6) | ((types[slot + 1] as number) << 3) | (types[slot + 2] as number)
  pairs[40] = ahead
  pairs[41] = ((marks.region[slot] as number) << 8) | (marks.regionBack[slot] as number)
  pairs[42] = ((marks.sinceTitle[slot] as number) << 16) | c
  pairs[43] = marks.untilTitle[slot] as number
  pairs[44] = ahead
  pairs[45] = (tag << 8) | place
  pairs[46] = quotesAt(marks, slot)
  pairs[47] = ahead
  pairs[48] = (cluster << 16) | ahead
  pairs[49] = place
}

const quotesAt = ({ quote }: Marks, slot: number): number => ((quote[slot - 1] as number) << 16) | ((quote[slot] as number) << 8) | (quote[slot + 1] as number)

/** The values of the features from QUIET on. */
export const gatherQuiet = (marks: Marks, slot: number): void => {
  const place = (marks.place[slot] as number) + 1
  const surname = marks.surname[slot] as number
  const pairs = PAIRS
  pairs[50] = ((marks.region[slot - 1] as number) << 16) | ((marks.region[slot] as number) << 8) | (marks.region[slot + 1] as number)
  pairs[51] = marks.listed[slot] as number
  pairs[52] = ((marks.suffix[slot - 1] as number) << 16) | ((marks.suffix[slot] as number) << 8) | (marks.suffix[slot + 1] as number)
  pairs[53] = place
  pairs[54] = ((marks.title[slot - 1] as number) << 16) | ((marks.title[slot] as number) << 8) | (marks.title[slot + 1] as number)
  pairs[55] = surname
  pairs[56] = (surname << 8) | (marks.sinceTitle[slot] as number)
  pairs[57] = ((marks.untilTitle[slot] as number) << 8) | place
  pairs[58] = quotesAt(marks, slot)
  pairs[59] = place
}
