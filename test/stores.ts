import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isPolicyGraphError } from '../src/core/errors.js'
import type { CypherClient } from '../src/store/cypher-client.js'
import { openNeo4jClient, type Neo4jAddress } from '../src/store/neo4j/neo4j-client.js'
import { startLocalNeo4j } from '../src/store/neo4j/local/start-local-neo4j.js'
import { openStore, storeConfigFromEnv, type StoreConfig } from '../src/store/open-store.js'
import type { GraphStore } from '../src/store/port.js'

/**
 * The real stores that tests run on; `STORES=embedded` or `STORES=neo4j` narrows them. Neo4j is the server of NEO4J_URI, else
 * a local one started for the run; where neither can be, its tests are left out unless POLICYGRAPH_REQUIRE_NEO4J=1.
 */

/** An empty place to keep a graph, for one test. */
export interface TestStore {
  /** Opens the store with its schema made; `close` it before opening it again. */
  readonly open: () => Promise<GraphStore>
  readonly config: StoreConfig
}

export interface StoreUnderTest {
  readonly name: string
  /** An empty store; on Neo4j everything that was there is gone. */
  readonly fresh: () => Promise<TestStore>
}

interface Kind extends StoreUnderTest {
  /** False when the store cannot run here, which has then been said. */
  acquire(): Promise<boolean>
  release(): Promise<void>
}

const wanted = (process.env['STORES'] ?? 'embedded,neo4j').split(',').map((name) => name.trim())
const setting = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run tests by npm test, which loads jest.config.js`)
  return value
}

async function openWithSchema(config: StoreConfig): Promise<GraphStore> {
  const store = await openStore(config)
  await store.applySchema()
  return store
}

const embedded: Kind = {
  name: 'embedded',
  acquire: () => Promise.resolve(true),
  fresh: () => {
    const config: StoreConfig = { kind: 'embedded', folder: join(setting('POLICYGRAPH_TEST_FOLDER'), randomUUID()) }
    return Promise.resolve({ config, open: () => openWithSchema(config) })
  },
  release: () => Promise.resolve(),
}

interface ServerNote extends Neo4jAddress {
  /** 0 for a server that somebody else runs. */
  readonly pid: number
}
interface Lease {
  readonly server?: ServerNote | null
  readonly failed?: string
}

/** Marks a database that tests may empty. */
const MARK = 'PolicyGraphTest'

/** Refuses to empty a database that holds anything but what tests left there. */
async function claim(client: CypherClient): Promise<void> {
  const [row] = await client.read(`OPTIONAL MATCH (mark:${MARK}) WITH count(mark) AS marks OPTIONAL MATCH (n) RETURN marks, count(n) AS nodes`)
  if (row?.['marks'] === 0 && row['nodes'] !== 0) throw new Error('NEO4J_URI names a database that is not empty; tests would erase it. Point it at an empty one.')
  await client.transaction((run) => run(`MERGE (:${MARK} {id: 'tests may erase this database'})`))
}

async function server(): Promise<ServerNote> {
  const given = storeConfigFromEnv(process.env)
  if (given.kind === 'neo4j') return { ...given, pid: 0 }
  const local = await startLocalNeo4j({ folder: join(setting('POLICYGRAPH_TEST_FOLDER'), 'neo4j'), port: 0, log: () => undefined })
  local.unref()
  return { uri: local.uri, user: local.user, password: local.password, pid: local.pid }
}

/** Starts a server and tells the lender how it went, for later holders of the lease. */
async function startAndTell(socket: Socket): Promise<Lease> {
  let lease: Lease
  try {
    lease = { server: await server() }
  } catch (error) {
    lease = { failed: isPolicyGraphError(error) ? `${error.code}: ${error.message}` : String(error) }
    process.stderr.write(`The Neo4j part of the tests does not run: ${lease.failed ?? ''}\n`)
  }
  socket.write(`${JSON.stringify(lease)}\n`)
  return lease
}

class Neo4jUnderTest implements Kind {
  readonly name = 'neo4j'
  #socket: Socket | undefined
  #address: Neo4jAddress | undefined

  async acquire(): Promise<boolean> {
    try {
      if (await this.#lease()) return true
    } catch (error) {
      await this.release() // the next file waits for it
      throw error
    }
    await this.release()
    return false
  }

  async #lease(): Promise<boolean> {
    const socket = connect(Number(setting('POLICYGRAPH_TEST_LENDER')), '127.0.0.1')
    this.#socket = socket
    const told = await new Promise<Lease>((resolve, reject) => {
      socket.once('error', reject)
      createInterface(socket).once('line', (line) => {
        resolve(JSON.parse(line) as Lease)
      })
    })
    const lease = told.server === null ? await startAndTell(socket) : told
    if (lease.server === undefined || lease.server === null) {
      if (process.env['POLICYGRAPH_REQUIRE_NEO4J'] === '1') throw new Error(`Neo4j is required (POLICYGRAPH_REQUIRE_NEO4J=1) but cannot run: ${lease.failed ?? ''}`)
      return false
    }
    const { uri, user, password, database } = lease.server
    this.#address = { uri, user, password, ...(database === undefined ? {} : { database }) }
    const client = await openNeo4jClient(this.#address)
    await claim(client).finally(() => client.close())
    return true
  }

  readonly fresh = async (): Promise<TestStore> => {
    const address = this.#address
    if (address === undefined) throw new Error('call acquire first')
    const client = await openNeo4jClient(address)
    await client.transaction((run) => run(`MATCH (n) WHERE NOT n:${MARK} DETACH DELETE n`))
    await client.close()
    const config: StoreConfig = { kind: 'neo4j', ...address }
    return { config, open: () => openWithSchema(config) }
  }

  release(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket === undefined || this.#socket.destroyed) resolve()
      else this.#socket.once('close', () => {
        resolve()
      }).end()
    })
  }
}

/**
 * The stores that run here, as STORES says. Await it at the top of a test file, before any `describe`: the file then has the
 * one Neo4j for itself until its tests have ended.
 */
export async function storesUnderTest(): Promise<readonly StoreUnderTest[]> {
  const running: Kind[] = []
  for (const store of [embedded, new Neo4jUnderTest()]) if (wanted.includes(store.name) && await store.acquire()) running.push(store)
  afterAll(async () => {
    for (const store of running) await store.release()
  })
  return running
}
