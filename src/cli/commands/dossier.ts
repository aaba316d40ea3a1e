import { Command, Option } from 'commander'
import { PolicyGraphError } from '../../core/errors.js'
import { dossierPage } from '../../export/dossier/dossier-page.js'
import { dossierOf } from '../../export/dossier/dossier.js'
import { toHtml } from '../../export/dossier/to-html.js'
import { toMarkdown } from '../../export/dossier/to-markdown.js'
import { linksUnder } from '../../export/export-graph.js'
import { isFullDate } from '../../export/words.js'
import { checkBase } from '../../export/write-export.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { withStore } from '../with-store.js'

const RENDER = { md: toMarkdown, html: toHtml } as const
type Format = keyof typeof RENDER

interface Options {
  readonly format: Format
  readonly accessed?: string
  readonly base?: string
}

export const dossierCommand: CommandFactory = (run) =>
  new Command('dossier')
    .description('一个实体的档案：名称、职务、事实、引句、来源与存疑之处，写到标准输出\nthe dossier of an entity: names, posts, facts with their quotes, sources and open doubts, on stdout')
    .argument('<entity>', '名称或 id · name or id')
    .addOption(new Option('-f, --format <format>', '输出格式 · output format').choices(Object.keys(RENDER)).default('md'))
    .option('--accessed <date>', '引用日期，如 2025-07-01，写入参考文献 · day on which the addresses were looked at')
    .option('--base <url>', '链接的网址前缀，默认 POLICYGRAPH_PUBLIC_URL；都没有则不加链接 · address that links begin with; none are made without it')
    .action((entity: string, options: Options) => run((context) => dossier(context, entity, options)))

async function dossier({ config, terminal }: CommandContext, name: string, { format, accessed, base = config.publicUrl }: Options): Promise<ExitCode> {
  if (accessed !== undefined && !isFullDate(accessed)) throw new PolicyGraphError('BAD_INPUT', '--accessed 须为日期，如 2025-07-01 · --accessed must be a date', { details: { argument: 'accessed' } })
  const links = base === undefined ? undefined : linksUnder(checkBase(base))
  return withStore(config, async (store) => {
    await terminal.out(RENDER[format](dossierPage(await dossierOf(store, name), { accessed, links })))
    return EXIT.OK
  })
}
