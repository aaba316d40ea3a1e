import { isPolicyGraphError, type ErrorCode, type PolicyGraphError } from '../../core/errors.js'

/** Trouble with the store as callers hear of it: what it is by its code, and no word of where the store lies or what it said. */

interface Trouble {
  readonly message: string
  /** HTTP status of an answer that meets it. */
  readonly status: number
}

const NOT_NOW: Trouble = { message: '图库暂时不可用，请稍后再试 · the store is not available just now; try again later', status: 503 }

const TROUBLES: Readonly<Partial<Record<ErrorCode, Trouble>>> = {
  STORE_UNREACHABLE: NOT_NOW,
  STORE_AUTH: NOT_NOW,
  STORE_TOO_OLD: NOT_NOW,
  STORE_TOO_NEW: NOT_NOW,
  STORE_BUSY: NOT_NOW,
  STORE_CLOSED: NOT_NOW,
  STORE_MISSING: NOT_NOW,
  STORE_DAMAGED: { message: '图库已损坏，请告知管理员 · the store is damaged; tell whoever runs this server', status: 503 },
  STORE_FULL: { message: '磁盘已满，暂时不能写入，请告知管理员 · there is no room left to write; tell whoever runs this server', status: 503 },
  STORE_FAILED: { message: '图库未能执行，请告知管理员 · the store could not do it; tell whoever runs this server', status: 500 },
}

/** When a caller may come back, in seconds. */
export const RETRY_AFTER = 5

export const troubleOf = (error: unknown): Trouble | undefined => (isPolicyGraphError(error) ? TROUBLES[error.code] : undefined)

/** One fault may stand in several fields of an answer; it has one id and is logged once. */
const told = new WeakMap<PolicyGraphError, string>()

export function idOf(error: PolicyGraphError, make: () => string): string {
  const known = told.get(error)
  if (known !== undefined) return known
  const id = make()
  told.set(error, id)
  return id
}
