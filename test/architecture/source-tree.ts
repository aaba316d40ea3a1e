/** The source files that the architecture tests walk, as text and as syntax. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { projectPath } from '../../src/core/paths.js'

export interface SourceFile {
  /** Relative to the project, with `/`. */
  readonly path: string
  readonly text: string
}

/** Files under the given folders whose name ends in one of the suffixes; generated ones are left out. */
export function sourceFiles(folders: readonly string[], suffixes: readonly string[] = ['.ts']): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && suffixes.some((suffix) => entry.name.endsWith(suffix)))
      .map((entry) => {
        const full = join(entry.parentPath, entry.name)
        return { path: relative(projectPath(), full).split(sep).join('/'), text: readFileSync(full, 'utf8') }
      })
      .filter(({ path }) => !path.includes('/generated/')),
  )
}

/** Every syntax node of a TypeScript text, in order. */
export function nodesOf(text: string): readonly ts.Node[] {
  const nodes: ts.Node[] = []
  const walk = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, walk)
  }
  walk(ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2023, true))
  return nodes
}
