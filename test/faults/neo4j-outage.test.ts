import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createServer, type PolicyServer } from '../../src/api/server.js'
import { openStore, type StoreConfig } from '../../src/store/open-store.js'
import { startLocalNeo4j, type LocalNeo4j } from '../../src/store/neo4j/local/start-local-neo4j.js'
import type { GraphStore } from '../../src/store/port.js'
import { Program } from '../program.js'
import { testFolder } from '../fixtures/test-folder.js'
import { environmentOf, exportOf, writeArticles } from './corpus.js'
import { run } from './processes.js'
import { FULL } from './settings.js'
import { wireTo } from './wire.js'

/** A real Neo4j that is killed and started again, while articles come in and questions are asked. */

const folder = testFolder('outage-')
/** So many that they are written in several batches. */
const COUNT = 450
const articles = writeArticles(join(folder, 'articles.jsonl'), COUNT)

const boot = (port: number): Promise<LocalNeo4j> => startLocalNeo4j({ folder: join(folder, 'neo4j'), port, log: () => undefined })

async function firstBoot(): Promise<LocalNeo4j | undefined> {
  if (!(process.env['STORES'] ?? 'neo4j').includes('neo4j')) return undefined
  try {
    return await boot(0)
  } catch (error) {
    if (process.env['POLICYGRAPH_REQUIRE_NEO4J'] === '1') throw error
    process.stderr.write(`The outage of Neo4j is not tested: ${String(error)}\n`)
    return undefined
  }
}

let neo4j = await firstBoot()
const runs = neo4j === undefined ? describe.skip : describe

/** Ends the server without warning. */
async function kill(): Promise<void> {
  if (neo4j === undefined) throw new Error('no server')
  process.kill(neo4j.pid, 'SIGKILL')
  await neo4j.exited
}

const configOf = ({ uri, user, password }: LocalNeo4j): StoreConfig => ({ kind: 'neo4j', uri, user, password })

async function until(what: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 600_000
  while (!await what()) {
    if (performance.now() > end) throw new Error('it did not come')
    await sleep(200)
  }
}

runs('Neo4j is killed and started again', () => {
  let config: StoreConfig
  let port = 0
  let store: GraphStore
  let server: PolicyServer
  let reference = ''
  const faults: unknown[] = []
  const started: Program[] = []
  const ingesting = (env: Readonly<Record<string, string>>): Program => {
    const program = new Program(['ingest', articles], env)
    started.push(program)
    return program
  }
  const get = (path: string): Promise<Response> => server.fetch(new Request(`http://localhost${path}`))
  const ask = (): Promise<Response> => server.fetch(new Request('http://localhost/graphql', {
    method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ query: '{ search(text: "市") { totalCount } }' }),
  }))
  const articlesStored = async (): Promise<number> => Number((await store.read('counts'))[0]?.['articles'])

  beforeAll(async () => {
    if (neo4j === undefined) throw new Error('no server')
    config = configOf(neo4j)
    port = Number(new URL(neo4j.uri).port)
    const embedded: StoreConfig = { kind: 'embedded', folder: join(folder, 'undisturbed') }
    expect((await run(['ingest', articles], environmentOf(embedded))).code).toBe(0)
    reference = await exportOf(embedded)
    store = await openStore(config)
    await store.applySchema()
    server = createServer({ store, log: ({ error }) => { faults.push(error) } })
  })
  afterAll(async () => {
    for (const program of started) program.signal('SIGKILL') // after a failure
    await server.close()
    await store.close()
    await neo4j?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('questions get 503 and a code while it is away, without a word of where it is; then answers again; and an ingest goes on to the same graph', async () => {
    const ingest = ingesting(environmentOf(config))
    await until(async () => await articlesStored() > 0)
    await kill()

    const asked = performance.now()
    const [question, ready, health, file] = await Promise.all([ask(), get('/readyz'), get('/healthz'), get('/export/graph')])
    expect([question.status, ready.status, health.status, file.status]).toEqual([503, 503, 200, 503])
    expect(performance.now() - asked).toBeLessThan(30_000)
    expect(question.headers.get('retry-after')).toBe('5')
    const body = await question.text()
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'STORE_UNREACHABLE', id: expect.any(String) as string } }] })
    const told = [body, await ready.text(), await file.text()].join('\n')
    for (const internal of [String(port), '127.0.0.1', 'bolt', 'NEO4J', 'ServiceUnavailable', 'ECONNREFUSED', 'at ']) expect(told).not.toContain(internal)
    expect(faults[0]).toMatchObject({ code: 'STORE_UNREACHABLE', message: expect.stringContaining(String(port)) as string })

    neo4j = await boot(port)
    await until(async () => (await get('/readyz')).status === 200)
    const again = await ask()
    expect([again.status, await again.json()]).toMatchObject([200, { data: { search: { totalCount: expect.any(Number) as number } } }])

    const { code } = await ingest.ended
    expect({ code, said: ingest.said }).toMatchObject({ code: 0 })
    expect(await exportOf(config) === reference).toBe(true)
  }, 900_000)

  test('a cut of a second is not noticed: the question is asked again', async () => {
    const wire = await wireTo(port)
    const far = await openStore({ ...config, uri: `bolt://127.0.0.1:${wire.port}` } as StoreConfig)
    expect(await far.read('counts')).toHaveLength(1)
    wire.cut()
    const began = performance.now()
    const reading = far.read('counts')
    await sleep(1_000)
    await wire.mend()
    expect(await reading).toHaveLength(1)
    expect(performance.now() - began).toBeGreaterThanOrEqual(990)
    await far.close()
    wire.cut()
  })

  // waits until the program gives up
  ;(FULL ? test : test.skip)('an ingest that may not wait ends with what to do, and goes on to the same graph when started again', async () => {
    await store.removeArticles(Array.from({ length: COUNT }, (_, index) => `f${index}`))
    const env = { ...environmentOf(config), POLICYGRAPH_STORE_PATIENCE: '0' }
    const ingest = ingesting(env)
    await until(async () => await articlesStored() > 0)
    await kill()
    const { code } = await ingest.ended
    expect({ code, said: ingest.said }).toMatchObject({ code: 3, said: expect.stringMatching(/STORE_UNREACHABLE.*\n.*NEO4J_URI/u) as string })
    expect(ingest.said).not.toMatch(/\n {4}at /u)
    neo4j = await boot(port)
    const resumed = await run(['ingest', articles], env)
    expect(resumed).toMatchObject({ code: 0 })
    expect(await exportOf(config) === reference).toBe(true)
  }, 600_000)
})
