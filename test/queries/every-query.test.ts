import { loadCatalog } from '../../src/store/query-catalog.js'
import type { GraphStore } from '../../src/store/port.js'
import { openClient } from '../contract/failure-contract.js'
import { SMALL_GRAPH } from '../fixtures/small-graph.js'
import { storesUnderTest, type TestStore } from '../stores.js'
import { ACTS, CASES as FIRST_CASES, REMOVED } from './cases.js'
import { CLAIM_CASES } from './claim-cases.js'
import { REVIEW_CASES } from './review-cases.js'

const CASES = [...FIRST_CASES, ...CLAIM_CASES, ...REVIEW_CASES]

const ASTRAY = 'astray-evidence'

describe('the cases', () => {
  it('ask every query of the catalog', () => {
    expect([...new Set([...CASES.map((item) => item.query), ASTRAY])].sort()).toEqual(loadCatalog().list().map((spec) => spec.name).sort())
  })
})

for (const { name, fresh } of await storesUnderTest()) {
  describe(`${name}: every query`, () => {
    let place: TestStore
    let store: GraphStore

    beforeAll(async () => {
      place = await fresh()
      store = await place.open()
      await store.write([...SMALL_GRAPH, REMOVED])
      await store.removeArticles([REMOVED.article.id])
      await store.record(ACTS)
    })
    afterAll(() => store.close())

    it.each(CASES.map((item) => [item.query, item.says, item] as const))('%s: %s', async (_query, _says, { query, params, rows }) => {
      const found = await store.read(query, params)
      expect(found).toHaveLength(rows.length)
      expect(found).toMatchObject(rows)
    })

    it(`${ASTRAY}: finds evidence that hangs on nothing, and none in a sound graph`, async () => {
      expect(await store.read(ASTRAY)).toEqual([])
      await store.close()
      const client = await openClient(place.config)
      await client.transaction((run) => run("MERGE (v:Evidence {id: 'e_astray'})"))
      await client.close()
      store = await place.open()
      expect(await store.read(ASTRAY)).toEqual([{ id: 'e_astray' }])
    })
  })
}
