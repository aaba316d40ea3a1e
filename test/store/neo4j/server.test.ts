import { openStore, type StoreConfig } from '../../../src/store/open-store.js'
import { openNeo4jClient } from '../../../src/store/neo4j/neo4j-client.js'
import { SMALL, SMALL_GRAPH } from '../../fixtures/small-graph.js'
import { storesUnderTest, type TestStore } from '../../stores.js'
import { dump, using } from '../../contract/dump.js'

/** What only a shared server shows. */
const server = (await storesUnderTest()).find((store) => store.name === 'neo4j')
const describeServer = server === undefined ? describe.skip : describe

interface Place extends TestStore {
  readonly config: Extract<StoreConfig, { kind: 'neo4j' }>
}

async function freshPlace(): Promise<Place> {
  const place = await server?.fresh()
  if (place?.config.kind !== 'neo4j') throw new Error('not a server')
  return { open: place.open, config: place.config }
}

describeServer('Neo4j server', () => {
  it('STORE_AUTH: a wrong password', async () => {
    const { config } = await freshPlace()
    await expect(openStore({ ...config, password: 'wrong' })).rejects.toMatchObject({ code: 'STORE_AUTH' })
  })

  it('gives entity nodes their kind as a second label', async () => {
    const place = await freshPlace()
    await using(place.open, (store) => store.write(SMALL_GRAPH))
    const client = await openNeo4jClient(place.config)
    const rows = await client.read('MATCH (n:Company) RETURN n.id AS id ORDER BY id')
    await client.close()
    expect(rows.map((row) => row['id'])).toEqual([SMALL.chips, SMALL.ferries, SMALL.pumps].sort())
  })

  it('keeps the folds right when several writers share entities', async () => {
    const place = await freshPlace()
    await Promise.all(SMALL_GRAPH.map((graph) => using(place.open, (store) => store.write([graph]))))
    const together = await using(place.open, dump)
    const alone = await freshPlace()
    await using(alone.open, async (store) => {
      await store.write(SMALL_GRAPH)
      expect(await dump(store)).toEqual(together)
    })
  })
})
