import { Command, Option } from 'commander'
import { MAX_FIRST } from '../../answers/paging.js'
import { PolicyGraphError } from '../../core/errors.js'
import { DEFAULT_STATES, QUEUE_STATES, reviewQueue, type QueueState } from '../../review/queue.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { statementsOf } from '../fact-line.js'
import { renderRows, ROW_FORMATS, type RowFormat } from '../table.js'
import { withStore } from '../with-store.js'
import { queueRetryCommand, queueStatusCommand } from './queue-jobs.js'

interface QueueOptions {
  readonly first: string
  readonly states: string
  readonly format: RowFormat
}

export const queueCommand: CommandFactory = (run) =>
  new Command('queue')
    .description('待审读的事实，最该先看者在前（薄弱 × 影响，见 docs/review.md）；queue status、queue retry 则管入库队列\nfacts that wait for a reader, by weakness × reach; `queue status` and `queue retry` are about the queue of ingestion')
    .option('--first <count>', `条数，1–${MAX_FIRST} · how many`, '20')
    .option('--states <states>', `为何待审，逗号分隔：${QUEUE_STATES.join('、')} · why they wait, comma separated`, DEFAULT_STATES.join(','))
    .addOption(new Option('-f, --format <format>', '输出格式 · output format').choices(ROW_FORMATS).default('table'))
    .action((options: QueueOptions) => run((context) => queue(context, options)))
    .addCommand(queueStatusCommand(run))
    .addCommand(queueRetryCommand(run))

function parseStates(text: string): readonly QueueState[] {
  return text.split(',').map((name) => {
    const state = QUEUE_STATES.find((known) => known === name.trim())
    if (state === undefined) throw new PolicyGraphError('BAD_INPUT', `--states 只能是 ${QUEUE_STATES.join('、')} · unknown state: ${name}`, { details: { argument: 'states' } })
    return state
  })
}

const COLUMNS = ['id', 'score', 'statement', 'reasons']

async function queue({ config, terminal }: CommandContext, { first, states, format }: QueueOptions): Promise<ExitCode> {
  const wanted = { first: Number(first), states: parseStates(states) }
  return withStore(config, async (store) => {
    const { page } = await reviewQueue(store, wanted)
    const items = page.edges.map(({ node }) => node)
    const statements = await statementsOf(store, items.map(({ fact }) => fact))
    const rows = items.map(({ fact, score, reasons }) => ({ id: fact.id, score: Math.round(score * 10) / 10, statement: statements.get(fact.id) ?? '', reasons: reasons.map(({ zh }) => zh) }))
    await terminal.out(renderRows(format, COLUMNS, rows))
    terminal.say(`共 ${await page.totalCount()} 条待审 · facts that wait`)
    return EXIT.OK
  })
}
