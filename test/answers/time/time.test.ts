import { headsOf, postsOfEntities, type Post } from '../../../src/answers/time/posts.js'
import { isHeadTitle, tellsBeginning } from '../../../src/answers/time/head-titles.js'
import { timeline } from '../../../src/answers/time/timeline.js'
import { trends, type TrendsArgs } from '../../../src/answers/time/trends.js'
import type { GraphStore } from '../../../src/store/port.js'
import { buildArticle } from '../../fixtures/builders.js'
import { errorOf, openWith } from '../answer-graph.js'
import { CLAIM_GRAPH, CLAIM_IDS as IDS } from '../claims/claim-graph.js'

/** A school whose head changed without a word that the first one left. */
const head = (id: string, date: string, name: string): ReturnType<typeof buildArticle> => buildArticle({
  id, date, text: `汐州中学校长${name}讲话。`, entities: [{ kind: 'PERSON', name, subkind: 'official' }, { kind: 'ORGANIZATION', name: '汐州中学', subkind: 'academic' }],
  facts: [{ type: 'HOLDS_POSITION', subject: name, object: '汐州中学', title: '校长', quote: `汐州中学校长${name}` }],
})

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith([...CLAIM_GRAPH, head('school1', '2032-02-01', '柏予安'), head('school2', '2032-09-01', '邵百川')])
  store = opened.store
})
afterAll(() => opened.close())

const brief = ({ personId, title, state, since, until, lastSeen }: Post): readonly string[] => [personId, title, state, since, until, lastSeen]

describe('posts over time', () => {
  it('tells who held a post, who took it up and when it ended', async () => {
    const { byEntity } = await postsOfEntities(store, [IDS.city])
    expect(byEntity.get(IDS.city)?.map(brief)).toEqual([
      [IDS.successor, '市长', 'HELD', '2033-01-05', '', '2033-01-05'],
      [IDS.mayor, '市长', 'ENDED', '', '2033-01-05', '2032-05-11'],
    ])
  })

  it('tells a former post as former, without its mark', async () => {
    const { byEntity } = await postsOfEntities(store, [IDS.successor])
    expect(byEntity.get(IDS.successor)?.map(({ bodyId, title, state }) => [bodyId, title, state])).toEqual([[IDS.city, '市长', 'HELD'], [IDS.college, '副校长', 'FORMER']])
  })

  it.each<[string, string, readonly string[]]>([
    ['澜洲市', '2032-12-31', ['闻人澈']], ['澜洲市', '2033-12-31', ['苏见山']], ['澜洲市', '2032-01-01', []],
    ['汐州中学', '2032-03-01', ['柏予安']], ['汐州中学', '2032-12-31', ['邵百川']],
  ])('tells who headed %s as known by %s', async (organization, asOf, names) => {
    const { heads } = await headsOf(store, { organization, asOf })
    const rows = heads.length === 0 ? [] : await store.read('entity-by-ids', { ids: heads.map(({ personId }) => personId) })
    expect(rows.map((row) => row['name'])).toEqual(names)
  })

  it('takes a head for succeeded when another is told in the post later', async () => {
    const { byEntity } = await postsOfEntities(store, [(await headsOf(store, { organization: '汐州中学' })).organization.id])
    expect([...byEntity.values()].flat().map(({ state, until }) => [state, until])).toEqual([['HELD', ''], ['SUCCEEDED', '2032-09-01']])
  })

  it.each<[string, boolean]>([['市长', true], ['党委书记', true], ['董事长', true], ['副市长', false], ['市长助理', false], ['原局长', false], ['办公室主任', false], ['研究员', false], ['常务副主任', false]])(
    'takes %s for a head: %s', (title, expected) => {
      expect(isHeadTitle(title)).toBe(expected)
    })

  it.each<[string, string, boolean]>([['当选', '甲当选会长', true], ['为', '会议任命甲为局长', true], ['为', '甲为公司总经理', false], ['局长', '局长甲', false]])(
    'takes %s in %s for a beginning: %s', (cue, quote, expected) => {
      expect(tellsBeginning(cue, quote)).toBe(expected)
    })
})

describe('timeline', () => {
  it('gives events by their day, the same told twice once, and articles', async () => {
    const { page } = await timeline(store, { entity: '闻人澈', to: '2032-05-31' })
    expect(page.edges.map(({ node }) => [node.day, node.kind, node.dated, node.articleIds])).toEqual([
      ['2032-05-09', 'FACT', true, ['reprint', 'tour']],
      ['2032-05-10', 'FACT', false, ['tour']],
      ['2032-05-10', 'POST_HELD', false, ['tour']],
      ['2032-05-10', 'ARTICLE', false, ['tour']],
      ['2032-05-11', 'FACT', false, ['reprint']],
      ['2032-05-11', 'POST_HELD', false, ['reprint']],
      ['2032-05-11', 'ARTICLE', false, ['reprint']],
    ])
  })

  it('tells posts begun, ended and former apart', async () => {
    const kinds = async (entity: string): Promise<readonly string[]> =>
      (await timeline(store, { entity, types: ['HOLDS_POSITION'], from: '2033-01-01' })).page.edges.map(({ node }) => node.kind)
    expect(await kinds('苏见山')).toEqual(['POST_BEGAN', 'POST_FORMER'])
    expect(await kinds('闻人澈')).toEqual(['POST_ENDED'])
  })

  it('pages, and leaves out what was not known by the day', async () => {
    const whole = await timeline(store, { entity: '曜灯电子', first: 100 })
    const first = await timeline(store, { entity: '曜灯电子', first: 2 })
    const second = await timeline(store, { entity: '曜灯电子', first: 2, after: first.page.edges[1]?.cursor })
    expect([...first.page.edges, ...second.page.edges].map(({ node }) => node)).toEqual(whole.page.edges.slice(0, 4).map(({ node }) => node))
    expect(first.page.totalCount).toBe(whole.page.totalCount)
    const known = await timeline(store, { entity: '曜灯电子', asOf: '2032-05-10' })
    expect(known.page.edges.map(({ node }) => node.articleIds)).toEqual([['tour'], ['tour']])
  })

  it('puts events without a day last', async () => {
    const { page } = await timeline(store, { entity: IDS.namesakeA })
    expect(page.edges.map(({ node }) => [node.day, node.kind])).toEqual([['', 'ARTICLE']])
  })
})

describe('trends', () => {
  it('counts by month with the months in between', async () => {
    const { points, undated } = await trends(store, { initiative: '千灯行动' })
    expect(points).toEqual([
      { period: '2032-07', facts: 1, evidence: 1, articles: 1 }, { period: '2032-08', facts: 0, evidence: 0, articles: 0 }, { period: '2032-09', facts: 2, evidence: 3, articles: 3 },
    ])
    expect(undated).toEqual({ facts: 0, evidence: 0, articles: 0 })
  })

  it('counts by year, within the days asked for', async () => {
    expect((await trends(store, { entity: '澜洲市', by: 'YEAR' })).points).toEqual([{ period: '2032', facts: 1, evidence: 2, articles: 2 }, { period: '2033', facts: 2, evidence: 2, articles: 1 }])
    expect((await trends(store, { entity: '澜洲市', by: 'YEAR', from: '2033-01-01' })).points.map(({ period }) => period)).toEqual(['2033'])
  })

  it('tells what has no day apart', async () => {
    expect(await trends(store, { entity: IDS.namesakeB })).toMatchObject({ points: [], undated: { articles: 1 }, truncated: false })
  })

  it.each<[string, TrendsArgs, string]>([
    ['no name', {}, 'BAD_INPUT'], ['two names', { initiative: '千灯行动', entity: '千灯行动' }, 'BAD_INPUT'], ['a firm as an initiative', { initiative: IDS.lamps }, 'BAD_INPUT'],
    ['an unknown name', { entity: '无此事' }, 'NOT_FOUND'], ['a bad date', { entity: '千灯行动', from: '2032-13-01' }, 'BAD_INPUT'],
  ])('refuses %s', async (_, args, code) => {
    expect((await errorOf(trends(store, args))).code).toBe(code)
  })
})
