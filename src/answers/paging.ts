import { PolicyGraphError } from '../core/errors.js'

/** Pages after Relay: opaque cursors that name a place in a fixed order, so that a page does not shift when rows before it come or go. */

export const DEFAULT_FIRST = 20
export const MAX_FIRST = 100

export interface PageArgs {
  /** 1–100; 20 when absent. */
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/** The place of a row in its order: compared part by part, ascending. */
export type SortKey = readonly (string | number)[]

export interface Edge<T> {
  readonly cursor: string
  readonly node: T
}

export interface Page<T> {
  readonly edges: readonly Edge<T>[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  /** Rows on all pages. */
  readonly totalCount: number
}

export const encodeCursor = (key: SortKey): string => Buffer.from(JSON.stringify(key), 'utf8').toString('base64url')

const isSortKey = (value: unknown): value is SortKey =>
  Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string' || typeof part === 'number')

/** Throws BAD_INPUT for anything that `encodeCursor` did not make. */
export function decodeCursor(cursor: string): SortKey {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    value = undefined
  }
  if (!isSortKey(value)) throw new PolicyGraphError('BAD_INPUT', '游标无效 · the cursor `after` is not one of ours', { details: { argument: 'after' } })
  return value
}

/** Throws BAD_INPUT when `first` is not a whole number of 1–100. */
export function checkFirst(first: number | null | undefined, fallback: number = DEFAULT_FIRST): number {
  const wanted = first ?? fallback
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MAX_FIRST) {
    throw new PolicyGraphError('BAD_INPUT', `first 应为 1 到 ${MAX_FIRST} 的整数 · first must be a whole number from 1 to ${MAX_FIRST}`, { details: { argument: 'first', max: MAX_FIRST } })
  }
  return wanted
}

export function compareKeys(a: SortKey, b: SortKey): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    if (x === y) continue
    return typeof x === typeof y ? (x < y ? -1 : 1) : typeof x === 'number' ? -1 : 1
  }
  return a.length - b.length
}

/** Rows that come after those of all earlier tiers; they are made only when a page reaches them. */
export interface Tier<T> {
  /** What the keys of its rows begin with. */
  readonly prefix: SortKey
  /** How many rows it has. */
  readonly size: number
  readonly rows: () => readonly T[]
}

/** One page of rows in tiers, in the order of `keyOf`, which must differ from row to row. */
export function pageOfTiers<T>(tiers: readonly Tier<T>[], keyOf: (row: T) => SortKey, args: PageArgs): Page<T> {
  const first = checkFirst(args.first)
  const after = typeof args.after === 'string' ? decodeCursor(args.after) : undefined
  const cut: Edge<T>[] = []
  let passed = 0
  for (const { prefix, size, rows } of tiers) {
    if (cut.length >= first) break
    if (after !== undefined && compareKeys(prefix, after.slice(0, prefix.length)) < 0) {
      passed += size
      continue
    }
    const keyed = rows().map((node) => ({ node, key: keyOf(node) })).sort((a, b) => compareKeys(a.key, b.key))
    const start = after === undefined ? 0 : keyed.findIndex((row) => compareKeys(row.key, after) > 0)
    const from = start < 0 ? keyed.length : start
    passed += from
    for (const { node, key } of keyed.slice(from, from + first - cut.length)) cut.push({ node, cursor: encodeCursor(key) })
  }
  const totalCount = tiers.reduce((sum, { size }) => sum + size, 0)
  return { edges: cut, hasNextPage: passed + cut.length < totalCount, hasPreviousPage: passed > 0, totalCount }
}

/** One page of rows that are all at hand. Rows are put in the order of `keyOf`, which must differ from row to row. */
export const pageOf = <T>(rows: readonly T[], keyOf: (row: T) => SortKey, args: PageArgs): Page<T> =>
  pageOfTiers([{ prefix: [], size: rows.length, rows: () => rows }], keyOf, args)
