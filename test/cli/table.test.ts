import { parse } from 'csv-parse/sync'
import { displayWidth, renderRows } from '../../src/cli/table.js'
import type { StoreRow } from '../../src/store/port.js'

const COLUMNS = ['name', 'aliases', 'count']
const ROWS: readonly StoreRow[] = [
  { name: '云澜市', aliases: ['云澜', '“云”'], count: 3 },
  { name: 'a,"b"\nc', aliases: [], count: null },
]

describe('displayWidth', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['云澜', 4],
    ['云a，', 5],
    ['𠮷', 2],
  ])('gives %j %d columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('renderRows', () => {
  test('lines columns up by what the terminal shows, and ends with a line break', () => {
    expect(renderRows('table', COLUMNS, ROWS)).toBe(
      ['name     aliases     count', '-------  ----------  -----', '云澜市   云澜；“云”  3', 'a,"b" c'].join('\n') + '\n',
    )
  })

  test('cuts long cells in a table, and nowhere else', () => {
    const long: StoreRow = { name: '澜'.repeat(80) }
    expect(renderRows('table', ['name'], [long])).toContain(`${'澜'.repeat(29)}…`)
    expect(renderRows('table', ['name'], [long])).not.toContain('澜'.repeat(30))
    expect(renderRows('csv', ['name'], [long])).toContain('澜'.repeat(80))
  })

  test('gives JSON that reads back as the rows', () => {
    expect(JSON.parse(renderRows('json', COLUMNS, ROWS))).toEqual(ROWS)
  })

  test('gives CSV that a CSV reader reads back', () => {
    expect(parse(renderRows('csv', COLUMNS, ROWS))).toEqual([COLUMNS, ['云澜市', '云澜；“云”', '3'], ['a,"b"\nc', '', '']])
  })

  test('guards CSV cells that a spreadsheet would run, and leaves numbers alone', () => {
    const rows = [{ name: '=HYPERLINK("http://x")', aliases: ['+1', '二'], count: -3 }, { name: "'原样", aliases: ['＝全角'], count: 0 }]
    expect(parse(renderRows('csv', COLUMNS, rows))).toEqual([COLUMNS, ['\'=HYPERLINK("http://x")', "'+1；二", '-3'], ["''原样", "'＝全角", '0']])
  })

  test('shows the columns when there are no rows', () => {
    expect(renderRows('table', COLUMNS, [])).toBe('name  aliases  count\n----  -------  -----\n')
    expect(renderRows('json', COLUMNS, [])).toBe('[]\n')
  })
})
