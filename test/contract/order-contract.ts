import type { ArticleGraph } from '../../src/core/records.js'
import { SMALL_GRAPH } from '../fixtures/small-graph.js'
import type { StoreUnderTest } from '../stores.js'
import { dump, using } from './dump.js'

const inOrder = (...indexes: readonly number[]): readonly ArticleGraph[] => indexes.flatMap((index) => SMALL_GRAPH.slice(index, index + 1))

/** Ways to write the same five articles. */
const WAYS: readonly (readonly [string, readonly (readonly ArticleGraph[])[]])[] = [
  ['backwards', [inOrder(4, 3, 2, 1, 0)]],
  ['one by one', SMALL_GRAPH.map((graph) => [graph])],
  ['one by one, backwards', inOrder(4, 3, 2, 1, 0).map((graph) => [graph])],
  ['in two batches that overlap', [inOrder(3, 0, 1), inOrder(1, 4, 2, 3)]],
  ['the reprint before the original', [inOrder(1), inOrder(0, 2), inOrder(4, 3)]],
]

/** The graph is the same, ids and properties, however its articles came, and stays when the store is opened again. */
export function orderContract({ name, fresh }: StoreUnderTest): void {
  describe(`${name}: order`, () => {
    it.each(WAYS)('is the same graph written %s', async (_way, batches) => {
      const whole = await using((await fresh()).open, async (store) => {
        await store.write(SMALL_GRAPH)
        return dump(store)
      })
      const place = await fresh()
      await using(place.open, async (store) => {
        for (const batch of batches) await store.write(batch)
        expect(await dump(store)).toEqual(whole)
      })
    })

    it('gives the same graph when opened again, and goes on where it stopped', async () => {
      const place = await fresh()
      const first = await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH.slice(0, 3))
        return dump(store)
      })
      await using(place.open, async (store) => {
        expect(await dump(store)).toEqual(first)
        expect(await store.write(SMALL_GRAPH)).toMatchObject({ articlesAdded: 2, articlesUnchanged: 3 })
      })
    })

    it('serves reads and writes that run at the same time', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        const writes = SMALL_GRAPH.map((graph) => store.write([graph]))
        const reads = Array.from({ length: 12 }, () => store.read('counts-by-kind'))
        await Promise.all([...writes, ...reads])
        const together = await dump(store)
        await using((await fresh()).open, (other) => other.write(SMALL_GRAPH).then(async () => {
          expect(await dump(other)).toEqual(together)
        }))
      })
    })
  })
}
