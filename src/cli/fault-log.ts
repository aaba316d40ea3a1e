import type { FaultLog } from '../api/parts/masking.js'
import type { Config } from '../config.js'
import { makeLogger } from '../ops/log.js'
import type { Terminal } from './command.js'

const secretsOf = ({ store, llm, apiToken, target }: Config): readonly string[] =>
  ['password' in store ? store.password : undefined, llm?.key, apiToken, target.password].filter((secret) => secret !== undefined)

/** Faults as JSON lines on stderr, under the id that the caller was given. */
export function faultLog(config: Config, terminal: Terminal): FaultLog {
  const logger = makeLogger({ write: (line) => { terminal.say(line.trimEnd()) } }, secretsOf(config))
  return ({ id, error }) => { logger.error({ id, err: error }, '程序内部错误 · internal error') }
}
