import { GraphQLError, parse, type DocumentNode, type ExecutionArgs, type ParseOptions, type Source } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ErrorCode } from '../../core/errors.js'
import { weigh } from './cost.js'

export interface Limits {
  /** Levels of fields. */
  readonly depth: number
  /** Objects that an answer may hold, as `weigh` counts them. */
  readonly cost: number
  /** Tokens of a document. */
  readonly tokens: number
  /** Facts of one exported file. */
  readonly exportFacts: number
}

export const DEFAULT_LIMITS: Limits = { depth: 14, cost: 100_000, tokens: 5_000, exportFacts: 20_000 }

const CODE: ErrorCode = 'TOO_COSTLY'

function tooCostly(limits: Limits, depth: number, cost: number): GraphQLError | undefined {
  if (depth > limits.depth) {
    return new GraphQLError(`查询嵌套 ${depth} 层，上限 ${limits.depth} 层 · the query is ${depth} levels deep; the limit is ${limits.depth}`, { extensions: { code: CODE, depth, limit: limits.depth } })
  }
  if (cost > limits.cost) {
    return new GraphQLError(`查询代价 ${cost}，上限 ${limits.cost}；请减小 first 或分次查询 · the query costs ${cost}; the limit is ${limits.cost}: ask for less with first, or in parts`, { extensions: { code: CODE, cost, limit: limits.cost } })
  }
  return undefined
}

/** Refuses documents that are too long, too deep or too wide, before anything is read. */
export const useLimits = (limits: Limits): Plugin => ({
  onParse({ setParseFn }) {
    setParseFn((source: string | Source, options?: ParseOptions): DocumentNode => parse(source, { ...options, maxTokens: limits.tokens }))
  },
  onExecute({ args, setResultAndStopExecution }) {
    const { schema, document, variableValues } = args as ExecutionArgs
    const { depth, cost } = weigh(schema, document, variableValues ?? {})
    const error = tooCostly(limits, depth, cost)
    if (error !== undefined) setResultAndStopExecution({ errors: [error] })
  },
})
