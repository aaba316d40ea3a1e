import { Command, Option } from 'commander'
import type { Act } from '../../core/acts.js'
import { actsOfTargets, toAct } from '../../review/acts.js'
import { pagesOf } from '../../store/pages.js'
import { ACT_COLUMNS, actRow } from '../act-rows.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { renderRows, ROW_FORMATS, type RowFormat } from '../table.js'
import { withStore } from '../with-store.js'

interface AuditOptions {
  readonly actor: string
  readonly target?: string
  readonly format: RowFormat
}

export const auditCommand: CommandFactory = (run) =>
  new Command('audit')
    .description('操作日志：谁在何时对什么作了什么决定、为何，早者在前\nthe log of all acts: who decided what, when and why, oldest first')
    .option('--actor <name>', '只看此人的操作 · only acts of this person', '')
    .option('--target <id>', '只看关于此实体、事实或文章的操作 · only acts about this')
    .addOption(new Option('-f, --format <format>', '输出格式 · output format').choices(ROW_FORMATS).default('table'))
    .action((options: AuditOptions) => run((context) => audit(context, options)))

const PAGE = 1_000

async function audit({ config, terminal }: CommandContext, { actor, target, format }: AuditOptions): Promise<ExitCode> {
  const acts = await withStore(config, async (store) => {
    if (target !== undefined) return ((await actsOfTargets(store, [target])).get(target) ?? []).filter((act) => actor === '' || act.actor === actor)
    const all: Act[] = []
    for await (const page of pagesOf(store, 'all-acts', 'id', PAGE, { actor })) all.push(...page.map(toAct))
    return all
  })
  await terminal.out(renderRows(format, ACT_COLUMNS, acts.map(actRow)))
  terminal.say(`${acts.length} 项操作 · acts`)
  return EXIT.OK
}
