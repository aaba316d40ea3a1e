import { readFileSync } from 'node:fs'
import { projectPath } from '../../src/core/paths.js'

let shared: ReadonlySet<string> | undefined

/** Chinese surnames of one and two characters. */
export function loadSurnames(): ReadonlySet<string> {
  shared ??= new Set(
    readFileSync(projectPath('ingest/3-extract/lexicon/surnames.tsv'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t')[0] ?? ''),
  )
  return shared
}

/** 2 for a compound surname at `start`, 1 for a simple one, 0 for none. */
export function surnameLength(text: string, start: number): number {
  const surnames = loadSurnames()
  if (surnames.has(text.slice(start, start + 2)) && text.length > start + 2) return 2
  return surnames.has(text.charAt(start)) ? 1 : 0
}
