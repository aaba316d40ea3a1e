import { spawn } from 'node:child_process'
import { projectPath } from '../../src/core/paths.js'

/** The program in a process of its own, for what cannot be tried in this one: it is killed, or its library may crash. */

export interface Ended {
  /** Exit code, or null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly said: string
}

export interface Started {
  readonly pid: number
  readonly ended: Promise<Ended>
  /** Resolves when the program has said something that fits, or has ended. */
  said(pattern: RegExp): Promise<void>
  kill(signal: NodeJS.Signals): void
}

/** Words that run `policygraph` from its sources. */
export const PROGRAM: readonly string[] = [process.execPath, '--no-warnings', '--import', projectPath('test', 'faults', 'typescript.mjs'), projectPath('src', 'cli', 'main.ts')]

/** Starts any command line. */
export function startCommand(words: readonly string[], env: Readonly<Record<string, string>>): Started {
  const [command = '', ...rest] = words
  const child = spawn(command, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const heard = { out: '', said: '' }
  const listeners = new Set<() => void>()
  child.stdout.on('data', (text: Buffer) => { heard.out += text.toString() })
  child.stderr.on('data', (text: Buffer) => {
    heard.said += text.toString()
    for (const listen of listeners) listen()
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => { resolve({ code, signal, ...heard }) })
  })
  return {
    pid: child.pid ?? 0,
    ended,
    said: (pattern) => Promise.race([ended.then(() => undefined), new Promise<void>((resolve) => {
      const listen = (): void => { if (pattern.test(heard.said)) resolve() }
      listeners.add(listen)
      listen()
    })]),
    kill: (signal) => { child.kill(signal) },
  }
}

/** Starts `policygraph` with these arguments. */
export const start = (argv: readonly string[], env: Readonly<Record<string, string>>): Started => startCommand([...PROGRAM, ...argv], env)

/** The same, to its end. */
export const run = (argv: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> => start(argv, env).ended
