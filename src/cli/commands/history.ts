import { Command, Option } from 'commander'
import { factsByIds } from '../../answers/lookups.js'
import { PolicyGraphError } from '../../core/errors.js'
import { actsOfFacts } from '../../review/acts.js'
import { ACT_COLUMNS, actRow } from '../act-rows.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { statementsOf } from '../fact-line.js'
import { renderRows, ROW_FORMATS, type RowFormat } from '../table.js'
import { withStore } from '../with-store.js'

export const historyCommand: CommandFactory = (run) =>
  new Command('history')
    .description('一条事实经过的全部操作，早者在前\nall acts about a fact, oldest first')
    .argument('<fact>', '事实编号 · id of the fact')
    .addOption(new Option('-f, --format <format>', '输出格式 · output format').choices(ROW_FORMATS).default('table'))
    .action((fact: string, options: { readonly format: RowFormat }) => run((context) => history(context, fact, options.format)))

async function history({ config, terminal }: CommandContext, id: string, format: RowFormat): Promise<ExitCode> {
  return withStore(config, async (store) => {
    const [facts, acts] = await Promise.all([factsByIds(store, [id]), actsOfFacts(store, [id])])
    const fact = facts.get(id)
    if (fact === undefined) throw new PolicyGraphError('NOT_FOUND', `没有编号为 ${id.slice(0, 80)} 的事实 · no such fact`, { details: { id: id.slice(0, 80) } })
    const statement = (await statementsOf(store, [fact])).get(id) ?? id
    terminal.say(fact.open ? statement : `${statement}（已关闭 closed：${fact.closedWhy}）`)
    await terminal.out(renderRows(format, ACT_COLUMNS, (acts.get(id) ?? []).map(actRow)))
    return EXIT.OK
  })
}
