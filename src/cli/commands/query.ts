import { Command, Option } from 'commander'
import { PolicyGraphError } from '../../core/errors.js'
import type { StoreParams } from '../../store/port.js'
import { loadCatalog, readParamText, type ParamSpec } from '../../store/query-catalog.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { QUESTIONS, type Question } from '../questions.js'
import { renderRows, ROW_FORMATS, type RowFormat } from '../table.js'
import { withStore } from '../with-store.js'

interface QueryOptions {
  readonly param?: readonly string[]
  readonly format: RowFormat
  readonly list?: true
}

export const queryCommand: CommandFactory = (run) =>
  new Command('query')
    .description('问一个问题；--list 列出全部问题及参数\nask a question by name; --list shows all of them with their parameters')
    .argument('[name]', '问题的名称 · name of the question')
    .option('-p, --param <name=value>', '参数，可多次给出；列表用逗号分隔 · a parameter, may be repeated; lists are comma separated', (text, all: readonly string[] | undefined): readonly string[] => [...(all ?? []), text])
    .addOption(new Option('-f, --format <format>', '输出格式 · output format').choices(ROW_FORMATS).default('table'))
    .option('-l, --list', '列出全部问题 · list all questions')
    .action((name: string | undefined, options: QueryOptions, command: Command) => {
      if (options.list === true) return run(listQuestions)
      if (name === undefined) command.error('请给出问题的名称，或用 --list 列出 · name a question, or --list them')
      return run((context) => query(context, name, options))
    })

/** The answers first, then the plain queries of the catalogue. */
function allQuestions(): readonly Question[] {
  const taken = new Set(QUESTIONS.map(({ name }) => name))
  const plain = loadCatalog().list().filter(({ name }) => !taken.has(name)).map((spec): Question => ({
    name: spec.name,
    asks: spec.asks,
    params: spec.params,
    columns: spec.rows.map((row) => row.name),
    ask: (store, params) => store.read(spec.name, params),
  }))
  return [...QUESTIONS, ...plain]
}

const paramText = ({ name, type, required, fallback }: ParamSpec): string => `${name} (${type}${required ? '，必填 required' : ` = ${JSON.stringify(fallback)}`})`

async function listQuestions({ terminal }: CommandContext): Promise<ExitCode> {
  for (const { name, asks, params } of allQuestions()) await terminal.out(`${name}\n  ${asks}\n${params.length === 0 ? '' : `  --param ${params.map(paramText).join(', ')}\n`}`)
  return EXIT.OK
}

function readParams(question: Question, texts: readonly string[]): StoreParams {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = '', ...value] = text.split('=')
      const spec = question.params.find((param) => param.name === name)
      if (spec === undefined || value.length === 0) {
        const names = question.params.map((param) => param.name).join('、')
        throw new PolicyGraphError('BAD_INPUT', `--param ${text}：应写成 名称=值，名称为 ${names} 之一 · write name=value with one of these names`, { details: { parameter: name } })
      }
      return [name, readParamText(spec, value.join('='))]
    }),
  )
}

async function query({ config, terminal }: CommandContext, name: string, { param = [], format }: QueryOptions): Promise<ExitCode> {
  const question = allQuestions().find((candidate) => candidate.name === name)
  if (question === undefined) throw new PolicyGraphError('NOT_FOUND', `没有名为 ${name} 的问题，可用 query --list 查看 · no such question; see query --list`)
  const params = readParams(question, param)
  const missing = question.params.find((spec) => spec.required && !(spec.name in params))
  if (missing !== undefined) throw new PolicyGraphError('BAD_INPUT', `缺少参数：--param ${missing.name}=… · a parameter is missing`, { details: { parameter: missing.name } })
  const rows = await withStore(config, (store) => question.ask(store, params))
  await terminal.out(renderRows(format, question.columns, rows))
  if (rows.length === 0) terminal.say('没有结果 · no rows')
  return EXIT.OK
}
