import { setImmediate as nextTurn } from 'node:timers/promises'
import type * as Ladybug from '@ladybugdb/core'
import type { StoreSchema } from '../../../schema/to-store.js'
import type { CypherClient, RunCypher } from '../cypher-client.js'
import { msUntil, tooSlow } from '../deadline.js'
import { addColumn, createTables } from './embedded-ddl.js'
import { fromEmbedded, toEmbedded } from './embedded-values.js'
import { openDatabase, type OpenDatabase } from './open-database.js'
import type { StoreRow } from '../port.js'
import { demandRoom, messageOf, storeFault } from './store-fault.js'

/** The embedded database: one file, one process, no server. */

const READERS = 4

type Connection = Ladybug.Connection

/** For a query without a deadline; the library has no word for it. About 24 days, in ms. */
const NO_LIMIT = 2_147_483_647

/** Rows that are turned into objects before other work gets a turn: about 2 ms of it. */
const ROWS_AT_ONCE = 500

/** The rows of a result, which stand in memory by now. The library's own way waits for a thread at each row, which costs five times the row itself. */
async function rowsOf(result: Ladybug.QueryResult): Promise<StoreRow[]> {
  const rows: StoreRow[] = []
  while (result.hasNext()) {
    rows.push(fromEmbedded(result.getNextSync() ?? {}))
    if (rows.length % ROWS_AT_ONCE === 0) await nextTurn()
  }
  return rows
}

type Prepare = (cypher: string) => Promise<Ladybug.PreparedStatement>

async function prepare(connection: Connection, cypher: string): Promise<Ladybug.PreparedStatement> {
  const statement = await connection.prepare(cypher)
  if (!statement.isSuccess()) throw new Error(statement.getErrorMessage())
  return statement
}

async function execute(connection: Connection, prepared: Prepare, file: string, ...[cypher, params = {}, { deadline } = {}]: Parameters<CypherClient['read']>): ReturnType<RunCypher> {
  try {
    connection.setQueryTimeout(deadline === undefined ? NO_LIMIT : msUntil(deadline))
    const statement = await prepared(cypher)
    const result = await connection.execute(statement, toEmbedded(params))
    const last = Array.isArray(result) ? result.at(-1) : result
    if (last === undefined) return []
    try {
      return await rowsOf(last)
    } finally {
      last.close()
    }
  } catch (error) {
    throw deadline !== undefined && /interrupted/iu.test(messageOf(error)) ? tooSlow(error) : storeFault(error, file)
  }
}

const tables = async (run: RunCypher): Promise<ReadonlySet<unknown>> => new Set((await run('CALL show_tables() RETURN name')).map((row) => row['name']))

/** A connection that does one thing at a time. */
class Lane {
  readonly #connection: Connection
  readonly #file: string
  readonly #prepared: Prepare
  #tail: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** `keeps`: what it is asked is asked again and again in the same words, so that they are read once. */
  constructor(connection: Connection, file: string, keeps: boolean) {
    this.#connection = connection
    this.#file = file
    const kept = new Map<string, Ladybug.PreparedStatement>()
    this.#prepared = async (cypher) => {
      const statement = kept.get(cypher) ?? await prepare(connection, cypher)
      if (keeps) kept.set(cypher, statement)
      return statement
    }
  }

  /** Pieces of work that are not done yet. */
  get waiting(): number {
    return this.#waiting
  }

  use<T>(work: (run: CypherClient['read']) => Promise<T>): Promise<T> {
    this.#waiting += 1
    const result = this.#tail.then(() => work((cypher, params, options) => execute(this.#connection, this.#prepared, this.#file, cypher, params, options))).finally(() => {
      this.#waiting -= 1
    })
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
  readonly traits = { label: 'embedded (LadybugDB)', fullText: false, sharedWriters: false, kindLabels: false, remote: false }
  readonly #open: OpenDatabase
  readonly #writer: Lane
  readonly #readers: readonly Lane[]

  constructor(open: OpenDatabase) {
    const { library, database, file } = open
    const lane = (keeps: boolean): Lane => new Lane(new library.Connection(database), file, keeps)
    this.#open = open
    this.#writer = lane(true)
    this.#readers = Array.from({ length: READERS }, () => lane(false))
  }

  /** In the lane where the least is waiting, so that a long question holds up no others. */
  readonly read: CypherClient['read'] = (cypher, params, options) =>
    this.#readers.reduce((least, lane) => (lane.waiting < least.waiting ? lane : least)).use((run) => run(cypher, params, options))

  transaction<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    const { check, file } = this.#open
    return this.#writer.use(async (run) => {
      demandRoom(file)
      check.beforeChange()
      await run('BEGIN TRANSACTION')
      let last: Promise<unknown> = Promise.resolve()
      try {
        const result = await work((...statement) => {
          // After a failure nothing runs: the transaction may be over, and each statement by itself would stay.
          const next = last.then(() => run(...statement))
          last = next
          return next
        })
        await run('COMMIT')
        check.committed()
        return result
      } catch (error) {
        await last.catch(() => undefined)
        // A refused statement may have ended the transaction already.
        await run('ROLLBACK').catch(() => undefined)
        throw error
      }
    })
  }

  readonly bookmarks = (): Promise<readonly string[]> => Promise.resolve([])
  /** Nobody else can write, and what this process writes it knows of. */
  readonly state = (): Promise<string> => Promise.resolve('')

  has(table: string): Promise<boolean> {
    return this.#writer.use(async (run) => (await tables(run)).has(table))
  }

  async applySchema(schema: StoreSchema): Promise<void> {
    const { check, file } = this.#open
    await this.#writer.use(async (run) => {
      const made = await tables(run)
      const statements = createTables(schema)
      const change = async (statement: string): Promise<void> => {
        demandRoom(file)
        check.beforeChange()
        await run(statement)
      }
      for (const table of [...schema.nodes, ...schema.edges]) {
        if (made.has(table.name)) {
          const present = new Set((await run(`CALL table_info('${table.name}') RETURN name`)).map((row) => row['name']))
          for (const column of table.columns) if (!present.has(column.name)) await change(addColumn(table.name, column))
        } else await change(statements.get(table.name) ?? '')
      }
    })
  }

  async close(): Promise<void> {
    for (const lane of [...this.#readers, this.#writer]) await lane.close()
    this.#open.check.closing()
    await this.#open.database.close()
    this.#open.check.closed()
  }
}

/** Opens the database in `folder`, making it when absent; `pageCache` in bytes, 1 GiB unless told. STORE_MISSING, STORE_BUSY, STORE_DAMAGED, STORE_FULL, STORE_FAILED. */
export const openEmbeddedClient = async (folder: string, pageCache?: number): Promise<CypherClient> => new EmbeddedClient(await openDatabase(folder, pageCache))
