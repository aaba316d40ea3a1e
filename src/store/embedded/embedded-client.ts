import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type * as Ladybug from '@ladybugdb/core'
import type { StoreSchema } from '../../../schema/to-store.js'
import { PolicyGraphError } from '../../core/errors.js'
import type { CypherClient, RunCypher } from '../cypher-client.js'
import { msUntil, tooSlow } from '../deadline.js'
import { addColumn, createTables } from './embedded-ddl.js'
import { fromEmbedded, toEmbedded } from './embedded-values.js'

/** The embedded database: one file, one process, no server. */

const FILE = 'graph.lbug'
/** Bytes. The pool is a ceiling, taken as needed; the size limit only reserves addresses. */
const BUFFER_POOL = 1024 ** 3
const MAX_DATABASE = 256 * 1024 ** 3
const READERS = 4
/** A closing process keeps its lock for a moment, so a taken lock is tried again for so long (ms). */
const LOCK_PATIENCE = 3_000
const LOCK_PAUSE = 100

type Library = Pick<typeof Ladybug, 'Database' | 'Connection'>
type Connection = Ladybug.Connection
type Database = Ladybug.Database

async function loadLibrary(): Promise<Library> {
  try {
    return (await import('@ladybugdb/core')).default
  } catch (cause) {
    throw new PolicyGraphError('STORE_MISSING', '无法加载内嵌数据库 · cannot load the embedded database; run: npm install @ladybugdb/core', {
      details: { package: '@ladybugdb/core' }, cause,
    })
  }
}

/** For a query without a deadline; the library has no word for it. About 24 days, in ms. */
const NO_LIMIT = 2_147_483_647

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const isLockTaken = (error: unknown): boolean => /lock/iu.test(messageOf(error))

const failed = (cause: unknown): PolicyGraphError =>
  cause instanceof PolicyGraphError ? cause : new PolicyGraphError('STORE_FAILED', `内嵌数据库拒绝了语句 · the embedded database refused a statement: ${messageOf(cause)}`, { cause })

const busy = (folder: string, cause: unknown): PolicyGraphError =>
  new PolicyGraphError(
    'STORE_BUSY',
    `数据目录 ${folder} 正被另一进程使用，请先停止它（例如 serve），或改用 Neo4j · another process holds ${folder}; stop it (a running serve?) or use Neo4j`,
    { details: { folder }, cause },
  )

async function openDatabase(library: Library, folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true })
  for (const deadline = Date.now() + LOCK_PATIENCE; ;) {
    const database = new library.Database(join(folder, FILE), BUFFER_POOL, true, false, MAX_DATABASE)
    try {
      await database.init()
      return database
    } catch (error) {
      await database.close().catch(() => undefined)
      if (!isLockTaken(error)) throw failed(error)
      if (Date.now() > deadline) throw busy(folder, error)
      await sleep(LOCK_PAUSE)
    }
  }
}

async function execute(connection: Connection, ...[cypher, params = {}, { deadline } = {}]: Parameters<CypherClient['read']>): ReturnType<RunCypher> {
  try {
    connection.setQueryTimeout(deadline === undefined ? NO_LIMIT : msUntil(deadline))
    const statement = await connection.prepare(cypher)
    if (!statement.isSuccess()) throw new Error(statement.getErrorMessage())
    const result = await connection.execute(statement, toEmbedded(params))
    const last = Array.isArray(result) ? result.at(-1) : result
    if (last === undefined) return []
    try {
      return (await last.getAll()).map(fromEmbedded)
    } finally {
      last.close()
    }
  } catch (error) {
    throw deadline !== undefined && /interrupted/iu.test(messageOf(error)) ? tooSlow(error) : failed(error)
  }
}

/** A connection that does one thing at a time. */
class Lane {
  readonly #connection: Connection
  #tail: Promise<unknown> = Promise.resolve()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  use<T>(work: (run: CypherClient['read']) => Promise<T>): Promise<T> {
    const result = this.#tail.then(() => work((cypher, params, options) => execute(this.#connection, cypher, params, options)))
    this.#tail = result.catch(() => undefined)
    return result
  }

  async close(): Promise<void> {
    await this.#tail
    await this.#connection.close()
  }
}

class EmbeddedClient implements CypherClient {
  readonly dialect = 'embedded'
  readonly traits = { label: 'embedded (LadybugDB)', fullText: false, sharedWriters: false, kindLabels: false }
  readonly #database: Database
  readonly #writer: Lane
  readonly #readers: readonly Lane[]
  #turn = 0

  constructor(library: Library, database: Database) {
    this.#database = database
    this.#writer = new Lane(new library.Connection(database))
    this.#readers = Array.from({ length: READERS }, () => new Lane(new library.Connection(database)))
  }

  readonly read: CypherClient['read'] = (cypher, params, options) => {
    this.#turn = (this.#turn + 1) % READERS
    return (this.#readers[this.#turn] ?? this.#writer).use((run) => run(cypher, params, options))
  }

  transaction<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    return this.#writer.use(async (run) => {
      await run('BEGIN TRANSACTION')
      try {
        const result = await work(run)
        await run('COMMIT')
        return result
      } catch (error) {
        // A refused statement may have ended the transaction already.
        await run('ROLLBACK').catch(() => undefined)
        throw error
      }
    })
  }

  async applySchema(schema: StoreSchema): Promise<void> {
    await this.#writer.use(async (run) => {
      const made = new Set((await run('CALL show_tables() RETURN name')).map((row) => row['name']))
      const statements = createTables(schema)
      for (const table of [...schema.nodes, ...schema.edges]) {
        if (made.has(table.name)) {
          const present = new Set((await run(`CALL table_info('${table.name}') RETURN name`)).map((row) => row['name']))
          for (const column of table.columns) if (!present.has(column.name)) await run(addColumn(table.name, column))
        } else await run(statements.get(table.name) ?? '')
      }
    })
  }

  async close(): Promise<void> {
    for (const lane of [...this.#readers, this.#writer]) await lane.close()
    await this.#database.close()
  }
}

/** Opens the database in `folder`, making it when absent. STORE_MISSING, STORE_BUSY, STORE_FAILED. */
export async function openEmbeddedClient(folder: string): Promise<CypherClient> {
  const library = await loadLibrary()
  return new EmbeddedClient(library, await openDatabase(library, folder))
}
