import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type * as Ladybug from '@ladybugdb/core'
import { PolicyGraphError } from '../../core/errors.js'
import { FileCheck } from './file-check.js'
import { damaged, demandRoom, isLockTaken, messageOf, storeFault } from './store-fault.js'

/** Opens the file of the embedded database: whole, after an end that was no proper close, or not at all when it is damaged. */

export const FILE = 'graph.lbug'
const PACKAGE = '@ladybugdb/core'
const MIB = 1024 ** 2
/** The page cache is a ceiling, taken as needed. With less than the least the database cannot make its tables. */
const CACHE = { unset: 1_024, least: 256, most: 262_144 }
/** Bytes; only reserves addresses. */
const MAX_DATABASE = 256 * 1024 ** 3
/**
 * Bytes of log after which a commit takes it into the file. That costs more the larger the file is: at the library's 16 MiB most of
 * an ingest went into it. Opening after a kill takes in as much again, in a second or so.
 */
const CHECKPOINT = 64 * 1024 ** 2
/** A closing process keeps its lock for a moment, so a taken lock is tried again for so long (ms). */
const LOCK_PATIENCE = 3_000
const LOCK_PAUSE = 100
/** The log is read before the lock is asked for, so what another process is just writing can look damaged: it must do so this often in a row. */
const LOOKS = 3

export type Library = Pick<typeof Ladybug, 'Database' | 'Connection'>

export interface OpenDatabase {
  readonly library: Library
  readonly database: Ladybug.Database
  readonly check: FileCheck
  readonly file: string
}

async function loadLibrary(): Promise<Library> {
  try {
    return (await import('@ladybugdb/core')).default
  } catch (cause) {
    throw new PolicyGraphError('STORE_MISSING', '无法加载内嵌数据库 · cannot load the embedded database; run: npm install @ladybugdb/core', {
      details: { package: PACKAGE }, cause,
    })
  }
}

const busy = (folder: string, cause: unknown): PolicyGraphError =>
  new PolicyGraphError(
    'STORE_BUSY',
    `数据目录 ${folder} 正被另一进程使用，请先停止它（例如 serve），或改用 Neo4j · another process holds ${folder}; stop it (a running serve?) or use Neo4j`,
    { details: { folder }, cause },
  )

type DatabaseArguments = ConstructorParameters<Library['Database']>

/** Bytes, from POLICYGRAPH_CACHE_MB; undefined where that is not set. BAD_INPUT. */
export function pageCacheFromEnv(env: Readonly<Record<string, string | undefined>>): number | undefined {
  const text = env['POLICYGRAPH_CACHE_MB'] ?? ''
  if (text === '') return undefined
  const size = Number(text)
  if (Number.isInteger(size) && size >= CACHE.least && size <= CACHE.most) return size * MIB
  throw new PolicyGraphError('BAD_INPUT', `POLICYGRAPH_CACHE_MB 应为 ${CACHE.least} 到 ${CACHE.most} 的整数，而不是“${text}” · POLICYGRAPH_CACHE_MB must be a whole number from ${CACHE.least} to ${CACHE.most}, not “${text}”`, {
    details: { variable: 'POLICYGRAPH_CACHE_MB' },
  })
}

/** Of a torn log all transactions but the last, unfinished one are taken in; any other fault of a log is an error. */
const settings = (file: string, pageCache: number, torn: boolean): DatabaseArguments => [file, pageCache, true, false, MAX_DATABASE, true, CHECKPOINT, !torn]

const CRASHES: ReadonlySet<unknown> = new Set(['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGILL', 'SIGFPE', 'SIGTRAP'])

/** Ends with its parent, whose end closes its input, so that it does not hold the lock any longer. */
const PROBE = `
process.stdin.on('end', () => process.kill(process.pid, 'SIGKILL')).resume()
const { Database } = require(process.argv[1])
const database = new Database(...JSON.parse(process.argv[2]))
database.init().then(() => database.close()).then(() => process.exit(0), (error) => { process.stdout.write(error.message, () => process.exit(9)) })`

/**
 * Opens and closes the database in a process of its own, which a damaged file may crash (the library reads a log before it checks
 * its sums). Gives what went wrong, '' for nothing.
 */
function tryApart(file: string, pageCache: number, torn: boolean): Promise<string> {
  const library = createRequire(import.meta.url).resolve(PACKAGE)
  return new Promise((resolve) => {
    execFile(process.execPath, ['-e', PROBE, library, JSON.stringify(settings(file, pageCache, torn))], (error, stdout) => {
      // one that could not be started, or was told to end (Ctrl-C reaches it too), has found nothing wrong
      const crashed = CRASHES.has(error?.signal)
      resolve(crashed ? `the library crashed (${String(error?.signal)})` : stdout.trim())
    })
  })
}

/** Makes sure that opening the file will not end this process; true for a torn log. STORE_DAMAGED, STORE_FULL; throws the library's error for a taken lock. */
async function settle(file: string, pageCache: number, check: FileCheck): Promise<boolean> {
  const look = check.look()
  if (look.state === 'damaged') throw damaged(look.file, look.why)
  if (look.state === 'whole') return false
  demandRoom(file)
  check.mending()
  const wrong = await tryApart(file, pageCache, look.torn)
  if (wrong === '') return look.torn
  if (isLockTaken(wrong) || storeFault(wrong, file).code === 'STORE_FULL') throw new Error(wrong)
  throw damaged(/\.wal\b|\bWAL\b/u.test(wrong) ? `${file}.wal` : file, wrong)
}

/** Opens the database in `folder`, making it when absent; `pageCache` in bytes. STORE_MISSING, STORE_BUSY, STORE_DAMAGED, STORE_FULL, STORE_FAILED. */
export async function openDatabase(folder: string, pageCache = CACHE.unset * MIB): Promise<OpenDatabase> {
  const library = await loadLibrary()
  const file = join(folder, FILE)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw storeFault(error, file)
  }
  const check = new FileCheck(file)
  const until = performance.now() + LOCK_PATIENCE
  for (let looks = 1; ;) {
    let database: Ladybug.Database | undefined
    try {
      database = new library.Database(...settings(file, pageCache, await settle(file, pageCache, check)))
      await database.init()
      check.opened()
      return { library, database, check, file }
    } catch (error) {
      await database?.close().catch(() => undefined)
      if (isLockTaken(messageOf(error))) {
        looks = 1
        if (performance.now() > until) throw busy(folder, error)
      } else {
        const fault = storeFault(error, file)
        if (fault.code !== 'STORE_DAMAGED' || looks === LOOKS) throw fault
        looks += 1
      }
      await sleep(LOCK_PAUSE)
    }
  }
}
