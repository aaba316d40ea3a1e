import { Command } from 'commander'
import { graphJsonl } from '../../export/graph-jsonl.js'
import type { GraphStore } from '../../store/port.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { withStore } from '../with-store.js'

type Exporter = (store: GraphStore) => AsyncIterable<string>

const FORMATS: Readonly<Record<string, Exporter>> = { jsonl: graphJsonl }

export const exportCommand: CommandFactory = (run) =>
  new Command('export')
    .description('导出整个图，写到标准输出；同一个图导出的字节相同\nprint the whole graph; the same graph gives the same bytes')
    .option('--format <format>', `${Object.keys(FORMATS).join('、')} · output format`, 'jsonl')
    .action((options: { readonly format: string }, command: Command) => {
      const exporter = FORMATS[options.format]
      if (exporter === undefined) command.error(`--format 只能是 ${Object.keys(FORMATS).join('、')} · unknown format: ${options.format}`)
      return run((context) => exportGraph(context, exporter))
    })

async function exportGraph({ config, terminal, signal }: CommandContext, exporter: Exporter): Promise<ExitCode> {
  return withStore(config, async (store) => {
    for await (const text of exporter(store)) {
      if (signal.aborted) return EXIT.INTERRUPTED
      await terminal.out(text)
    }
    return EXIT.OK
  })
}
