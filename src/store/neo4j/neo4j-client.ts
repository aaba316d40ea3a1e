import { setTimeout as sleep } from 'node:timers/promises'
import type * as Bolt from 'neo4j-driver'
import type { StoreSchema } from '../../../schema/to-store.js'
import { codeOf, isPolicyGraphError, PolicyGraphError } from '../../core/errors.js'
import type { CypherClient, RunCypher } from '../cypher-client.js'
import { ddlStatements } from './neo4j-ddl.js'
import { msUntil, tooSlow } from '../deadline.js'
import type { ReadOptions, StoreRow } from '../port.js'
import { fromNeo4j, toNeo4j } from './neo4j-values.js'

/** Neo4j over Bolt. `bolt://` speaks to one server, `neo4j://` routes within a cluster. */

export interface Neo4jAddress {
  readonly uri: string
  readonly user: string
  readonly password: string
  /** Default: the server's home database. */
  readonly database?: string
}

const OLDEST_MAJOR = 5
/** How long to try to connect (ms). */
const CONNECT_TIMEOUT = 5_000
/** How long a read and a transaction are tried again after failures that may pass: a server that starts anew, a deadlock (ms). Somebody waits for a read. */
const PATIENCE = { READ: 5_000, WRITE: 30_000 }
/** Pauses between tries, each twice as long as the one before, give or take a fifth (ms). */
const FIRST_PAUSE = 200
const LONGEST_PAUSE = 5_000
const INDEX_PATIENCE_SECONDS = 120
/** All rows of an answer, which are wanted in any case, come without being asked for in parts. */
const AT_ONCE = -1
/** From here on a server can be told not to remark on statements, e.g. on a type of relationship that no fact has yet; nobody reads that. */
const CAN_BE_QUIET = { major: 5, minor: 2 }

/** In a cluster reads go to any member, writes to the leader. */
type Mode = 'READ' | 'WRITE'
type Library = Pick<typeof Bolt, 'driver' | 'auth' | 'int' | 'session' | 'bookmarkManager' | 'isRetryableError'>
type Driver = Bolt.Driver
type ManagedTransaction = Bolt.ManagedTransaction
type Session = Bolt.Session
/** The options as plain data: the library types them as instances of its classes. */
type Plain<T> = { [Key in keyof T]: T[Key] }

async function loadLibrary(): Promise<Library> {
  try {
    return (await import('neo4j-driver')).default
  } catch (cause) {
    throw new PolicyGraphError('STORE_MISSING', '缺少 Neo4j 客户端 · the Neo4j client is not installed; run: npm install neo4j-driver', {
      details: { package: 'neo4j-driver' }, cause,
    })
  }
}

/** Refuses a server older than the supported major; `agent` is what it says of itself, e.g. `Neo4j/5.26.10`. */
export function checkServerVersion(agent: string): void {
  const version = /^Neo4j\/(\d+)(?:[.][\w.-]*)?$/u.exec(agent)
  if (version?.[1] !== undefined && Number(version[1]) < OLDEST_MAJOR)
    throw new PolicyGraphError('STORE_TOO_OLD', `服务器版本 ${agent} 过旧，需要 Neo4j ${OLDEST_MAJOR} 或更新 · the server is ${agent}; Neo4j ${OLDEST_MAJOR} or later is needed`, {
      details: { agent },
    })
}

/** `IF NOT EXISTS` looks first and makes later; another process may come in between. */
const madeMeanwhile = (error: unknown): boolean => /\.(?:EquivalentSchemaRuleAlreadyExists|ConstraintAlreadyExists|IndexAlreadyExists|IndexWithNameAlreadyExists|ConstraintWithNameAlreadyExists)$/u.test(codeOf(error))

/** A driver error in the project's words. */
export function neo4jError(error: unknown, uri: string): PolicyGraphError {
  if (error instanceof PolicyGraphError) return error
  const code = codeOf(error)
  const options = { details: { uri, code }, cause: error }
  if (/^Neo\.ClientError\.Security\./u.test(code))
    return new PolicyGraphError('STORE_AUTH', `Neo4j 用户名或密码错误 · wrong user or password for ${uri}; check NEO4J_USER and NEO4J_PASSWORD`, options)
  if (code === 'ServiceUnavailable' || code === 'SessionExpired' || /\.DatabaseUnavailable$/u.test(code))
    return new PolicyGraphError('STORE_UNREACHABLE', `无法连接 ${uri}，请确认 Neo4j 已启动 · cannot reach ${uri}; is Neo4j running? (npm run neo4j starts one)`, options)
  // The server has ended the transaction by then; or it has not caught up with the bookmark in time.
  if (/\.(?:TransactionTimedOut|BookmarkTimeout)/u.test(code)) return tooSlow(error)
  if (/\.InvalidBookmark(?:Mixture)?$/u.test(code)) return new PolicyGraphError('BAD_INPUT', '书签无效 · not a bookmark of this store', options)
  const message = error instanceof Error ? error.message : String(error)
  return new PolicyGraphError('STORE_FAILED', `Neo4j 拒绝了语句 · Neo4j refused a statement: ${message}`, options)
}

interface Quiet {
  readonly notificationFilter?: Plain<Bolt.NotificationFilter>
}

function quietFor(bolt: Bolt.ServerInfo['protocolVersion']): Quiet {
  const isAble = bolt !== undefined && (bolt.getMajor() > CAN_BE_QUIET.major || (bolt.getMajor() === CAN_BE_QUIET.major && bolt.getMinor() >= CAN_BE_QUIET.minor))
  return isAble ? { notificationFilter: { minimumSeverityLevel: 'OFF' } } : {}
}

const rowsOf = ({ records }: Bolt.QueryResult): readonly StoreRow[] => records.map((record) => fromNeo4j(record))

class Neo4jClient implements CypherClient {
  readonly dialect = 'neo4j'
  readonly traits = { label: 'Neo4j', fullText: false, sharedWriters: true, kindLabels: true, remote: true }
  readonly #driver: Driver
  readonly #address: Neo4jAddress
  readonly #wrap: (value: number) => unknown
  readonly #mayPass: (error: unknown) => boolean
  readonly #openSession: (mode: Mode, after?: readonly string[]) => Session
  readonly bookmarks: CypherClient['bookmarks']

  constructor(library: Library, driver: Driver, address: Neo4jAddress, quiet: Quiet) {
    this.#driver = driver
    this.#address = address
    this.#wrap = (value) => library.int(value)
    // What a transaction reads by another session comes as an error of ours.
    this.#mayPass = (error) => library.isRetryableError(error) || (isPolicyGraphError(error) && error.code === 'STORE_UNREACHABLE')
    // One bookmark manager: a read in a cluster waits until it sees what this process wrote before.
    const bookmarkManager = library.bookmarkManager()
    this.bookmarks = async () => [...await bookmarkManager.getBookmarks()]
    const database = address.database === undefined ? {} : { database: address.database }
    this.#openSession = (mode, after = []) => {
      const options: Plain<Bolt.SessionConfig> = { ...database, ...quiet, bookmarkManager, bookmarks: [...after], fetchSize: AT_ONCE, defaultAccessMode: library.session[mode] }
      return driver.session(options)
    }
  }

  /** One statement needs no transaction that the client begins and ends, which would be one more answer to wait for. */
  readonly read: CypherClient['read'] = (cypher, params = {}, { deadline, after } = {}) =>
    this.#inSession('READ', async (session) => rowsOf(await session.run(cypher, toNeo4j(params, this.#wrap), deadline === undefined ? {} : { timeout: msUntil(deadline) })), { deadline, after })

  /** The bookmark of a read names the last transaction that it sees, so that it changes with each write, whoever made it. */
  readonly state: CypherClient['state'] = ({ deadline, after } = {}) =>
    this.#inSession('READ', async (session) => {
      await session.run('RETURN 1', {}, deadline === undefined ? {} : { timeout: msUntil(deadline) })
      return session.lastBookmarks().join(' ')
    }, { deadline, after })

  transaction<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    return this.#inSession('WRITE', (session) => session.executeWrite((transaction) => work((cypher, params) => this.#run(transaction, cypher, params))))
  }

  /** A label needs no making. */
  has(): Promise<boolean> {
    return Promise.resolve(true)
  }

  async applySchema(schema: StoreSchema): Promise<void> {
    await this.#inSession('WRITE', async (session) => {
      for (const statement of ddlStatements(schema)) {
        try {
          await session.executeWrite((transaction) => transaction.run(statement))
        } catch (error) {
          if (!madeMeanwhile(error)) throw error
        }
      }
      await session.executeRead((transaction) => transaction.run(`CALL db.awaitIndexes(${INDEX_PATIENCE_SECONDS})`))
    })
  }

  async close(): Promise<void> {
    await this.#driver.close()
  }

  async #run(transaction: ManagedTransaction, ...[cypher, params = {}]: Parameters<RunCypher>): ReturnType<RunCypher> {
    return rowsOf(await transaction.run(cypher, toNeo4j(params, this.#wrap)))
  }

  /** Does the work in a session of its own, again and again while what is wrong may pass and there is time. */
  async #inSession<T>(mode: Mode, work: (session: Session) => Promise<T>, { deadline = Infinity, after }: ReadOptions = {}): Promise<T> {
    const until = Math.min(deadline, performance.now() + PATIENCE[mode])
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      const session = this.#openSession(mode, after)
      try {
        return await work(session)
      } catch (error) {
        if (!this.#mayPass(error) || performance.now() + pause > until) throw neo4jError(error, this.#address.uri)
      } finally {
        await session.close().catch(() => undefined) // a server that is gone cannot be told
      }
      await sleep(pause * (0.8 + 0.4 * Math.random()))
    }
  }
}

/** Connects and checks who answers. STORE_MISSING, STORE_UNREACHABLE, STORE_AUTH, STORE_TOO_OLD. */
export async function openNeo4jClient(address: Neo4jAddress): Promise<CypherClient> {
  const library = await loadLibrary()
  const driver = connect(library, address)
  try {
    await driver.verifyAuthentication()
    const info = await driver.getServerInfo(address.database === undefined ? {} : { database: address.database })
    checkServerVersion(info.agent ?? '')
    return new Neo4jClient(library, driver, address, quietFor(info.protocolVersion))
  } catch (error) {
    await driver.close()
    throw neo4jError(error, address.uri)
  }
}

/** Replaces the password a new server comes with. STORE_AUTH when it has another. */
export async function changeInitialPassword(address: Neo4jAddress, password: string): Promise<void> {
  const driver = connect(await loadLibrary(), address)
  try {
    const options: Plain<Bolt.SessionConfig> = { database: 'system' }
    const session = driver.session(options)
    await session.run('ALTER CURRENT USER SET PASSWORD FROM $old TO $new', { old: address.password, new: password })
    await session.close()
  } catch (error) {
    throw neo4jError(error, address.uri)
  } finally {
    await driver.close()
  }
}

function connect(library: Library, { uri, user, password }: Neo4jAddress): Driver {
  const options: Plain<Bolt.Config> = {
    disableLosslessIntegers: true,
    connectionTimeout: CONNECT_TIMEOUT,
    connectionAcquisitionTimeout: 2 * CONNECT_TIMEOUT,
    maxTransactionRetryTime: 0, // the client tries again itself, within the time of who asks
    telemetryDisabled: true,
    userAgent: 'policygraph',
  }
  try {
    return library.driver(uri, library.auth.basic(user, password), options)
  } catch (cause) {
    throw new PolicyGraphError('BAD_INPUT', `NEO4J_URI 无效 · not a Neo4j address: ${uri}`, { details: { uri }, cause })
  }
}
