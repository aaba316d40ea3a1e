import fc from 'fast-check'
import { CHAR_TYPE, codeOf, typeOf } from '../../../../ingest/3-extract/recogniser/alphabet.js'
import { buildPerfectHash, slotOf } from '../../../../ingest/3-extract/recogniser/perfect-hash.js'
import { CLOSING, OPENING, OUTSIDE, SINGLE, TAG_COUNT, beginTag, endTag, insideTag, kindOfTag, mayFollow } from '../../../../ingest/3-extract/recogniser/tags.js'
import { LANES, parseWeights, serialiseWeights, type WeightData } from '../../../../ingest/3-extract/recogniser/weights.js'
import { TRIE_SEED, WORD, WordTrie } from '../../../../ingest/3-extract/recogniser/word-trie.js'
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
