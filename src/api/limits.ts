import { PolicyGraphError } from '../core/errors.js'

/** How much one caller may ask for. */

export interface Limits {
  /** Levels of fields. */
  readonly depth: number
  /** Objects that an answer may hold, as `weigh` counts them. */
  readonly cost: number
  /** Tokens of a document. */
  readonly tokens: number
  /** Fields of a document that are given another name. */
  readonly aliases: number
  /** Seconds that a question may take, and that an export, dossier or feed may spend in the store; store queries are stopped then. Mutations and subscriptions are not timed. */
  readonly seconds: number
  /** Requests of one caller in a minute; 0 for no limit. */
  readonly requestsPerMinute: number
  /** Facts of one exported file. */
  readonly exportFacts: number
}

export const DEFAULT_LIMITS: Limits = { depth: 14, cost: 100_000, tokens: 5_000, aliases: 100, seconds: 30, requestsPerMinute: 3_000, exportFacts: 20_000 }

/** What an operator may set: limits, and whether the schema can be asked for and tried out. */
export interface ApiSettings {
  readonly limits: Partial<Limits>
  readonly introspection: boolean
  readonly graphiql: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

function wholeNumber(env: Environment, name: string, least: number): number | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (/^\d{1,9}$/u.test(text) && value >= least) return value
  throw new PolicyGraphError('BAD_INPUT', `${name} 应为不小于 ${least} 的整数，而不是“${text}” · ${name} must be a whole number of at least ${least}, not "${text}"`, { details: { variable: name } })
}

const VARIABLES = [
  ['POLICYGRAPH_MAX_DEPTH', 'depth', 1], ['POLICYGRAPH_MAX_COST', 'cost', 1], ['POLICYGRAPH_MAX_ALIASES', 'aliases', 0],
  ['POLICYGRAPH_MAX_SECONDS', 'seconds', 1], ['POLICYGRAPH_REQUESTS_PER_MINUTE', 'requestsPerMinute', 0],
] as const

/** Settings from the environment; what is not set is left to the defaults. @throws PolicyGraphError BAD_INPUT. */
export const apiSettingsFromEnv = (env: Environment): ApiSettings => ({
  limits: Object.fromEntries(VARIABLES.flatMap(([variable, limit, least]) => {
    const value = wholeNumber(env, variable, least)
    return value === undefined ? [] : [[limit, value]]
  })),
  introspection: env['POLICYGRAPH_INTROSPECTION'] !== '0',
  graphiql: env['POLICYGRAPH_GRAPHIQL'] !== '0',
})
