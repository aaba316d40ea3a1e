import { Command } from 'commander'
import { openLlmClient } from '../../../ingest/3-extract/llm/client.js'
import type { Issue } from '../../core/issue.js'
import { runWorker } from '../../jobs/worker.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { issueLine } from '../issue-line.js'
import { openProgress } from '../progress.js'
import { wholeNumber, withQueue } from '../with-queue.js'
import { withStore } from '../with-store.js'

interface WorkerFlags {
  readonly concurrency: string
  readonly identityEvery: string
  readonly lostAfter: string
  readonly untilEmpty?: true
  readonly json?: true
}

export const workerCommand: CommandFactory = (run) =>
  new Command('worker')
    .description('从队列取任务并入库，直到 Ctrl-C；可在多台机器上同时运行\ntake jobs from the queue into the graph until Ctrl-C; runs on many machines at once')
    .option('--concurrency <count>', '同时处理的任务数，1–16 · jobs in hand at once', '2')
    .option('--until-empty', '队列清空并归并后即结束 · end when the queue is drained and who is who is settled')
    .option('--identity-every <minutes>', '队列未空时每隔几分钟归并一次 · minutes between identity runs while the queue is not drained', '10')
    .option('--lost-after <seconds>', '工人失联多少秒后，其任务交给别的工人 · seconds after which a job of a worker that is gone goes to another', '30')
    .option('--json', '把结果报告以 JSON 写到标准输出 · print the report as JSON on stdout')
    .action((flags: WorkerFlags) => run((context) => work(context, flags)))

async function work(context: CommandContext, flags: WorkerFlags): Promise<ExitCode> {
  const { config, terminal, signal } = context
  const concurrency = wholeNumber(flags.concurrency, '--concurrency', [1, 16])
  const identityEvery = 60_000 * wholeNumber(flags.identityEvery, '--identity-every', [1, 10_000])
  const lostAfter = 1_000 * wholeNumber(flags.lostAfter, '--lost-after', [2, 3_600])
  const issues: Issue[] = []
  const report = await withQueue(context, (connection, onTrouble) => withStore(config, async (store) => {
    const progress = openProgress(terminal, undefined)
    try {
      return await runWorker(connection, store, {
        concurrency, identityEvery, lostAfter, signal, untilEmpty: flags.untilEmpty ?? false,
        llm: config.llm === undefined ? undefined : openLlmClient(config.llm),
        onTrouble,
        onIssue: (issue) => {
          issues.push(issue)
          terminal.say(issueLine(issue))
        },
        onProgress: ({ articles, characters, seconds }) => {
          progress.update({ articles: articles.read, characters, seconds, charactersPerSecond: characters / seconds, etaSeconds: undefined })
        },
      })
    } finally {
      progress.end()
    }
  }))
  if (flags.json === true) await terminal.out(`${JSON.stringify({ ...report, issues }, null, 2)}\n`)
  const { jobs, articles } = report
  terminal.say(
    `完成：${jobs.done} 个任务，${articles.read} 篇，新增 ${articles.added}，更新 ${articles.changed}，未变 ${articles.unchanged}，失败 ${articles.failed}；归并 ${report.identityRuns} 次；${report.seconds.toFixed(1)} 秒 · ` +
    `${jobs.done} jobs, ${articles.read} articles: ${articles.added} added, ${articles.changed} changed, ${articles.unchanged} unchanged, ${articles.failed} failed; ${report.identityRuns} identity runs`)
  return jobs.failed > 0 ? EXIT.FINDINGS : EXIT.OK
}
