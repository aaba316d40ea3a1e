import type { Logger } from 'pino'
import type { LoadReport } from '../../ingest/6-load/report.js'
import type { RequestLine } from '../api/http-server.js'
import type { FaultLog } from '../api/parts/masking.js'
import type { Config } from '../config.js'
import { makeLogger } from '../ops/log.js'
import { currentRequest } from '../ops/request-scope.js'
import type { Terminal } from './command.js'

/** The log of a process: JSON lines on stderr. */

const secretsOf = ({ store, llm, apiToken, target, secrets }: Config): readonly string[] =>
  ['password' in store ? store.password : undefined, llm?.key, apiToken, target.password, ...secrets].filter((secret) => secret !== undefined)

/** Its level is what the environment says; by default a person at a terminal is spared what goes well. */
export const openLog = (config: Config, terminal: Terminal): Logger =>
  makeLogger({ write: (line) => { terminal.say(line.trimEnd()) } }, secretsOf(config), config.log.level ?? (terminal.screen === undefined ? 'info' : 'warn'))

/** Faults under the id that the caller was given, with that of the request. */
export const faultLog = (logger: Logger): FaultLog => ({ id, error }) => {
  const requestId = currentRequest()?.id
  logger.error({ id, ...(requestId === undefined ? {} : { requestId }), err: error }, '程序内部错误 · internal error')
}

/** Asked every few seconds by what watches over the server. */
const WATCHERS = ['/healthz', '/readyz', '/metrics']

export const requestLog = (logger: Logger) => (line: RequestLine): void => {
  if (line.status >= 500) logger.error(line, 'request')
  else if (WATCHERS.includes(line.path)) logger.debug(line, 'request')
  else if (line.status >= 400) logger.warn(line, 'request')
  else logger.info(line, 'request')
}

/** One line for a run of ingest: its figures, and how many issues of which code. */
export const ingestLog = (logger: Logger) => ({ articles, characters, evidence, factsClosed, seconds, complete, pipeline, issues }: LoadReport): void => {
  const byCode: Record<string, number> = {}
  for (const { code } of issues) byCode[code] = (byCode[code] ?? 0) + 1
  const requestId = currentRequest()?.id
  const line = { ...(requestId === undefined ? {} : { requestId }), articles, characters, evidence, factsClosed, seconds, complete, pipeline, issues: byCode }
  if (complete && articles.failed === 0) logger.info(line, 'ingest')
  else logger.warn(line, 'ingest')
}
