import { compareKeys } from '../../src/answers/paging.js'
import { CRITERIA, HUB_DEGREE, judge, rankKey, rankWalks, type Walk } from '../../src/answers/rank-paths.js'
import { fact, twoHops, waypoint } from './builders.js'

const threeHops: Walk = {
  nodes: ['s', 'm', 'n', 'e'],
  facts: [fact('f1', 's', 'm'), fact('f2', 'm', 'n'), fact('f3', 'n', 'e')],
  between: [waypoint('m', 2), waypoint('n', 2)],
}
const direct: Walk = { nodes: ['s', 'e'], facts: [fact('f1', 's', 'e')], between: [] }
const together: Walk = { nodes: ['s', 'e'], facts: [fact('co', 's', 'e', { type: 'CO_MENTIONED', strength: 'CO_ARTICLE', articleCount: 3 })], between: [] }

describe('rankWalks', () => {
  const cases: readonly (readonly [string, Walk, Walk])[] = [
    ['a stated fact before a chain', direct, twoHops({}, {})],
    ['a chain before a co-mention', threeHops, together],
    ['fewer hops first', twoHops({ articleIds: ['a1'] }, { articleIds: ['a2'] }), threeHops],
    ['a person before a region between', twoHops({}, {}, waypoint('m', 900)), twoHops({}, {}, waypoint('r', 1, 'REGION'))],
    ['one article before two stitched', twoHops({}, {}, waypoint('m', 900)), twoHops({ articleIds: ['a1'] }, { articleIds: ['a2'] })],
    ['a rare one between before a hub', twoHops({ strength: 'IMPLIED' }, {}, waypoint('m', 3)), twoHops({}, {}, waypoint('n', 500))],
    ['stated hops before implied ones', twoHops({ modality: 'URGED' }, {}), twoHops({ strength: 'IMPLIED' }, {})],
    ['asserted before planned', twoHops({}, {}), twoHops({ modality: 'PLANNED' }, {})],
    ['planned before urged', twoHops({ modality: 'PLANNED' }, {}), twoHops({ modality: 'URGED' }, {})],
    ['urged before supposed', twoHops({ modality: 'URGED' }, {}), twoHops({ modality: 'HYPOTHETICAL' }, {})],
    ['one urged hop before two', twoHops({ modality: 'URGED' }, {}), twoHops({ modality: 'URGED' }, { modality: 'URGED' })],
    ['what was told lately before what was told long ago', twoHops({ lastSeen: '2031-02-01' }, { lastSeen: '2031-01-01' }), twoHops({ lastSeen: '2033-01-01' }, { lastSeen: '2029-12-31' })],
    ['a dated hop before one without a date', twoHops({ lastSeen: '1999-01-01' }, {}), twoHops({ lastSeen: '' }, {})],
    ['what has happened before what is planned, however long ago', twoHops({ lastSeen: '1999-01-01' }, {}), twoHops({ lastSeen: '2031-01-01', modality: 'PLANNED' }, { lastSeen: '2031-01-01' })],
    ['many shared articles before one', twoHops({ articleIds: ['a1', 'a2'] }, { articleIds: ['a1', 'a2'] }), twoHops({}, {})],
    ['ids where all else ties', twoHops({ id: 'f0' }, {}), twoHops({ id: 'f9' }, {})],
  ]
  it.each(cases)('puts %s', (_, better, worse) => {
    expect(rankWalks([worse, better])).toEqual([better, worse])
  })

  it('gives the best few of many in the order of their keys', () => {
    const all = cases.flatMap(([, better, worse]) => [worse, better])
    const sorted = all.map((walk) => ({ walk, key: rankKey(walk) })).sort((a, b) => compareKeys(a.key, b.key)).map(({ walk }) => walk)
    expect(rankWalks(all)).toEqual(sorted)
    for (const most of [0, 1, 2, 7, all.length - 1, all.length + 1]) expect(rankWalks(all, most)).toEqual(sorted.slice(0, most))
  })

  it('asks a criterion only of walks that the earlier ones leave in doubt', () => {
    const unasked: Walk = { nodes: ['s', 'm', 'n', 'o', 'e'], strength: 'CHAIN', between: [], get facts(): Walk['facts'] { throw new Error('asked for facts') } }
    expect(rankWalks([unasked, threeHops, twoHops({}, {})], 2)).toEqual([twoHops({}, {}), threeHops])
  })

  it('never gives a worse path of the same strength a better score', () => {
    for (const [, better, worse] of cases) {
      const [a, b] = [judge(better), judge(worse)]
      if (a.strength === b.strength) expect(a.score).toBeGreaterThanOrEqual(b.score)
      expect(a.score).toBeGreaterThan(0)
      expect(a.score).toBeLessThanOrEqual(1)
    }
  })

  it('keeps every band within the number the criterion declares', () => {
    const extreme = twoHops({ modality: 'DENIED', strength: 'IMPLIED', articleIds: [] }, { modality: 'DENIED', strength: 'INFERRED', articleIds: [] }, waypoint('r', 10 ** 9, 'REGION'))
    for (const criterion of CRITERIA) {
      for (const walk of [extreme, direct, threeHops, together]) {
        expect(criterion.band(walk)).toBeGreaterThanOrEqual(0)
        expect(criterion.band(walk)).toBeLessThan(criterion.bands)
      }
    }
  })
})

describe('judge', () => {
  const codes = (walk: Walk): readonly string[] => judge(walk).reasons.map(({ code }) => code)

  it.each<readonly [string, Walk, readonly string[]]>([
    ['a direct fact', direct, ['DIRECT', 'LAST_TOLD']],
    ['a chain in one article', twoHops({}, { modality: 'URGED' }), ['HOPS', 'SAME_ARTICLE', 'MODALITY_URGED', 'LAST_TOLD']],
    ['a stitched chain through a hub', twoHops({ articleIds: ['a1'] }, { articleIds: ['a2'] }, waypoint('m', HUB_DEGREE)), ['HOPS', 'STITCHED', 'HUB_DAMPED', 'LAST_TOLD']],
    ['a region between', twoHops({ strength: 'IMPLIED' }, {}, waypoint('r', 2, 'REGION')), ['HOPS', 'VIA_REGION', 'SAME_ARTICLE', 'IMPLIED_HOP', 'LAST_TOLD']],
    ['a co-mention', together, ['DIRECT', 'LAST_TOLD', 'SHARED_ARTICLES']],
    ['a hop without a date', twoHops({ lastSeen: '' }, {}), ['HOPS', 'SAME_ARTICLE', 'UNDATED']],
  ])('gives the reasons of %s', (_, walk, expected) => {
    expect(codes(walk)).toEqual(expected)
  })

  it('says how many facts a hub has, in both languages', () => {
    const reason = judge(twoHops({}, {}, waypoint('m', 500))).reasons.find(({ code }) => code === 'HUB_DAMPED')
    expect(reason?.zh).toContain('500')
    expect(reason?.en).toContain('500')
  })

  it.each<readonly [string, Walk, string]>([
    ['two stated hops', twoHops({}, { strength: 'IMPLIED' }), 'CHAIN'],
    ['one implied fact', { ...direct, facts: [fact('f', 's', 'e', { strength: 'IMPLIED' })] }, 'IMPLIED'],
    ['an inferred hop', twoHops({}, { strength: 'INFERRED' }), 'INFERRED'],
  ])('names the strength of %s', (_, walk, expected) => {
    expect(judge(walk).strength).toBe(expected)
  })

  it('tells on each hop whether it runs with the fact', () => {
    const walk: Walk = { nodes: ['s', 'm', 'e'], facts: [fact('f1', 'm', 's'), fact('f2', 'm', 'e')], between: [waypoint('m', 2)] }
    expect(judge(walk).hops.map(({ forward }) => forward)).toEqual([false, true])
  })
})
