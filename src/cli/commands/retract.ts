import { Command } from 'commander'
import { articlesByIds } from '../../answers/lookups.js'
import type { Act } from '../../core/acts.js'
import { restoreArticle, retractArticle, type Decider, type Decision } from '../../review/decide.js'
import type { GraphStore } from '../../store/port.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { deciderOf, withDecider, type DeciderOptions } from '../decider.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { withStore } from '../with-store.js'

type Decide = (store: GraphStore, who: Decider, args: Decision & { readonly id: string }) => Promise<Act>

export const retractCommand: CommandFactory = (run) =>
  withDecider(new Command('retract')
    .description('撤回一篇文章：正文与引文留存，但不再算数；restore 可恢复\nretract an article: its text is kept and counts no longer; restore brings it back')
    .argument('<article>', '文章编号 · id of the article'))
    .action((id: string, options: DeciderOptions) => run((context) => decide(context, retractArticle, '已撤回 · retracted', id, options)))

export const restoreCommand: CommandFactory = (run) =>
  withDecider(new Command('restore')
    .description('恢复一篇已撤回的文章\nbring a retracted article back')
    .argument('<article>', '文章编号 · id of the article'))
    .action((id: string, options: DeciderOptions) => run((context) => decide(context, restoreArticle, '已恢复 · restored', id, options)))

async function decide({ config, terminal }: CommandContext, how: Decide, done: string, id: string, options: DeciderOptions): Promise<ExitCode> {
  const who = deciderOf(options)
  await withStore(config, async (store) => {
    await how(store, who, { id, reason: options.reason })
    const article = (await articlesByIds(store, [id])).get(id)
    terminal.say(`${done}：${article?.title ?? ''}（${id}，${who.actor}）`)
  })
  return EXIT.OK
}
