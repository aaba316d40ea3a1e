import type { RunCypher } from './cypher-client.js'
import type { StoreParams, StoreRow } from './port.js'

/** Rows or ids per statement: what a batch of articles has of most kinds, since a statement waits for a server as long as hundreds of rows. */
const CHUNK = 2_000

function chunksOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const chunks: T[][] = []
  for (let start = 0; start < items.length; start += CHUNK) chunks.push(items.slice(start, start + CHUNK))
  return chunks
}

/** Runs an `UNWIND $rows` statement over all rows; nothing runs for none. */
export async function writeInChunks(run: RunCypher, statement: string, rows: readonly StoreRow[]): Promise<void> {
  for (const chunk of chunksOf(rows)) await run(statement, { rows: chunk })
}

/** Runs an `IN $ids` statement over all ids and joins the rows it returns. */
export async function readInChunks(run: RunCypher, statement: string, ids: readonly string[], more: StoreParams = {}): Promise<readonly StoreRow[]> {
  const found: StoreRow[] = []
  for (const chunk of chunksOf(ids)) found.push(...await run(statement, { ids: chunk, ...more }))
  return found
}
