import type { CypherClient, RunCypher } from '../cypher-client.js'
import { legalName } from '../cypher-parts.js'
import { writing } from '../writing.js'

/** Nodes per transaction. */
const PAGE = 10_000

/** The nodes of one page: ids after `after`, up to `last`. */
export type Bounds = Readonly<Record<'after' | 'last', string>>

/** Does the work for all nodes of a table, page by page, each a transaction of its own; an interrupted run is begun anew. */
export async function eachPage(client: CypherClient, table: string, work: (run: RunCypher, bounds: Bounds) => Promise<unknown>): Promise<void> {
  const next = `MATCH (n:${legalName(table)}) WHERE n.id > $after RETURN n.id AS id ORDER BY id LIMIT ${PAGE}`
  for (let after = ''; ;) {
    const ids = (await client.read(next, { after })).map((row) => String(row['id']))
    const last = ids.at(-1)
    if (last === undefined) return
    const bounds = { after, last }
    await writing(client, (run) => work(run, bounds))
    after = last
  }
}
