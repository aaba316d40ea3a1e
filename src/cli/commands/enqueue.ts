import { Command } from 'commander'
import { readArticles } from '../../../ingest/1-read/read.js'
import type { Issue } from '../../core/issue.js'
import { enqueue } from '../../jobs/enqueue.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { issueLine } from '../issue-line.js'
import { wholeNumber, withQueue } from '../with-queue.js'

interface EnqueueOptions {
  readonly follow?: true
  readonly again?: true
  readonly json?: true
  readonly size: string
}

const LARGEST_JOB = 50
/** Ms between two lines of progress. */
const LINE_EVERY = 5_000

export const enqueueCommand: CommandFactory = (run) =>
  new Command('enqueue')
    .description('读入文章并分成任务，由各处的 worker 入库；重复运行不会重复排队\nread articles into jobs for workers anywhere; running it again adds nothing twice')
    .argument('<files...>', '同 ingest · as for ingest')
    .option('--follow', '订阅源条目只有摘要时，读其链接的网页 · read the pages that feed items with a mere summary link to')
    .option('--size <count>', `每个任务的文章数，1–${LARGEST_JOB} · articles in a job`, '10')
    .option('--again', '排过队的也再排一次 · also those that were handed out before')
    .option('--json', '把结果报告以 JSON 写到标准输出 · print the report as JSON on stdout')
    .action((files: string[], options: EnqueueOptions) => run((context) => handOut(context, files, options)))

async function handOut(context: CommandContext, files: readonly string[], { follow, again, json, size }: EnqueueOptions): Promise<ExitCode> {
  const { config, terminal, signal } = context
  const count = wholeNumber(size, '--size', [1, LARGEST_JOB])
  const issues: Issue[] = []
  const report = (issue: Issue): void => {
    issues.push(issue)
    terminal.say(issueLine(issue))
  }
  let told = performance.now()
  const counts = await withQueue(context, (connection) => {
    const articles = readArticles(files, { report }, terminal.stdin, { allowPrivate: config.fetchPrivate, follow: follow === true })
    return enqueue(connection, articles, {
      size: count, again: again === true, signal,
      onProgress: ({ articles: read, jobs }) => {
        if (performance.now() - told < LINE_EVERY) return
        told = performance.now()
        terminal.say(`${read} 篇，${jobs} 个任务 · articles, jobs`)
      },
    })
  })
  if (json === true) await terminal.out(`${JSON.stringify({ ...counts, issues }, null, 2)}\n`)
  terminal.say(
    `${counts.complete ? '完成' : '已中断，再次运行即可继续 · stopped, run again to go on'}：${counts.articles} 篇，新排队 ${counts.fresh} 篇、${counts.jobs} 个任务；问题 ${issues.length} · ` +
    `${counts.articles} articles: ${counts.fresh} handed out in ${counts.jobs} jobs; ${issues.length} issues`)
  if (!counts.complete) return EXIT.INTERRUPTED
  return issues.some(({ severity }) => severity === 'error') ? EXIT.FINDINGS : EXIT.OK
}
