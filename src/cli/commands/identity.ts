import { Command } from 'commander'
import { entitiesByIds } from '../../answers/lookups.js'
import { identityQueue, reconcile } from '../../curation/index.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { withStore } from '../with-store.js'

const SHOWN = 20

export const identityCommand: CommandFactory = (run) =>
  new Command('identity')
    .description('列出可能为一、待人判断的实体对（用 judge 判断）\nlist pairs of entities that are possibly one (decide with judge)')
    .option('--limit <number>', '条数，至多 1000 · how many', String(SHOWN))
    .option('--json', '以 JSON 行输出 · print JSON lines')
    .action((options: { readonly limit: string; readonly json?: true }, command: Command) => {
      const limit = Number(options.limit)
      if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) command.error('--limit 须为 1–1000 的整数 · --limit is a whole number from 1 to 1000')
      return run((context) => showQueue(context, limit, options.json === true))
    })

async function showQueue({ config, terminal }: CommandContext, limit: number, json: boolean): Promise<ExitCode> {
  await withStore(config, async (store) => {
    const { merged, suggestions } = await reconcile(store)
    const pairs = await identityQueue(store, limit)
    const entities = await entitiesByIds(store, [...new Set(pairs.flatMap(({ entityId, otherId }) => [entityId, otherId]))])
    const nameOf = (id: string): string => entities.get(id)?.name ?? id
    for (const { entityId, otherId, score, cause, reasons } of pairs) {
      if (json) await terminal.out(`${JSON.stringify({ a: entityId, b: otherId, names: [nameOf(entityId), nameOf(otherId)], score, cause, reasons })}\n`)
      else await terminal.out(`${score.toFixed(3)}  ${nameOf(entityId)}  ↔  ${nameOf(otherId)}\n       ${entityId} ${otherId}  ${reasons.slice(0, 3).map(({ zh }) => zh).join('；')}\n`)
    }
    terminal.say(`合并 ${merged}，疑似同一 ${suggestions} · ${merged} merged, ${suggestions} possibly the same`)
  })
  return EXIT.OK
}
