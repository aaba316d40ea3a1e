import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { isDiskFull, storeFull } from '../../core/disk-full.js'
import { PolicyGraphError } from '../../core/errors.js'
import { demandKnown, LAYOUT } from '../layout/layout.js'
import type { Batch } from './tables.js'

/** A backup: gzipped JSON lines. A head, which tells the layout of the store, one line for each batch, and an end that tells how many rows there are and what the graph's export hashes to. */

/** Raised when a version can no longer read what an older one wrote. */
const FORMAT = 1

export interface ArchiveEnd {
  readonly rows: number
  /** SHA-256 of the graph as `export` prints it. */
  readonly sha256: string
}

/** How a backup that was read ends. */
export interface ReadEnd extends ArchiveEnd {
  /** Of the store that the rows were taken from. */
  readonly layout: number
}

interface Line {
  readonly policygraph?: number
  /** Of the store that the rows were taken from; 0 when absent. */
  readonly layout?: number
  readonly batch?: Batch
  readonly end?: ArchiveEnd
}

const broken = (path: string, zh: string, en: string, cause?: unknown): PolicyGraphError =>
  new PolicyGraphError('BAD_INPUT', `备份 ${path} ${zh} · the backup ${path} ${en}`, { details: { path }, ...(cause === undefined ? {} : { cause }) })

async function* linesOf(batches: AsyncIterable<Batch>, sha256: () => Promise<string>): AsyncGenerator<string> {
  yield `${JSON.stringify({ policygraph: FORMAT, layout: LAYOUT })}\n`
  let rows = 0
  for await (const batch of batches) {
    rows += batch.rows.length
    yield `${JSON.stringify({ batch })}\n`
  }
  yield `${JSON.stringify({ end: { rows, sha256: await sha256() } })}\n`
}

/** Writes a backup of a store of the newest layout; the file is there under its name only when it is whole. STORE_FULL. */
export async function writeArchive(path: string, batches: AsyncIterable<Batch>, sha256: () => Promise<string>): Promise<void> {
  const unfinished = `${path}.part`
  try {
    await pipeline(Readable.from(linesOf(batches, sha256)), createGzip(), createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw isDiskFull(error) ? storeFull(dirname(path), error) : error
  }
}

function lineOf(text: string, path: string): Line {
  try {
    return JSON.parse(text) as Line
  } catch (cause) {
    throw broken(path, '已损坏', 'is damaged', cause)
  }
}

/** The batches of a backup, in order; gives `end` last. BAD_INPUT for a file that is damaged, cut short, of another kind or of a later format; STORE_TOO_NEW for rows of a newer layout. */
export async function* readArchive(path: string): AsyncGenerator<Batch | ReadEnd> {
  const source = createReadStream(path)
  const plain = source.pipe(createGunzip())
  source.on('error', (error) => plain.destroy(error))
  let layout: number | undefined
  let ended = false
  let rows = 0
  try {
    for await (const text of createInterface({ input: plain, crlfDelay: Infinity })) {
      const { policygraph, layout: told = 0, batch, end } = lineOf(text, path)
      if (layout === undefined) {
        if (policygraph !== FORMAT) throw broken(path, '不是本版本能读的备份', 'is none that this version reads')
        demandKnown(told, [`备份 ${path} 中的图库`, `the store in the backup ${path}`])
        layout = told
      }
      if (batch !== undefined) {
        rows += batch.rows.length
        yield batch
      }
      if (end === undefined) continue
      if (end.rows !== rows) throw broken(path, '行数不符', 'does not have the number of rows that it tells')
      ended = true
      yield { ...end, layout }
    }
  } catch (error) {
    throw error instanceof PolicyGraphError ? error : broken(path, '无法读取或已损坏', 'cannot be read or is damaged', error)
  } finally {
    source.destroy()
    plain.destroy()
  }
  if (!ended) throw broken(path, '不完整', 'is cut short')
}

/** Throws what `readArchive` would throw at the head of the file. */
export async function checkArchive(path: string): Promise<void> {
  const items = readArchive(path)
  await items.next()
  await items.return(undefined)
}
