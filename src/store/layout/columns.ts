import { toStore, type Column, type ColumnType } from '../../../schema/to-store.js'
import type { CypherClient } from '../cypher-client.js'
import { legalName } from '../cypher-parts.js'
import { eachPage } from './each-page.js'

/** As a statement writes the value that means "nothing". A comparison with a value that is absent is neither true nor false. */
export const EMPTY: Readonly<Record<ColumnType, string>> = { string: "''", int: '0', float: '0.0', boolean: 'false', 'string[]': '[]' }

interface Filling {
  /** Gives a row when there is something to fill. */
  readonly look: string
  readonly fill: string
}

function filling(pattern: string, variable: string, columns: readonly Column[]): readonly Filling[] {
  if (columns.length === 0) return []
  const at = ({ name }: Column): string => `${variable}.${legalName(name)}`
  const absent = columns.map((column) => `${at(column)} IS NULL`).join(' OR ')
  return [{
    look: `MATCH ${pattern} WHERE ${absent} RETURN n.id AS id LIMIT 1`,
    fill: `
MATCH ${pattern}
WHERE n.id > $after AND n.id <= $last AND (${absent})
SET ${columns.map((column) => `${at(column)} = coalesce(${at(column)}, ${EMPTY[column.type]})`).join(', ')}`,
  }]
}

/** What an older version did not write of nodes and edges is there, and says "nothing". */
export async function fillColumns(client: CypherClient): Promise<void> {
  const { nodes, edges } = toStore()
  for (const { name, key, columns } of nodes) {
    const node = `(n:${legalName(name)})`
    const fillings = [
      ...filling(node, 'n', columns.filter((column) => column.name !== key)),
      ...edges.filter((edge) => edge.from === name).flatMap((edge) => filling(`${node}-[r:${legalName(edge.name)}]->(:${legalName(edge.to)})`, 'r', edge.columns)),
    ]
    // One look at a whole table costs as much as one at a page where a store has to scan for ids.
    for (const { look, fill } of fillings) if ((await client.read(look)).length > 0) await eachPage(client, name, (run, bounds) => run(fill, bounds))
  }
}
