import { connection } from '../../src/answers/connection.js'
import { factKey, factsPage } from '../../src/answers/facts-page.js'
import { firmsLinkedTo } from '../../src/answers/firms-linked-to.js'
import { listArticles, listEntities, search, type CountedPage } from '../../src/answers/lists.js'
import { evidenceOfFacts, factsOfEntities, mentionsOfArticles } from '../../src/answers/lookups.js'
import { exampleQuestions, stats } from '../../src/answers/stats.js'
import { pageOf } from '../../src/answers/paging.js'
import type { FactRecord } from '../../src/core/records.js'
import type { GraphStore } from '../../src/store/port.js'
import { storesUnderTest, type StoreUnderTest } from '../stores.js'
import { ANSWER_GRAPH, IDS, openWith } from './answer-graph.js'

/** What each question is and what it answers, as plain data. */
const QUESTIONS: readonly (readonly [string, (store: GraphStore) => Promise<unknown>])[] = [
  ['firms linked to a zone', (store) => firmsLinkedTo(store, { initiative: '鹭江湾' })],
  ['firms linked to a programme, second page', async (store) => {
    const { page } = await firmsLinkedTo(store, { initiative: '海风计划', first: 10 })
    return firmsLinkedTo(store, { initiative: '海风计划', first: 10, after: page.edges.at(-1)?.cursor })
  }],
  ['firms linked as known by a day', (store) => firmsLinkedTo(store, { initiative: IDS.giant, asOf: '2032-06-30' })],
  ['a connection', (store) => connection(store, { from: '曜灯电子', to: '鹭江湾' })],
  ['a connection over four hops', (store) => connection(store, { from: IDS.silk, to: IDS.salt })],
  ['no connection', (store) => connection(store, { from: IDS.namesakeA, to: IDS.lamps })],
  ['a search', (store) => search(store, { text: '澜洲' })],
  ['a search by sound', (store) => search(store, { text: 'xizhou', first: 100 })],
  ['a search by initials', (store) => search(store, { text: 'lz' })],
  ['articles, latest first', (store) => listArticles(store, { first: 100 }).then(({ edges }) => edges)],
  ['entities, most named first', (store) => listEntities(store, { first: 100 }).then(({ edges }) => edges)],
  ['facts with evidence', async (store) => {
    const facts = await factsOfEntities(store, [IDS.mayor, IDS.lamps])
    const ids = [...facts.values()].flat().map(({ id }) => id)
    return [[...facts], [...await evidenceOfFacts(store, ids, 5)].sort(([a], [b]) => (a < b ? -1 : 1))]
  }],
  ['mentions', async (store) => [...await mentionsOfArticles(store, ['tour', 'stated'])]],
  ['stats', (store) => stats(store)],
  ['questions to try', (store) => exampleQuestions(store)],
]

const running = await storesUnderTest()
const answers = new Map<string, unknown>()
beforeAll(async () => {
  const { store, close } = await openWith(ANSWER_GRAPH)
  for (const [name, ask] of QUESTIONS) answers.set(name, await ask(store))
  await close()
})

describe.each(running)('on $name', (kind: StoreUnderTest) => {
  let store: GraphStore
  beforeAll(async () => {
    store = await (await kind.fresh()).open()
    // One by one, and last first: neither batches nor order may show.
    for (const article of [...ANSWER_GRAPH].reverse()) await store.write([article])
  })
  afterAll(() => store.close())

  it('cuts the facts of an entity into pages that are, one after another, all of them', async () => {
    for (const id of [IDS.mayor, IDS.lamps, IDS.giant, 'c_0000000000000000']) {
      const whole = pageOf((await factsOfEntities(store, [id])).get(id) ?? [], factKey, { first: 100 })
      const found: CountedPage<FactRecord>[] = []
      for (let after: string | undefined; found.length < 100;) {
        const page = await factsPage(store, id, {}, { first: 2, after })
        found.push(page)
        after = page.edges.at(-1)?.cursor
        if (!page.hasNextPage) break
      }
      expect(found.flatMap(({ edges }) => edges)).toEqual(whole.edges)
      expect(await found[0]?.totalCount()).toBe(whole.totalCount)
      expect(found.map(({ hasPreviousPage }) => hasPreviousPage)).toEqual(found.map((_, index) => index > 0))
    }
  })

  it.each(QUESTIONS)('answers the same: %s', async (name, ask) => {
    expect(await ask(store)).toEqual(answers.get(name))
  })
})
