/** The environment, read once into a typed value. Everything else takes what it needs as an argument. */
import { resolve } from 'node:path'
import { llmSettingsFromEnv, type LlmSettings } from '../ingest/3-extract/llm/settings.js'
import { apiSettingsFromEnv, type ApiSettings } from './api/limits.js'
import { authSettingsFromEnv, type AuthSettings } from './auth/settings.js'
import { PolicyGraphError } from './core/errors.js'
import { logSettingsFromEnv, type LogSettings } from './ops/log-settings.js'
import { traceSettingsFromEnv, type TraceSettings } from './ops/trace-settings.js'
import { checkBase } from './export/write-export.js'
import { jobSettingsFromEnv, type JobSettings } from './jobs/settings.js'
import { pageCacheFromEnv } from './store/embedded/open-database.js'
import { storeConfigFromEnv, type StoreConfig, type StoreTarget } from './store/open-store.js'

export interface Config {
  /** Folder of what is kept on disk: the embedded graph and the local Neo4j; absolute. `POLICYGRAPH_DATA`, `data` by default. */
  readonly dataFolder: string
  /** Neo4j when `NEO4J_URI` is set, the embedded store otherwise. */
  readonly store: StoreConfig
  /** `PORT`, 4000 by default; 0 takes a free one. */
  readonly port: number
  /** `HOST`, loopback by default. */
  readonly host: string
  /** Where readers reach the server, ending in `/`: links in feeds, exports and citations begin with it. `POLICYGRAPH_PUBLIC_URL`; none by default. */
  readonly publicUrl: string | undefined
  /** Lets `ingest https://…` reach addresses of this machine and its own network; `POLICYGRAPH_FETCH_PRIVATE=1`, off by default. */
  readonly fetchPrivate: boolean
  /** A model that proposes further facts; `POLICYGRAPH_LLM_URL`, none by default. */
  readonly llm: LlmSettings | undefined
  /** Who may read and change: `POLICYGRAPH_TOKENS`, `POLICYGRAPH_OPEN_READ`, `POLICYGRAPH_JWT_*` and `POLICYGRAPH_JWKS` (docs/review.md). */
  readonly auth: AuthSettings
  /** Who opens the Neo4j that `migrate` copies to: `POLICYGRAPH_TARGET_USER` (neo4j by default), `_PASSWORD`, `_DATABASE`. */
  readonly target: StoreTarget
  /** Limits and switches of the API: `POLICYGRAPH_MAX_*`, `POLICYGRAPH_REQUESTS_PER_MINUTE`, `POLICYGRAPH_INTROSPECTION`, `POLICYGRAPH_GRAPHIQL` (docs/operations.md). */
  readonly api: ApiSettings
  /** Where jobs of ingestion are kept: `REDIS_URL`, `POLICYGRAPH_QUEUE` (docs/operations.md). */
  readonly jobs: JobSettings
  /** How long an ingest waits for a store that does not answer, in ms; `POLICYGRAPH_STORE_PATIENCE` in seconds, 600 by default. */
  readonly storePatience: number
  /** Threads that read articles in `ingest`, 0 for none; `POLICYGRAPH_THREADS`, by the machine and the amount of text unless set. */
  readonly threads: number | undefined
  /** Token that `mcp --server` shows to the server; `POLICYGRAPH_API_TOKEN`. */
  readonly apiToken: string | undefined
  /** `POLICYGRAPH_LOG_LEVEL`, `POLICYGRAPH_LOG_QUERIES` (docs/operations.md). */
  readonly log: LogSettings
  /** Where traces go, if anywhere: OTEL_* (docs/operations.md). */
  readonly traces: TraceSettings | undefined
  /** Time for running requests when the server is told to stop, in ms; `POLICYGRAPH_SHUTDOWN_SECONDS`, 20 s by default. */
  readonly finishWithin: number
  /** What no log may show although nothing here names it: passwords in addresses, keys sent to a collector of traces. */
  readonly secrets: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** An empty variable counts as unset. */
const given = (env: Environment, name: string, fallback: string): string => {
  const value = env[name]
  return value === undefined || value === '' ? fallback : value
}

const dataFolder = (env: Environment): string => resolve(given(env, 'POLICYGRAPH_DATA', 'data'))

/** @throws PolicyGraphError BAD_INPUT when a variable has a wrong form. */
export const readConfig = (env: Environment): Config => ({
  dataFolder: dataFolder(env),
  store: storeConfigFromEnv(env),
  port: parsePort(given(env, 'PORT', '4000'), 'PORT'),
  host: given(env, 'HOST', '127.0.0.1'),
  publicUrl: publicUrl(given(env, 'POLICYGRAPH_PUBLIC_URL', '')),
  fetchPrivate: given(env, 'POLICYGRAPH_FETCH_PRIVATE', '') === '1',
  llm: llmSettingsFromEnv(env),
  auth: authSettingsFromEnv(env, dataFolder(env)),
  target: {
    user: given(env, 'POLICYGRAPH_TARGET_USER', 'neo4j'),
    password: env['POLICYGRAPH_TARGET_PASSWORD'] === '' ? undefined : env['POLICYGRAPH_TARGET_PASSWORD'],
    pageCache: pageCacheFromEnv(env),
    ...(given(env, 'POLICYGRAPH_TARGET_DATABASE', '') === '' ? {} : { database: given(env, 'POLICYGRAPH_TARGET_DATABASE', '') }),
  },
  api: apiSettingsFromEnv(env),
  jobs: jobSettingsFromEnv(env),
  storePatience: 1_000 * wholeNumber(given(env, 'POLICYGRAPH_STORE_PATIENCE', '600'), 'POLICYGRAPH_STORE_PATIENCE', 999_999),
  threads: env['POLICYGRAPH_THREADS'] === undefined || env['POLICYGRAPH_THREADS'] === '' ? undefined : wholeNumber(env['POLICYGRAPH_THREADS'], 'POLICYGRAPH_THREADS', 64),
  apiToken: env['POLICYGRAPH_API_TOKEN'] === '' ? undefined : env['POLICYGRAPH_API_TOKEN'],
  log: logSettingsFromEnv(env),
  traces: traceSettingsFromEnv(env),
  finishWithin: 1_000 * wholeNumber(given(env, 'POLICYGRAPH_SHUTDOWN_SECONDS', '20'), 'POLICYGRAPH_SHUTDOWN_SECONDS', 3_600),
  secrets: otherSecrets(env),
})

function publicUrl(text: string): string | undefined {
  if (text === '') return undefined
  try {
    return checkBase(text)
  } catch (cause) {
    throw new PolicyGraphError('BAD_INPUT', 'POLICYGRAPH_PUBLIC_URL 应为 http(s) 网址，不带 ? 与 # · POLICYGRAPH_PUBLIC_URL must be a web address without ? and #', { cause, details: { variable: 'POLICYGRAPH_PUBLIC_URL' } })
  }
}

/** Passwords within addresses, and values of the headers that go to a collector of traces (`name=value,…`). */
function otherSecrets(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([name, value = '']) => {
    if (/^OTEL_EXPORTER_OTLP_(?:TRACES_)?HEADERS$/u.test(name)) return value.split(',').map((pair) => decoded(pair.slice(pair.indexOf('=') + 1).trim()))
    if (/_UR[IL]$|_ENDPOINT$/u.test(name) && URL.canParse(value)) return [decoded(new URL(value).password)]
    return []
  }).filter((secret) => secret !== '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A whole number from 0 to `most` as written. `name` is the option or variable that a message blames. */
function wholeNumber(text: string, name: string, most: number): number {
  const number = Number(text)
  if (/^\d+$/u.test(text) && text.length <= String(most).length && number <= most) return number
  throw new PolicyGraphError('BAD_INPUT', `${name} 应为 0–${most} 的整数，而不是“${text}” · ${name} must be a whole number from 0 to ${most}, not "${text}"`, { details: { variable: name } })
}

/** A port number as written. */
export const parsePort = (text: string, name: string): number => wholeNumber(text, name, 65_535)
