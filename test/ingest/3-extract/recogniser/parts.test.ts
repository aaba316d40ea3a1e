import fc from 'fast-check'
import { CHAR_TYPE, codeOf, typeOf } from '../../../../ingest/3-extract/recogniser/alphabet.js'
import { FEATURE_COUNT, GRAM, featuresAt, soleValueOf } from '../../../../ingest/3-extract/recogniser/features.js'
import { GramRows, NEUTRAL, PAIR_ROWS, ROW, UNIT_ROWS } from '../../../../ingest/3-extract/recogniser/gram-rows.js'
import { Marks } from '../../../../ingest/3-extract/recogniser/marks.js'
import { TokenTable } from '../../../../ingest/3-extract/recogniser/token-table.js'
import { buildPerfectHash, hintBit, hintedDisplacements, slotOf } from '../../../../ingest/3-extract/recogniser/perfect-hash.js'
import { CLOSING, OPENING, OUTSIDE, SINGLE, TAG_COUNT, beginTag, endTag, insideTag, kindOfTag, mayFollow } from '../../../../ingest/3-extract/recogniser/tags.js'
import { LANES, parseWeights, serialiseWeights, type WeightData } from '../../../../ingest/3-extract/recogniser/weights.js'
import { TRIE_SEED, WORD, WordTrie } from '../../../../ingest/3-extract/recogniser/word-trie.js'
import { cleanSpan } from '../../../../src/core/span.js'
import { finish, step } from '../../../../ingest/3-extract/recogniser/hash.js'

const unit = (char: string): number => char.charCodeAt(0)

test.each([
  ['Ａ', 'a'], ['z', 'a'], ['7', '0'], ['７', '0'], ['“', '"'], ['」', '"'], ['（', '('], ['　', ' '], ['张', '张'],
])('folds %s to %s', (from, to) => {
  expect(codeOf(unit(from))).toBe(unit(to))
})

test.each([
  ['张', CHAR_TYPE.HAN], ['三', CHAR_TYPE.NUMERAL], ['9', CHAR_TYPE.DIGIT], ['Ｂ', CHAR_TYPE.LETTER], ['、', CHAR_TYPE.PUNCT], ['“', CHAR_TYPE.QUOTE], ['\u3000', CHAR_TYPE.SPACE],
])('knows the class of %s', (char, type) => {
  expect(typeOf(unit(char))).toBe(type)
})

test('names open, go on and close in their own kind only', () => {
  for (let kind = 0; kind < 5; kind++) {
    for (const next of [insideTag(kind), endTag(kind)]) {
      for (const tag of [beginTag(kind), insideTag(kind)]) expect(mayFollow(tag, next)).toBe(true)
      for (const tag of CLOSING) expect(mayFollow(tag, next)).toBe(false)
    }
    for (const next of OPENING) expect(mayFollow(beginTag(kind), next)).toBe(false)
    expect(mayFollow(beginTag(kind), endTag((kind + 1) % 5))).toBe(false)
    expect(kindOfTag(insideTag(kind))).toBe(kind)
  }
  expect(mayFollow(OUTSIDE, SINGLE)).toBe(true)
  expect(new Set([...OPENING, ...CLOSING]).size).toBe(TAG_COUNT - 5)
})

test('a perfect hash gives every key a slot of its own', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 900 }), (numbers) => {
      const keys = [...new Set(numbers.map((number) => finish(step(7, number))))]
      const hash = buildPerfectHash(Int32Array.from(keys), 1024)
      const slots = keys.map((key) => slotOf(key, hash))
      return new Set(slots).size === keys.length && slots.every((slot) => slot >= 0 && slot < 1024)
    }),
    { numRuns: 30 },
  )
})

test('hints pass every key that was built in, and keep its displacement', () => {
  const keys = Int32Array.from({ length: 600 }, (_, index) => finish(step(11, index)))
  const hash = buildPerfectHash(keys, 1024)
  const hinted = hintedDisplacements(keys, hash)
  expect([...hinted].map((entry) => entry & 0xffff)).toEqual([...hash.displacements])
  for (const key of keys) expect((hinted[(key ^ (key >>> 15)) & (hinted.length - 1)] as number) & (1 << hintBit(key))).not.toBe(0)
})

test('the rows of characters and pairs are those of their features', () => {
  const text = '青岚市长'
  const marks = new Marks(WordTrie.build([]), new TokenTable({ keys: new Int32Array(0), values: new Uint16Array(0) }))
  marks.read(text, [{ text, tag: 'n', span: cleanSpan(0, text.length) }])
  const features = new Int32Array(FEATURE_COUNT)
  featuresAt(marks, 1, features, 0)
  const [left, self, right, right2] = Array.from(text, (char) => codeOf(unit(char))) as [number, number, number, number]
  const values = [self, left, right, 0, right2, (left << 16) | self, (self << 16) | right, left, (right << 16) | right2]
  values.forEach((value, feature) => { expect(soleValueOf(feature, features[feature] as number)).toContain(value) })
  // A row for each of them, filled with its own number.
  const rows = Int8Array.from({ length: GRAM.END * LANES }, (_, index) => Math.floor(index / LANES))
  const grams = new GramRows({ keys: features.slice(0, GRAM.END), rows })
  const word = (feature: number): number => Math.imul(feature + 128, 0x01010101)
  const unitRow = (code: number, place: number): number => grams.unitRows[((grams.units[code] as number) * UNIT_ROWS + place) * ROW] as number
  const pairRow = (block: number, place: number): number => grams.pairRows[(block * PAIR_ROWS + place) * ROW] as number
  expect([unitRow(self, 0), unitRow(left, 1), unitRow(right, 2), unitRow(0, 3), unitRow(right2, 4)]).toEqual([0, 1, 2, 3, 4].map(word))
  expect(unitRow(self, 1)).toBe(NEUTRAL)
  expect([pairRow(grams.pairBlock(left, self), 0), pairRow(grams.pairBlock(self, right), 1), pairRow(grams.pairBlock(0, left), 2), pairRow(grams.pairBlock(right, right2), 3)]).toEqual([5, 6, 7, 8].map(word))
  expect(grams.pairBlock(self, left)).toBe(0)
  expect(grams.pairBlock(self, unit('甲'))).toBe(-1)
})

test('a trie knows its words, their prefixes, and nothing else', () => {
  const codes = (word: string): number[] => Array.from(word, unit)
  const trie = WordTrie.build([
    { codes: codes('青岚市'), value: WORD.REGION },
    { codes: codes('青岚'), value: WORD.REGION_SHORT },
    { codes: codes('青岚'), value: WORD.TOWN },
  ])
  const look = (word: string): number => trie.get(finish(codes(word).reduce(step, TRIE_SEED)))
  expect(look('青岚市')).toBe(WORD.REGION)
  expect(look('青岚')).toBe(WORD.REGION_SHORT | WORD.TOWN)
  expect(look('青')).toBe(0)
  expect(look('岚')).toBe(-1)
})

test('a weights file gives back what was written', () => {
  const keys = Int32Array.from([-2_000_000_000, -7, 5, 1_999_999_999])
  const data: WeightData = {
    name: 'test@0', scale: 0.025, keys,
    rows: Int8Array.from({ length: keys.length * LANES }, (_, index) => (index * 37) % 255 - 127),
    hash: buildPerfectHash(keys, 8),
    transitions: Int16Array.from({ length: TAG_COUNT * TAG_COUNT }, (_, index) => index - 100),
    words: { keys: Int32Array.from([0, 9, 0, -4]), values: Uint16Array.from([0, 1, 0, 2]) },
    tokens: { keys: Int32Array.from([-9, 4]), values: Uint16Array.from([0x101, 7]) },
    calibration: [[1, 0], [2, -1], [1, 0], [1, 0], [1, 0]],
  }
  expect(parseWeights(serialiseWeights(data))).toEqual(data)
})
