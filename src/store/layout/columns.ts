import { toStore, type Column, type ColumnType } from '../../../schema/to-store.js'
import type { CypherClient } from '../cypher-client.js'
import { legalName } from '../statements.js'
import { eachPage } from './each-page.js'

/** As a statement writes the value that means "nothing". A comparison with a value that is absent is neither true nor false. */
export const EMPTY: Readonly<Record<ColumnType, string>> = { string: "''", int: '0', float: '0.0', boolean: 'false', 'string[]': '[]' }

function fill(pattern: string, variable: string, columns: readonly Column[]): string {
  const at = ({ name }: Column): string => `${variable}.${legalName(name)}`
  return `
MATCH ${pattern}
WHERE n.id > $after AND n.id <= $last AND (${columns.map((column) => `${at(column)} IS NULL`).join(' OR ')})
SET ${columns.map((column) => `${at(column)} = coalesce(${at(column)}, ${EMPTY[column.type]})`).join(', ')}`
}

/** What an older version did not write of nodes and edges is there, and says "nothing". */
export async function fillColumns(client: CypherClient): Promise<void> {
  const { nodes, edges } = toStore()
  for (const { name, key, columns } of nodes) {
    const statements = [
      fill(`(n:${legalName(name)})`, 'n', columns.filter((column) => column.name !== key)),
      ...edges.filter((edge) => edge.from === name && edge.columns.length > 0).map((edge) => fill(`(n:${legalName(name)})-[r:${legalName(edge.name)}]->(:${legalName(edge.to)})`, 'r', edge.columns)),
    ]
    await eachPage(client, name, async (run, bounds) => {
      for (const statement of statements) await run(statement, bounds)
    })
  }
}
