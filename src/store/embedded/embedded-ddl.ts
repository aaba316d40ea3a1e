import type { Column, ColumnType, StoreSchema } from '../../../schema/to-store.js'
import { EMPTY } from '../layout/columns.js'
import { legalName } from '../cypher-parts.js'

/** Store schema → statements of the embedded database. */

const TYPES: Readonly<Record<ColumnType, string>> = { string: 'STRING', int: 'INT64', float: 'DOUBLE', boolean: 'BOOLEAN', 'string[]': 'STRING[]' }

const column = ({ name, type }: Column): string => `\`${legalName(name)}\` ${TYPES[type]}`

/** Name → statement that makes the table. The database scans for CONTAINS and hashes keys, so it takes no other index. */
export function createTables(schema: StoreSchema): ReadonlyMap<string, string> {
  const nodes = schema.nodes.map((table): [string, string] => [
    table.name,
    `CREATE NODE TABLE IF NOT EXISTS \`${legalName(table.name)}\`(${table.columns.map(column).join(', ')}, PRIMARY KEY(\`${legalName(table.key)}\`))`,
  ])
  const edges = schema.edges.map((table): [string, string] => [
    table.name,
    `CREATE REL TABLE IF NOT EXISTS \`${legalName(table.name)}\`(${[`FROM \`${legalName(table.from)}\` TO \`${legalName(table.to)}\``, ...table.columns.map(column)].join(', ')})`,
  ])
  return new Map([...nodes, ...edges])
}

/** Statement that adds a column which a table made by an older version lacks, with the value that means "nothing". */
export const addColumn = (table: string, added: Column): string => `ALTER TABLE \`${legalName(table)}\` ADD ${column(added)} DEFAULT ${EMPTY[added.type]}`
