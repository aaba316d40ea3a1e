import type { LbugValue } from '@ladybugdb/core'
import { PolicyGraphError } from '../../core/errors.js'
import type { StoreParams, StoreRow, StoreScalar } from '../port.js'

/** Values to and from the embedded database. */

/** The database tells integers from doubles by value, so parameters go as they are, copied into plain mutable shapes. */
export const toEmbedded = (params: StoreParams): Record<string, LbugValue> =>
  // A plain object of this realm, which the library insists on; a clone as a whole is one of another realm under jest.
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, structuredClone(value) as LbugValue]))

function scalar(value: unknown): StoreScalar {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new PolicyGraphError('STORE_FAILED', `查询须返回标量或标量列表 · a query must return scalars or lists of them, not ${typeof value}`)
}

export const fromEmbedded = (row: Readonly<Record<string, unknown>>): StoreRow =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.map(scalar) : scalar(value)]))
