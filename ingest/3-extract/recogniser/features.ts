/**
 * The features of each character. Each is a pair of integers, hashed with the feature's own seed to 32 bits.
 * Training and tagging share this file: a change here needs new weights.
 */
import { step } from './hash.js'
import { PAD } from './marks.js'
import type { Marks } from './marks.js'

/** Features per character. */
export const FEATURE_COUNT = 30
/** Raised whenever a feature changes; the model file carries it. */
export const FEATURE_VERSION = 2

/** The first features are of one character (`UNIT` and on) or of two in a row (`PAIR` up to `END`) and of nothing else. */
export const GRAM = { UNIT: 0, PAIR: 5, END: 9 } as const

/** Seeds keep equal values of different features apart. */
const SEEDS = Int32Array.from({ length: FEATURE_COUNT }, (_, index) => step(0x51ed270b, index + 1))

const FIRST = 0x9e3779b1
const SECOND = 0x85ebca6b
const THIRD = 0xc2b2ae35

/**
 * Writes the hashes of character `i`'s features from `first` on to `out[at + first]` and on; none is 0.
 * The values are laid out first and hashed in one short loop, which the compiler unrolls; a call for each would cost more than the rest.
 */
export const featuresAt = (marks: Marks, i: number, out: Int32Array, at: number, first = 0): void => {
  gather(marks, i + PAD)
  for (let f = first; f < FEATURE_COUNT; f++) {
    let hash = Math.imul((SEEDS[f] as number) ^ (PAIRS[2 * f] as number), FIRST)
    hash = Math.imul(hash ^ (hash >>> 15) ^ (PAIRS[2 * f + 1] as number), SECOND)
    hash = Math.imul(hash ^ (hash >>> 13), THIRD)
    hash ^= hash >>> 16
    out[at + f] = hash === 0 ? 1 : hash
  }
}

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

/** The values of every feature; the order is part of the model. */
const gather = (marks: Marks, slot: number): void => {
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
  const region = marks.region[slot] as number
  const surname = marks.surname[slot] as number
  const since = marks.sinceTitle[slot] as number
  const until = marks.untilTitle[slot] as number
  const ahead = ((marks.ahead[slot] as number) << 4) | (marks.aheadDistance[slot] as number)
  const cluster = marks.cluster[slot] as number
  const quotes = ((marks.quote[slot - 1] as number) << 16) | ((marks.quote[slot] as number) << 8) | (marks.quote[slot + 1] as number)
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
  pairs[24] = word
  pairs[25] = place
  pairs[26] = wordLeft
  pairs[27] = place
  pairs[28] = wordRight
  pairs[29] = place
  pairs[30] = wordLeft
  pairs[31] = word + place
  pairs[32] = wordRight
  pairs[33] = word + place
  pairs[34] = ((marks.previousTag[slot] as number) << 16) | (tag << 8) | (marks.nextTag[slot] as number)
  pairs[35] = place
  pairs[36] =
    ((types[slot - 2] as number) << 12) | ((types[slot - 1] as number) << 9) | ((types[slot] as number) << 6) | ((types[slot + 1] as number) << 3) | (types[slot + 2] as number)
  pairs[38] = ((marks.region[slot - 1] as number) << 16) | (region << 8) | (marks.region[slot + 1] as number)
  pairs[39] = marks.listed[slot] as number
  pairs[40] = ahead
  pairs[41] = (region << 8) | (marks.regionBack[slot] as number)
  pairs[42] = ((marks.suffix[slot - 1] as number) << 16) | ((marks.suffix[slot] as number) << 8) | (marks.suffix[slot + 1] as number)
  pairs[43] = place
  pairs[44] = ((marks.title[slot - 1] as number) << 16) | ((marks.title[slot] as number) << 8) | (marks.title[slot + 1] as number)
  pairs[45] = surname
  pairs[46] = (surname << 8) | since
  pairs[47] = (until << 8) | place
  pairs[48] = (since << 16) | c
  pairs[49] = until
  pairs[50] = ahead
  pairs[51] = (tag << 8) | place
  pairs[52] = quotes
  pairs[53] = place
  pairs[54] = quotes
  pairs[55] = ahead
  pairs[56] = ((marks.previousCluster[slot] as number) << 16) | (cluster << 8) | (marks.nextCluster[slot] as number)
  pairs[57] = place
  pairs[58] = (cluster << 16) | ahead
  pairs[59] = place
}
