import { PolicyGraphError } from '../../../src/core/errors.js'
import type { CypherClient } from '../../../src/store/cypher-client.js'
import { LAYOUT, layoutOf, upgrade } from '../../../src/store/layout/layout.js'
import { STEPS, type Step } from '../../../src/store/layout/steps.js'
import { openClient, openStore } from '../../../src/store/open-store.js'
import { verifyGraph } from '../../../src/verify/verify-graph.js'
import { dump, using } from '../../contract/dump.js'
import { SMALL_GRAPH } from '../../fixtures/small-graph.js'
import { collect } from '../../fixtures/temp-store.js'
import { ACTS } from '../../queries/cases.js'
import { storesUnderTest, type TestStore } from '../../stores.js'

/** A store says which layout it has; an older one is brought up to date when it is opened, a newer one is left alone. */

const stores = await storesUnderTest()

async function beneath<T>({ config }: TestStore, work: (client: CypherClient) => Promise<T>): Promise<T> {
  const client = await openClient(config)
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

const change = (place: TestStore, ...statements: readonly string[]): Promise<void> =>
  beneath(place, (client) => client.transaction(async (run) => {
    for (const statement of statements) await run(statement)
  }))

const numberOf = (place: TestStore): Promise<number> => beneath(place, layoutOf)
const setNumber = (place: TestStore, layout: number): Promise<void> => change(place, `MERGE (m:Marker {id: 'layout'}) SET m.value = ${layout}`)

const LISTS = 'MATCH (f:Fact) RETURN f.id AS id, f.evidenceIds AS evidence, f.articleIds AS articles ORDER BY id'
const COLUMNS = 'MATCH (e:Entity)-[m:MENTIONED_IN]->(:Article) WHERE e.pinyinText IS NULL OR m.parts IS NULL RETURN e.id AS id'

/** Something that opening a store makes when it is not there, and what of the kind is there. */
const MADE = {
  embedded: { drop: 'ALTER TABLE Evidence DROP cue', list: "CALL table_info('Evidence') RETURN name" },
  neo4j: { drop: 'DROP INDEX policygraph_article_date', list: 'SHOW INDEXES YIELD name ORDER BY name' },
} as const

/** All that a store holds and answers. */
const look = (place: TestStore): Promise<unknown> =>
  using(place.open, async (store) => {
    const graph = await dump(store)
    const ids = graph.facts.map((fact) => String(fact['id']))
    return { graph, log: await store.read('all-acts'), proof: await store.read('evidence-of-facts', { ids }), findings: await collect(verifyGraph(store)) }
  })

/** What a version without a number, without lists of facts and without two of the columns would have left. */
const makeOld = (place: TestStore): Promise<void> =>
  change(place, "MATCH (m:Marker {id: 'layout'}) DELETE m", "MERGE (m:Marker {id: 'fact-lists'}) SET m.value = 1", 'MATCH (f:Fact) SET f.evidenceIds = NULL, f.articleIds = NULL',
    "MATCH (f:Fact) WHERE f.verdict = '' SET f.verdict = NULL", "MATCH (e:Entity)-[m:MENTIONED_IN]->(:Article) WHERE m.parts = '' SET m.parts = NULL")

/** The same client, whose transactions fail after so many. */
function failingAfter(client: CypherClient, count: number): CypherClient {
  let left = count
  return {
    dialect: client.dialect, traits: client.traits, read: client.read, state: client.state, bookmarks: client.bookmarks,
    has: (table) => client.has(table), applySchema: (schema) => client.applySchema(schema), close: () => client.close(),
    transaction: (work) => {
      left -= 1
      return left < 0 ? Promise.reject(new PolicyGraphError('STORE_UNREACHABLE', 'gone')) : client.transaction(work)
    },
  }
}

describe('the table of steps', () => {
  it('leads from layout 0 to the newest, one by one', () => {
    expect(STEPS.map(({ from }) => from)).toEqual(Array.from({ length: LAYOUT }, (_, index) => index))
  })
})

describe.each(stores)('a store on $name', ({ fresh }) => {
  let place: TestStore
  let whole: unknown
  beforeEach(async () => {
    place = await fresh()
    await using(place.open, async (store) => {
      await store.write(SMALL_GRAPH)
      await store.record(ACTS)
    })
    whole = await look(place)
  })

  it('that is new has the newest layout', async () => {
    expect(await numberOf(place)).toBe(LAYOUT)
    const empty = await fresh()
    await using(empty.open, () => Promise.resolve())
    expect(await numberOf(empty)).toBe(LAYOUT)
  })

  it('without a number is brought up to date when it is opened', async () => {
    await makeOld(place)
    expect(await numberOf(place)).toBe(0)
    await using(place.open, () => Promise.resolve())
    expect(await numberOf(place)).toBe(LAYOUT)
    expect(await beneath(place, (client) => client.read(COLUMNS))).toEqual([])
    expect(await beneath(place, (client) => client.read("MATCH (m:Marker {id: 'fact-lists'}) RETURN m.id AS id"))).toEqual([])
    expect(await look(place)).toEqual(whole)
  })

  it('of a layout in between takes only the steps that are left', async () => {
    await makeOld(place)
    await setNumber(place, 1)
    await using(place.open, () => Promise.resolve())
    const [lists] = await beneath(place, (client) => client.read(LISTS))
    expect(lists?.['evidence']).not.toEqual([])
    expect(await beneath(place, (client) => client.read('MATCH (f:Fact) WHERE f.verdict IS NULL RETURN f.id AS id'))).not.toEqual([])
  })

  it('whose upgrade is stopped anywhere goes on when it is opened again', async () => {
    await makeOld(place)
    const reached: number[] = []
    for (let count = 0, done = false; !done; count += 1) {
      const stopped = await beneath(place, (client) => upgrade(failingAfter(client, count)).then(() => undefined, (error: unknown) => error))
      reached.push(await numberOf(place))
      if (stopped === undefined) done = true
      else expect(stopped).toMatchObject({ code: 'STORE_UNREACHABLE' })
    }
    expect([...new Set(reached)]).toEqual(Array.from({ length: LAYOUT + 1 }, (_, index) => index))
    expect(await look(place)).toEqual(whole)
  })

  it('is not changed by steps that are done once more', async () => {
    await beneath(place, async (client) => {
      for (const step of STEPS) await step.run(client)
    })
    expect(await look(place)).toEqual(whole)
  })

  it('opened by two at once comes to the same', async () => {
    await makeOld(place)
    await beneath(place, (client) => Promise.all([upgrade(client), upgrade(client)]))
    expect(await numberOf(place)).toBe(LAYOUT)
    expect(await look(place)).toEqual(whole)
  })

  it('never gets a lower number than it has', async () => {
    await setNumber(place, 0)
    const steps: readonly Step[] = STEPS.map((step) => ({ ...step, run: (client) => client.transaction((run) => run(`MATCH (m:Marker {id: 'layout'}) SET m.value = ${LAYOUT + 1}`)).then(() => undefined) }))
    await beneath(place, (client) => upgrade(client, steps))
    expect(await numberOf(place)).toBe(LAYOUT + 1)
  })

  it('STORE_TOO_NEW: a layout that is not known yet; nothing is changed', async () => {
    await change(place, 'MATCH (f:Fact) SET f.evidenceIds = NULL')
    await change(place, MADE[place.config.kind].drop)
    await setNumber(place, LAYOUT + 1)
    const all = (): Promise<unknown> => beneath(place, async (client) => [await layoutOf(client), await client.read(LISTS), await client.read(MADE[place.config.kind].list)])
    const before = await all()
    const store = await openStore(place.config)
    await expect(store.applySchema()).rejects.toMatchObject({ code: 'STORE_TOO_NEW', details: { layout: LAYOUT + 1, known: LAYOUT } })
    await store.close()
    expect(await all()).toEqual(before)
  })
})
