/** The features of each character as 32-bit hashes. Training and tagging share this file: a change here needs new weights. */
import { finish, step } from './hash.js'
import { PAD } from './marks.js'
import type { Marks } from './marks.js'

/** Features per character. */
export const FEATURE_COUNT = 36
/** Raised whenever a feature changes; the model file carries it. */
export const FEATURE_VERSION = 1

/** Seeds keep equal values of different features apart. */
const SEEDS = Int32Array.from({ length: FEATURE_COUNT }, (_, index) => step(0x51ed270b, index + 1))

/** Writes the features of character `i` to `out` from `at` on. */
export const featuresAt = (marks: Marks, i: number, out: Int32Array, at: number): void => {
  const { codes, types, tokenHash, previousToken, nextToken, tag, previousTag, nextTag } = marks
  const slot = i + PAD
  const c = codes[slot] as number
  const left = codes[slot - 1] as number
  const left2 = codes[slot - 2] as number
  const left3 = codes[slot - 3] as number
  const right = codes[slot + 1] as number
  const right2 = codes[slot + 2] as number
  const right3 = codes[slot + 3] as number
  const place = marks.place[slot] as number
  const word = tokenHash[slot] as number
  const wordLeft = previousToken[slot] as number
  const wordRight = nextToken[slot] as number
  const tags = ((previousTag[slot] as number) << 16) | ((tag[slot] as number) << 8) | (nextTag[slot] as number)
  const region = marks.region[slot] as number
  const regions = ((marks.region[slot - 1] as number) << 16) | (region << 8) | (marks.region[slot + 1] as number)
  const suffix = marks.suffix[slot] as number
  const suffixes = ((marks.suffix[slot - 1] as number) << 16) | (suffix << 8) | (marks.suffix[slot + 1] as number)
  const titles = ((marks.title[slot - 1] as number) << 16) | ((marks.title[slot] as number) << 8) | (marks.title[slot + 1] as number)
  const listed = marks.listed[slot] as number
  const surname = marks.surname[slot] as number
  const since = marks.sinceTitle[slot] as number
  const until = marks.untilTitle[slot] as number
  const quote = marks.quote[slot] as number
  const quotes = ((marks.quote[slot - 1] as number) << 16) | (quote << 8) | (marks.quote[slot + 1] as number)
  const ahead = ((marks.ahead[slot] as number) << 8) | (marks.aheadDistance[slot] as number)
  const back = marks.regionBack[slot] as number
  const pair = (left << 16) | c
  const pairRight = (c << 16) | right
  const shape =
    ((types[slot - 2] as number) << 12) | ((types[slot - 1] as number) << 9) | ((types[slot] as number) << 6) | ((types[slot + 1] as number) << 3) | (types[slot + 2] as number)
  const clusters = ((marks.previousCluster[slot] as number) << 16) | ((marks.cluster[slot] as number) << 8) | (marks.nextCluster[slot] as number)
  let f = at
  let k = 0
  const seed = (): number => SEEDS[k++] as number
  out[f++] = finish(step(seed(), c))
  out[f++] = finish(step(seed(), left))
  out[f++] = finish(step(seed(), right))
  out[f++] = finish(step(seed(), left2))
  out[f++] = finish(step(seed(), right2))
  out[f++] = finish(step(seed(), pair))
  out[f++] = finish(step(seed(), pairRight))
  out[f++] = finish(step(seed(), (left2 << 16) | left))
  out[f++] = finish(step(seed(), (right << 16) | right2))
  out[f++] = finish(step(seed(), (left << 16) | right))
  out[f++] = finish(step(step(seed(), pair), left2))
  out[f++] = finish(step(step(seed(), pair), right))
  out[f++] = finish(step(step(seed(), pairRight), right2))
  out[f++] = finish(step(step(seed(), (left3 << 16) | left2), left))
  out[f++] = finish(step(step(seed(), (right << 16) | right2), right3))
  out[f++] = finish(step(step(seed(), word), place))
  out[f++] = finish(step(step(seed(), wordLeft), place))
  out[f++] = finish(step(step(seed(), wordRight), place))
  out[f++] = finish(step(step(step(seed(), wordLeft), word), place))
  out[f++] = finish(step(step(step(seed(), word), wordRight), place))
  out[f++] = finish(step(step(step(seed(), wordLeft), wordRight), place))
  out[f++] = finish(step(step(seed(), tags), place))
  out[f++] = finish(step(seed(), shape))
  out[f++] = finish(step(seed(), regions))
  out[f++] = finish(step(step(seed(), region), ahead))
  out[f++] = finish(step(step(seed(), suffixes), place))
  out[f++] = finish(step(step(seed(), titles), (listed << 8) | surname))
  out[f++] = finish(step(step(seed(), (surname << 8) | since), (until << 8) | place))
  out[f++] = finish(step(step(seed(), (since << 16) | c), until))
  out[f++] = finish(step(step(seed(), ahead), back))
  out[f++] = finish(step(step(seed(), ahead), ((tag[slot] as number) << 8) | place))
  out[f++] = finish(step(step(seed(), quotes), place))
  out[f++] = finish(step(step(seed(), quotes), ahead))
  out[f++] = finish(step(step(seed(), listed), (region << 8) | suffix))
  out[f++] = finish(step(step(seed(), clusters), place))
  out[f] = finish(step(step(seed(), (marks.cluster[slot] as number) | (ahead << 8)), place))
}
