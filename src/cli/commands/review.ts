import { Argument, Command } from 'commander'
import { factsByIds } from '../../answers/lookups.js'
import { reviewFact, type VerdictDecision } from '../../review/decide.js'
import { factStates } from '../../review/states.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { deciderOf, withDecider, type DeciderOptions } from '../decider.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { statementsOf } from '../fact-line.js'
import { withStore } from '../with-store.js'

const VERDICTS: Readonly<Record<string, VerdictDecision>> = { confirm: 'CONFIRMED', reject: 'REJECTED', 'needs-source': 'NEEDS_SOURCE', withdraw: 'WITHDRAWN' }

export const reviewCommand: CommandFactory = (run) =>
  withDecider(new Command('review')
    .description('审定一条事实；withdraw 收回自己的意见\ngive a verdict on a fact; withdraw takes your own back')
    .argument('<fact>', '事实编号，见 queue · id of the fact; see queue')
    .addArgument(new Argument('<verdict>', '审定 · verdict').choices(Object.keys(VERDICTS))))
    .action((fact: string, verdict: string, options: DeciderOptions) => run((context) => review(context, fact, VERDICTS[verdict] ?? 'WITHDRAWN', options)))

async function review({ config, terminal }: CommandContext, fact: string, verdict: VerdictDecision, options: DeciderOptions): Promise<ExitCode> {
  const who = deciderOf(options)
  await withStore(config, async (store) => {
    await reviewFact(store, who, { fact, verdict, reason: options.reason })
    const [facts, states] = await Promise.all([factsByIds(store, [fact]), factStates(store, [fact])])
    const statement = (await statementsOf(store, [...facts.values()])).get(fact) ?? fact
    const state = states.get(fact)
    const second = state === undefined || state.secondReader === '' ? '' : `，第二审读 ${state.secondReader}`
    terminal.say(`${statement}：${state === undefined || state.verdict === '' ? '尚无意见 no verdict' : state.verdict}${second}（${who.actor}）`)
  })
  return EXIT.OK
}
