import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { isPolicyGraphError, type ErrorCode } from '../../core/errors.js'
import { idOf, RETRY_AFTER, troubleOf } from './store-trouble.js'

/** The error edge: known errors keep their code and details, of trouble with the store the code alone; all others become INTERNAL. Where something is kept back, the log has it under the id. */

/** Takes errors that no caller may see. */
export type FaultLog = (fault: { readonly id: string; readonly error: unknown }) => void

const INTERNAL: ErrorCode = 'INTERNAL'
const GONE: ErrorCode = 'ASKER_GONE'

const originalOf = (error: unknown): unknown => (error instanceof GraphQLError ? error.originalError : error)

/** HTTP status of errors that keep a question from being asked at all. */
const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = { UNAUTHENTICATED: 401, TOKEN_EXPIRED: 401, FORBIDDEN: 403, AUTH_UNAVAILABLE: 503, SHUTTING_DOWN: 503 }

/** For an error outside any field: status, and how to ask again. A field that fails leaves the others standing, and the answer a 200. */
function httpOf(error: unknown, code: ErrorCode): Readonly<Record<string, unknown>> {
  const status = error instanceof GraphQLError ? undefined : STATUS[code]
  return status === undefined ? {} : { http: { status, ...(status === 401 ? { headers: { 'www-authenticate': 'Bearer' } } : {}) } }
}

/** What yoga says of a request that it cannot take, in our codes and both languages. A status that it gives stays, and is told to clients of plain JSON too. */
const REQUEST_ERRORS: Readonly<Record<string, { readonly code: ErrorCode; readonly status: number; readonly zh: string }>> = {
  BAD_REQUEST: { code: 'BAD_INPUT', status: 400, zh: '请求有误' },
  REQUEST_ENTITY_TOO_LARGE: { code: 'TOO_COSTLY', status: 413, zh: '请求正文过大' },
  OPERATION_RESOLUTION_FAILURE: { code: 'BAD_INPUT', status: 400, zh: '须指明执行哪个操作' },
}

function coded(error: GraphQLError): GraphQLError {
  const { code, http } = error.extensions
  const known = typeof code === 'string' ? REQUEST_ERRORS[code] : undefined
  if (known === undefined) return error
  return new GraphQLError(`${known.zh} · ${error.message}`, { extensions: { code: known.code, http: { status: known.status, ...(http as object | undefined), spec: false } } })
}

/** An error as the caller sees it. */
export function maskError(error: unknown, log: FaultLog): GraphQLError {
  const original = originalOf(error)
  const at = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {}
  const trouble = troubleOf(original)
  if (trouble !== undefined && isPolicyGraphError(original)) {
    const id = idOf(original, () => {
      const made = randomUUID()
      log({ id: made, error: original })
      return made
    })
    const http = { status: trouble.status, spec: false, ...(trouble.status === 503 ? { headers: { 'retry-after': String(RETRY_AFTER) } } : {}) }
    return new GraphQLError(trouble.message, { ...at, extensions: { code: original.code, id, http } })
  }
  if (isPolicyGraphError(original)) {
    return new GraphQLError(original.message, { ...at, extensions: { ...original.details, code: original.code, ...httpOf(error, original.code) } })
  }
  if (error instanceof GraphQLError && (original === undefined || original === null || original instanceof GraphQLError)) return coded(error)
  // Nobody reads this answer any more: the asker has closed the connection, which is no fault.
  if (original instanceof Error && original.name === 'AbortError') return new GraphQLError('提问者已断开 · the asker has gone', { ...at, extensions: { code: GONE } })
  const id = randomUUID()
  log({ id, error: original })
  return new GraphQLError(`程序内部错误，编号 ${id} · internal error ${id}`, { ...at, extensions: { code: INTERNAL, id } })
}
