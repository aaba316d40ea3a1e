import { CommanderError } from 'commander'
import { readConfig } from '../config.js'
import { isPolicyGraphError } from '../core/errors.js'
import { openTracing } from '../ops/open-tracing.js'
import type { Action, Terminal } from './command.js'
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes.js'
import { HINTS } from './hints.js'
import { programVersion } from './program-version.js'
import { buildProgram } from './program.js'

export interface CliSurroundings {
  /** Words after the program's name. */
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly terminal: Terminal
  readonly signal: AbortSignal
}

/** Runs one command line to its end and gives its exit code; prints through the terminal only, never throws. */
export async function runCli({ argv, env, terminal, signal }: CliSurroundings): Promise<ExitCode> {
  let code: ExitCode = EXIT.OK
  const run = async (action: Action): Promise<void> => {
    const config = readConfig(env)
    const endTracing = config.traces === undefined ? undefined : await openTracing(config.traces, programVersion())
    try {
      code = await action({ config, terminal, signal })
    } finally {
      await endTracing?.()
    }
  }
  try {
    await buildProgram(run, terminal, programVersion()).parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE // commander has said it
    return explain(error, terminal)
  }
}

/** Tells the person what went wrong and what to do; only a fault of the program shows its stack. */
function explain(error: unknown, terminal: Terminal): ExitCode {
  if (!isPolicyGraphError(error)) {
    terminal.say(`程序出错 · unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return EXIT.FAULT
  }
  terminal.say(`${error.code}: ${error.message}`)
  const { candidates, nearest } = error.details
  for (const choices of [candidates, nearest]) if (Array.isArray(choices)) for (const choice of choices) terminal.say(`  ${choiceText(choice)}`)
  const hint = HINTS[error.code]
  if (hint !== undefined) terminal.say(hint)
  return exitCodeOf(error.code)
}

/** An entity that an error offers instead: its name, kind and id, as far as they are given. */
function choiceText(choice: unknown): string {
  if (typeof choice !== 'object' || choice === null) return String(choice)
  const fields: Readonly<Record<string, unknown>> = { ...choice }
  return ['name', 'kind', 'subkind', 'id'].map((field) => fields[field]).filter((value) => typeof value === 'string' && value !== '').join('  ')
}
