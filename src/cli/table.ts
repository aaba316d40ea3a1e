/** Rows for people (table), for programs (JSON, one array) and for spreadsheets (CSV after RFC 4180). */
import { guardCell } from '../export/formats/csv.js'
import type { StoreRow } from '../store/port.js'

export const ROW_FORMATS = ['table', 'json', 'csv'] as const
export type RowFormat = (typeof ROW_FORMATS)[number]

type Cell = StoreRow[string]

const cellText = (cell: Cell | undefined): string => {
  if (cell === undefined || cell === null) return ''
  return Array.isArray(cell) ? cell.map(String).join('；') : String(cell)
}

/** Columns a terminal gives to a text: two for Chinese and full-width characters. */
export const displayWidth = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (/[\p{Script=Han}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/u.test(character) ? 2 : 1), 0)

const WIDEST = 60

function shorten(text: string): string {
  const flat = text.replace(/\s+/gu, ' ')
  if (displayWidth(flat) <= WIDEST) return flat
  let kept = ''
  for (const character of flat) {
    if (displayWidth(kept + character) > WIDEST - 2) break
    kept += character
  }
  return `${kept}…`
}

function asTable(columns: readonly string[], rows: readonly StoreRow[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => shorten(cellText(row[column]))))]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => displayWidth(line[index] ?? ''))))
  const draw = (line: readonly string[]): string => line.map((text, index) => text + ' '.repeat((widths[index] ?? 0) - displayWidth(text))).join('  ').trimEnd()
  const [head = [], ...body] = lines
  return [draw(head), draw(widths.map((width) => '-'.repeat(width))), ...body.map(draw)].join('\n')
}

const quoted = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** Words that a spreadsheet would take for a formula are guarded as in exports; numbers are what they are. */
const csvCell = (cell: Cell | undefined): string => quoted(typeof cell === 'number' ? String(cell) : guardCell(cellText(cell)))

const asCsv = (columns: readonly string[], rows: readonly StoreRow[]): string =>
  [columns.map(csvCell), ...rows.map((row) => columns.map((column) => csvCell(row[column])))].map((line) => line.join(',')).join('\r\n')

/** The rows as text, with a line break at the end. A table cuts long cells; JSON and CSV are whole. */
export function renderRows(format: RowFormat, columns: readonly string[], rows: readonly StoreRow[]): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`
  if (format === 'csv') return `${asCsv(columns, rows)}\r\n`
  return `${asTable(columns, rows)}\n`
}
