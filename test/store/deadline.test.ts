import type { CypherClient } from '../../src/store/cypher-client.js'
import { openEmbeddedClient } from '../../src/store/embedded/embedded-client.js'
import { openNeo4jClient } from '../../src/store/neo4j/neo4j-client.js'
import type { StoreConfig } from '../../src/store/open-store.js'
import { storesUnderTest } from '../stores.js'

/** Beneath the port: no catalogued query is slow enough to be cut on a small graph. */

const open = (config: StoreConfig): Promise<CypherClient> => (config.kind === 'embedded' ? openEmbeddedClient(config.folder) : openNeo4jClient(config))

const ENDLESS = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b = -1 RETURN count(*) AS n'
/** As many as may run side by side in the embedded store. */
const MANY = 4

const stores = await storesUnderTest()

describe.each(stores)('a slow query on $name', ({ fresh }) => {
  let client: CypherClient
  beforeAll(async () => {
    client = await open((await fresh()).config)
  })
  afterAll(() => client.close())

  it('is stopped by the store at its deadline, and leaves room for the next', async () => {
    const began = performance.now()
    const slow = Array.from({ length: MANY }, () => client.read(ENDLESS, {}, { deadline: performance.now() + 500 }))
    for (const query of slow) await expect(query).rejects.toMatchObject({ code: 'TOO_SLOW' })
    expect(performance.now() - began).toBeLessThan(15_000)
    const next = performance.now()
    for (let index = 0; index < MANY; index++) expect(await client.read('RETURN 1 AS n')).toEqual([{ n: 1 }])
    expect(performance.now() - next).toBeLessThan(5_000)
  })

  it('that waited until its deadline was over is not begun', async () => {
    await expect(client.read('RETURN 1 AS n', {}, { deadline: performance.now() - 1 })).rejects.toMatchObject({ code: 'TOO_SLOW' })
  })

  it('sets no limit for the one after it', async () => {
    await client.read('RETURN 1 AS n', {}, { deadline: performance.now() + 200 })
    await new Promise((resolve) => { setTimeout(resolve, 300) })
    expect(await client.read('UNWIND range(1, 2000000) AS a WITH a WHERE a % 7 = 3 RETURN count(*) AS n')).toEqual([{ n: 285_714 }])
  })
})
