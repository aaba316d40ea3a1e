import type * as Bolt from 'neo4j-driver'
import { PolicyGraphError } from '../../core/errors.js'
import type { StoreParams, StoreRow, StoreScalar } from '../port.js'

/** Values to and from Neo4j. */

/** Wraps an integer; a plain JS number would arrive as a float, which LIMIT and SKIP refuse. */
export type WrapInteger = (value: number) => unknown

function outward(value: unknown, wrap: WrapInteger): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? wrap(value) : value
  if (Array.isArray(value)) return value.map((item) => outward(item, wrap))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, outward(item, wrap)]))
  return value
}

export const toNeo4j = (params: StoreParams, wrap: WrapInteger): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, outward(value, wrap)]))

function scalar(value: unknown): StoreScalar {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new PolicyGraphError('STORE_FAILED', `查询须返回标量或标量列表 · a query must return scalars or lists of them, not ${typeof value}`)
}

/** The driver is told to give integers as numbers. */
export function fromNeo4j(record: Bolt.Record): StoreRow {
  const row: Record<string, StoreScalar | readonly StoreScalar[]> = {}
  for (const [place, name] of record.keys.entries()) {
    const value: unknown = record.get(place)
    row[String(name)] = Array.isArray(value) ? value.map(scalar) : scalar(value)
  }
  return row
}
