import { readFileSync } from 'node:fs'
import { projectPath } from '../../../src/core/paths.js'
import { simplifiedUnit } from './traditional.js'

/** Punctuation that the model knows beside hanzi. */
const PUNCTUATION = '，。、；：？！“”（）《》·'

/** True for characters whose neighbours are counted: BMP hanzi and the common full-width punctuation. */
export const isModelled = (char: string): boolean => (char >= '\u4e00' && char <= '\u9fff') || (char.length === 1 && PUNCTUATION.includes(char))

const FIRST_LEVEL = 'A'.charCodeAt(0)

/** A count as one letter: A is 1, each letter a factor of √2 more (so 52 letters reach 10^8). */
export function levelOf(count: number): string {
  const step = Math.round(2 * Math.log2(count))
  return step < 26 ? String.fromCharCode(FIRST_LEVEL + step) : String.fromCharCode('a'.charCodeAt(0) + step - 26)
}

const stepOf = (letter: string): number => (letter >= 'a' ? letter.charCodeAt(0) - 'a'.charCodeAt(0) + 26 : letter.charCodeAt(0) - FIRST_LEVEL)
const countOf = (letter: string): number => 2 ** (stepOf(letter) / 2)

/** Id of everything that is not in the model. */
const UNKNOWN = 0
/** How much of a character's chance comes from the pair, the rest from the character alone. */
const PAIR_WEIGHT = 0.9

/** Which Chinese character follows which, as natural log probabilities. Traditional characters count as their Simplified forms. */
export interface BigramModel {
  /** ln P(next | before); `before` may be '' for an unknown neighbour. */
  logNext(before: string, next: string): number
  /** Sum over the string's characters, with the neighbours given ('' for unknown). */
  logString(text: string, before: string, after: string): number
  /** True for characters seen in training, in either script. */
  knows(char: string): boolean
  /** Characters seen in training, Simplified. */
  readonly characters: readonly string[]
}

function parse(source: string): BigramModel {
  const ids = new Map<string, number>()
  const totals: number[] = []
  const rows = source.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))
  let sum = 0
  totals.push(0)
  for (const [char = '', level = 'A'] of rows) {
    ids.set(char, totals.length)
    totals.push(countOf(level))
    sum += countOf(level)
  }
  const pairs = new Map<number, number>()
  for (const [char = '', , followers = ''] of rows) {
    const from = (ids.get(char) ?? 0) << 13
    let count = 1
    for (const item of followers) {
      if (item < '\u0080') count = countOf(item)
      else pairs.set(from | (ids.get(item) ?? 0), count)
    }
  }
  const floor = 0.5 / sum
  const idOfUnit = Uint16Array.from({ length: 0x10000 }, (_, unit) => ids.get(String.fromCharCode(unit)) ?? ids.get(String.fromCharCode(simplifiedUnit(unit))) ?? UNKNOWN)
  const idOf = (char: string): number => (char === '' ? UNKNOWN : (idOfUnit[char.charCodeAt(0)] ?? UNKNOWN))
  const logNext = (before: string, next: string): number => {
    const id = idOf(next)
    if (id === UNKNOWN) return Math.log(floor)
    const alone = (totals[id] ?? 0) / sum
    const from = idOf(before)
    if (from === UNKNOWN) return Math.log(alone)
    const pair = (pairs.get((from << 13) | id) ?? 0) / (totals[from] ?? 1)
    return Math.log(PAIR_WEIGHT * pair + (1 - PAIR_WEIGHT) * alone)
  }
  const logString = (text: string, before: string, after: string): number => {
    let score = 0
    let last = before
    for (const char of text) {
      score += logNext(last, char)
      last = char
    }
    return after === '' ? score : score + logNext(last, after)
  }
  return { logNext, logString, knows: (char) => idOf(char) !== UNKNOWN, characters: [...ids.keys()] }
}

let model: BigramModel | undefined

/** The shipped model, read from language/bigrams.tsv at the first call (about 30 ms); undamaged text never asks for it. */
export const bigramModel = (): BigramModel => (model ??= parse(readFileSync(projectPath('ingest', '2-clean', 'language', 'bigrams.tsv'), 'utf8')))
