import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { isPolicyGraphError, PolicyGraphError } from '../../core/errors.js'
import { CypherGraphStore } from '../cypher-graph-store.js'
import type { CypherClient } from '../cypher-client.js'
import { freshFolder, putAside, putInPlace } from '../embedded/replace-files.js'
import { forgetMarkers, LAYOUT, makeSchema, upgrade } from '../layout/layout.js'
import { inFiles, openClient, type EmbeddedConfig, type StoreConfig } from '../open-store.js'
import type { GraphStore } from '../port.js'
import { loadCatalog } from '../query-catalog.js'
import { checkArchive, readArchive, writeArchive, type ReadEnd } from './archive-file.js'
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

export interface Restored extends Copied {
  /** Where the files of a damaged store were moved to. */
  readonly aside?: string
}

async function withClient<T>(config: StoreConfig, work: (client: CypherClient) => Promise<T>): Promise<T> {
  const client = await openClient(config)
  try {
    await makeSchema(client)
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
    await upgrade(client)
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

function demandSame(found: string, sha256: string): void {
  if (found === sha256) return
  throw new PolicyGraphError('STORE_FAILED', '写入后的图与原图的导出不同，请弃用这一份 · the copy exports other bytes than the original; do not use it', { details: { expected: sha256, found } })
}

/** Reads a backup into an empty store. One of an older layout exports otherwise after its upgrade, so that only its rows are counted. */
const fill = (config: StoreConfig, path: string, text: ExportText): Promise<Copied> =>
  withClient(config, async (client) => {
    await demandEmpty(client)
    await forgetMarkers(client)
    let rows = 0
    let end: ReadEnd = { rows: 0, sha256: '', layout: LAYOUT }
    for await (const item of readArchive(path)) {
      if ('table' in item) rows += await writeBatchOf(client, item)
      else end = item
    }
    await upgrade(client)
    const sha256 = await hashOf(client, text)
    if (end.layout === LAYOUT) demandSame(sha256, end.sha256)
    return { rows, sha256 }
  })

/** True when the embedded store in the folder is damaged. BAD_INPUT when it is sound and not empty. */
async function isDamaged(config: StoreConfig): Promise<boolean> {
  try {
    await withClient(config, demandEmpty)
    return false
  } catch (error) {
    if (isPolicyGraphError(error) && error.code === 'STORE_DAMAGED') return true
    throw error
  }
}

/** The backup is read into a folder of its own, which takes the place of the other when it is whole and right. */
async function restoreFolder(config: EmbeddedConfig, path: string, text: ExportText): Promise<Restored> {
  const { folder } = config
  const damaged = await isDamaged(config)
  const fresh = freshFolder(folder)
  try {
    const copied = await fill({ ...config, folder: fresh }, path, text)
    const aside = damaged ? { aside: putAside(folder) } : {}
    putInPlace(fresh, folder)
    return { ...copied, ...aside }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/**
 * Fills an empty store from a backup; an embedded one that is damaged is put aside for it. BAD_INPUT when the backup is damaged or the store
 * neither empty nor damaged, STORE_TOO_NEW when its layout is newer. A run that fails leaves the embedded store as it was, and in Neo4j a part behind: empty that and run it again.
 */
export async function restoreFrom(config: StoreConfig, path: string, text: ExportText): Promise<Restored> {
  await checkArchive(path)
  const kept = inFiles(config)
  return kept === undefined ? fill(config, path, text) : restoreFolder(kept, path, text)
}

/** Copies a store into an empty one, of the same kind or the other. */
export const migrate = (from: StoreConfig, to: StoreConfig, text: ExportText): Promise<Copied> =>
  withClient(from, (source) => withClient(to, async (target) => {
    await demandEmpty(target)
    await forgetMarkers(target)
    await upgrade(source)
    let rows = 0
    for await (const batch of readTables(source)) rows += await writeBatchOf(target, batch)
    const sha256 = await hashOf(source, text)
    demandSame(await hashOf(target, text), sha256)
    return { rows, sha256 }
  }))
