import { GraphQLError, type ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ErrorCode } from '../../core/errors.js'

const CODE: ErrorCode = 'BAD_INPUT'

/**
 * A variable of the wrong type fails before any field runs, so that the error has no path. Documents that are no GraphQL or break the
 * schema have the usual GRAPHQL_PARSE_FAILED and GRAPHQL_VALIDATION_FAILED already.
 */
function coded(error: GraphQLError): GraphQLError {
  if (error.path !== undefined || error.extensions['code'] !== undefined) return error
  const { message, nodes, source, positions, extensions } = error
  return new GraphQLError(message, { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, extensions: { ...extensions, code: CODE } })
}

/** Gives BAD_INPUT to errors of GraphQL itself that have no code, so that every error has one. */
export const useErrorCodes = (): Plugin => ({
  onExecutionResult(event) {
    const { result } = event
    if (result === undefined || Symbol.asyncIterator in result || Array.isArray(result)) return
    const { errors, ...rest } = result as ExecutionResult
    if (errors !== undefined) event.setResult({ ...rest, errors: errors.map(coded) })
  },
})
