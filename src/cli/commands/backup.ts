import { resolve } from 'node:path'
import { Command } from 'commander'
import { graphJsonl } from '../../export/graph-jsonl.js'
import { backUp, migrate, restoreFrom, type Copied, type Restored } from '../../store/archive/archive.js'
import { storeConfigAt } from '../../store/open-store.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'

export const backupCommand: CommandFactory = (run) =>
  new Command('backup')
    .description('整库备份与恢复，两种图库通用；写毕以导出核对\nback up and restore a whole store of either kind; checked by its export')
    .addCommand(new Command('create').description('把图库写成一个文件 · write the store to a file').argument('<file>')
      .action((file: string) => run((context) => copied(context, backUp(context.config.store, resolve(file), graphJsonl)))))
    .addCommand(new Command('restore').description('从备份恢复到空的或已损坏的图库 · fill an empty store, or one that is damaged, from a backup').argument('<file>')
      .action((file: string) => run((context) => copied(context, restoreFrom(context.config.store, resolve(file), graphJsonl)))))

export const migrateCommand: CommandFactory = (run) =>
  new Command('migrate')
    .description(
      '把当前图库复制到另一个空图库：文件夹（内嵌）或 bolt://、neo4j:// 地址；目标的用户、密码、库名取自 POLICYGRAPH_TARGET_USER、_PASSWORD、_DATABASE\n' +
      'copy the store into an empty one: a folder (embedded) or a bolt:// or neo4j:// address; its user, password and database are POLICYGRAPH_TARGET_USER, _PASSWORD, _DATABASE',
    )
    .argument('<target>', '文件夹或 Neo4j 地址 · folder or address of Neo4j')
    .action((target: string) => run((context) => copied(context, migrate(context.config.store, storeConfigAt(target, context.config.target), graphJsonl))))

async function copied({ terminal }: CommandContext, work: Promise<Copied & Partial<Restored>>): Promise<ExitCode> {
  const { rows, sha256, aside } = await work
  if (aside !== undefined) terminal.say(`损坏的文件已移到 · the damaged files are now in ${aside}`)
  terminal.say(`完成：${rows} 行，导出核对一致 · done: ${rows} rows; the export is the same. sha256 ${sha256}`)
  return EXIT.OK
}
