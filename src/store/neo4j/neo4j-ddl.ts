import type { IndexSpec, NodeTable, StoreSchema } from '../../../schema/to-store.js'
import { legalName } from '../cypher-parts.js'

/** Store schema → Neo4j constraints and indexes. Labels, relationship types and properties need no declaration there. */

function index(table: NodeTable, { kind, columns }: IndexSpec): string {
  const name = legalName(['policygraph', table.name.toLowerCase(), ...columns.map((column) => column.toLowerCase())].join('_'))
  const properties = columns.map((column) => `n.${legalName(column)}`).join(', ')
  return `CREATE ${kind === 'text' ? 'TEXT' : 'RANGE'} INDEX ${name} IF NOT EXISTS FOR (n:${legalName(table.name)}) ON (${properties})`
}

export const ddlStatements = (schema: StoreSchema): readonly string[] =>
  schema.nodes.flatMap((table) => [
    `CREATE CONSTRAINT policygraph_${legalName(table.name.toLowerCase())}_key IF NOT EXISTS FOR (n:${legalName(table.name)}) REQUIRE n.${legalName(table.key)} IS UNIQUE`,
    ...table.indexes.map((spec) => index(table, spec)),
  ])
