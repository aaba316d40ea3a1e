import { ENTITY_KIND_NAMES } from '../../../schema/ontology/index.js'
import { toStore, type EdgeTable, type NodeTable } from '../../../schema/to-store.js'
import type { CypherClient } from '../cypher-client.js'
import type { StoreRow } from '../port.js'
import { legalName } from '../cypher-parts.js'
import { labelEntities } from '../statements.js'

/** A whole store as rows, table by table, in an order that can be written again: nodes first, then edges. */

/** Rows of one table. Those of an edge have `from_` and `to_`, the keys of its ends. */
export interface Batch {
  readonly table: string
  readonly rows: readonly StoreRow[]
}

/** Nodes per read; an article holds its text. */
const PAGE = 1_000
const ARTICLE_PAGE = 50
/** Rows per statement when writing. */
const CHUNK = 500

const listed = (columns: readonly string[], variable: string): readonly string[] => columns.map((name) => `${variable}.${legalName(name)} AS ${name}`)
const names = ({ columns }: { readonly columns: readonly { readonly name: string }[] }): readonly string[] => columns.map(({ name }) => legalName(name))

async function* pages(client: CypherClient, table: NodeTable, columns: readonly string[]): AsyncGenerator<readonly StoreRow[]> {
  const key = legalName(table.key)
  const limit = columns.includes('rawText') ? ARTICLE_PAGE : PAGE
  const statement = `MATCH (n:${legalName(table.name)}) WHERE n.${key} > $after RETURN ${listed(columns, 'n').join(', ')} ORDER BY ${key} LIMIT ${limit}`
  for (let after = ''; ;) {
    const rows = await client.read(statement, { after })
    if (rows.length > 0) yield rows
    if (rows.length < limit) return
    after = String(rows.at(-1)?.[key])
  }
}

function edgeStatement(edge: EdgeTable): string {
  const returned = ['a.id AS from_', 'b.id AS to_', ...listed(names(edge), 'r')].join(', ')
  return `UNWIND $ids AS id MATCH (a:${legalName(edge.from)} {id: id})-[r:${legalName(edge.name)}]->(b:${legalName(edge.to)}) RETURN ${returned}`
}

/** All that a store holds; memory does not grow with the graph. Other processes must not write meanwhile. */
export async function* readTables(client: CypherClient): AsyncGenerator<Batch> {
  const { nodes, edges } = toStore()
  for (const table of nodes) for await (const rows of pages(client, table, names(table))) yield { table: table.name, rows }
  for (const table of nodes) {
    const outgoing = edges.filter(({ from }) => from === table.name)
    if (outgoing.length === 0) continue
    for await (const ends of pages(client, table, [table.key])) {
      for (const edge of outgoing) {
        const rows = await client.read(edgeStatement(edge), { ids: ends.map((row) => String(row[table.key])) })
        if (rows.length > 0) yield { table: edge.name, rows }
      }
    }
  }
}

const assigned = (columns: readonly string[]): string => `{${columns.map((name) => `${name}: row.${name}`).join(', ')}}`

/** `given`: the columns that the rows have; an older version had fewer. */
function writeStatement(name: string, given: StoreRow): string | undefined {
  const { nodes, edges } = toStore()
  const node = nodes.find((table) => table.name === name)
  if (node !== undefined) return `UNWIND $rows AS row CREATE (:${legalName(name)} ${assigned(names(node).filter((column) => column in given))})`
  const edge = edges.find((table) => table.name === name)
  if (edge === undefined) return undefined
  const columns = names(edge).filter((column) => column in given)
  return `UNWIND $rows AS row MATCH (a:${legalName(edge.from)} {id: row.from_}) MATCH (b:${legalName(edge.to)} {id: row.to_}) CREATE (a)-[:${legalName(name)}${columns.length === 0 ? '' : ` ${assigned(columns)}`}]->(b)`
}

/** Writes a batch into a store that does not hold it yet. Rows of tables that this version does not know are passed over; gives the number written. */
export async function writeBatchOf(client: CypherClient, { table, rows }: Batch): Promise<number> {
  const statement = writeStatement(table, rows[0] ?? {})
  if (statement === undefined) return 0
  await client.transaction(async (run) => {
    for (let at = 0; at < rows.length; at += CHUNK) await run(statement, { rows: rows.slice(at, at + CHUNK) })
    if (table !== 'Entity' || !client.traits.kindLabels) return
    for (const kind of ENTITY_KIND_NAMES) {
      const ids = rows.filter((row) => row['kind'] === kind).map((row) => String(row['id']))
      await run(labelEntities(toStore().kindLabels[kind]), { ids })
    }
  })
  return rows.length
}

/** True when nothing has been written to the store yet. */
export async function isEmpty(client: CypherClient): Promise<boolean> {
  const [row] = await client.read('MATCH (n:Article) RETURN count(*) AS n')
  const [act] = await client.read('MATCH (n:Act) RETURN count(*) AS n')
  return row?.['n'] === 0 && act?.['n'] === 0
}
