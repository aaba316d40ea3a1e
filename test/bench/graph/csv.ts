import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { toStore, type ColumnType, type EdgeTable, type NodeTable } from '../../../schema/to-store.js'
import type { StoreRow } from '../../../src/store/port.js'
import type { TableRows } from './rows.js'

/** A generated graph as CSV files, one for each table, in the form that one of the bulk loaders reads. */

export interface CsvForm {
  /** The cell of a list. */
  readonly list: (items: readonly string[]) => string
  /** The head of a file, or none. */
  readonly head: (table: NodeTable | EdgeTable) => string
  /** A further cell at the end of a row of nodes. */
  readonly last?: (table: NodeTable, row: StoreRow) => string
}

export const isEdge = (table: NodeTable | EdgeTable): table is EdgeTable => 'from' in table

/** Every text in quotation marks, so that the empty text is not taken for nothing. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const cell = (type: ColumnType, value: StoreRow[string] | undefined, form: CsvForm): string =>
  type === 'string' ? quoted(String(value)) : type === 'string[]' ? quoted(form.list((value as readonly string[] | undefined ?? []).map(String))) : String(value)

/** Buffered so that few writes are made. */
class Sink {
  readonly #file: number
  #held: string[] = []

  constructor(path: string) {
    this.#file = openSync(path, 'w')
  }

  put(lines: readonly string[]): void {
    this.#held.push(...lines)
    if (this.#held.length > 2_000) this.#flush()
  }

  close(): void {
    this.#flush()
    closeSync(this.#file)
  }

  #flush(): void {
    if (this.#held.length > 0) writeSync(this.#file, `${this.#held.join('\n')}\n`)
    this.#held = []
  }
}

export interface CsvFiles {
  /** By table. */
  readonly paths: ReadonlyMap<string, string>
  readonly rows: number
}

/** The files of one graph in one form, under a folder. */
export class CsvWriter {
  readonly #folder: string
  readonly #form: CsvForm
  readonly #tables = new Map([...toStore().nodes, ...toStore().edges].map((table): [string, NodeTable | EdgeTable] => [table.name, table]))
  readonly #sinks = new Map<string, Sink>()
  readonly #paths = new Map<string, string>()
  #rows = 0

  constructor(folder: string, form: CsvForm) {
    mkdirSync(folder, { recursive: true })
    this.#folder = folder
    this.#form = form
  }

  put({ table: name, rows }: TableRows): void {
    const table = this.#tables.get(name)
    if (table === undefined || rows.length === 0) return
    this.#sinkOf(table).put(rows.map((row) => this.#line(table, row)))
    this.#rows += rows.length
  }

  close(): CsvFiles {
    for (const sink of this.#sinks.values()) sink.close()
    return { paths: this.#paths, rows: this.#rows }
  }

  #line(table: NodeTable | EdgeTable, row: StoreRow): string {
    const cells = table.columns.map(({ name, type }) => cell(type, row[name], this.#form))
    if (isEdge(table)) return [quoted(String(row['from_'])), quoted(String(row['to_'])), ...cells].join(',')
    return [...cells, ...(this.#form.last === undefined ? [] : [this.#form.last(table, row)])].join(',')
  }

  #sinkOf(table: NodeTable | EdgeTable): Sink {
    const known = this.#sinks.get(table.name)
    if (known !== undefined) return known
    const path = join(this.#folder, `${table.name}.csv`)
    const sink = new Sink(path)
    this.#sinks.set(table.name, sink)
    this.#paths.set(table.name, path)
    const head = this.#form.head(table)
    if (head !== '') sink.put([head])
    return sink
  }
}
