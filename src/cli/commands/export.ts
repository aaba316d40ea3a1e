import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { PolicyGraphError } from '../../core/errors.js'
import { CSV_TABLES, MAIN_TABLE } from '../../export/formats/csv.js'
import { EXPORT_QUESTIONS, wholeNumber, type ExportScope } from '../../export/scopes.js'
import { FORMAT_NAMES, writeExport, type ExportRequest } from '../../export/write-export.js'
import type { GraphStore } from '../../store/port.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { withStore } from '../with-store.js'

interface Options {
  readonly format: string
  readonly entity?: string
  readonly hops?: string
  readonly question?: string
  readonly param?: readonly string[]
  readonly table?: string
  readonly out?: string
  readonly base?: string
  readonly withClosed?: true
  readonly withRejected?: true
}

const asks = EXPORT_QUESTIONS.map(({ name, params }) => `${name} (${params.join(', ')})`).join('；')

export const exportCommand: CommandFactory = (run) =>
  new Command('export')
    .description('导出整个图、一个实体的周围或一个问题的答案；同一个图导出的字节相同\nprint the whole graph, what lies around an entity, or an answer; the same graph gives the same bytes')
    .option('--format <format>', `${FORMAT_NAMES.join('、')} · output format`, 'jsonl')
    .option('--entity <name>', '只导出此实体（名称或 id）及其周围 · only this entity and what lies around it')
    .option('--hops <n>', '与 --entity 连用：几跳以内，0–3，默认 1 · with --entity: how many facts away')
    .option('--question <name>', `只导出一个问题的答案 · only what answers a question: ${asks}`)
    .option('-p, --param <name=value>', '问题的参数，可多次给出 · a parameter of the question, may be repeated', (text, all: readonly string[] | undefined): readonly string[] => [...(all ?? []), text])
    .option('--table <table>', `csv 的哪张表：${CSV_TABLES.join('、')}；默认 ${MAIN_TABLE} · which table of csv`)
    .option('--out <path>', '写到文件；csv 未指定 --table 时写到文件夹，四张表各一个文件 · write to a file; csv without --table writes its tables into a folder')
    .option('--base <url>', '固定链接的网址前缀 · address that permalinks begin with')
    .option('--with-closed', '连同已失去证据的事实 · with facts that have lost their evidence')
    .option('--with-rejected', '连同核查后被驳回的事实 · with facts that reviewers rejected')
    .action((options: Options, command: Command) => {
      if (!FORMAT_NAMES.includes(options.format)) command.error(`--format 只能是 ${FORMAT_NAMES.join('、')} · unknown format: ${options.format}`)
      return run((context) => exportGraph(context, options))
    })

function readParams(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map((text): [string, string] => {
    const [name = '', ...value] = text.split('=')
    if (value.length === 0) throw new PolicyGraphError('BAD_INPUT', `--param ${text}：应写成 名称=值 · write name=value`, { details: { parameter: name } })
    return [name, value.join('=')]
  }))
}

/** What `--entity`, `--question` and their companions ask for together. */
function scopeOf({ entity, hops, question, param = [], withClosed, withRejected }: Options): ExportScope {
  if (entity !== undefined && question !== undefined) throw new PolicyGraphError('BAD_INPUT', '--entity 与 --question 不能同时用 · give --entity or --question, not both')
  if (entity === undefined && hops !== undefined) throw new PolicyGraphError('BAD_INPUT', '--hops 须与 --entity 连用 · --hops goes with --entity')
  if (question === undefined && param.length > 0) throw new PolicyGraphError('BAD_INPUT', '--param 须与 --question 连用 · --param goes with --question')
  if ((entity ?? question) !== undefined && (withClosed ?? withRejected) === true) {
    throw new PolicyGraphError('BAD_INPUT', '--with-closed 与 --with-rejected 只用于全图 · --with-closed and --with-rejected go with the whole graph')
  }
  if (entity !== undefined) return { kind: 'entity', entity, hops: wholeNumber(hops, 'hops') ?? 1 }
  return question === undefined ? { kind: 'all' } : { kind: 'question', question, params: readParams(param) }
}

async function exportGraph({ config, terminal, signal }: CommandContext, options: Options): Promise<ExitCode> {
  const { format, table, base, out, withClosed, withRejected } = options
  const request: ExportRequest = { format, table, base: base ?? config.publicUrl, scope: scopeOf(options), withClosed, withRejected }
  return withStore(config, async (store) => {
    if (out === undefined) {
      if (format === 'csv' && table === undefined) terminal.say(`标准输出只放一张表 ${MAIN_TABLE}；其余用 --table，或用 --out 写到文件夹 · one table on stdout: ${MAIN_TABLE}; see --table and --out`)
      const { text } = await writeExport(store, request)
      for await (const piece of text) {
        if (signal.aborted) return EXIT.INTERRUPTED
        await terminal.out(piece)
      }
      return EXIT.OK
    }
    const tables = format === 'csv' && table === undefined ? CSV_TABLES : [table]
    for (const one of tables) {
      const path = tables.length > 1 ? join(out, `${one ?? ''}.csv`) : out
      if (!(await writeFile(store, { ...request, table: one }, path, signal))) return EXIT.INTERRUPTED
      terminal.say(`已写 ${path} · written`)
    }
    return EXIT.OK
  })
}

/** Under another name until it is whole, so that a run that stops leaves no half file that looks whole. False when it was stopped. */
async function writeFile(store: GraphStore, request: ExportRequest, path: string, signal: AbortSignal): Promise<boolean> {
  const { text } = await writeExport(store, request)
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.part`
  const file = await open(part, 'w')
  try {
    for await (const piece of text) {
      if (signal.aborted) return false
      await file.write(piece)
    }
  } finally {
    await file.close()
  }
  await rename(part, path)
  return true
}
