import fc from 'fast-check'
import { foldEntity, foldFact, foldMore, type EntityView, type EvidenceView } from '../../src/store/fold.js'

const view = (name: string, articles = 1, more: Partial<EntityView> = {}): EntityView => ({ name, aliases: [], key: '钥', kind: 'COMPANY', subkind: '', articles, ...more })
const proof = (more: Partial<EvidenceView> = {}): EvidenceView => ({ articleId: 'a1', modality: 'ASSERTED', strength: 'STATED', speakerId: '', seen: '', ...more })

describe('foldEntity', () => {
  it.each([
    ['the fullest name', [view('芯河', 9), view('岚州芯河科技')], '岚州芯河科技', ['芯河']],
    ['the commoner of two equally long', [view('甲公司'), view('乙公司', 2)], '乙公司', ['甲公司']],
    ['the first by code unit when all else is equal', [view('乙公司'), view('丙公司')], '丙公司', ['乙公司']],
    ['characters, not code units, when it measures', [view('𠮷野'), view('三个字')], '三个字', ['𠮷野']],
    ['no empty name or alias', [view('', 5), view('甲', 1, { aliases: ['', '甲', '乙'] })], '甲', ['乙']],
  ] as const)('takes %s', (_what, views, name, aliases) => {
    expect(foldEntity(views)).toMatchObject({ name, aliases })
  })

  it('counts articles and takes the commonest subkind that is known', () => {
    expect(foldEntity([view('甲', 3), view('甲', 2, { subkind: 'ZONE' }), view('乙', 1, { subkind: 'PROGRAM' })])).toMatchObject({ articleCount: 6, subkind: 'ZONE' })
  })

  it('is nothing without views', () => {
    expect(foldEntity([])).toBeUndefined()
  })

  const views = fc.array(fc.record({
    name: fc.constantFrom('甲', '乙', '甲乙', '丙'), aliases: fc.array(fc.constantFrom('甲', '丁')), key: fc.constantFrom('一', '二'),
    kind: fc.constant('COMPANY' as const), subkind: fc.constantFrom('', 'x', 'y'), articles: fc.integer({ min: 1, max: 3 }),
  }), { minLength: 1, maxLength: 6 })

  it('does not depend on the order of views', () => {
    fc.assert(fc.property(views, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (given, places) => {
      const shuffled = given.map((item, index) => ({ item, at: places[index] ?? 0 })).sort((a, b) => a.at - b.at).map(({ item }) => item)
      expect(foldEntity(shuffled)).toEqual(foldEntity(given))
    }))
  })
})

describe('foldMore', () => {
  const [known, forms] = [foldEntity([view('岚州芯河科技', 2, { aliases: ['芯河'] })]), ['岚州芯河科技', '芯河']]
  it.each([
    ['counts an article that gives a known name', view('芯河'), 3],
    ['does not know of a new name', view('河芯'), undefined],
    ['does not know of another subkind', view('芯河', 1, { subkind: 'ZONE' }), undefined],
  ] as const)('%s', (_what, more, articleCount) => {
    expect(known === undefined ? [] : foldMore(known, [more])?.articleCount).toBe(articleCount)
    expect(known).toMatchObject({ name: forms[0], aliases: [forms[1]] })
  })

  it('does not go by texts for search that another version made', () => {
    expect(known === undefined ? [] : foldMore({ ...known, searchText: '' }, [view('芯河')])).toBeUndefined()
  })

  it('is the fold of all views, or nothing', () => {
    const simple = fc.array(fc.record({
      name: fc.constantFrom('甲', '乙', '甲乙'), aliases: fc.array(fc.constantFrom('甲', '乙')), key: fc.constantFrom('', '一', '二'),
      kind: fc.constant('COMPANY' as const), subkind: fc.constantFrom('', 'x', 'y'), articles: fc.integer({ min: 1, max: 3 }),
    }), { minLength: 1, maxLength: 4 })
    let told = 0
    fc.assert(fc.property(simple, simple, (before, more) => {
      const stored = foldEntity(before)
      const quick = stored === undefined ? undefined : foldMore(stored, more)
      if (quick === undefined) return
      told += 1
      expect(quick).toEqual(foldEntity([...before, ...more]))
    }), { numRuns: 2_000 })
    expect(told).toBeGreaterThan(20)
  })
})

describe('foldFact', () => {
  it.each([
    ['an assertion before a plan and a call', [proof({ modality: 'URGED' }), proof({ modality: 'ASSERTED', strength: 'IMPLIED' }), proof({ modality: 'PLANNED' })], { modality: 'ASSERTED', strength: 'IMPLIED' }],
    ['a denial before a plan', [proof({ modality: 'PLANNED' }), proof({ modality: 'DENIED' })], { modality: 'DENIED' }],
    ['the strongest of its modality', [proof({ strength: 'CO_SENTENCE' }), proof({ strength: 'IMPLIED' })], { strength: 'IMPLIED' }],
    ['the first and the last known date', [proof({ seen: '2031-02-01' }), proof(), proof({ seen: '2030-12-31' })], { firstSeen: '2030-12-31', lastSeen: '2031-02-01' }],
    ['no date when none is known', [proof()], { firstSeen: '', lastSeen: '' }],
    ['each article once', [proof(), proof(), proof({ articleId: 'a2' })], { articleCount: 2, evidenceCount: 3 }],
    ['the speaker of the earliest when all are spoken', [proof({ speakerId: 'p_2', seen: '2031-01-02' }), proof({ speakerId: 'p_1', seen: '2031-01-03' }), proof({ speakerId: 'p_0' })], { speakerId: 'p_2' }],
    ['no speaker when one is told without', [proof({ speakerId: 'p_1' }), proof()], { speakerId: '' }],
    ['the speaker of the leading modality only', [proof({ speakerId: 'p_1' }), proof({ modality: 'URGED' })], { speakerId: 'p_1' }],
  ] as const)('takes %s', (_what, evidence, expected) => {
    expect(foldFact(evidence)).toMatchObject(expected)
    expect(foldFact([...evidence].reverse())).toEqual(foldFact(evidence))
  })

  it('is nothing without evidence', () => {
    expect(foldFact([])).toBeUndefined()
  })
})
