import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { PolicyGraphError } from '../../../core/errors.js'
import { projectPath } from '../../../core/paths.js'

/** The Java process. It ends when its standard input does, so it cannot outlive this one. */

const LAUNCHER = projectPath('src', 'store', 'neo4j', 'local', 'Launcher.java')
const HEAP = '1g'
const START_PATIENCE = 120_000
/** A server that has not shut down after so long is killed (ms). */
const STOP_PATIENCE = 60_000
const TAIL_LINES = 40

export interface ServerProcess {
  readonly pid: number
  /** Resolves when the server is gone, however it went. */
  readonly exited: Promise<void>
  /** Shuts it down in good order and waits. */
  stop(): Promise<void>
  /** Lets this process end while the server runs; the server then ends too. */
  unref(): void
}

/** Starts Java and waits until the database is up. STORE_BUSY when another server holds the folder, STORE_FAILED. */
export async function startServerProcess(jars: string, folder: string): Promise<ServerProcess> {
  // Its own process group: Ctrl-C reaches this process alone, which then stops the server in order.
  const child = spawn('java', [`-Xmx${HEAP}`, '-cp', `${jars}/*`, LAUNCHER, folder], { stdio: 'pipe', detached: true })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
    child.once('error', () => {
      resolve()
    })
  })
  const server: ServerProcess = {
    pid: child.pid ?? 0,
    exited,
    stop: () => stop(child, exited),
    unref: () => {
      unref(child)
    },
  }
  try {
    await ready(child, exited, folder)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function ready(child: ChildProcessWithoutNullStreams, exited: Promise<void>, folder: string): Promise<void> {
  const tail: string[] = []
  const remember = (line: string): void => {
    tail.push(line)
    if (tail.length > TAIL_LINES) tail.shift()
  }
  createInterface(child.stderr).on('line', remember)
  child.stdin.on('error', () => undefined) // a server that is gone no longer reads
  let timer: NodeJS.Timeout | undefined
  const up = new Promise<'up'>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line === 'READY') resolve('up')
      else remember(line)
    })
  })
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, START_PATIENCE, 'late')
  })
  const outcome = await Promise.race([up, late, exited.then(() => 'gone' as const)])
  clearTimeout(timer)
  if (outcome === 'up') return
  const said = tail.join('\n')
  if (/lock/iu.test(said)) throw new PolicyGraphError('STORE_BUSY', `文件夹 ${folder} 已有 Neo4j 在运行 · another Neo4j runs on ${folder}; stop it first`, { details: { folder } })
  throw new PolicyGraphError('STORE_FAILED', `Neo4j 未能启动，日志见 ${folder}/logs · Neo4j did not start; see its logs\n${said}`, { details: { folder } })
}

async function stop(child: ChildProcessWithoutNullStreams, exited: Promise<void>): Promise<void> {
  child.stdin.end()
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE)
  await exited
  clearTimeout(timer)
}

function unref(child: ChildProcessWithoutNullStreams): void {
  child.unref()
  for (const stream of [child.stdin, child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref()
}
