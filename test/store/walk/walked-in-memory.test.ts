import { around } from '../../../src/store/around.js'
import type { GraphStore, StoreParams } from '../../../src/store/port.js'
import { loadCatalog } from '../../../src/store/query-catalog.js'
import { walkedInMemory, type WalkedStore } from '../../../src/store/walk/walked-in-memory.js'
import { PlannedArticles } from '../../bench/graph/articles.js'
import { planGraph } from '../../bench/graph/plan.js'
import { testFolder } from '../../fixtures/test-folder.js'
import { openStore } from '../../../src/store/open-store.js'

/** Answers from memory are those of the store, and never those of an earlier state of it. */

const articles = new PlannedArticles(planGraph(400, 5))
const graphs = Array.from({ length: articles.count }, (_, index) => articles.graph(index))
const ids = (kind: string): readonly string[] => [...new Set(graphs.flatMap(({ entities }) => entities.filter((entity) => entity.kind === kind).map(({ id }) => id)))]

describe('walking in memory', () => {
  let store: GraphStore
  let walked: WalkedStore
  /** Names of the calls that reached the store. */
  let calls: string[] = []

  const wrapped = (options = {}): WalkedStore => walkedInMemory(around(store, (call, work) => {
    calls.push(call)
    return work()
  }), loadCatalog(), { patience: 1, ...options })

  async function same(query: string, params: StoreParams): Promise<void> {
    calls = []
    const [told, stored] = [await walked.store.read(query, params), await store.read(query, params)]
    expect(told).toEqual(stored)
  }

  beforeAll(async () => {
    store = await openStore({ kind: 'embedded', folder: testFolder('walk') })
    await store.applySchema()
    await store.write(graphs)
  })
  beforeEach(() => {
    walked = wrapped()
  })
  afterAll(() => store.close())

  const companies = ids('COMPANY')
  const everybody = [...companies, ...ids('REGION'), ...ids('PERSON'), 'c_0000000000000000']
  const facts = [...new Set(graphs.flatMap(({ evidence }) => evidence.map(({ factId }) => factId)))]
  const questions: readonly (readonly [says: string, query: string, params: StoreParams])[] = [
    ['all neighbours', 'neighbours', { ids: everybody }],
    ['neighbours cut', 'neighbours', { ids: everybody, limit: 17 }],
    ['neighbours but regions', 'neighbours', { ids: companies, excludeKinds: ['REGION', 'PERSON'] }],
    ['neighbours of some types', 'neighbours', { ids: companies, types: ['LOCATED_IN', 'INVESTS_IN'], strengths: ['STATED'], modalities: ['ASSERTED', 'PLANNED'] }],
    ['neighbours by a day', 'neighbours', { ids: everybody, asOf: '2023-06-30' }],
    ['facts', 'facts-of-entities', { ids: everybody }],
    ['facts of one page', 'facts-of-entities', { ids: companies, skip: 5, limit: 9, types: ['PARTICIPATES_IN', 'VISITED'] }],
    ['the first page of facts', 'facts-page-of-entity', { id: companies[0] ?? '', limit: 4 }],
    ['a later page of facts', 'facts-page-of-entity', { id: companies[0] ?? '', afterCount: 3, afterType: 'INVESTS_IN', afterId: 'f_8', limit: 50 }],
    ['facts where it is the object', 'facts-page-of-entity', { id: companies[0] ?? '', side: 'OBJECT', symmetric: ['COLLABORATES_WITH'], types: ['VISITED', 'COLLABORATES_WITH'] }],
    ['how many facts', 'count-facts-of-entity', { id: companies[0] ?? '' }],
    ['how many stated facts where it is the subject', 'count-facts-of-entity', { id: companies[0] ?? '', side: 'SUBJECT', strengths: ['STATED'], modalities: ['ASSERTED'] }],
    ['how busy', 'degrees-of-entities', { ids: everybody }],
    ['articles', 'articles-of-facts', { ids: facts }],
    ['articles of facts that are not there', 'articles-of-facts', { ids: [...facts.slice(0, 3), 'f_0000000000000000'] }],
  ]

  it.each(questions)('tells %s as the store does', async (_says, query, params) => {
    await walked.ready()
    await same(query, params)
  })

  it('asks the store until the facts are in memory, and not after', async () => {
    await same('neighbours', { ids: companies })
    expect(calls).toContain('neighbours')
    expect(await walked.ready()).toBe(true)
    await same('neighbours', { ids: companies })
    await same('facts-of-entities', { ids: companies })
    expect(calls).toEqual([])
  })

  it('refuses parameters that the query does not have', async () => {
    await walked.ready()
    await expect(walked.store.read('neighbours', { ids: companies, depth: 2 })).rejects.toMatchObject({ code: 'BAD_QUERY' })
  })

  it('forgets the facts when something is written', async () => {
    expect(await walked.ready()).toBe(true)
    const gone = graphs.slice(0, 40)
    await walked.store.removeArticles(gone.map(({ article }) => article.id))
    await same('neighbours', { ids: everybody })
    expect(await walked.ready()).toBe(true)
    for (const [, query, params] of questions) await same(query, params)
    await walked.store.write(gone)
    expect(await walked.ready()).toBe(true)
    for (const [, query, params] of questions) await same(query, params)
  })

  it('asks the store while something is written, and drops facts that were read meanwhile', async () => {
    const loading = walked.ready()
    const writing = walked.store.removeArticles([])
    expect(await walked.ready()).toBe(false)
    await writing
    expect(await loading).toBe(false)
    await same('neighbours', { ids: companies })
    expect(calls).toContain('neighbours')
  })

  it('follows what readers decide: a rejected fact is no step any more', async () => {
    const [row] = await walked.store.read('neighbours', { ids: companies, limit: 1 })
    expect(await walked.ready()).toBe(true)
    await walked.store.record([{ at: '2031-07-01T00:00:00Z', actor: '甲', role: 'reviewer', kind: 'VERDICT', targets: [String(row?.['factId'])], decision: 'REJECTED', reason: '误读' }])
    expect(await walked.ready()).toBe(true)
    await same('neighbours', { ids: companies })
    expect((await walked.store.read('neighbours', { ids: companies })).map((step) => step['factId'])).not.toContain(row?.['factId'])
  })

  it('reads nothing into memory that is too large for it', async () => {
    walked = wrapped({ most: 50 })
    expect(await walked.ready()).toBe(false)
    await same('neighbours', { ids: companies })
    expect(calls).toEqual(['neighbours'])
  })
})
