import { Command } from 'commander'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { readArticles } from '../../../ingest/1-read/read.js'
import { augmentWithLlm } from '../../../ingest/3-extract/llm/augment.js'
import { openLlmClient } from '../../../ingest/3-extract/llm/client.js'
import { processArticle } from '../../../ingest/pipeline.js'
import type { Issue } from '../../core/issue.js'
import { articleJson, failedArticleJson } from '../article-json.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { issueLine } from '../issue-line.js'

export const extractCommand: CommandFactory = (run) =>
  new Command('extract')
    .description('从文章抽取实体与事实，每篇一行 JSON，写到标准输出；不入库\nprint what articles say, one JSON line each; nothing is stored')
    .argument('<files...>', '文件、文件夹、通配符、网址，或 - 表示标准输入 · files, folders, globs, web addresses, or - for stdin')
    .option('--format <format>', '输出格式，目前只有 jsonl · output format', 'jsonl')
    .option('--follow', '订阅源条目只有摘要时，读其链接的网页 · read the pages that feed items with a mere summary link to')
    .action((files: string[], options: { readonly format: string; readonly follow?: true }, command: Command) => {
      if (options.format !== 'jsonl') command.error(`--format 只能是 jsonl · --format must be jsonl, not ${options.format}`)
      return run((context) => extract(context, files, options.follow === true))
    })

async function extract({ config, terminal, signal }: CommandContext, files: readonly string[], follow: boolean): Promise<ExitCode> {
  const issues: Issue[] = []
  const report = (issue: Issue): void => {
    issues.push(issue)
    terminal.say(issueLine(issue))
  }
  const llm = config.llm === undefined ? undefined : openLlmClient(config.llm)
  let told = 0
  for await (const raw of readArticles(files, { report }, terminal.stdin, { allowPrivate: config.fetchPrivate, follow })) {
    if (signal.aborted) return EXIT.INTERRUPTED
    const made = processArticle(raw, { report })
    const graph = made === undefined || llm === undefined ? made : await augmentWithLlm(raw, made, llm, { report })
    const own = issues.slice(told).filter(({ articleId }) => articleId === raw.id)
    told = issues.length
    await terminal.out(`${JSON.stringify(graph === undefined ? failedArticleJson(raw.id, own) : articleJson(graph, own))}\n`)
    await nextTurn() // lets Ctrl-C in
  }
  return issues.some(({ severity }) => severity === 'error') ? EXIT.FINDINGS : EXIT.OK
}
