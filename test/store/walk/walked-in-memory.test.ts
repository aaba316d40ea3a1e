import { connection } from '../../../src/answers/connection.js'
import { firmsLinkedTo } from '../../../src/answers/firms-linked-to.js'
import { groupRelations } from '../../../src/answers/group-relations.js'
import { around } from '../../../src/store/around.js'
import type { GraphStore, StoreParams } from '../../../src/store/port.js'
import { loadCatalog } from '../../../src/store/query-catalog.js'
import { formsOf, wholeForm } from '../../../src/store/search-text.js'
import { walkedInMemory, type WalkedStore, type WalkOptions } from '../../../src/store/walk/walked-in-memory.js'
import { PlannedArticles } from '../../bench/graph/articles.js'
import { planGraph } from '../../bench/graph/plan.js'
import { buildArticle } from '../../fixtures/builders.js'
import { storesUnderTest } from '../../stores.js'

/** Answers from memory are those of the store, and never those of an earlier state of it. */

const articles = new PlannedArticles(planGraph(400, 5))
const graphs = Array.from({ length: articles.count }, (_, index) => articles.graph(index))
const ids = (kind: string): readonly string[] => [...new Set(graphs.flatMap(({ entities }) => entities.filter((entity) => entity.kind === kind).map(({ id }) => id)))]
const [companies, initiatives] = [ids('COMPANY'), ids('INITIATIVE')]
const [[company = ''], [initiative = '']] = [companies, initiatives]
const everybody = [...companies, ...ids('REGION'), ...ids('PERSON'), 'c_0000000000000000']
const names = [...new Set(graphs.flatMap(({ entities }) => entities.flatMap(({ name, aliases }) => formsOf(name, aliases))))]
const facts = [...new Set(graphs.flatMap(({ evidence }) => evidence.map(({ factId }) => factId)))]
/** Its name is written otherwise than it is searched. */
const MARKED = buildArticle({ id: 'marked', text: '云澜市启动“《智造ＡＢ》计划”。', entities: [{ kind: 'INITIATIVE', name: '《智造ＡＢ》计划' }] })
const stores = await storesUnderTest()

describe.each(stores)('walking in memory on $name', ({ fresh }) => {
  let store: GraphStore
  /** Opened apart, as another process would. */
  let elsewhere: (() => Promise<GraphStore>) | undefined
  let walked: WalkedStore
  /** Names of the calls that reached the store. */
  let calls: string[] = []

  const wrapped = (options: WalkOptions = {}): WalkedStore => walkedInMemory({
    ...around(store, (call, work) => {
      calls.push(call)
      return work()
    }), walkable: () => Promise.resolve(undefined),
  }, loadCatalog(), { patience: 1, ...options })

  beforeAll(async () => {
    const place = await fresh()
    store = await place.open()
    if (store.traits.sharedWriters) elsewhere = place.open
    await store.write([...graphs, MARKED])
  }, 120_000)
  beforeEach(() => {
    walked = wrapped()
  })
  afterAll(() => store.close())

  /** The same questions of one who has the facts in memory and of one who has not. */
  async function sameWalks(): Promise<void> {
    const plain = wrapped({ most: 0 }).store
    const [inMemory, at] = [walked.store, { asOf: '2023-06-30' }]
    for (const ask of [
      (on: GraphStore) => firmsLinkedTo(on, { initiative, first: 5 }),
      (on: GraphStore) => firmsLinkedTo(on, { initiative, first: 100 }),
      (on: GraphStore) => firmsLinkedTo(on, { initiative, ...at }),
      (on: GraphStore) => groupRelations(on, { names: companies.slice(0, 6) }),
      (on: GraphStore) => connection(on, { from: company, to: initiative, ...at }),
      ...companies.slice(1, 9).map((to) => (on: GraphStore) => connection(on, { from: company, to, first: 20 }, { maxFactsPerHop: 60 })),
    ]) expect(await ask(inMemory)).toEqual(await ask(plain))
  }

  it('finds the paths that the store finds, and asks it for none of their steps', async () => {
    expect(await walked.ready()).toBe(true)
    await sameWalks()
    calls = []
    await connection(walked.store, { from: company, to: initiative })
    for (const call of ['neighbours', 'articles-of-facts', 'degrees-of-entities', 'facts-by-ids']) expect(calls).not.toContain(call)
  })

  it('asks the store until the facts are in memory', async () => {
    walked = wrapped({ patience: 2 })
    expect(await walked.store.walkable()).toBeUndefined()
    await connection(walked.store, { from: company, to: initiative })
    expect(calls).toContain('neighbours')
    expect(await walked.ready()).toBe(true)
    expect(await walked.store.walkable()).toBeDefined()
  })

  it('forgets the facts when something is written', async () => {
    expect(await walked.ready()).toBe(true)
    const gone = graphs.slice(0, 40)
    await walked.store.removeArticles(gone.map(({ article }) => article.id))
    expect(await walked.store.walkable()).toBeUndefined()
    expect(await walked.ready()).toBe(true)
    await sameWalks()
    await walked.store.write(gone)
    expect(await walked.store.walkable()).toBeUndefined()
    expect(await walked.ready()).toBe(true)
    await sameWalks()
  }, 60_000)

  it('sees what another process has written, where one can', async () => {
    const other = await elsewhere?.()
    if (other === undefined) return
    expect(await walked.ready()).toBe(true)
    expect(await walked.store.walkable()).toBeDefined()
    const [one] = graphs
    await other.removeArticles([one?.article.id ?? ''])
    expect(await walked.store.walkable()).toBeUndefined()
    await sameWalks()
    expect(await walked.ready()).toBe(true)
    await sameWalks()
    if (one !== undefined) await other.write([one])
    await other.close()
  }, 60_000)

  it('asks the store while something is written, and drops facts that were read meanwhile', async () => {
    const loading = walked.ready()
    const writing = walked.store.removeArticles([])
    expect(await walked.ready()).toBe(false)
    await writing
    expect(await loading).toBe(false)
    expect(await walked.store.walkable()).toBeUndefined()
  })

  it('waits longer after facts that were read and hardly used', async () => {
    walked = wrapped({ patience: 2 })
    expect(await walked.ready()).toBe(true)
    await walked.store.removeArticles([])
    for (let walk = 1; walk < 4; walk++) expect(await walked.store.walkable()).toBeUndefined()
    calls = []
    await walked.store.walkable()
    expect(await walked.ready()).toBe(true)
    expect(calls).toContain('walk-facts')
  })

  it('follows what readers decide: a rejected fact is no step any more', async () => {
    const [row] = await walked.store.read('neighbours', { ids: companies, limit: 1 })
    const factId = String(row?.['factId'])
    expect(await walked.ready()).toBe(true)
    expect((await walked.store.walkable())?.fact(factId)).toBeDefined()
    await walked.store.record([{ at: '2031-07-01T00:00:00Z', actor: '甲', role: 'reviewer', kind: 'VERDICT', targets: [factId], decision: 'REJECTED', reason: '误读' }])
    expect(await walked.ready()).toBe(true)
    expect((await walked.store.walkable())?.fact(factId)).toBeUndefined()
    await sameWalks()
  })

  it('reads nothing into memory that is too large for it', async () => {
    walked = wrapped({ most: 50 })
    expect(await walked.ready()).toBe(false)
    expect(await walked.store.walkable()).toBeUndefined()
  })

  describe('counts', () => {
    const counting = { id: initiative, kinds: ['COMPANY'] }
    const ask = (on: GraphStore): Promise<readonly unknown[]> => Promise.all([on.read('co-mention-counts', counting), on.read('co-mention-counts', { ...counting, kinds: [] }), on.read('counts')])

    it('are asked of the store once while it does not change', async () => {
      await walked.ready()
      const first = await ask(walked.store)
      // They are kept when the store has said that it is still in the same state.
      for (let time = 0; calls.length > 0 && time < 50; time++) {
        calls = []
        expect(await ask(walked.store)).toEqual(first)
      }
      expect(calls).toEqual([])
      expect(first).toEqual(await ask(store))
      expect(first[0]).not.toEqual(first[1])
    })

    it('are asked again after a write, of whichever process', async () => {
      await walked.ready()
      await ask(walked.store)
      const [one] = graphs.filter(({ entities }) => entities.some(({ id }) => id === initiative))
      const writer = await elsewhere?.()
      await (writer ?? walked.store).removeArticles([one?.article.id ?? ''])
      const after = await ask(walked.store)
      expect(after).toEqual(await ask(store))
      if (one !== undefined) await walked.store.write([one])
      expect(await ask(walked.store)).not.toEqual(after)
      await writer?.close()
    }, 60_000)

    it('are not kept when something was written while they were read', async () => {
      await walked.ready()
      const asked = ask(walked.store)
      await Promise.all([asked, walked.store.removeArticles([])])
      await walked.ready()
      calls = []
      await ask(walked.store)
      expect(calls).toContain('counts')
    })
  })

  describe('questions about a few', () => {
    const questions: readonly (readonly [says: string, query: string, params: StoreParams])[] = [
      ['entities', 'entity-by-ids', { ids: everybody }],
      ['who is called so', 'entities-by-forms', { forms: [...names.slice(0, 40), '无此名'].map(wholeForm) }],
      ['who is called so, cut', 'entities-by-forms', { forms: names.map(wholeForm), limit: 7 }],
      ['what is no whole form', 'entities-by-forms', { forms: [names[0] ?? ''] }],
      ['who is named in a text', 'entities-named-in', { text: `据悉，${names.slice(3, 30).join('与')}今日到访。` }],
      ['who is named in a text, cut', 'entities-named-in', { text: names.slice(0, 60).join(''), limit: 5 }],
      ['who is named with marks and letters of another width', 'entities-named-in', { text: '甲“智造ＡＢ”计划与乙智造AB计划，丙智造ab计划' }],
      ['whom a very long text names', 'entities-named-in', { text: `${'今日多云。'.repeat(500)}${names[2] ?? ''}` }],
      ['facts', 'facts-by-ids', { ids: facts.slice(5, 60) }],
      ['facts that are not there', 'facts-by-ids', { ids: [...facts.slice(0, 3), 'f_0000000000000000'] }],
      ['facts of entities', 'facts-of-entities', { ids: everybody }],
      ['facts of one page', 'facts-of-entities', { ids: companies, skip: 5, limit: 9, types: ['PARTICIPATES_IN', 'VISITED'] }],
      ['facts by a day', 'facts-of-entities', { ids: companies, asOf: '2023-06-30', strengths: ['STATED'], modalities: ['ASSERTED', 'PLANNED'] }],
      ['the first page of facts', 'facts-page-of-entity', { id: company, limit: 4 }],
      ['a later page of facts', 'facts-page-of-entity', { id: company, afterCount: 3, afterType: 'INVESTS_IN', afterId: 'f_8', limit: 50 }],
      ['facts where it is the object', 'facts-page-of-entity', { id: company, side: 'OBJECT', symmetric: ['COLLABORATES_WITH'], types: ['VISITED', 'COLLABORATES_WITH'] }],
      ['how many facts', 'count-facts-of-entity', { id: company }],
      ['how many stated facts where it is the subject', 'count-facts-of-entity', { id: company, side: 'SUBJECT', strengths: ['STATED'], modalities: ['ASSERTED'] }],
      ['how busy', 'degrees-of-entities', { ids: everybody }],
    ]

    it.each(questions)('tells %s as the store does', async (_says, query, params) => {
      await walked.ready()
      expect(await walked.store.read(query, params)).toEqual(await store.read(query, params))
    })

    it('knows a name under the marks and widths in which it is written', async () => {
      await walked.ready()
      const named = async (text: string): Promise<readonly unknown[]> => (await walked.store.read('entities-named-in', { text })).map(({ name }) => name)
      expect(await named('智造ＡＢ计划启动')).toEqual(['《智造ＡＢ》计划'])
      expect(await named('智造AB计划启动')).toEqual([])
    })

    it('comes from memory where this process alone writes', async () => {
      await walked.ready()
      calls = []
      await walked.store.read('degrees-of-entities', { ids: everybody })
      expect(calls).toEqual(store.traits.sharedWriters ? ['degrees-of-entities'] : [])
    })

    it('tells who is named from memory on any store, until somebody writes', async () => {
      await walked.ready()
      const named = async (): Promise<readonly unknown[]> => {
        calls = []
        const rows = await walked.store.read('entities-named-in', { text: '柳川市的双桨计划' })
        return [rows.map(({ name }) => name), calls.includes('entities-named-in') ? 'store' : 'memory']
      }
      expect(await named()).toEqual([[], 'memory'])
      const writer = await elsewhere?.()
      await (writer ?? walked.store).write([buildArticle({ id: 'oars', text: '柳川市的双桨计划。', entities: [{ kind: 'INITIATIVE', name: '双桨计划' }] })])
      expect(await named()).toEqual([['双桨计划'], 'store'])
      await writer?.close()
    })

    it('refuses parameters that the query does not have', async () => {
      await walked.ready()
      await expect(walked.store.read('degrees-of-entities', { ids: companies, depth: 2 })).rejects.toMatchObject({ code: 'BAD_QUERY' })
    })
  })
})
