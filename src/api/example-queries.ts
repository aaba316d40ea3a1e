import { readdirSync, readFileSync } from 'node:fs'
import { projectPath } from '../core/paths.js'

/** One worked example of queries/*.graphql. */
export interface ExampleQuery {
  /** File name without its ending. */
  readonly name: string
  /** What it asks, from the first two comment lines. */
  readonly zh: string
  readonly en: string
  readonly query: string
}

/** All worked examples, by name. */
export function exampleQueries(): readonly ExampleQuery[] {
  const folder = projectPath('queries')
  return readdirSync(folder).filter((file) => file.endsWith('.graphql')).sort().map((file) => {
    const query = readFileSync(projectPath('queries', file), 'utf8')
    const [zh = '', en = ''] = query.split('\n').filter((line) => line.startsWith('#')).map((line) => line.replace(/^#\s*/, ''))
    return { name: file.replace(/\.graphql$/, ''), zh, en, query }
  })
}
