import { Command } from 'commander'
import { openLlmClient } from '../../../ingest/3-extract/llm/client.js'
import { ingestArticles } from '../../../ingest/pipeline.js'
import { threadsFor } from '../../../ingest/reading-threads.js'
import { readArticles } from '../../../ingest/1-read/read.js'
import type { Issue } from '../../core/issue.js'
import { withPatience } from '../../store/patience.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { issueLine } from '../issue-line.js'
import { lookAhead } from '../look-ahead.js'
import { openProgress } from '../progress.js'
import { ingestLog, openLog } from '../process-log.js'
import { reportLine } from '../report-line.js'
import { withStore } from '../with-store.js'

export const ingestCommand: CommandFactory = (run) =>
  new Command('ingest')
    .description('读入文章并写进图库；中断后再运行一次即可接着做\nread articles into the graph; run it again to go on after a stop')
    .argument('<files...>', '文件、文件夹、通配符、网址，或 - 表示标准输入 · files, folders, globs, web addresses, or - for stdin')
    .option('--follow', '订阅源条目只有摘要时，读其链接的网页 · read the pages that feed items with a mere summary link to')
    .option('--json', '把结果报告以 JSON 写到标准输出 · print the report as JSON on stdout')
    .action((files: string[], options: { readonly json?: true; readonly follow?: true }) => run((context) => ingest(context, files, options)))

const WAITING = {
  waiting: '图库没有回应，等它恢复后接着做 · the store does not answer; the run waits and goes on',
  back: '图库已恢复 · the store is back',
}

/** Characters read ahead at most: some fifty million bytes, about fifteen thousand articles. */
const AHEAD = 20_000_000

async function ingest({ config, terminal, signal }: CommandContext, files: readonly string[], { json = false, follow = false }: { readonly json?: boolean; readonly follow?: boolean }): Promise<ExitCode> {
  const unread: Issue[] = []
  const say = (issue: Issue): void => {
    terminal.say(issueLine(issue))
  }
  const context = {
    report: (issue: Issue): void => {
      unread.push(issue)
      say(issue)
    },
  }
  const report = await withStore(config, async (store) => {
    const source = readArticles(files, context, terminal.stdin, { allowPrivate: config.fetchPrivate, follow })
    const { items, total } = await lookAhead(source, ({ text }) => text.length, AHEAD, signal)
    const progress = openProgress(terminal, total)
    const patient = withPatience(store, { most: config.storePatience, signal, onWait: (state) => { terminal.say(WAITING[state]) } })
    try {
      return await ingestArticles(patient, items, {
        signal,
        threads: config.threads ?? threadsFor(total),
        llm: config.llm === undefined ? undefined : openLlmClient(config.llm),
        ...(total === undefined ? {} : { totalCharacters: total }),
        onProgress: (state) => {
          progress.update(state)
        },
        onIssue: say,
      })
    } finally {
      progress.end()
    }
  })
  const issues = [...unread, ...report.issues]
  if (json) await terminal.out(`${JSON.stringify({ ...report, issues }, null, 2)}\n`)
  terminal.say(reportLine(report, issues.length))
  ingestLog(openLog(config, terminal))({ ...report, issues })
  if (!report.complete) return EXIT.INTERRUPTED
  return issues.some(({ severity }) => severity === 'error') ? EXIT.FINDINGS : EXIT.OK
}
