import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the project's package.json, found from this file whether it runs from `src` or from `dist`. */
export function findProjectRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"name": "policygraph"')) return folder
    if (dirname(folder) === folder) throw new Error(`package.json of policygraph not found above ${from}`)
  }
}

const root = findProjectRoot()

/** Absolute path of something the project ships (queries, lexicon, models, samples). */
export const projectPath = (...parts: readonly string[]): string => join(root, ...parts)
