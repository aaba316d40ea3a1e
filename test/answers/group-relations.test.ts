import { groupRelations, MAX_MEMBERS, type GroupArgs, type GroupRelations } from '../../src/answers/group-relations.js'
import type { GraphStore } from '../../src/store/port.js'
import { ANSWER_GRAPH, counting, errorOf, IDS, openWith } from './answer-graph.js'

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(ANSWER_GRAPH)
  store = opened.store
})
afterAll(() => opened.close())

const linked = ({ links }: GroupRelations): readonly (readonly [string, string, string])[] => links.map(({ a, b, strength }) => [a.id, b.id, strength])

describe('groupRelations', () => {
  it('gives each pair its best link, the firmest first, and a matrix in the order of the names', async () => {
    const group = await groupRelations(store, { names: ['曜灯电子', '闻人澈', '鹭江湾', '汐州云帛丝绸有限公司'] })
    expect(group.members.map(({ id }) => id)).toEqual([IDS.lamps, IDS.mayor, IDS.zone, IDS.silk])
    expect(linked(group).slice(0, 2).map(([, , strength]) => strength)).toEqual(['STATED', 'IMPLIED'])
    expect(linked(group)[2]).toEqual([IDS.lamps, IDS.zone, 'CHAIN'])
    expect(group.matrix).toEqual([
      [null, 'STATED', 'CHAIN', null], ['STATED', null, 'IMPLIED', null], ['CHAIN', 'IMPLIED', null, null], [null, null, null, null],
    ])
    expect(group).toMatchObject({ pairCount: 6, truncated: false, notes: [], unresolved: [] })
  })

  it('walks from the first of a pair to the second', async () => {
    const [link] = (await groupRelations(store, { names: [IDS.zone, IDS.lamps] })).links
    expect(link?.path.hops.map(({ fact, forward }) => [fact.type, forward])).toEqual([['PROMOTES', false], ['VISITED', true]])
  })

  it('links over three hops when asked, and not over a shared city', async () => {
    const names = [IDS.silk, IDS.rare]
    expect((await groupRelations(store, { names })).links).toEqual([])
    expect(linked(await groupRelations(store, { names, maxHops: 3 }))).toEqual([[IDS.silk, IDS.rare, 'CHAIN']])
    expect((await groupRelations(store, { names: [IDS.silk, IDS.salt] })).links).toEqual([])
  })

  it('falls back on co-mention, unless more is asked for', async () => {
    expect(linked(await groupRelations(store, { names: [IDS.silk, IDS.valves] }))).toEqual([[IDS.silk, IDS.valves, 'CO_ARTICLE']])
    expect((await groupRelations(store, { names: [IDS.silk, IDS.valves], minStrength: 'CHAIN' })).links).toEqual([])
  })

  it('leaves out what was not known by the day', async () => {
    expect(linked(await groupRelations(store, { names: [IDS.lamps, IDS.plan], asOf: '2033-01-05' }))).toEqual([[IDS.lamps, IDS.plan, 'STATED']])
    expect((await groupRelations(store, { names: [IDS.lamps, IDS.plan], asOf: '2033-01-04' })).links).toEqual([])
  })

  it('lists names that fit several entities or none, and goes on with the rest; two names of one entity are one member', async () => {
    const group = await groupRelations(store, { names: ['丁一苇', '无此公司', '曜灯电子', '澜洲曜灯电子有限公司', '闻人澈'] })
    expect(group.members.map(({ id }) => id)).toEqual([IDS.lamps, IDS.mayor])
    expect(group.unresolved.map(({ name, outcome }) => [name, outcome])).toEqual([['丁一苇', 'AMBIGUOUS_NAME'], ['无此公司', 'NOT_FOUND']])
    expect(group.unresolved[0]?.candidates.map(({ id }) => id).sort()).toEqual([IDS.namesakeA, IDS.namesakeB].sort())
  })

  it('asks the store no more often for many members than for few', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `汐州第${index + 1}织造厂`)
    const calls = async (of: readonly string[]): Promise<number> => {
      const counter = counting(store)
      const group = await groupRelations(counter.store, { names: of, maxHops: 3 })
      expect(group.links).toHaveLength(group.pairCount)
      return counter.calls
    }
    const few = await calls(names.slice(0, 5))
    expect(await calls(names)).toBe(few)
    expect(few).toBeLessThanOrEqual(14)
  })

  it('says so when it had to cut', async () => {
    const group = await groupRelations(store, { names: [IDS.busy, IDS.wind, IDS.silk] }, { maxFactsPerHop: 5 })
    expect(group.truncated).toBe(true)
    expect(group.notes.map(({ code }) => code)).toContain('FACTS_CUT')
  })

  it.each<[string, GroupArgs]>([
    ['one name', { names: ['闻人澈'] }],
    ['more names than fifty', { names: Array.from({ length: MAX_MEMBERS + 1 }, () => '闻人澈') }],
    ['four hops', { names: ['闻人澈', '鹭江湾'], maxHops: 4 }],
    ['an empty name', { names: ['闻人澈', ' '] }],
  ])('refuses %s', async (_, args) => {
    expect((await errorOf(groupRelations(store, args))).code).toBe('BAD_INPUT')
  })
})
