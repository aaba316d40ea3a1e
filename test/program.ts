import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformSync } from '@swc/core'
import glob from 'fast-glob'
import { projectPath } from '../src/core/paths.js'

/** The real program in a process of its own, made from the sources as they are now, so that no stale build is tested. */

const OUT = projectPath('node_modules', '.cache', 'policygraph-program')

const files = (): readonly string[] => glob.sync(['{src,ingest,schema,models}/**/*.ts'], { cwd: projectPath(), ignore: ['src/explorer/**'] })

let made: string | undefined

/** Path of the program's entry. Only sources that changed since the last call are translated. */
export function programPath(): string {
  if (made !== undefined) return made
  for (const file of files()) {
    const [source, target] = [projectPath(file), join(OUT, file.replace(/\.ts$/u, '.js'))]
    const { mtimeMs } = statSync(source)
    if (existsSync(target) && statSync(target).mtimeMs > mtimeMs) continue
    const { code } = transformSync(readFileSync(source, 'utf8'), { filename: source, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: false })
    mkdirSync(dirname(target), { recursive: true })
    const unfinished = `${target}.${process.pid}`
    writeFileSync(unfinished, code)
    renameSync(unfinished, target)
  }
  made = join(OUT, 'src', 'cli', 'main.js')
  return made
}

export interface Ended {
  /** Exit code, or the signal that ended it. */
  readonly code: number | NodeJS.Signals
}

/** A running program. What it writes is kept. */
export class Program {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
  #out = ''
  #said = ''

  constructor(argv: readonly string[], env: Readonly<Record<string, string>>) {
    const { PATH = '', HOME = '' } = process.env
    this.process = spawn(process.execPath, [programPath(), ...argv], { env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => { this.#out += text })
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => { this.#said += text })
    this.ended = new Promise((resolve) => {
      this.process.once('close', (code, signal) => { resolve({ code: code ?? signal ?? 'SIGKILL' }) })
    })
  }

  get out(): string {
    return this.#out
  }

  /** All of stderr: talk and log. */
  get said(): string {
    return this.#said
  }

  /** Lines of the log so far. */
  get log(): readonly Readonly<Record<string, unknown>>[] {
    return this.#said.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}')).map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
  }

  /** Resolves with the match once stderr holds it; rejects when the program ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#said)
      if (found !== null) return found
      const over = await Promise.race([this.ended, new Promise<undefined>((resolve) => { setTimeout(() => { resolve(undefined) }, 20) })])
      if (over !== undefined && !pattern.test(this.#said)) throw new Error(`ended with ${over.code} before it said ${String(pattern)}:\n${this.#said}`)
    }
  }

  /** The address of a server that has said it. */
  async url(): Promise<string> {
    return (await this.says(/http:\/\/127\.0\.0\.1:\d+/u))[0]
  }

  signal(name: NodeJS.Signals): void {
    this.process.kill(name)
  }
}
