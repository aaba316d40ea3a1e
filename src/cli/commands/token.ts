import { Command, Option } from 'commander'
import { parseRole, ROLES } from '../../auth/roles.js'
import { TokenBook, type TokenRecord } from '../../auth/token-book.js'
import { PolicyGraphError } from '../../core/errors.js'
import type { CommandContext, CommandFactory, RunAction } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { renderRows, ROW_FORMATS, type RowFormat } from '../table.js'

interface CreateOptions {
  readonly name: string
  readonly role: string
  readonly expires?: string
}

export const tokenCommand: CommandFactory = (run) =>
  new Command('token')
    .description('管理访问令牌：谁可以读、审、改；正在运行的服务随即生效\nmanage access tokens: who may read, review and edit; a running server learns of it at once')
    .helpCommand(false)
    .addCommand(createCommand(run))
    .addCommand(listCommand(run))
    .addCommand(revokeCommand(run))

const createCommand = (run: RunAction): Command =>
  new Command('create')
    .description('新建令牌，只显示这一次\nmake a token; it is shown this once')
    .requiredOption('--name <name>', '持有人姓名，其操作以此名记入日志 · name of the holder, under which their acts are logged')
    .requiredOption('--role <role>', `${ROLES.join('、')} · role`)
    .option('--expires <time>', '多久后过期，如 12h、90d、8w，默认不过期 · lifetime; never by default')
    .action((options: CreateOptions) => run((context) => create(context, options)))

const listCommand = (run: RunAction): Command =>
  new Command('list')
    .description('列出全部令牌，不含令牌本身\nlist all tokens, without their secrets')
    .addOption(new Option('-f, --format <format>', '输出格式 · output format').choices(ROW_FORMATS).default('table'))
    .action((options: { readonly format: RowFormat }) => run((context) => list(context, options.format)))

const revokeCommand = (run: RunAction): Command =>
  new Command('revoke')
    .description('吊销令牌，不可恢复\nend a token for good')
    .argument('<id>', '令牌编号，见 token list · id of the token')
    .action((id: string) => run((context) => revoke(context, id)))

const HOUR = 3_600_000
const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: 24 * HOUR, w: 7 * 24 * HOUR }

/** The moment at which a lifetime such as `90d` ends, as ISO date-time; '' for none. BAD_INPUT for another form. */
export function expiryOf(lifetime: string | undefined, now: Date): string {
  if (lifetime === undefined) return ''
  const [, count = '0', unit = ''] = /^([1-9]\d{0,3})([hdw])$/u.exec(lifetime) ?? []
  const length = UNITS[unit]
  if (length === undefined) throw new PolicyGraphError('BAD_INPUT', '--expires 应写作 12h、90d 或 8w · write --expires as 12h, 90d or 8w', { details: { argument: 'expires' } })
  return new Date(now.getTime() + Number(count) * length).toISOString()
}

const bookOf = ({ config }: CommandContext): TokenBook => new TokenBook(config.auth.tokensFile)

async function create(context: CommandContext, { name, role, expires }: CreateOptions): Promise<ExitCode> {
  const { token, record } = bookOf(context).create({ name, role: parseRole(role), expiresAt: expiryOf(expires, new Date()) })
  await context.terminal.out(`${token}\n`)
  context.terminal.say(`已为 ${record.name} 建立 ${record.role} 令牌，编号 ${record.id}${record.expiresAt === '' ? '' : `，${record.expiresAt} 过期`}；令牌只显示这一次，请妥善保管 · made; the token is shown this once`)
  context.terminal.say('用法 · use it as: Authorization: Bearer <令牌 token>')
  return EXIT.OK
}

function stateOf({ expiresAt, revokedAt }: TokenRecord, now: string): string {
  if (revokedAt !== '') return '已吊销 revoked'
  return expiresAt !== '' && expiresAt <= now ? '已过期 expired' : '有效 valid'
}

async function list(context: CommandContext, format: RowFormat): Promise<ExitCode> {
  const now = new Date().toISOString()
  const rows = bookOf(context).list().map((record) => ({
    id: record.id, name: record.name, role: record.role, state: stateOf(record, now), createdAt: record.createdAt, expiresAt: record.expiresAt, revokedAt: record.revokedAt,
  }))
  await context.terminal.out(renderRows(format, ['id', 'name', 'role', 'state', 'createdAt', 'expiresAt', 'revokedAt'], rows))
  if (rows.length === 0) context.terminal.say('还没有令牌 · no tokens yet')
  return EXIT.OK
}

function revoke(context: CommandContext, id: string): Promise<ExitCode> {
  const { name } = bookOf(context).revoke(id)
  context.terminal.say(`已吊销 ${name} 的令牌 ${id} · revoked`)
  return Promise.resolve(EXIT.OK)
}
