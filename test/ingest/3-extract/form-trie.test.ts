import fc from 'fast-check'
import { FormTrie } from '../../../ingest/3-extract/form-trie.js'
import { loadGazetteer } from '../../../ingest/3-extract/gazetteer.js'
import { SpanSet } from '../../../ingest/3-extract/span-set.js'

const form = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 2, maxLength: 6 })

describe('FormTrie', () => {
  test('finds every form by where it starts, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(form, { maxLength: 12 }), fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 20 }), (forms, text) => {
        const trie = new FormTrie<string>()
        for (const each of forms) trie.set(each, each)
        const found: (readonly [number, number, string])[] = []
        trie.eachIn(text, (start, end, value) => found.push([start, end, value]))
        const formsAt = (at: number): string[] => forms.filter((each) => text.startsWith(each, at)).sort((a, b) => a.length - b.length)
        const starts = Array.from(text, (_, at) => at)
        expect(found).toEqual(starts.flatMap((at) => formsAt(at).map((each) => [at, at + each.length, each])))
        for (const at of starts) expect(trie.longestAt(text, at)).toBe(at + (formsAt(at).at(-1)?.length ?? -1 - at))
      }),
    )
  })

  test('forms of one character are not kept', () => {
    const trie = new FormTrie<number>()
    trie.set('甲', 1)
    expect(trie.get('甲')).toBeUndefined()
  })
})

describe('gazetteer', () => {
  test.each([
    ['崇川区', '320613'],
    ['延边州', '222400'],
    ['威宁县', '520526'],
  ])('%s has code %s', (name, code) => {
    expect(loadGazetteer().byForm(name).map((region) => region.code)).toContain(code)
  })

  test('a county lies within its province and not the other way round', () => {
    expect(loadGazetteer().isWithin('320613', '320000')).toBe(true)
    expect(loadGazetteer().isWithin('320000', '320613')).toBe(false)
  })
})

test('SpanSet tells whether a span touches one of the set', () => {
  const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 6 })).map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), span, (spans, asked) => {
      expect(new SpanSet(spans).touches(asked)).toBe(spans.some(({ start, end }) => start < asked.end && asked.start < end))
    }),
  )
})
