import { toStore } from '../../../schema/to-store.js'
import { readTables, writeBatchOf } from '../../../src/store/archive/tables.js'
import { openClient, type StoreConfig } from '../../../src/store/open-store.js'
import type { StoreRow } from '../../../src/store/port.js'
import { NO_TIME, stopwatch, sumOf, type Taken } from './stopwatch.js'

/** Rows of a transaction. */
const MOST = 5_000

export interface RawWriting {
  readonly rows: number
  /** Seconds of writing; reading the rows is not in it. */
  readonly took: Taken
}

/** Writes all rows of one store into another, an empty one, by plain UNWIND: nodes before edges, each row once, nothing looked up but the ends of edges. `server`: process of the store, if it has one. */
export async function writeRaw(from: StoreConfig, to: StoreConfig, server: number | undefined): Promise<RawWriting> {
  const [source, target] = [await openClient(from), await openClient(to)]
  try {
    await target.applySchema(toStore())
    const held = new Map<string, StoreRow[]>()
    let [count, took] = [0, NO_TIME]
    const write = async (table: string, rows: readonly StoreRow[]): Promise<void> => {
      const taken = stopwatch(server)
      count += await writeBatchOf(target, { table, rows })
      took = sumOf(took, taken())
    }
    const writeAll = async (): Promise<void> => {
      for (const [table, rows] of held) await write(table, rows)
      held.clear()
    }
    const nodes = new Set(toStore().nodes.map(({ name }) => name))
    let among = true
    for await (const { table, rows } of readTables(source)) {
      if (among && !nodes.has(table)) await writeAll()
      among = nodes.has(table)
      const together = [...held.get(table) ?? [], ...rows]
      if (together.length < MOST) held.set(table, together)
      else {
        held.delete(table)
        await write(table, together)
      }
    }
    await writeAll()
    return { rows: count, took }
  } finally {
    await source.close()
    await target.close()
  }
}
