#!/usr/bin/env node
/** The process: the only place that reads its arguments and environment, prints and exits. */
import { once } from 'node:events'
import type { Terminal } from './command.js'
import { EXIT } from './exit-codes.js'
import { runCli } from './run-cli.js'

const terminal: Terminal = {
  out: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  say: (line) => {
    process.stderr.write(`${line}\n`)
  },
  screen: process.stderr.isTTY ? process.stderr : undefined,
  stdin: process.stdin,
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.OK) // the reader (`| head`) has what it wanted
  throw error
})

/** One Ctrl-C reaches a command under npm twice: from the terminal, and passed on by npm. Nobody presses twice within this time (ms). */
const SAME_PRESS = 300

const stop = new AbortController()
let stoppedAt = 0
const onSignal = (): void => {
  if (stop.signal.aborted && performance.now() - stoppedAt < SAME_PRESS) return
  if (stop.signal.aborted) process.exit(EXIT.INTERRUPTED)
  stoppedAt = performance.now()
  terminal.say('正在收尾，再按一次 Ctrl-C 立即退出 · finishing; press Ctrl-C again to leave at once')
  stop.abort()
}
process.on('SIGINT', onSignal)
process.on('SIGTERM', onSignal)

process.exitCode = await runCli({ argv: process.argv.slice(2), env: process.env, terminal, signal: stop.signal })
