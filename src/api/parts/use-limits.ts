import { GraphQLError, Kind, OperationTypeNode, getOperationAST, parse, visit, type DocumentNode, type ExecutionArgs, type ParseOptions, type Source } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ErrorCode } from '../../core/errors.js'
import { readingAfter } from '../../store/after.js'
import { withDeadline } from '../../store/deadline.js'
import { makeContext, type ApiContext } from '../context.js'
import type { Limits } from '../limits.js'
import { weigh } from './cost.js'
import { bookmarksOf } from './use-bookmarks.js'

const CODE: ErrorCode = 'TOO_COSTLY'

const refused = (message: string, details: Readonly<Record<string, number>>): GraphQLError => new GraphQLError(message, { extensions: { ...details, code: CODE } })

/** Documents that are asked again and again are kept by the server, parsed. */
const aliasesKnown = new WeakMap<DocumentNode, number>()

function countAliases(document: DocumentNode): number {
  const known = aliasesKnown.get(document)
  if (known !== undefined) return known
  let count = 0
  visit(document, { [Kind.FIELD]: ({ alias }) => { if (alias !== undefined) count++ } })
  aliasesKnown.set(document, count)
  return count
}

function tooCostly(limits: Limits, aliases: number, depth: number, cost: number): GraphQLError | undefined {
  if (aliases > limits.aliases) return refused(`别名 ${aliases} 个，上限 ${limits.aliases} 个 · ${aliases} aliases; the limit is ${limits.aliases}`, { aliases, limit: limits.aliases })
  if (depth > limits.depth) return refused(`查询嵌套 ${depth} 层，上限 ${limits.depth} 层 · the query is ${depth} levels deep; the limit is ${limits.depth}`, { depth, limit: limits.depth })
  if (cost > limits.cost) {
    return refused(`查询代价 ${cost}，上限 ${limits.cost}；请减小 first 或分次查询 · the query costs ${cost}; the limit is ${limits.cost}: ask for less with first, or in parts`, { cost, limit: limits.cost })
  }
  return undefined
}

/** graphql-js says it in a syntax error, with no code of its own. */
const TOO_MANY_TOKENS = /Document contains more tha[tn] \d+ tokens/u

function parseWithin(limits: Limits, source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens })
  } catch (error) {
    if (!(error instanceof GraphQLError) || !TOO_MANY_TOKENS.test(error.message)) throw error
    throw refused(`查询过长，上限 ${limits.tokens} 个记号 · the query is too long; the limit is ${limits.tokens} tokens`, { limit: limits.tokens })
  }
}

/** Refuses documents that are too long, too deep or too wide, before anything is read; stops those that take too long, and all when `overdue` fires. */
export const useLimits = (limits: Limits, overdue: AbortSignal): Plugin<ApiContext> => ({
  onParse({ setParseFn }) {
    setParseFn((source: string | Source, options?: ParseOptions): DocumentNode => parseWithin(limits, source, options))
  },
  onExecute({ args, extendContext, setResultAndStopExecution }) {
    const { schema, document, variableValues, operationName, contextValue } = args as ExecutionArgs
    const { depth, cost } = weigh(schema, document, variableValues ?? {})
    const error = tooCostly(limits, countAliases(document), depth, cost)
    if (error !== undefined) setResultAndStopExecution({ errors: [error] })
    else if (getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY) {
      // Only questions: what changes the graph is not left half done, and takes its turn by the store itself.
      const { store, principal, watch, base, request } = contextValue as ApiContext & { readonly request: Request }
      const stop = { throwIfAborted: () => { request.signal.throwIfAborted(); overdue.throwIfAborted() } }
      extendContext(makeContext(withDeadline(readingAfter(store, bookmarksOf(request)), performance.now() + 1_000 * limits.seconds, stop), principal, watch, base))
    }
  },
})
