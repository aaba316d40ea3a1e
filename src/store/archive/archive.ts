import { createHash } from 'node:crypto'
import { toStore } from '../../../schema/to-store.js'
import { PolicyGraphError } from '../../core/errors.js'
import { CypherGraphStore } from '../cypher-graph-store.js'
import type { CypherClient } from '../cypher-client.js'
import { openClient, type StoreConfig } from '../open-store.js'
import type { GraphStore } from '../port.js'
import { loadCatalog } from '../query-catalog.js'
import { readArchive, writeArchive } from './archive-file.js'
import { isEmpty, readTables, writeBatchOf, type Batch } from './tables.js'

/**
 * Backup, restore and migration of a whole store: every table, the log of acts and who is who included. All are checked by
 * the export: the copy must print the same bytes. Other processes must not write meanwhile.
 */

/** The whole graph in a text that is the same for the same graph, as `policygraph export` gives it. */
export type ExportText = (store: GraphStore) => AsyncIterable<string>

export interface Copied {
  /** Nodes and edges. */
  readonly rows: number
  /** SHA-256 of the export, the same on both sides. */
  readonly sha256: string
}

async function withClient<T>(config: StoreConfig, work: (client: CypherClient) => Promise<T>): Promise<T> {
  const client = await openClient(config)
  try {
    await client.applySchema(toStore())
    return await work(client)
  } finally {
    await client.close()
  }
}

async function hashOf(client: CypherClient, text: ExportText): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of text(new CypherGraphStore(client, loadCatalog()))) hash.update(piece)
  return hash.digest('hex')
}

/** Writes all that the store holds to a file, which is there only when it is whole. */
export const backUp = (config: StoreConfig, path: string, text: ExportText): Promise<Copied> =>
  withClient(config, async (client) => {
    const counted = { rows: 0 }
    async function* batches(): AsyncGenerator<Batch> {
      for await (const batch of readTables(client)) {
        counted.rows += batch.rows.length
        yield batch
      }
    }
    let sha256 = ''
    await writeArchive(path, batches(), async () => (sha256 = await hashOf(client, text)))
    return { rows: counted.rows, sha256 }
  })

async function demandEmpty(client: CypherClient): Promise<void> {
  if (!await isEmpty(client)) throw new PolicyGraphError('BAD_INPUT', '目标图库不是空的，未作任何改动 · the store to be filled is not empty; nothing was changed')
}

async function demandSame(client: CypherClient, text: ExportText, sha256: string): Promise<void> {
  const found = await hashOf(client, text)
  if (found === sha256) return
  throw new PolicyGraphError('STORE_FAILED', '写入后的图与原图的导出不同，请弃用这一份 · the copy exports other bytes than the original; do not use it', { details: { expected: sha256, found } })
}

/** Fills an empty store from a backup. BAD_INPUT when the file is damaged or the store not empty. A run that fails leaves a part behind: empty the store and run it again. */
export const restoreFrom = (config: StoreConfig, path: string, text: ExportText): Promise<Copied> =>
  withClient(config, async (client) => {
    await demandEmpty(client)
    let rows = 0
    let sha256 = ''
    for await (const item of readArchive(path)) {
      if ('table' in item) rows += await writeBatchOf(client, item)
      else ({ sha256 } = item)
    }
    await demandSame(client, text, sha256)
    return { rows, sha256 }
  })

/** Copies a store into an empty one, of the same kind or the other. */
export const migrate = (from: StoreConfig, to: StoreConfig, text: ExportText): Promise<Copied> =>
  withClient(from, (source) => withClient(to, async (target) => {
    await demandEmpty(target)
    let rows = 0
    for await (const batch of readTables(source)) rows += await writeBatchOf(target, batch)
    const sha256 = await hashOf(source, text)
    await demandSame(target, text, sha256)
    return { rows, sha256 }
  }))
