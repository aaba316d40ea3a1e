import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { testFolder } from '../fixtures/test-folder.js'

/** A real Redis of one test file: on a free port, in a folder of its own, kept nowhere. */

export interface TestRedis {
  readonly url: string
  readonly port: number
  /** Takes connections and says nothing, until it is thawed. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** Ends the server at once. */
  readonly stop: () => Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

const LINES = /Ready to accept connections/u

async function untilReady(server: ChildProcess): Promise<boolean> {
  let said = ''
  const ready = new Promise<boolean>((resolve) => {
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (LINES.test(said)) resolve(true)
    })
    server.once('exit', () => { resolve(false) })
  })
  return ready
}

/**
 * Starts it, and stops it after the tests of the file. Undefined where redis-server is not installed, which is then said;
 * with POLICYGRAPH_REQUIRE_REDIS=1 that fails instead. Await it at the top of a test file.
 */
export async function redisUnderTest(): Promise<TestRedis | undefined> {
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    const why = 'redis-server is not installed (Debian: apt-get install redis-server)'
    if (process.env['POLICYGRAPH_REQUIRE_REDIS'] === '1') throw new Error(`Redis is required (POLICYGRAPH_REQUIRE_REDIS=1) but cannot run: ${why}`)
    process.stderr.write(`The Redis part of the tests does not run: ${why}\n`)
    return undefined
  }
  const folder = testFolder('redis-')
  for (let tries = 0; tries < 5; tries += 1) {
    const port = await freePort()
    const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder, '--maxmemory-policy', 'noeviction'], { stdio: ['ignore', 'pipe', 'ignore'] })
    if (!await untilReady(server)) continue // another took the port meanwhile
    const stop = async (): Promise<void> => {
      if (server.exitCode !== null || server.signalCode !== null) return
      server.kill('SIGKILL')
      await once(server, 'exit')
    }
    afterAll(async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    })
    return { url: `redis://127.0.0.1:${port}`, port, stop, freeze: () => { server.kill('SIGSTOP') }, thaw: () => { server.kill('SIGCONT') } }
  }
  throw new Error('redis-server does not start')
}
