import { LEGAL_NAME, toStore } from '../../schema/to-store.js'
import { PolicyGraphError } from '../core/errors.js'

/** Pieces of statements, made of the columns of the schema. */

/** A name fit to stand in a statement, or BAD_INPUT. */
export function legalName(name: string): string {
  if (!LEGAL_NAME.test(name)) throw new PolicyGraphError('BAD_INPUT', `非法名称 · not a legal name: ${name}`)
  return name
}

/** Columns of a table but those left out. */
export function columnsOf(tableName: string, leaveOut: readonly string[]): readonly string[] {
  const schema = toStore()
  const table = [...schema.nodes, ...schema.edges].find((candidate) => candidate.name === tableName)
  if (table === undefined) throw new PolicyGraphError('BAD_INPUT', `无此表 · no such table: ${tableName}`)
  return table.columns.map((column) => legalName(column.name)).filter((column) => !leaveOut.includes(column))
}

/** `n.a = row.a, n.b = row.b`. */
export const assignments = (variable: string, columns: readonly string[]): string => columns.map((column) => `${variable}.${column} = row.${column}`).join(', ')

/** `{a: row.a, b: row.b}`. */
export const properties = (columns: readonly string[]): string => `{${columns.map((column) => `${column}: row.${column}`).join(', ')}}`

/** `n.a AS a, n.b AS b`. */
export const returned = (variable: string, columns: readonly string[]): string => columns.map((column) => `${variable}.${column} AS ${column}`).join(', ')
