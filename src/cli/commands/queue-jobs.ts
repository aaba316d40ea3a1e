import { Command } from 'commander'
import { queueStatus, retryFailed } from '../../jobs/status.js'
import type { CommandFactory } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { withQueue } from '../with-queue.js'

/** The queue of ingestion as an operator sees it. */

export const queueStatusCommand: CommandFactory = (run) =>
  new Command('status')
    .description('入库队列：等待、处理中、已完成、失败、失去工人的任务\nthe queue of ingestion: jobs that wait, are active, done, failed, or have lost their worker')
    .option('--json', '以 JSON 写到标准输出，含失败的文章与原因、书签 · as JSON, with failed articles, reasons and bookmarks')
    .action(({ json }: { readonly json?: true }) => run((context) => withQueue(context, async (connection) => {
      const status = await queueStatus(connection)
      if (json === true) await context.terminal.out(`${JSON.stringify(status, null, 2)}\n`)
      else {
        const { waiting, active, delayed, done, failed, stalled } = status.jobs
        await context.terminal.out(
          `等待 ${waiting}，处理中 ${active}，稍后再试 ${delayed}，已完成 ${done}，失败 ${failed}，失去工人 ${stalled}；文章 ${status.articles} 篇待办；工人 ${status.workers}；归并${status.identityDue ? '待做' : '已做'} · ` +
          `${waiting} waiting, ${active} active, ${delayed} delayed, ${done} done, ${failed} failed, ${stalled} stalled; ${status.articles} articles to do; ${status.workers} workers; identity run ${status.identityDue ? 'due' : 'done'}\n`)
        for (const { why } of status.failed) await context.terminal.out(`  ${why}\n`)
      }
      return status.jobs.failed > 0 ? EXIT.FINDINGS : EXIT.OK
    })))

export const queueRetryCommand: CommandFactory = (run) =>
  new Command('retry')
    .description('失败的文章再试一次，每篇自成一个任务\ntry failed articles again, each as a job of its own')
    .action(() => run((context) => withQueue(context, async (connection) => {
      const articles = await retryFailed(connection)
      context.terminal.say(`已重新排队 ${articles} 篇 · ${articles} articles are in the queue again`)
      return EXIT.OK
    })))
