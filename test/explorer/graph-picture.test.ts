import { bundlesOf, dashOf } from '../../src/explorer/graph/bundles.js'
import { inTime, isShown, NO_FILTERS, readFilters, toggled, writeFilters } from '../../src/explorer/graph/filters.js'
import { expansionKey, type GraphData, type GraphEntity, type GraphFact } from '../../src/explorer/graph/graph-data.js'
import { firstDay, lastDay, months } from '../../src/explorer/graph/histogram.js'
import { pictureOf } from '../../src/explorer/graph/picture.js'
import { EMPTY_STATE } from '../../src/explorer/graph/view-state.js'

const KINDS: Readonly<Record<string, string>> = { p: 'PERSON', c: 'COMPANY', r: 'REGION' }
const ref = (id: string) => ({ id, kind: KINDS[id.charAt(0)] ?? '', name: `名${id}` })
const fact = (id: string, from: string, type: string, to: string, more: Partial<GraphFact> = {}): GraphFact =>
  ({ id, type, strength: 'STATED', modality: 'ASSERTED', title: '', firstSeen: '2031-05-02', lastSeen: '2031-06-01', evidenceCount: 1, subject: ref(from), object: ref(to), ...more })
const entity = (id: string): GraphEntity => ({ ...ref(id), subkind: '', articleCount: 2, relationCounts: [{ type: 'VISITED', forward: true, count: 3 }] })

const visits = [fact('f1', 'p1', 'VISITED', 'c1'), fact('f2', 'p1', 'VISITED', 'c2', { modality: 'PLANNED' }), fact('f3', 'p1', 'VISITED', 'r1', { strength: 'IMPLIED' })]
const data: GraphData = {
  entities: new Map([entity('p1'), entity('c1')].map((item) => [item.id, item])),
  expansions: new Map([[expansionKey('p1', 'VISITED'), { facts: visits, total: 40 }], [expansionKey('c1', '*'), { facts: [visits[0] ?? fact('x', 'p1', 'VISITED', 'c1')], total: 1 }]]),
  links: new Map(),
}
const state = { ...EMPTY_STATE, seeds: ['p1'], expanded: { p1: ['VISITED'], c1: ['*'] } }

describe('the picture', () => {
  it('holds each fact once and says how many did not come', () => {
    const picture = pictureOf(state, NO_FILTERS, data)
    expect(picture.facts.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3'])
    expect(picture).toMatchObject({ shown: 3, total: 40, filtered: 0 })
    expect(picture.nodes.map(({ id, degree, facts, expanded }) => [id, degree, facts, expanded])).toEqual([['c1', 1, 3, true], ['c2', 1, -1, false], ['p1', 3, 3, true], ['r1', 1, -1, false]])
  })

  it('leaves out what is hidden or filtered, with the entities that stood there for it alone, and counts it', () => {
    expect(pictureOf({ ...state, hidden: ['c1'] }, NO_FILTERS, data)).toMatchObject({ filtered: 1, facts: [{ id: 'f2' }, { id: 'f3' }] })
    const planned = pictureOf(state, { ...NO_FILTERS, modalities: ['PLANNED'] }, data)
    expect(planned.nodes.map(({ id }) => id)).toEqual(['c1', 'p1', 'r1'])
  })

  it('draws what the facts of the seeds say among the seeds, and says when not all were looked through', () => {
    const links = new Map([['p1', { facts: visits, total: 3 }], ['c1', { facts: [], total: 120 }]])
    const seeded = { ...EMPTY_STATE, seeds: ['p1', 'c1'] }
    expect(pictureOf(seeded, NO_FILTERS, { ...data, links })).toMatchObject({ facts: [{ id: 'f1' }], shown: 1, total: 1, unsearched: 1 })
    expect(pictureOf({ ...seeded, seeds: ['p1'] }, NO_FILTERS, { ...data, links })).toMatchObject({ facts: [], unsearched: 0 })
  })

  it('counts what came by one type more among all of the entity', () => {
    const [first] = visits
    const all = { facts: first === undefined ? [] : [first], total: 40 }
    const expansions = new Map([[expansionKey('p1', '*'), all], [expansionKey('p1', 'VISITED'), { facts: visits, total: 3 }]])
    expect(pictureOf({ ...EMPTY_STATE, seeds: ['p1'], expanded: { p1: ['*'] } }, NO_FILTERS, { ...data, expansions })).toMatchObject({ shown: 1, total: 40 })
    expect(pictureOf({ ...EMPTY_STATE, seeds: ['p1'], expanded: { p1: ['*', 'VISITED'] } }, NO_FILTERS, { ...data, expansions })).toMatchObject({ shown: 3, total: 40 })
  })

  it('keeps a seed that has no line', () => {
    expect(pictureOf({ ...EMPTY_STATE, seeds: ['c1'] }, NO_FILTERS, data).nodes).toMatchObject([{ id: 'c1', degree: 0 }])
  })
})

describe('filters', () => {
  it('come back from the address as they went', () => {
    const filters = { ...toggled(toggled(NO_FILTERS, 'kinds', 'REGION'), 'types', 'VISITED'), from: '2031-01-01', to: '2031-12-31', dated: true }
    expect(readFilters(writeFilters(filters))).toEqual(filters)
    expect(readFilters({ from: 'yesterday' }).from).toBe('')
  })

  it.each<readonly [string, Partial<GraphFact>, string]>([
    ['nobody reviewed', {}, 'UNREVIEWED'], ['was confirmed', { verdict: { state: 'CONFIRMED' } }, 'CONFIRMED'], ['was confirmed and is disputed', { verdict: { state: 'CONFIRMED' }, disputed: true }, 'DISPUTED'], ['has no verdict left', { verdict: null }, 'UNREVIEWED'],
  ])('tell a fact that %s', (_, more, verdict) => {
    const judged = fact('f', 'p1', 'VISITED', 'c1', more)
    expect(isShown(judged, { ...NO_FILTERS, verdicts: [verdict] })).toBe(false)
    expect(isShown(judged, { ...NO_FILTERS, verdicts: ['NEEDS_SOURCE'] })).toBe(true)
  })

  it('switch a value off and on again', () => {
    expect(toggled(toggled(NO_FILTERS, 'kinds', 'REGION'), 'kinds', 'REGION')).toEqual(NO_FILTERS)
  })

  it.each([
    ['kinds', 'REGION', 'f3'], ['types', 'VISITED', 'f1 f2 f3'], ['strengths', 'IMPLIED', 'f3'], ['modalities', 'PLANNED', 'f2'],
  ] as const)('by %s take away what has the value', (list, value, gone) => {
    expect(visits.filter((item) => !isShown(item, toggled(NO_FILTERS, list, value))).map(({ id }) => id).join(' ')).toBe(gone)
  })

  it.each([
    ['a fact that was seen within', '2031-05-02', '2031-06-01', '2031-05-20', '2031-05-25', false, true],
    ['a fact that came later', '2031-05-02', '2031-06-01', '', '2031-05-01', false, false],
    ['a fact that was last seen before', '2031-05-02', '2031-06-01', '2031-06-02', '', false, false],
    ['an undated fact', null, null, '2031-06-02', '', false, true],
    ['an undated fact when only dated ones are wanted', null, null, '2031-06-02', '', true, false],
    ['an undated fact when no time is asked for', null, null, '', '', true, true],
  ])('of time: %s', (_, firstSeen, lastSeen, from, to, dated, expected) => {
    expect(inTime({ firstSeen, lastSeen }, { from, to, dated })).toBe(expected)
  })
})

describe('lines', () => {
  const rank = (strength: string): number => ['STATED', 'IMPLIED'].indexOf(strength)
  const symmetric = (type: string): boolean => type === 'COLLABORATES_WITH'

  it('hold all facts of a pair, whichever way they go, the strongest first', () => {
    const [line, ...others] = bundlesOf([fact('f9', 'c1', 'LOCATED_IN', 'p1', { strength: 'IMPLIED' }), fact('f1', 'p1', 'VISITED', 'c1')], rank, symmetric)
    expect(others).toEqual([])
    expect(line).toMatchObject({ from: 'p1', to: 'c1', strength: 'STATED', directed: false, facts: [{ id: 'f1' }, { id: 'f9' }] })
  })

  it('have an arrow only when all facts go one way and none is without direction', () => {
    expect(bundlesOf(visits.slice(0, 1), rank, symmetric)).toMatchObject([{ directed: true }])
    expect(bundlesOf([fact('f1', 'c1', 'COLLABORATES_WITH', 'c2')], rank, symmetric)).toMatchObject([{ directed: false }])
  })

  it('are drawn by strength', () => {
    expect(['STATED', 'IMPLIED', 'CO_ARTICLE'].map(dashOf)).toEqual(['solid', 'dashed', 'dotted'])
  })
})

describe('months', () => {
  it('run from the first to the last, the empty ones too', () => {
    expect(months([{ firstSeen: '2031-11-02' }, { firstSeen: null }, { firstSeen: '2032-01-09' }, { firstSeen: '2031-11-30' }])).toEqual([{ month: '2031-11', count: 2 }, { month: '2031-12', count: 0 }, { month: '2032-01', count: 1 }])
    expect(months([{ firstSeen: null }])).toEqual([])
  })

  it('end on their own last day', () => {
    expect([firstDay('2032-02'), lastDay('2032-02'), lastDay('2031-12')]).toEqual(['2032-02-01', '2032-02-29', '2031-12-31'])
  })
})
