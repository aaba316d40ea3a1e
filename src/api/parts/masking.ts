import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { isPolicyGraphError, type ErrorCode } from '../../core/errors.js'

/** The error edge: known errors keep their code and details, all others become INTERNAL with an id that the log has too. */

/** Takes errors that no caller may see. */
export type FaultLog = (fault: { readonly id: string; readonly error: unknown }) => void

const INTERNAL: ErrorCode = 'INTERNAL'

const originalOf = (error: unknown): unknown => (error instanceof GraphQLError ? error.originalError : error)

/** HTTP status of errors that keep a question from being asked at all. */
const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = { UNAUTHENTICATED: 401, TOKEN_EXPIRED: 401, FORBIDDEN: 403, AUTH_UNAVAILABLE: 503 }

/** For an error outside any field: status, and how to ask again. A field that fails leaves the others standing, and the answer a 200. */
function httpOf(error: unknown, code: ErrorCode): Readonly<Record<string, unknown>> {
  const status = error instanceof GraphQLError ? undefined : STATUS[code]
  return status === undefined ? {} : { http: { status, ...(status === 401 ? { headers: { 'www-authenticate': 'Bearer' } } : {}) } }
}

/** An error as the caller sees it. */
export function maskError(error: unknown, log: FaultLog): GraphQLError {
  const original = originalOf(error)
  const at = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {}
  if (isPolicyGraphError(original)) {
    return new GraphQLError(original.message, { ...at, extensions: { ...original.details, code: original.code, ...httpOf(error, original.code) } })
  }
  if (error instanceof GraphQLError && (original === undefined || original === null || original instanceof GraphQLError)) return error
  const id = randomUUID()
  log({ id, error: original })
  return new GraphQLError(`程序内部错误，编号 ${id} · internal error ${id}`, { ...at, extensions: { code: INTERNAL, id } })
}
