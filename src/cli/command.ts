/** What every command is given and gives back. A command neither prints nor exits by itself. */
import type { Readable } from 'node:stream'
import type { Command } from 'commander'
import type { Config } from '../config.js'
import type { ExitCode } from './exit-codes.js'

/** Where a command speaks. Data goes to `out`, talk to `say`, so that `| jq` and `> file` always work. */
export interface Terminal {
  /** Writes data to stdout; resolves when the reader has taken it. */
  out(text: string): Promise<void>
  /** Writes one line for the person to stderr. */
  say(line: string): void
  /** Writes to stderr without a line break; for the progress bar, on a terminal only. */
  readonly screen: NodeJS.WriteStream | undefined
  readonly stdin: Readable
}

export interface CommandContext {
  readonly config: Config
  readonly terminal: Terminal
  /** Fires at the first Ctrl-C or SIGTERM; the command then ends in good order. */
  readonly signal: AbortSignal
}

export type Action = (context: CommandContext) => Promise<ExitCode>

/** Runs the action with the context and remembers its exit code. */
export type RunAction = (action: Action) => Promise<void>

/** A command declares its words to commander and hands its action to `run`. */
export type CommandFactory = (run: RunAction) => Command
