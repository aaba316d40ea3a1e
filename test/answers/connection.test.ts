import { connection, type ConnectionAnswer } from '../../src/answers/connection.js'
import type { GraphStore } from '../../src/store/port.js'
import { ANSWER_GRAPH, counting, errorOf, IDS, openWith } from './answer-graph.js'

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(ANSWER_GRAPH)
  store = opened.store
})
afterAll(() => opened.close())

const route = ({ from, paths, nearest }: ConnectionAnswer, index = 0): readonly string[] => {
  const path = (paths.length > 0 ? paths : nearest)[index]
  return [from.id, ...(path?.hops.map(({ fact, forward }) => (forward ? fact.objectId : fact.subjectId)) ?? [])]
}

describe('connection', () => {
  it('finds a chain from end to end, whichever end comes first', async () => {
    const there = await connection(store, { from: '曜灯电子', to: '鹭江湾' })
    const back = await connection(store, { from: '鹭江湾', to: '曜灯电子' })
    expect(there.paths[0]?.strength).toBe('CHAIN')
    expect(route(there)).toEqual([IDS.lamps, IDS.mayor, IDS.zone])
    expect(route(back)).toEqual([IDS.zone, IDS.mayor, IDS.lamps])
    expect(back.paths[0]?.score).toBe(there.paths[0]?.score)
  })

  it('gives a direct fact first, with its own strength', async () => {
    const answer = await connection(store, { from: '闻人澈', to: '曜灯电子' })
    expect(answer.paths[0]?.strength).toBe('STATED')
    expect(answer.paths[0]?.hops).toHaveLength(1)
  })

  it('shows a denied direct fact and says that it is denied', async () => {
    const answer = await connection(store, { from: IDS.valves, to: '千灯行动', minStrength: 'STATED' })
    expect(answer.paths[0]?.hops[0]?.fact.modality).toBe('DENIED')
    expect(answer.paths[0]?.reasons.map(({ code }) => code)).toContain('MODALITY_DENIED')
  })

  it('links over a shared programme and two visitors within four hops, and not within three', async () => {
    const four = await connection(store, { from: '汐州云帛丝绸有限公司', to: '汐州白屿盐业有限公司', minStrength: 'CHAIN' })
    expect(route(four)).toEqual([IDS.silk, IDS.busy, IDS.wind, IDS.rare, IDS.salt])
    expect(four.paths[0]?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['STITCHED', 'HUB_DAMPED']))
    const three = await connection(store, { from: '汐州云帛丝绸有限公司', to: '汐州白屿盐业有限公司', maxHops: 3, minStrength: 'CHAIN' })
    expect(three.paths).toEqual([])
  })

  it('takes a shared city for no link, and shows it as the nearest there is', async () => {
    const answer = await connection(store, { from: '汐州云帛丝绸有限公司', to: '汐州白屿盐业有限公司', maxHops: 2 })
    expect(answer.paths).toEqual([])
    expect(route(answer)).toEqual([IDS.silk, IDS.town, IDS.salt])
    expect(answer.nearest[0]?.reasons.map(({ code }) => code)).toContain('VIA_REGION')
  })

  it('falls back on co-mention where no fact joins the two, unless more is asked for', async () => {
    const loose = await connection(store, { from: IDS.silk, to: IDS.valves, maxHops: 2 })
    expect(loose.paths.map(({ strength }) => strength)).toEqual(['CO_ARTICLE'])
    const strict = await connection(store, { from: IDS.silk, to: IDS.valves, maxHops: 2, minStrength: 'CHAIN' })
    expect(strict.paths).toEqual([])
    expect(strict.nearest.map(({ strength }) => strength)).toEqual(['CO_ARTICLE'])
  })

  it('puts a path over a region after one over a person', async () => {
    const answer = await connection(store, { from: IDS.lamps, to: IDS.valves, first: 20 })
    expect(route(answer)).toEqual([IDS.lamps, IDS.mayor, IDS.valves])
    const overCity = answer.paths.findIndex(({ reasons }) => reasons.some(({ code }) => code === 'VIA_REGION'))
    const overNone = answer.paths.findLastIndex(({ hops, reasons }) => hops.length === answer.paths[overCity]?.hops.length && !reasons.some(({ code }) => code === 'VIA_REGION'))
    if (overCity >= 0) expect(overNone).toBeLessThan(overCity)
  })

  it('says nothing when nothing joins the two', async () => {
    const answer = await connection(store, { from: IDS.namesakeA, to: IDS.lamps })
    expect(answer).toMatchObject({ paths: [], nearest: [], truncated: false })
  })

  it('never passes an entity twice and repeats no path', async () => {
    const { paths, from } = await connection(store, { from: IDS.lamps, to: IDS.valves, first: 100 })
    const routes = paths.map(({ hops }) => [from.id, ...hops.map(({ fact, forward }) => (forward ? fact.objectId : fact.subjectId))])
    for (const nodes of routes) expect(new Set(nodes).size).toBe(nodes.length)
    expect(new Set(routes.filter(({ length }) => length > 2).map((nodes) => nodes.join())).size).toBe(routes.filter(({ length }) => length > 2).length)
  })

  it('says so when there is more than was asked for', async () => {
    const answer = await connection(store, { from: IDS.lamps, to: IDS.valves, first: 1 })
    expect(answer.paths).toHaveLength(1)
    expect(answer.truncated).toBe(true)
  })

  it('makes no more store calls for a busy end than for a quiet one', async () => {
    const quiet = counting(store)
    await connection(quiet.store, { from: '柏予安', to: '闻人澈' })
    const busy = counting(store)
    await connection(busy.store, { from: '邵百川', to: '柏予安' })
    expect(busy.calls).toBeLessThanOrEqual(20)
    expect(quiet.calls).toBeLessThanOrEqual(20)
  })

  it.each([
    ['the same entity twice', { from: '曜灯电子', to: IDS.lamps }, 'BAD_INPUT', 'to'],
    ['no hops', { from: '曜灯电子', to: '鹭江湾', maxHops: 0 }, 'BAD_INPUT', 'maxHops'],
    ['five hops', { from: '曜灯电子', to: '鹭江湾', maxHops: 5 }, 'BAD_INPUT', 'maxHops'],
    ['an ambiguous start', { from: '丁一苇', to: '鹭江湾' }, 'AMBIGUOUS_NAME', 'from'],
    ['an unknown end', { from: '鹭江湾', to: '无此物' }, 'NOT_FOUND', 'to'],
  ])('refuses %s', async (_, args, code, argument) => {
    const error = await errorOf(connection(store, args))
    expect([error.code, error.details['argument']]).toEqual([code, argument])
  })
})
