import type { NewAct } from '../../src/core/acts.js'
import { factId } from '../../src/core/ids.js'
import type { GraphStore, StoreRow } from '../../src/store/port.js'
import { buildArticle } from '../fixtures/builders.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import type { StoreUnderTest } from '../stores.js'
import { dump, using } from './dump.js'
import { exported } from './identity-contract.js'

const { official, chips, pumps, zone, award, bureau, mayor, city } = SMALL
const VISIT = factId('VISITED', official, chips, '')
const VISIT2 = factId('VISITED', official, pumps, '')
const JOINED = factId('VISITED', official, chips, '')
const LIST = factId('PROMOTES', bureau, award, '')

const act = (given: Partial<NewAct> & Pick<NewAct, 'kind' | 'targets' | 'decision'>): NewAct =>
  ({ at: '2031-10-01T09:00:00Z', actor: '沈校对', role: 'reviewer', reason: '核对过原文', ...given })
const verdict = (fact: string, decision: NewAct['decision'], actor = '沈校对', role: NewAct['role'] = 'reviewer'): NewAct => act({ kind: 'VERDICT', targets: [fact], decision, actor, role })
const judge = (a: string, b: string, decision: NewAct['decision']): NewAct => act({ kind: 'JUDGE', targets: [a, b], decision })
const article = (id: string, decision: NewAct['decision']): NewAct => act({ kind: 'ARTICLE', targets: [id], decision, reason: '来源更正' })

const factNow = async (store: GraphStore, id: string): Promise<StoreRow> =>
  ({ ...(await store.read('facts-by-ids', { ids: [id] }))[0], ...(await store.read('fact-states', { ids: [id] }))[0] })
const logged = async (store: GraphStore): Promise<readonly StoreRow[]> => store.read('all-acts')

/** What people decide, and what follows from it. */
export function actsContract({ name, fresh }: StoreUnderTest): void {
  describe(`${name}: acts`, () => {
    it('numbers acts without gaps and gives them back as they were recorded', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        const first = await store.record([verdict(VISIT, 'CONFIRMED'), act({ kind: 'PROPOSAL', targets: ['a5'], decision: 'OPENED', detail: '{"missed":"云泽湾"}' })])
        const second = await store.record([judge(chips, pumps, 'DIFFERENT')])
        expect([...first, ...second].map(({ seq }) => seq)).toEqual([1, 2, 3])
        expect(await logged(store)).toEqual([...first, ...second])
        expect(await store.record([])).toEqual([])
      })
      await using(place.open, async (store) => {
        expect(await logged(store)).toHaveLength(3)
      })
    })

    it.each([
      [[['CONFIRMED']], 'CONFIRMED', ''],
      [[['CONFIRMED'], ['CONFIRMED', '温复核']], 'CONFIRMED', '温复核'],
      [[['CONFIRMED'], ['REJECTED', '温复核']], 'CONTESTED', ''],
      [[['CONFIRMED'], ['REJECTED', '温复核'], ['REJECTED', '顾主编', 'editor']], 'REJECTED', '温复核'],
      [[['REJECTED'], ['CONFIRMED']], 'CONFIRMED', ''],
      [[['NEEDS_SOURCE'], ['WITHDRAWN']], '', ''],
    ] as const)('folds verdicts %j to %s', async (given, expected, secondReader) => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        for (const [decision, actor, role] of given) await store.record([verdict(VISIT, decision, actor, role)])
        expect(await factNow(store, VISIT)).toMatchObject({ verdict: expected, secondReader, version: given.length })
      })
    })

    it('takes a rejected fact out of every answer, shows it when asked, and brings it back as it was', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        const before = await exported(store)
        await store.record([verdict(VISIT, 'REJECTED')])
        expect((await store.read('facts-of-entities', { ids: [official], types: ['VISITED'] })).map((row) => row['id'])).toEqual([VISIT2])
        expect((await store.read('all-edges')).filter((row) => row['factId'] === VISIT)).toEqual([])
        expect((await store.read('all-facts')).filter((row) => row['id'] === VISIT)).toEqual([])
        expect(await factNow(store, VISIT)).toMatchObject({ verdict: 'REJECTED', open: true, evidenceCount: 2 })
        expect((await store.read('counts'))[0]).toMatchObject({ facts: 11 })
        expect(await store.read('rejected-facts-of-entities', { ids: [official] })).toMatchObject([{ id: VISIT }])
        await store.record([verdict(VISIT, 'WITHDRAWN')])
        expect(await exported(store)).toBe(before)
      })
    })

    it('keeps a verdict through re-ingest, another reading, loss and return of the evidence', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        await store.record([verdict(LIST, 'REJECTED')])
        const before = await dump(store)
        await store.write(SMALL_GRAPH)
        await store.write(SMALL_GRAPH.map((graph) => ({ ...graph, article: { ...graph.article, pipeline: 'test/2' } })))
        expect(await factNow(store, LIST)).toMatchObject({ verdict: 'REJECTED' })
        await store.removeArticles(['a3'])
        expect(await factNow(store, LIST)).toMatchObject({ verdict: 'REJECTED', open: false })
        await store.write(SMALL_GRAPH)
        expect(await factNow(store, LIST)).toMatchObject({ verdict: 'REJECTED', open: true })
        await store.write(SMALL_GRAPH.map((graph) => ({ ...graph, article: { ...graph.article, pipeline: 'test/1' } })))
        expect((await dump(store)).edges).toEqual(before.edges)
      })
    })

    it('keeps a verdict through a merge and its undoing; a fact is rejected only when all its base facts are', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        const clean = await exported(store)
        await store.record([verdict(VISIT2, 'REJECTED')])
        const rejected = await exported(store)
        await store.applyIdentity(new Map([[pumps, chips]]))
        expect(await factNow(store, JOINED)).toMatchObject({ verdict: '', version: 1, evidenceCount: 4 })
        await store.record([{ ...verdict(JOINED, 'REJECTED', '温复核'), expectedVersion: 1 }])
        expect(await factNow(store, JOINED)).toMatchObject({ verdict: 'REJECTED' })
        await store.applyIdentity(new Map())
        expect(await factNow(store, VISIT)).toMatchObject({ verdict: 'REJECTED', secondReader: '' })
        expect(await factNow(store, VISIT2)).toMatchObject({ verdict: 'REJECTED', secondReader: '温复核' })
        await store.record([verdict(VISIT, 'WITHDRAWN', '温复核')])
        expect(await exported(store)).not.toBe(rejected) // 温复核 still stands beside 沈校对 on the second
        await store.record([verdict(VISIT2, 'WITHDRAWN', '温复核'), verdict(VISIT2, 'WITHDRAWN')])
        expect(await exported(store)).toBe(clean)
      })
    })

    it('opens and settles a dispute', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        await store.record([act({ kind: 'DISPUTE', targets: [VISIT], decision: 'OPENED', reason: '当事人称未到访' })])
        expect(await factNow(store, VISIT)).toMatchObject({ disputed: true, open: true })
        await store.record([act({ kind: 'DISPUTE', targets: [VISIT], decision: 'SETTLED', actor: '顾主编', role: 'editor' })])
        expect(await factNow(store, VISIT)).toMatchObject({ disputed: false, version: 2 })
      })
    })
  })

  describe(`${name}: retraction`, () => {
    it('makes an article count for nothing, closes what it alone proved and says why, and brings all back', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        const before = await exported(store)
        await store.record([article('a3', 'RETRACTED')])
        expect((await store.read('articles-by-ids', { ids: ['a3'] }))[0]).toMatchObject({ retracted: true, rawText: SMALL_GRAPH[2]?.article.rawText })
        expect(await store.read('mentions-of-articles', { ids: ['a3'] })).toEqual([])
        expect(await store.read('evidence-of-articles', { ids: ['a3'] })).toEqual([])
        expect(await factNow(store, LIST)).toMatchObject({ open: false, closedWhy: 'ARTICLE_RETRACTED a3' })
        expect(await store.read('entity-by-ids', { ids: [pumps] })).toMatchObject([{ articleCount: 2 }])
        await store.record([article('a3', 'RESTORED')])
        expect(await exported(store)).toBe(before)
      })
    })

    it('keeps an article retracted when it comes again, changed or removed meanwhile', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH.slice(0, 4))
        await store.record([article('a3', 'RETRACTED')])
        await store.write(SMALL_GRAPH)
        expect(await store.read('mentions-of-articles', { ids: ['a3'] })).toEqual([])
        await store.removeArticles(['a3'])
        await store.write(SMALL_GRAPH)
        expect(await store.read('evidence-of-articles', { ids: ['a3'] })).toEqual([])
        await store.record([article('a3', 'RESTORED')])
        const restored = await dump(store)
        await using((await fresh()).open, async (other) => {
          await other.write(SMALL_GRAPH)
          expect(await dump(other)).toEqual(restored)
        })
      })
    })

    it('is undone under another map of who is who', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        const before = await exported(store)
        await store.record([article('a1', 'RETRACTED'), article('a2', 'RETRACTED')])
        await store.applyIdentity(new Map([[pumps, chips]]))
        await store.record([article('a2', 'RESTORED')])
        await store.applyIdentity(new Map())
        await store.record([article('a1', 'RESTORED')])
        expect(await exported(store)).toBe(before)
      })
    })
  })

  describe(`${name}: acts that are refused`, () => {
    const closed = buildArticle({ id: 'gone', text: '陆沉远走访汀江县。', entities: [{ kind: 'PERSON', name: '陆沉远' }, { kind: 'REGION', name: '汀江县' }], facts: [{ type: 'VISITED', subject: '陆沉远', object: '汀江县', quote: '陆沉远走访汀江县' }] })
    const CLOSED = factId('VISITED', official, SMALL.port, '')
    const long = '名'.repeat(10_000)
    let store: GraphStore
    let before: string
    let log: readonly StoreRow[]

    beforeAll(async () => {
      store = await (await fresh()).open()
      await store.write([...SMALL_GRAPH, closed])
      await store.removeArticles(['gone'])
      await store.record([verdict(VISIT, 'CONFIRMED'), judge(chips, pumps, 'SAME'), judge(chips, SMALL.ferries, 'DIFFERENT')])
      before = await exported(store)
      log = await logged(store)
    })
    afterAll(() => store.close())

    it.each([
      ['STALE_VERSION', 'somebody was faster', { ...verdict(VISIT, 'REJECTED', '温复核'), expectedVersion: 0 }],
      ['STALE_VERSION', 'a pair judged meanwhile', { ...judge(pumps, chips, 'SAME'), expectedVersion: 0 }],
      ['CLOSED_FACT', 'a verdict on a closed fact', verdict(CLOSED, 'CONFIRMED')],
      ['NOT_FOUND', 'a fact that does not exist', verdict('f_unknown', 'CONFIRMED')],
      ['NOT_FOUND', 'an entity that does not exist', judge(chips, 'c_unknown', 'SAME')],
      ['NOT_FOUND', 'an article that does not exist', article('unknown', 'RETRACTED')],
      ['BAD_INPUT', 'a name of 10,000 characters for an id', judge(chips, long, 'SAME')],
      ['BAD_INPUT', 'a name of 10,000 characters for an actor', { ...judge(chips, pumps, 'SAME'), actor: long }],
      ['BAD_INPUT', 'a reason of 10,000 characters', { ...verdict(VISIT, 'CONFIRMED'), reason: long }],
      ['BAD_INPUT', 'a merge of two kinds', judge(chips, official, 'SAME')],
      ['BAD_INPUT', 'an entity and itself', judge(chips, chips, 'SAME')],
      ['BAD_INPUT', 'a judgement without a reason', { ...judge(chips, pumps, 'SAME'), reason: ' ' }],
      ['BAD_INPUT', 'a decision of another kind', verdict(VISIT, 'SAME')],
      ['BAD_INPUT', 'nothing to take back', verdict(VISIT2, 'WITHDRAWN')],
      ['BAD_INPUT', 'another reviewer\'s verdict', verdict(VISIT, 'WITHDRAWN', '温复核')],
      ['BAD_INPUT', 'an article that is not retracted', article('a1', 'RESTORED')],
      ['BAD_INPUT', 'a time that is none', { ...verdict(VISIT, 'CONFIRMED'), at: 'yesterday' }],
      ['BAD_INPUT', 'a register number with a wrong check character', act({ kind: 'EXTERNAL_ID', targets: [chips], decision: 'SET', detail: '{"scheme":"uscc","value":"91320600MA1X000001"}' })],
      ['BAD_INPUT', 'a detail that is not JSON', { ...verdict(VISIT, 'CONFIRMED'), detail: '{' }],
      ['CONTRADICTION', 'a cycle: what was judged different joined by way of a third', judge(pumps, SMALL.ferries, 'SAME')],
    ] as const)('%s: %s; nothing is recorded or changed', async (code, _what, refused) => {
      await expect(store.record([article('a4', 'RETRACTED'), refused])).rejects.toMatchObject({ code })
      expect(await exported(store)).toBe(before)
      expect(await logged(store)).toEqual(log)
    })

  })

  describe(`${name}: two reviewers at once`, () => {
    it('lets one of two through who act at once on what both have seen', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        const both = await Promise.allSettled(['沈校对', '温复核'].map((actor) => store.record([{ ...verdict(VISIT, 'CONFIRMED', actor), expectedVersion: 0 }])))
        expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'STALE_VERSION', details: { version: 1 } } })
        expect(await logged(store)).toHaveLength(1)
        expect(await store.read('versions-of-targets', { ids: [VISIT, mayor, city, zone] })).toEqual([{ targetId: VISIT, version: 1 }])
      })
    })
  })
}
