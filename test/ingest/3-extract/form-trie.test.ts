import fc from 'fast-check'
import { FormTrie } from '../../../ingest/3-extract/form-trie.js'
import { loadGazetteer } from '../../../ingest/3-extract/gazetteer.js'
import { SpanSet } from '../../../ingest/3-extract/span-set.js'

const form = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 2, maxLength: 6 })

describe('FormTrie', () => {
  test('finds every form that starts at a place, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(form, { maxLength: 12 }), fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 20 }), (forms, text) => {
        const trie = new FormTrie<string>()
        for (const each of forms) trie.set(each, each)
        for (let at = 0; at < text.length; at++) {
          const found: string[] = []
          trie.matchesAt(text, at, (end, value) => found.push(value + String(end)))
          const expected = forms.filter((each) => text.startsWith(each, at)).sort((a, b) => a.length - b.length)
          expect(found).toEqual(expected.map((each) => each + String(at + each.length)))
          expect(trie.longestAt(text, at)).toBe(expected.length === 0 ? -1 : at + (expected.at(-1) ?? '').length)
        }
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
