import { resolve } from 'node:path'
import { PolicyGraphError, isPolicyGraphError } from '../../../core/errors.js'
import { changeInitialPassword, openNeo4jClient } from '../neo4j-client.js'
import { claimPort, LOOPBACK, storedPassword, writeSettings } from './neo4j-home.js'
import { ensureJars } from './neo4j-jars.js'
import { startServerProcess, type ServerProcess } from './server-process.js'
import { requireJava } from './tools.js'

/** A Neo4j server on this machine without Docker: Java runs it, Maven fetches it. */

export interface LocalNeo4jOptions {
  /** Data, settings and password; made when absent. */
  readonly folder: string
  /** Bolt port on loopback; 0 takes a free one. */
  readonly port: number
  /** Progress, a line at a time. */
  readonly log: (line: string) => void
}

export interface LocalNeo4j extends ServerProcess {
  readonly uri: string
  readonly user: string
  readonly password: string
  /** The password was made in this start, so nobody has seen it yet. */
  readonly firstStart: boolean
}

const USER = 'neo4j'
const INITIAL_PASSWORD = 'neo4j'

/** Gives the server its password, unless it has it already (a first start that was cut short may have got so far). */
async function settlePassword(uri: string, password: string): Promise<void> {
  try {
    const client = await openNeo4jClient({ uri, user: USER, password })
    await client.close()
  } catch (error) {
    if (!isPolicyGraphError(error) || error.code !== 'STORE_AUTH') throw error
    await changeInitialPassword({ uri, user: USER, password: INITIAL_PASSWORD }, password)
  }
}

/** Starts the server and waits until it answers. TOOL_MISSING, PORT_TAKEN, STORE_BUSY, STORE_AUTH, STORE_FAILED. */
export async function startLocalNeo4j({ folder, port, log }: LocalNeo4jOptions): Promise<LocalNeo4j> {
  await requireJava()
  const home = resolve(folder)
  const claimed = await claimPort(port)
  const jars = await ensureJars(log)
  const { password, fresh } = storedPassword(home)
  writeSettings(home, claimed)
  log('正在启动 Neo4j，约需十秒 · starting Neo4j, about ten seconds')
  const server = await startServerProcess(jars, home)
  const uri = `bolt://${LOOPBACK}:${claimed}`
  try {
    await settlePassword(uri, password)
    return { ...server, uri, user: USER, password, firstStart: fresh }
  } catch (cause) {
    await server.stop()
    if (isPolicyGraphError(cause) && cause.code === 'STORE_AUTH')
      throw new PolicyGraphError('STORE_AUTH', `${home}/password 与服务器的密码不符 · the password file does not hold the server's password`, { details: { folder: home }, cause })
    throw cause
  }
}
