import fc from 'fast-check'
import type { NewAct } from '../../src/core/acts.js'
import { reconcile } from '../../src/curation/reconcile.js'
import type { GraphStore, StoreRow } from '../../src/store/port.js'
import { exported } from '../contract/identity-contract.js'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { ARTICLES, ID } from './articles.js'

const act = (given: Pick<NewAct, 'kind' | 'targets' | 'decision'> & Partial<NewAct>): NewAct =>
  ({ at: '2032-07-01T08:00:00Z', actor: '沈校对', role: 'reviewer', reason: '核对过', ...given })
const judge = (a: string, b: string, decision: NewAct['decision']): NewAct => act({ kind: 'JUDGE', targets: [a, b], decision })
const register = (id: string, value: string): NewAct => act({ kind: 'EXTERNAL_ID', targets: [id], decision: 'SET', detail: JSON.stringify({ scheme: 'uscc', value }) })

/** Everything that an identity run leaves in the store. */
async function state(store: GraphStore): Promise<unknown> {
  const references = await store.read('all-references')
  const candidates = await store.read('candidates-of-references', { ids: references.map((row) => String(row['id'])) })
  return { graph: await exported(store), references, candidates }
}

const canon = async (store: GraphStore, id: string): Promise<StoreRow[string]> => (await store.read('references-by-ids', { ids: [id] }))[0]?.['canonicalId'] ?? ''

describe('identity run', () => {
  let temp: TempStore
  let store: GraphStore
  beforeEach(async () => {
    temp = await openTempStore()
    store = temp.store
  })
  afterEach(() => temp.remove())

  it('merges what is surely one, keeps apart what is not, and has nothing to do the second time', async () => {
    await store.write(ARTICLES)
    const report = await reconcile(store)
    expect(await canon(store, ID.withoutForm)).toBe(ID.full)
    expect(await canon(store, ID.mayorOfOrgan)).toBe(ID.mayor)
    for (const id of [ID.estates, ID.elsewhere, ID.namesake, ID.short, ID.shortElsewhere]) expect(await canon(store, id)).toBe(id)
    expect(report).toMatchObject({ moved: 2, merged: 2 })
    expect(await reconcile(store)).toMatchObject({ looked: 0, moved: 0, merged: 2, suggestions: report.suggestions })
  })

  it('is the same run after run as in one run over all, in whatever order articles come', async () => {
    await store.write(ARTICLES)
    await reconcile(store)
    const whole = await state(store)
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray([...ARTICLES], { minLength: ARTICLES.length }), fc.integer({ min: 1, max: 4 }), async (shuffled, size) => {
      const other = await openTempStore()
      try {
        for (let start = 0; start < shuffled.length; start += size) {
          await other.store.write(shuffled.slice(start, start + size))
          await reconcile(other.store)
        }
        expect(await state(other.store)).toEqual(whole)
      } finally {
        await other.remove()
      }
    }), { numRuns: 5 })
  }, 60_000)

  it('follows a judgement, and gives the old state back when it is taken back', async () => {
    await store.write(ARTICLES)
    await reconcile(store)
    const before = await state(store)
    await store.record([judge(ID.withoutForm, ID.estates, 'SAME'), judge(ID.mayor, ID.mayorOfOrgan, 'DIFFERENT')])
    // The short name now means the other firm, so it leaves the one that it was joined with by itself.
    expect(await reconcile(store)).toMatchObject({ merged: 1, moved: 2 })
    expect(await canon(store, ID.withoutForm)).toBe(await canon(store, ID.estates))
    expect(await canon(store, ID.withoutForm)).not.toBe(ID.full)
    expect(await canon(store, ID.mayorOfOrgan)).toBe(ID.mayorOfOrgan)
    await store.record([judge(ID.estates, ID.withoutForm, 'WITHDRAWN'), judge(ID.mayor, ID.mayorOfOrgan, 'WITHDRAWN')])
    await reconcile(store)
    expect(await state(store)).toEqual(before)
  })

  it('keeps a judgement through re-ingest, another reading and the loss of the article', async () => {
    await store.write(ARTICLES)
    await store.record([judge(ID.full, ID.withoutForm, 'DIFFERENT')])
    await reconcile(store)
    const before = await state(store)
    await store.write(ARTICLES.map((graph) => ({ ...graph, article: { ...graph.article, pipeline: 'test/2' } })))
    await reconcile(store)
    await store.removeArticles(['n2', 'n4', 'n5'])
    await reconcile(store)
    await store.write(ARTICLES.map((graph) => ({ ...graph, article: { ...graph.article, pipeline: 'test/1' } })))
    await reconcile(store)
    expect(await state(store)).toEqual(before)
    expect(await canon(store, ID.withoutForm)).toBe(ID.withoutForm)
  })

  it('shows what a reviewer is unsure of, and no longer what was judged', async () => {
    await store.write(ARTICLES)
    await store.record([judge(ID.full, ID.estates, 'UNSURE')])
    await reconcile(store)
    expect(await store.read('suggestions')).toContainEqual(expect.objectContaining({ cause: 'unsure', leftRef: [ID.full, ID.estates].sort()[0], rightRef: [ID.full, ID.estates].sort()[1] }))
    await store.record([judge(ID.full, ID.estates, 'DIFFERENT')])
    await reconcile(store)
    expect((await store.read('suggestions')).filter((row) => row['cause'] === 'unsure')).toEqual([])
  })

  it('takes one register number for one firm, and two for two', async () => {
    await store.write(ARTICLES)
    await reconcile(store)
    const before = await state(store)
    await store.record([register(ID.full, '91320600MA1X0D0C5W'), register(ID.estates, '91320600MA1X0D0C5W')])
    await reconcile(store)
    expect(await canon(store, ID.estates)).toBe(await canon(store, ID.full))
    await store.record([ID.full, ID.estates].map((id) => act({ kind: 'EXTERNAL_ID', targets: [id], decision: 'WITHDRAWN', detail: '{"scheme":"uscc"}' })))
    await reconcile(store)
    expect(await state(store)).toEqual(before)
  })
})
