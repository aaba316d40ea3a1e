import { listArticles, listEntities, search, type CountedPage } from '../../src/answers/lists.js'
import { resolveName } from '../../src/answers/resolve-name.js'
import { exampleQuestions, stats } from '../../src/answers/stats.js'
import type { GraphStore } from '../../src/store/port.js'
import { ANSWER_GRAPH, errorOf, IDS, openWith } from './answer-graph.js'

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(ANSWER_GRAPH)
  store = opened.store
})
afterAll(() => opened.close())

async function walk<T extends { readonly id: string }>(read: (after: string | undefined) => Promise<CountedPage<T>>): Promise<readonly string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await read(after)
    ids.push(...page.edges.map(({ node }) => node.id))
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined
  } while (after !== undefined)
  return ids
}

describe('listEntities', () => {
  it('goes through all of a kind, most named first, each once', async () => {
    const ids = await walk((after) => listEntities(store, { kinds: ['COMPANY'], first: 7, after }))
    expect(ids[0]).toBe(IDS.valves)
    expect(new Set(ids).size).toBe(30)
    expect(ids).toHaveLength(30)
  })

  it.each([
    ['subkind', { subkinds: ['ZONE'] }, 1],
    ['part of a name', { name: '云帛' }, 1],
    ['kind and name', { kinds: ['REGION' as const], name: '洲' }, 1],
    ['nothing', {}, 41],
  ])('filters by %s and counts what is left', async (_, args, total) => {
    const page = await listEntities(store, { ...args, first: 100 })
    expect(page.edges).toHaveLength(total)
    expect(await page.totalCount()).toBe(total)
  })

  it('refuses the cursor of another list', async () => {
    const articles = await listArticles(store, { first: 1 })
    const after = articles.edges[0]?.cursor
    expect((await errorOf(listEntities(store, { after }))).code).toBe('BAD_INPUT')
  })
})

describe('listArticles', () => {
  it('goes through all, latest first and undated last', async () => {
    const ids = await walk((after) => listArticles(store, { first: 3, after }))
    expect(ids).toEqual(['stated', 'city', 'rare', 'hub', 'award', 'tour', 'north', 'south'])
  })

  it('filters by title and by days, both ends included', async () => {
    const page = await listArticles(store, { from: '2032-06-01', to: '2032-07-01' })
    expect(page.edges.map(({ node }) => node.id)).toEqual(['hub', 'award'])
    expect(await page.totalCount()).toBe(2)
    expect((await listArticles(store, { title: '走访' })).edges.map(({ node }) => node.id)).toEqual(['hub', 'tour'])
  })
})

describe('search', () => {
  it('puts the best fit first and says how it fits', async () => {
    const page = await search(store, { text: '澜洲' })
    expect(page.edges.every(({ node }) => node.match === 'PREFIX')).toBe(true)
    expect((await search(store, { text: '曜灯电子' })).edges[0]?.node).toMatchObject({ match: 'EXACT_ALIAS', entity: { id: IDS.lamps } })
  })

  it('finds any part of a name, by kind, page by page', async () => {
    const first = await search(store, { text: '织造', kinds: ['COMPANY'], first: 20 })
    const rest = await search(store, { text: '织造', kinds: ['COMPANY'], first: 20, after: first.edges.at(-1)?.cursor })
    expect([first.edges.length, rest.edges.length, first.totalCount]).toEqual([20, 5, 25])
  })

  it.each([
    ['baiyuan', 'rare'], ['boyuan', 'rare'], ['BYA', 'rare'], ['bǎi yǔ ān', 'rare'], ['wenrenche', 'mayor'], ['ｗｒｃ', 'mayor'],
    ['yaodeng', 'lamps'], ['chanyexietong', 'zone'], ['ljw', 'zone'],
  ] as const)('finds by sound %j', async (text, wanted) => {
    const { edges } = await search(store, { text })
    expect(edges[0]?.node).toMatchObject({ match: 'PINYIN', entity: { id: IDS[wanted] } })
  })

  it.each([['澜洲曜燈電子', 'lamps'], ['鷺江灣', 'zone'], ['ＬＪＷ', 'zone']] as const)('finds %j as if written plainly', async (text, wanted) => {
    expect((await search(store, { text })).edges[0]?.node.entity.id).toBe(IDS[wanted])
  })

  it('orders what sounds alike and cuts it into pages', async () => {
    const names = ['lanzhoushi', 'zhou'].map(async (text) => (await search(store, { text, first: 100 })).edges.map(({ node }) => node.entity.name))
    const [whole = [], part = []] = await Promise.all(names)
    expect(whole[0]).toBe('澜洲市')
    expect(part).toHaveLength(32)
    const first = await search(store, { text: 'zhou', first: 20 })
    const rest = await search(store, { text: 'zhou', first: 20, after: first.edges.at(-1)?.cursor })
    expect([...first.edges, ...rest.edges].map(({ node }) => node.entity.name)).toEqual(part)
  })

  it('does not find what only holds the letters across syllables', async () => {
    expect((await search(store, { text: 'anzh' })).edges).toEqual([])
  })

  it('names who sounds like an unknown name', async () => {
    const error = await errorOf(resolveName(store, 'wenrenche'))
    expect(error).toMatchObject({ code: 'NOT_FOUND', details: { nearest: [{ id: IDS.mayor }] } })
  })

  it('answers nothing for an unknown text and refuses an empty one', async () => {
    expect((await search(store, { text: '无此物' })).edges).toEqual([])
    expect((await errorOf(search(store, { text: '' }))).code).toBe('BAD_INPUT')
  })
})

describe('stats', () => {
  it('counts what is there', async () => {
    const all = await stats(store)
    expect(all).toMatchObject({ articles: 8, entities: 41, firstDate: '2032-05-10', lastDate: '2033-01-05' })
    expect(all.entitiesByKind.reduce((sum, { count }) => sum + count, 0)).toBe(41)
    expect(all.factsByType.reduce((sum, { count }) => sum + count, 0)).toBe(all.facts)
  })

  it('says zero for an empty graph and has no question to suggest', async () => {
    const empty = await openWith([])
    expect(await stats(empty.store)).toMatchObject({ articles: 0, entities: 0, facts: 0, evidence: 0, firstDate: '', entitiesByKind: [] })
    expect(await exampleQuestions(empty.store)).toEqual([])
    await empty.close()
  })

  it('suggests questions that have answers', async () => {
    const questions = await exampleQuestions(store)
    expect(new Set(questions.map(({ field }) => field))).toEqual(new Set(['firmsLinkedTo', 'connection', 'entity']))
    for (const { zh, names } of questions) for (const name of names) expect(zh).toContain(name)
  })
})
