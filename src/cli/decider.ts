import { Option, type Command } from 'commander'
import { userInfo } from 'node:os'
import { checkActor } from '../auth/principal.js'
import { parseRole, ROLES } from '../auth/roles.js'
import type { Decider } from '../review/decide.js'

/** Options of the commands that decide something. Whoever may open the store may act in any name; the log keeps the name that is given. */
export interface DeciderOptions {
  readonly reason: string
  readonly as?: string
  readonly role: string
}

export const withDecider = (command: Command): Command =>
  command
    .requiredOption('--reason <reason>', '理由，记入日志 · why; kept in the log')
    .option('--as <name>', '以谁的名义，默认为本机用户名 · in whose name; the user of this machine by default')
    .addOption(new Option('--role <role>', '以何角色 · in which role').choices(ROLES).default('editor'))

export const deciderOf = ({ as, role }: DeciderOptions): Decider => ({ actor: checkActor(as ?? userInfo().username), role: parseRole(role) })
