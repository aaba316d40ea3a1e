import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomFrom } from '../../ingest/2-clean/damage/random.js'
import { readArticles } from '../../ingest/1-read/read.js'
import { connectQueue, type Connection } from '../../src/jobs/connect.js'
import { enqueue } from '../../src/jobs/enqueue.js'
import { queueStatus } from '../../src/jobs/status.js'
import { Texts } from '../../src/jobs/texts.js'
import { openNeo4jClient } from '../../src/store/neo4j/neo4j-client.js'
import type { StoreConfig } from '../../src/store/open-store.js'
import { environmentOf, exportOf, writeArticles } from '../faults/corpus.js'
import { run } from '../faults/processes.js'
import { below, howMany, sayHowMany, SEED } from '../faults/settings.js'
import { Program } from '../program.js'
import { storesUnderTest } from '../stores.js'
import { testFolder } from '../fixtures/test-folder.js'
import { redisUnderTest } from './redis.js'

/** Several processes, as on several machines, fill one Neo4j: the graph is that of one undisturbed ingest. */

const ARTICLES = howMany(60, 240)
const folder = testFolder('machines-')
const file = writeArticles(join(folder, 'articles.jsonl'), ARTICLES)
const redis = await redisUnderTest()
const server = (await storesUnderTest()).find((store) => store.name === 'neo4j')
const describeServer = server === undefined ? describe.skip : describe
const describeQueue = server === undefined || redis === undefined ? describe.skip : describe

let undisturbed = ''

beforeAll(async () => {
  if (server === undefined) return
  const config: StoreConfig = { kind: 'embedded', folder: join(folder, 'undisturbed') }
  expect(await run(['ingest', file], environmentOf(config))).toMatchObject({ code: 0 })
  undisturbed = await exportOf(config)
  expect(undisturbed.match(/"record":"article"/gu)).toHaveLength(ARTICLES)
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

type Server = Extract<StoreConfig, { kind: 'neo4j' }>

async function freshServer(): Promise<Server> {
  const place = await server?.fresh()
  if (place?.config.kind !== 'neo4j') throw new Error('not a server')
  return place.config
}

/** Neither left over nor doubled, where an export does not look. */
async function expectTidy(config: Server): Promise<void> {
  const client = await openNeo4jClient(config)
  expect(await client.read('MATCH (r:Reference) WHERE r.stale <> 0 RETURN count(*) AS stale')).toEqual([{ stale: 0 }])
  expect(await client.read('MATCH (a:Reference)-[c:CANDIDATE]->(b:Reference) WITH a, b, count(c) AS times WHERE times > 1 RETURN count(*) AS doubled')).toEqual([{ doubled: 0 }])
  expect(await client.read('MATCH (a)-[r]->(b) WITH a, b, type(r) AS type, r.factId AS fact, count(r) AS times WHERE times > 1 RETURN count(*) AS doubled')).toEqual([{ doubled: 0 }])
  await client.close()
}

/** Takes constraints and indexes away, as on a server that nobody has used yet. */
async function dropSchema(config: Server): Promise<void> {
  const client = await openNeo4jClient(config)
  for (const { name } of await client.read("SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'policygraph' RETURN name")) await client.transaction((query) => query(`DROP CONSTRAINT ${String(name)}`))
  for (const { name } of await client.read("SHOW INDEXES YIELD name WHERE name STARTS WITH 'policygraph' RETURN name")) await client.transaction((query) => query(`DROP INDEX ${String(name)}`))
  await client.close()
}

describeServer('two ingests at once', () => {
  test('both end well, from the schema on, and the graph is that of one', async () => {
    const config = await freshServer()
    await dropSchema(config)
    const both = [new Program(['ingest', file], environmentOf(config)), new Program(['ingest', file], environmentOf(config))]
    for (const program of both) expect({ ...await program.ended, said: program.said }).toMatchObject({ code: 0 })
    expect(await exportOf(config) === undisturbed).toBe(true)
    await expectTidy(config)
  })
})

describeQueue('workers', () => {
  /** Waits until so many articles are left at most, or nothing has moved for a while. */
  async function untilLeft(texts: Texts, most: number): Promise<void> {
    const until = performance.now() + 60_000
    while (await texts.count() > most && performance.now() < until) await sleep(5)
  }

  /** Hands the articles out, has workers killed while they work, and lets one of them see to the end. Gives how many were killed. */
  async function disturbed(config: Server, connection: Connection, kills: number, random: () => number): Promise<number> {
    const env = { ...environmentOf(config), REDIS_URL: redis?.url ?? '', POLICYGRAPH_QUEUE: connection.queue.name }
    const start = (): Program => new Program(['worker', '--lost-after', '2', '--concurrency', '2'], env)
    const texts = new Texts(connection)
    await enqueue(connection, readArticles([file], { report: () => undefined }), { size: 3, again: false, signal: new AbortController().signal })
    const workers = [start(), start()]
    let killed = 0
    while (killed < kills) {
      const left = await texts.count()
      if (left === 0) break
      await untilLeft(texts, Math.max(0, left - 1 - below(random, Math.ceil(left / (kills - killed)))))
      await sleep(200 * random())
      const [victim] = workers.splice(below(random, workers.length), 1, start())
      victim?.signal('SIGKILL')
      expect(await victim?.ended).toEqual({ code: 'SIGKILL' })
      killed += 1
    }
    const last = await run(['worker', '--until-empty', '--lost-after', '2', '--json'], env)
    expect(last).toMatchObject({ code: 0 })
    for (const worker of workers) worker.signal('SIGTERM')
    // told to stop it ends in order; while Node itself begins nobody hears the telling
    for (const worker of workers) expect([0, 'SIGTERM']).toContain((await worker.ended).code)
    return killed
  }

  test('killed at any point lose and double nothing', async () => {
    const kills = howMany(2, 50)
    sayHowMany(`workers killed ${kills} times`)
    const random = randomFrom(SEED)
    for (let killed = 0, round = 1; killed < kills; round += 1) {
      const config = await freshServer()
      const connection = await connectQueue({ url: redis?.url ?? '', name: `machines-${round}` }, (error) => { throw error })
      const count = await disturbed(config, connection, Math.min(kills - killed, 10), random)
      expect(count).toBeGreaterThan(0)
      killed += count
      expect(await queueStatus(connection)).toMatchObject({ jobs: { waiting: 0, active: 0, delayed: 0, failed: 0, stalled: 0 }, articles: 0, identityDue: false })
      await connection.close()
      expect(await exportOf(config) === undisturbed).toBe(true)
      await expectTidy(config)
    }
  }, 7_200_000)
})
