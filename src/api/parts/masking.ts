import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { isPolicyGraphError, type ErrorCode } from '../../core/errors.js'

/** The error edge: known errors keep their code and details, all others become INTERNAL with an id that the log has too. */

/** Takes errors that no caller may see. */
export type FaultLog = (fault: { readonly id: string; readonly error: unknown }) => void

const INTERNAL: ErrorCode = 'INTERNAL'

const originalOf = (error: unknown): unknown => (error instanceof GraphQLError ? error.originalError : error)

/** An error as the caller sees it. */
export function maskError(error: unknown, log: FaultLog): GraphQLError {
  const original = originalOf(error)
  const at = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {}
  if (isPolicyGraphError(original)) {
    return new GraphQLError(original.message, { ...at, extensions: { ...original.details, code: original.code } })
  }
  if (error instanceof GraphQLError && (original === undefined || original === null || original instanceof GraphQLError)) return error
  const id = randomUUID()
  log({ id, error: original })
  return new GraphQLError(`程序内部错误，编号 ${id} · internal error ${id}`, { ...at, extensions: { code: INTERNAL, id } })
}
