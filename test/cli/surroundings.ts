import { Readable } from 'node:stream'
import { runCli } from '../../src/cli/run-cli.js'
import { testFolder } from '../fixtures/test-folder.js'

/** What a command said and gave. */
export interface CliRun {
  readonly code: number
  readonly out: string
  readonly said: string
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly signal?: AbortSignal
  /** Hears each line as it is said. */
  readonly onSay?: (line: string) => void
}

/** A command line with a data folder of its own, run in this process. */
export class CliBench {
  readonly dataFolder = testFolder('cli-')

  async run(argv: readonly string[], { env = {}, stdin = '', signal = new AbortController().signal, onSay }: CliOptions = {}): Promise<CliRun> {
    const out: string[] = []
    const said: string[] = []
    const code = await runCli({
      argv,
      env: { POLICYGRAPH_DATA: this.dataFolder, ...env },
      signal,
      terminal: {
        out: (text) => {
          out.push(text)
          return Promise.resolve()
        },
        say: (line) => {
          said.push(line)
          onSay?.(line)
        },
        screen: undefined,
        stdin: Readable.from([Buffer.from(stdin)]),
      },
    })
    return { code, out: out.join(''), said: said.join('\n') }
  }
}
