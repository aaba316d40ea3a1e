import { PolicyGraphError } from '../core/errors.js'

/** Where jobs of ingestion are kept. */
export interface QueueAddress {
  /** `REDIS_URL`, `redis://127.0.0.1:6379` by default. */
  readonly url: string
  /** Tells queues in one Redis apart; `POLICYGRAPH_QUEUE`, `ingest` by default. One queue fills one graph. */
  readonly name: string
}

export interface JobSettings extends QueueAddress {
  /** One of the two is set: there is a queue to be watched. */
  readonly given: boolean
}

/** @throws PolicyGraphError BAD_INPUT for an address or a name of a wrong form. */
export function jobSettingsFromEnv(env: Readonly<Record<string, string | undefined>>): JobSettings {
  const url = env['REDIS_URL'] ?? ''
  const name = env['POLICYGRAPH_QUEUE'] ?? ''
  if (url !== '' && !/^rediss?:\/\/./u.test(url)) throw new PolicyGraphError('BAD_INPUT', 'REDIS_URL 应以 redis:// 或 rediss:// 开头 · REDIS_URL must begin with redis:// or rediss://', { details: { variable: 'REDIS_URL' } })
  if (!/^[\w-]{0,60}$/u.test(name)) throw new PolicyGraphError('BAD_INPUT', 'POLICYGRAPH_QUEUE 只能用字母、数字、_ 与 - · POLICYGRAPH_QUEUE may hold letters, digits, _ and - only', { details: { variable: 'POLICYGRAPH_QUEUE' } })
  return { url: url === '' ? 'redis://127.0.0.1:6379' : url, name: name === '' ? 'ingest' : name, given: url !== '' || name !== '' }
}
