import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { isDiskFull, storeFull } from '../../core/disk-full.js'
import { PolicyGraphError } from '../../core/errors.js'
import type { Batch } from './tables.js'

/** A backup: gzipped JSON lines. A head, one line for each batch, and an end that tells how many rows there are and what the graph's export hashes to. */

/** Raised when a version can no longer read what an older one wrote. */
const FORMAT = 1

export interface ArchiveEnd {
  readonly rows: number
  /** SHA-256 of the graph as `export` prints it. */
  readonly sha256: string
}

interface Line {
  readonly policygraph?: number
  readonly batch?: Batch
  readonly end?: ArchiveEnd
}

const broken = (path: string, zh: string, en: string, cause?: unknown): PolicyGraphError =>
  new PolicyGraphError('BAD_INPUT', `备份 ${path} ${zh} · the backup ${path} ${en}`, { details: { path }, ...(cause === undefined ? {} : { cause }) })

async function* linesOf(batches: AsyncIterable<Batch>, sha256: () => Promise<string>): AsyncGenerator<string> {
  yield `${JSON.stringify({ policygraph: FORMAT })}\n`
  let rows = 0
  for await (const batch of batches) {
    rows += batch.rows.length
    yield `${JSON.stringify({ batch })}\n`
  }
  yield `${JSON.stringify({ end: { rows, sha256: await sha256() } })}\n`
}

/** Writes a backup; the file is there under its name only when it is whole. STORE_FULL. */
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

/** The batches of a backup, in order; gives `end` last. BAD_INPUT for a file that is damaged, cut short, of another kind or of a later format. */
export async function* readArchive(path: string): AsyncGenerator<Batch | ArchiveEnd> {
  const source = createReadStream(path)
  const plain = source.pipe(createGunzip())
  source.on('error', (error) => plain.destroy(error))
  let begun = false
  let ended = false
  try {
    for await (const text of createInterface({ input: plain, crlfDelay: Infinity })) {
      const { policygraph, batch, end } = lineOf(text, path)
      if (!begun && policygraph !== FORMAT) throw broken(path, '不是本版本能读的备份', 'is none that this version reads')
      begun = true
      if (batch !== undefined) yield batch
      if (end === undefined) continue
      ended = true
      yield end
    }
  } catch (error) {
    throw error instanceof PolicyGraphError ? error : broken(path, '无法读取或已损坏', 'cannot be read or is damaged', error)
  } finally {
    source.destroy()
    plain.destroy()
  }
  if (!ended) throw broken(path, '不完整', 'is cut short')
}
