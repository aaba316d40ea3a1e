import { PolicyGraphError } from '../core/errors.js'

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export interface LogSettings {
  /** `POLICYGRAPH_LOG_LEVEL`; when absent, `warn` on a terminal and `info` elsewhere. */
  readonly level: LogLevel | undefined
  /** Questions and their variables are logged too; `POLICYGRAPH_LOG_QUERIES=1`, for finding faults only. */
  readonly queries: boolean
}

/** @throws PolicyGraphError BAD_INPUT for a level that is none. */
export function logSettingsFromEnv(env: Readonly<Record<string, string | undefined>>): LogSettings {
  const name = env['POLICYGRAPH_LOG_LEVEL'] ?? ''
  const level = LOG_LEVELS.find((known) => known === name.toLowerCase())
  if (name !== '' && level === undefined) {
    throw new PolicyGraphError('BAD_INPUT', `POLICYGRAPH_LOG_LEVEL 须为 ${LOG_LEVELS.join('、')} 之一，而不是“${name}” · POLICYGRAPH_LOG_LEVEL must be one of these, not "${name}"`, { details: { variable: 'POLICYGRAPH_LOG_LEVEL' } })
  }
  return { level, queries: env['POLICYGRAPH_LOG_QUERIES'] === '1' }
}
