import { neighbours, type NeighboursArgs } from '../../src/answers/neighbours.js'
import type { GraphStore } from '../../src/store/port.js'
import { buildArticle, idOfDraft, type EntityDraft } from '../fixtures/builders.js'
import { errorOf, openWith } from './answer-graph.js'

/** 渡口 stands with 船厂 always, with 集市 by chance, once with 灯塔; 集市 is in every other article. */
const place = (name: string): EntityDraft => ({ kind: 'ORGANIZATION', name, subkind: 'other' })
const [ferry, yard, market, light] = [place('渡口管理所'), place('船厂协会'), place('集市商会'), place('灯塔管理站')]
const article = (index: number, entities: readonly EntityDraft[], date = '2032-01-01'): ReturnType<typeof buildArticle> =>
  buildArticle({ id: `n${String(index).padStart(2, '0')}`, date, text: `${entities.map(({ name }) => name).join('、')}第${index}回。`, entities })

const ARTICLES = [
  ...Array.from({ length: 6 }, (_, index) => article(index, index % 2 === 0 ? [ferry, yard, market] : [ferry, yard], index < 3 ? '2032-01-01' : '2032-06-01')),
  article(6, [ferry, light], '2032-06-01'),
  ...Array.from({ length: 13 }, (_, index) => article(index + 7, index % 2 === 0 ? [market] : [light], '2032-01-01')),
]

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(ARTICLES)
  store = opened.store
})
afterAll(() => opened.close())

describe('neighbours', () => {
  it('gives those that stand with it above chance, with both counts and the statistics', async () => {
    const answer = await neighbours(store, { entity: '渡口管理所' })
    expect(answer.neighbours.map(({ entity }) => entity.id)).toEqual([idOfDraft(yard)])
    const [found] = answer.neighbours
    expect(found).toMatchObject({ both: 6, first: 7, second: 6, all: 20, expected: 2.1 })
    // C(7,6) of C(20,6) ways.
    expect(found?.p).toBeCloseTo(7 / 38_760, 10)
    expect(found?.q).toBeCloseTo(14 / 38_760, 10)
    expect(found?.npmi).toBeGreaterThan(0.8)
    expect(answer).toMatchObject({ tested: 2, least: 2, maxP: 0.05, truncated: false, notes: [] })
  })

  it('shows those at chance only when nothing is ruled out, and never those below it', async () => {
    const { neighbours: all } = await neighbours(store, { entity: '渡口管理所', least: 1, maxP: 1 })
    expect(all.map(({ entity }) => entity.id)).toEqual([idOfDraft(yard)])
    expect((await neighbours(store, { entity: '灯塔管理站', least: 1, maxP: 1 })).neighbours).toEqual([])
  })

  it('counts what was known by the day only', async () => {
    const [found] = (await neighbours(store, { entity: '渡口管理所', asOf: '2032-05-31' })).neighbours
    expect(found).toMatchObject({ both: 3, first: 3, second: 3, all: 16 })
  })

  it.each<[string, NeighboursArgs, string]>([
    ['no least count', { entity: '渡口管理所', least: 0 }, 'BAD_INPUT'], ['a p above one', { entity: '渡口管理所', maxP: 2 }, 'BAD_INPUT'],
    ['a page too long', { entity: '渡口管理所', first: 101 }, 'BAD_INPUT'], ['an unknown name', { entity: '无此事' }, 'NOT_FOUND'],
  ])('refuses %s', async (_, args, code) => {
    expect((await errorOf(neighbours(store, args))).code).toBe(code)
  })
})
