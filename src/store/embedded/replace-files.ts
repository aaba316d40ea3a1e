import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { FILE } from './open-database.js'

/** Puts a whole database in the place of an empty or a damaged one. */

const ours = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(FILE)) : [])

function moveTo(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of ours(from)) renameSync(join(from, name), join(to, name))
}

/** Folder beside the database for one that is being made; what an earlier, broken-off run left there is gone. */
export function freshFolder(folder: string): string {
  const fresh = join(folder, 'restoring')
  rmSync(fresh, { recursive: true, force: true })
  return fresh
}

/** Moves the files of the database into a folder of their own within `folder`, and gives its path. */
export function putAside(folder: string): string {
  for (let number = 1; ; number += 1) {
    const aside = join(folder, `damaged-${number}`)
    if (existsSync(aside)) continue
    moveTo(folder, aside)
    return aside
  }
}

/** Moves the database in `fresh` into `folder`, over an empty one. */
export function putInPlace(fresh: string, folder: string): void {
  for (const name of ours(folder)) rmSync(join(folder, name))
  moveTo(fresh, folder)
  rmSync(fresh, { recursive: true, force: true })
}
