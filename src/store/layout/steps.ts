import type { CypherClient } from '../cypher-client.js'
import { fillColumns } from './columns.js'
import { fillFactLists } from './fact-lists.js'

/**
 * How a store of an older layout becomes one of the next. Add a step when a store made before needs work, or when a program from before would
 * misread or spoil a store made now. A new table alone needs none: it is made when a store is opened.
 */
export interface Step {
  /** The layout that it starts from; it leads to the next number. */
  readonly from: number
  /** For a person, in both languages. */
  readonly does: string
  /** Changes nothing where its work is done already, so that it may be stopped anywhere and begun anew. Other processes may do the same beside it. */
  run(client: CypherClient): Promise<void>
}

export const STEPS: readonly Step[] = [
  { from: 0, does: '补上旧版未写的列 · fills columns that were not written', run: fillColumns },
  { from: 1, does: '列出事实的证据与文章 · lists evidence and articles of facts', run: fillFactLists },
]
