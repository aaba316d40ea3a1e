import { connection } from '../../src/answers/connection.js'
import { firmsLinkedTo } from '../../src/answers/firms-linked-to.js'
import { groupRelations } from '../../src/answers/group-relations.js'
import { MAX_FACTS_PER_HOP } from '../../src/answers/neighbourhood.js'
import { neighbours } from '../../src/answers/neighbours.js'
import { writeBatchOf } from '../../src/store/archive/tables.js'
import { openClient, openStore } from '../../src/store/open-store.js'
import type { GraphStore, ReadOptions, StoreParams, StoreRow } from '../../src/store/port.js'
import { firmId, HUBS, hubRows } from '../bench/graph/hub.js'
import { storesUnderTest } from '../stores.js'

/** Entities with very many facts: POLICYGRAPH_HUB_EDGES=100000 for the whole size. The work must not grow with them, and the answer must say that it was cut. */

const EDGES = Number(process.env['POLICYGRAPH_HUB_EDGES'] ?? MAX_FACTS_PER_HOP + 1_000)
/** Rows that one question may read, whatever the size of the hubs: a few hops of facts, each with its proof and its degree. */
const MOST_ROWS = 10 * MAX_FACTS_PER_HOP
const stores = await storesUnderTest()

describe.each(stores)('hubs on $name', ({ fresh }) => {
  let store: GraphStore
  let rows = 0
  /** The store as the answers see it, with the rows counted. */
  let counting: GraphStore

  beforeAll(async () => {
    const place = await fresh()
    await (await place.open()).close()
    const client = await openClient(place.config)
    for (const batch of hubRows(EDGES)) for (let at = 0; at < batch.rows.length; at += 5_000) await writeBatchOf(client, { table: batch.table, rows: batch.rows.slice(at, at + 5_000) })
    await client.close()
    store = await openStore(place.config)
    counting = new Proxy(store, {
      get: (target, name): unknown => {
        const value: unknown = Reflect.get(target, name)
        if (name !== 'read') return typeof value === 'function' ? (value.bind(target) as unknown) : value
        return async (query: string, params?: StoreParams, options?: ReadOptions): Promise<readonly StoreRow[]> => {
          const found = await target.read(query, params, options)
          rows += found.length
          return found
        }
      },
    })
  }, 600_000)
  beforeEach(() => {
    rows = 0
  })
  afterAll(() => store.close())

  it('a path that passes a hub is found from its other end, and the answer says that it was cut', async () => {
    const answer = await connection(counting, { from: HUBS.beside, to: HUBS.programme })
    expect(answer.paths[0]?.hops).toHaveLength(2)
    expect(answer.truncated).toBe(true)
    expect(answer.notes.map(({ code }) => code)).toContain('FACTS_CUT')
    expect(rows).toBeLessThan(MOST_ROWS)
  })

  it('two firms of a hub are joined over it', async () => {
    const answer = await connection(counting, { from: firmId(1), to: firmId(EDGES - 1) })
    expect(answer.paths.map(({ hops }) => hops.length)).toContain(2)
    expect(answer.truncated).toBe(true)
    expect(rows).toBeLessThan(MOST_ROWS)
  })

  it('two hubs', async () => {
    const answer = await connection(counting, { from: HUBS.official, to: HUBS.region })
    expect(answer.truncated).toBe(true)
    expect(rows).toBeLessThan(MOST_ROWS)
  })

  it('firms linked to a hub', async () => {
    const links = await firmsLinkedTo(counting, { initiative: HUBS.programme })
    expect(links.page.edges).toHaveLength(20)
    expect(links.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['FACTS_CUT']))
    expect(rows).toBeLessThan(MOST_ROWS)
  })

  it('a group with hubs in it', async () => {
    const group = await groupRelations(counting, { names: [HUBS.official, HUBS.programme, HUBS.beside, firmId(0)], maxHops: 3 })
    expect(group.truncated).toBe(true)
    expect(rows).toBeLessThan(MOST_ROWS)
  })

  it('what is named together with a hub', async () => {
    const found = await neighbours(counting, { entity: HUBS.programme, least: 1, maxP: 1 })
    expect(found.truncated).toBe(true)
    expect(found.notes.map(({ code }) => code)).toEqual(['NEIGHBOURS_CUT'])
    expect(rows).toBeLessThan(MOST_ROWS)
  })
})
