import { t } from '../app/settings.js'
import type { TextKey } from '../i18n/zh.js'

/** What a table is sorted by, and which way. */
export interface Sort<Column extends string> {
  readonly column: Column
  readonly up: boolean
}

/** Rows shown at first, and added by each press of the button: a browser is slow with tens of thousands. */
export const ROWS = 200

/** The headings of a sorted table; each sorts by its column, once more the other way. */
export function SortHeads<Column extends string>({ columns, sort, onSort }: {
  readonly columns: readonly (readonly [Column, TextKey])[]
  readonly sort: Sort<Column>
  readonly onSort: (next: Sort<Column>) => void
}) {
  return (
    <>
      {columns.map(([column, label]) => (
        <th key={column} scope="col" aria-sort={sort.column !== column ? 'none' : sort.up ? 'ascending' : 'descending'}>
          <button type="button" class="plain" onClick={() => { onSort({ column, up: sort.column === column ? !sort.up : true }) }}>{t(label)}</button>
        </th>
      ))}
    </>
  )
}
