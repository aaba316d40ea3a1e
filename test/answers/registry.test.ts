import { ANSWERS, runAnswer } from '../../src/answers/registry.js'
import type { GraphStore } from '../../src/store/port.js'
import { ANSWER_GRAPH, errorOf, openWith } from './answer-graph.js'

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(ANSWER_GRAPH)
  store = opened.store
})
afterAll(() => opened.close())

const good: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'firms-linked-to': { initiative: '鹭江湾', minStrength: 'chain', first: '2' },
  connection: { from: '曜灯电子', to: '鹭江湾', maxHops: '2' },
  search: { text: '澜洲', kinds: 'company, region' },
  'facts-of': { name: '闻人澈', asOf: '2032-12-31' },
  stats: {},
}

describe('runAnswer', () => {
  it.each(ANSWERS.map(({ name }) => name))('answers %s with rows that have every column', async (name) => {
    const { columns, rows } = await runAnswer(store, name, good[name] ?? {})
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...columns].sort())
  })

  it('draws the path with its quotes in the order of the hops', async () => {
    const { rows } = await runAnswer(store, 'connection', { from: '曜灯电子', to: '鹭江湾' })
    expect(rows[0]).toMatchObject({
      strength: 'CHAIN',
      path: '澜洲曜灯电子有限公司 ←走访— 闻人澈 —推动（要求或鼓励）→ 鹭江湾产业协同区',
      quotes: ['澜洲市市长闻人澈走访曜灯电子', '要积极推进鹭江湾产业协同区建设'],
      articles: ['tour'],
    })
  })

  it('says plainly when no article says so, with the nearest link', async () => {
    const none = await runAnswer(store, 'firms-linked-to', { initiative: '鹭江湾', minStrength: 'STATED' })
    expect(none).toMatchObject({ rows: [], notes: [{ code: 'NO_ARTICLE_SAYS_SO' }] })
    const near = await runAnswer(store, 'connection', { from: '曜灯电子', to: '鹭江湾', minStrength: 'STATED' })
    expect(near.notes.map(({ code }) => code)).toEqual(['NO_ARTICLE_SAYS_SO', 'NEAREST'])
    expect(near.rows[0]).toMatchObject({ strength: 'CHAIN' })
  })

  it.each([
    ['an unknown question', 'who-knows', {}, 'NOT_FOUND'],
    ['a missing parameter', 'connection', { from: '曜灯电子' }, 'BAD_INPUT'],
    ['an unknown parameter', 'search', { text: '澜洲', depth: '2' }, 'BAD_INPUT'],
    ['a parameter for a question that takes none', 'stats', { a: 'b' }, 'BAD_INPUT'],
    ['a number that is none', 'search', { text: '澜洲', first: 'many' }, 'BAD_INPUT'],
    ['an unknown strength', 'firms-linked-to', { initiative: '鹭江湾', minStrength: 'STRONG' }, 'BAD_INPUT'],
    ['an unknown kind', 'search', { text: '澜洲', kinds: 'SHIP' }, 'BAD_INPUT'],
    ['a date that is none', 'facts-of', { name: '闻人澈', asOf: 'soon' }, 'BAD_INPUT'],
  ])('refuses %s', async (_, name, args, code) => {
    expect((await errorOf(runAnswer(store, name, args))).code).toBe(code)
  })
})
