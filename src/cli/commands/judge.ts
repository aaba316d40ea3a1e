import { Argument, Command } from 'commander'
import { resolveName } from '../../answers/resolve-name.js'
import { judge } from '../../curation/index.js'
import type { ActDecision } from '../../core/acts.js'
import type { GraphStore } from '../../store/port.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { deciderOf, withDecider, type DeciderOptions } from '../decider.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { withStore } from '../with-store.js'

const DECISIONS: Readonly<Record<string, ActDecision<'JUDGE'>>> = { same: 'SAME', different: 'DIFFERENT', unsure: 'UNSURE', withdraw: 'WITHDRAWN' }

export const judgeCommand: CommandFactory = (run) =>
  withDecider(new Command('judge')
    .description('判断两个实体是否为一；withdraw 收回判断，图与此前相同\nsay whether two entities are one; withdraw takes it back, and the graph is as before')
    .argument('<a>', '实体编号或名称，见 identity · id or name of an entity; see identity')
    .argument('<b>', '另一实体 · the other')
    .addArgument(new Argument('<decision>', '判断 · decision').choices(Object.keys(DECISIONS))))
    .action((a: string, b: string, decision: string, options: DeciderOptions) => run((context) => judgePair(context, a, b, DECISIONS[decision] ?? 'UNSURE', options)))

/** References that were merged have an id and no name of their own, so ids go as they are. */
async function idOf(store: GraphStore, text: string): Promise<string> {
  const [reference] = await store.read('references-by-ids', { ids: [text] })
  return reference === undefined ? (await resolveName(store, text)).id : text
}

async function judgePair({ config, terminal }: CommandContext, a: string, b: string, decision: ActDecision<'JUDGE'>, options: DeciderOptions): Promise<ExitCode> {
  const who = deciderOf(options)
  await withStore(config, async (store) => {
    const { act, identity } = await judge(store, who, { a: await idOf(store, a), b: await idOf(store, b), decision, reason: options.reason })
    terminal.say(`${act.targets.join(' ')}：${act.decision}（${who.actor}）；换归属的指称 ${identity.moved} · references that moved: ${identity.moved}`)
  })
  return EXIT.OK
}
