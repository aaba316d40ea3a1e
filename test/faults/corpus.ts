import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from '../../src/core/paths.js'
import { graphJsonl } from '../../src/export/graph-jsonl.js'
import { openStore, type StoreConfig } from '../../src/store/open-store.js'

/** Articles to be taken in while things go wrong, and what is compared afterwards. */

/** Running texts of the bundled samples. */
export const sampleTexts = (): readonly string[] => {
  const folder = projectPath('samples')
  return readdirSync(folder).filter((name) => /\.(?:md|txt)$/u.test(name)).sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, ''))
}

/** Writes so many short articles, the beginnings of the samples over and over, under their own ids. */
export function writeArticles(file: string, count: number): string {
  const texts = sampleTexts().map((text) => text.slice(0, 160))
  const line = (index: number): string => JSON.stringify({ id: `f${index}`, title: `第${index}篇`, date: `2025-01-${String(1 + (index % 28)).padStart(2, '0')}`, text: texts[index % texts.length] })
  writeFileSync(file, Array.from({ length: count }, (_, index) => `${line(index)}\n`).join(''))
  return file
}

/** What a store exports; it must not be open elsewhere when it is embedded. */
export async function exportOf(config: StoreConfig): Promise<string> {
  const store = await openStore(config)
  try {
    const pieces: string[] = []
    for await (const piece of graphJsonl(store)) pieces.push(piece)
    return pieces.join('')
  } finally {
    await store.close()
  }
}

/** The environment under which the program uses a store. */
export const environmentOf = (config: StoreConfig): Readonly<Record<string, string>> =>
  config.kind === 'embedded' ? { POLICYGRAPH_DATA: config.folder } : { NEO4J_URI: config.uri, NEO4J_USER: config.user, NEO4J_PASSWORD: config.password }
