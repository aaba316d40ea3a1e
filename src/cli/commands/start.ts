import { Command } from 'commander'
import { readArticles } from '../../../ingest/1-read/read.js'
import { ingestArticles } from '../../../ingest/pipeline.js'
import { isPolicyGraphError } from '../../core/errors.js'
import { projectPath } from '../../core/paths.js'
import type { GraphStore, StoreRow } from '../../store/port.js'
import { accessNote } from '../access-note.js'
import type { CommandContext, CommandFactory, Terminal } from '../command.js'
import { EXIT, exitCodeOf, type ExitCode } from '../exit-codes.js'
import { issueLine } from '../issue-line.js'
import { QUESTIONS } from '../questions.js'
import { reportLine } from '../report-line.js'
import { SAMPLE_QUESTIONS, type SampleQuestion } from '../sample-questions.js'
import { serveStore } from '../serve-store.js'
import { withStore } from '../with-store.js'

export const startCommand: CommandFactory = (run) =>
  new Command('start')
    .description('图为空时载入示例文章，然后启动服务（即 npm start）\nload the samples into an empty graph, then serve (this is npm start)')
    .action(() => run(start))

async function start(context: CommandContext): Promise<ExitCode> {
  const { config, terminal, signal } = context
  await withStore(config, async (store) => {
    await loadSamplesIfEmpty(store, terminal, signal)
    if (signal.aborted) return
    await serveStore(store, {
      ...context,
      onReady: async (url) => {
        terminal.say(`\n打开 · open  ${url}    GraphQL  ${url}/graphql    Ctrl-C 停止 · stops it`)
        const note = accessNote(config)
        if (note !== '') terminal.say(note)
        await showQuestions(store, terminal)
      },
    })
  })
  return EXIT.OK
}

async function loadSamplesIfEmpty(store: GraphStore, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const [counts] = await store.read('counts')
  if (counts?.['articles'] !== 0) return
  terminal.say('图为空，正在载入示例文章（地名、人名、企业多为虚构） · the graph is empty; loading the samples')
  const context = {
    report: (issue: Parameters<typeof issueLine>[0]): void => {
      terminal.say(issueLine(issue))
    },
  }
  const report = await ingestArticles(store, readArticles([projectPath('samples')], context, terminal.stdin), { signal, onIssue: context.report })
  terminal.say(reportLine(report, report.issues.length))
}

/** Rows of an answer that are shown, and quotes of each. */
const SHOWN_ROWS = 3
const SHOWN_QUOTES = 4

async function showQuestions(store: GraphStore, terminal: Terminal): Promise<void> {
  terminal.say('\n试问 · try asking:')
  for (const [index, question] of SAMPLE_QUESTIONS.entries()) {
    const rows = await answerOf(store, question)
    if (rows === undefined) continue // another graph than the samples
    const params = Object.entries(question.params).map(([name, value]) => `--param ${name}=${value}`)
    terminal.say(`\n${index + 1}. ${question.zh} · ${question.en}\n   npm run -s policygraph -- query ${question.ask} ${params.join(' ')}`)
    for (const row of rows.slice(0, SHOWN_ROWS)) terminal.say(answerLines(row))
    if (rows.length === 0) terminal.say('   没有文章这样说 · no article says so')
  }
}

/** The rows, or undefined when the graph does not hold what is asked about. */
async function answerOf(store: GraphStore, { ask, params }: SampleQuestion): Promise<readonly StoreRow[] | undefined> {
  try {
    return await QUESTIONS.find(({ name }) => name === ask)?.ask(store, params)
  } catch (error) {
    if (isPolicyGraphError(error) && exitCodeOf(error.code) === EXIT.USAGE) return undefined
    throw error
  }
}

const answerLines = (row: StoreRow): string => {
  const quotes = Array.isArray(row['quotes']) ? row['quotes'].slice(0, SHOWN_QUOTES) : []
  const note = typeof row['note'] === 'string' && row['note'] !== '' ? [`   （${row['note']}）`] : []
  return [...note, `   ${String(row['strength'])}  ${String(row['path'] ?? row['statement'])}`, ...quotes.map((quote) => `     > ${String(quote)}`)].join('\n')
}
