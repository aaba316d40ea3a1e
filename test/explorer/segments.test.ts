import { segments, type Mark } from '../../src/explorer/reader/segments.js'

const mark = (start: number, end: number, id: string): Mark => ({ start, end, id })
const cut = (text: string, marks: readonly Mark[]): readonly string[] => segments(text, marks).map(({ text: piece, marks: own }) => `${piece}${own.map(({ id }) => `<${id}>`).join('')}`)

describe('a text with marks', () => {
  it.each<readonly [string, readonly Mark[], readonly string[]]>([
    ['without marks', [], ['甲乙丙丁戊']],
    ['with one', [mark(1, 3, 'a')], ['甲', '乙丙<a>', '丁戊']],
    ['one within the other', [mark(0, 5, 'a'), mark(1, 2, 'b')], ['甲<a>', '乙<a><b>', '丙丁戊<a>']],
    ['across each other', [mark(0, 3, 'a'), mark(2, 4, 'b')], ['甲乙<a>', '丙<a><b>', '丁<b>', '戊']],
    ['outside the text, or empty', [mark(-3, 1, 'a'), mark(4, 99, 'b'), mark(2, 2, 'c'), mark(9, 12, 'd')], ['甲<a>', '乙丙丁', '戊<b>']],
  ])('is cut %s', (_, marks, expected) => {
    expect(cut('甲乙丙丁戊', marks)).toEqual(expected)
  })

  it('is whole again when the pieces are put together, whatever the marks', () => {
    const text = '岚州市市长走访了芯河科技。'
    for (let seed = 1; seed < 200; seed++) {
      const marks = Array.from({ length: seed % 7 }, (_, at) => mark((seed * (at + 3)) % 15, (seed * (at + 5)) % 17, String(at)))
      const pieces = segments(text, marks)
      expect(pieces.map(({ text: piece }) => piece).join('')).toBe(text)
      for (const { start, text: piece, marks: own } of pieces) for (const { start: from, end } of own) expect(from <= start && start + piece.length <= end).toBe(true)
    }
  })

  it('of 20,000 names is cut in a moment', () => {
    const names = Array.from({ length: 20_000 }, (_, at) => mark(at * 3, at * 3 + 2, String(at)))
    expect(segments('某名、'.repeat(20_000), names)).toHaveLength(40_000)
  })
})
