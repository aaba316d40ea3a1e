import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { isDiskFull, ROOM, storeFull } from '../../core/disk-full.js'
import { PolicyGraphError } from '../../core/errors.js'

/** What the embedded database says, in the project's words. */

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
export const isLockTaken = (message: string): boolean => /lock/iu.test(message)

const DAMAGE = /Cannot read from file|Cannot read checkpoint|Reading past the end|not a valid Lbug database|corrupt|checksum/iu
const NO_MEMORY = /buffer pool is full/iu
const FULL = /Cannot write to file|No space left|Cannot truncate file/iu

/** STORE_DAMAGED: names the file and the command that puts a backup in its place. */
export const damaged = (file: string, why: string, cause?: unknown): PolicyGraphError =>
  new PolicyGraphError(
    'STORE_DAMAGED',
    `图库文件 ${file} 已损坏（${why}）。恢复备份：policygraph backup restore 备份文件；损坏的文件会移到一旁 · ${file} is damaged (${why}); to restore a backup: policygraph backup restore FILE, which puts the damaged files aside`,
    { details: { file }, ...(cause === undefined ? {} : { cause }) },
  )

/** An error of the library. STORE_DAMAGED, STORE_FULL or STORE_FAILED; errors of ours stay as they are. */
export function storeFault(error: unknown, file: string): PolicyGraphError {
  if (error instanceof PolicyGraphError) return error
  const message = messageOf(error)
  if (isDiskFull(error) || FULL.test(message)) return storeFull(dirname(file), error)
  if (DAMAGE.test(message)) return damaged(file, message, error)
  if (NO_MEMORY.test(message)) {
    return new PolicyGraphError('STORE_FAILED', '内嵌数据库的页缓存不够，请调大 POLICYGRAPH_CACHE_MB（兆字节）再试 · the page cache of the embedded database is too small; set POLICYGRAPH_CACHE_MB higher and try again', { cause: error })
  }
  return new PolicyGraphError('STORE_FAILED', `内嵌数据库拒绝了语句 · the embedded database refused a statement: ${message}`, { cause: error })
}

/**
 * STORE_FULL when there is too little room for a change: the library ends the process when it cannot write its log. A batch writes some
 * MB, and taking the log into the file as much again as the log holds (CHECKPOINT).
 */
export function demandRoom(file: string): void {
  const folder = dirname(file)
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < ROOM * 1024 ** 2) throw storeFull(folder)
}
