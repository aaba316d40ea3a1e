import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import { lines, type Line } from '../../../ingest/1-read/lines.js'

async function collect(chunks: readonly Buffer[], most = 1000): Promise<Line[]> {
  const found: Line[] = []
  for await (const line of lines(Readable.from(chunks), most)) found.push(line)
  return found
}

const line = (text: string): Line => ({ text, tooLong: false })

describe('lines', () => {
  test.each([
    ['Unix and Windows ends', '甲\n乙\r\n丙', ['甲', '乙', '丙']],
    ['a last line end adds none', '甲\n', ['甲']],
    ['empty lines in between', '甲\n\n乙', ['甲', '', '乙']],
    ['nothing', '', []],
  ])('%s', async (_name, text, expected) => {
    expect(await collect([Buffer.from(text)])).toEqual(expected.map(line))
  })

  test('characters cut across chunks are put together', async () => {
    const bytes = Buffer.from('云湖区\n周岚')
    expect(await collect(Array.from(bytes, (byte) => Buffer.from([byte])))).toEqual(['云湖区', '周岚'].map(line))
  })

  test('reads other encodings', async () => {
    expect(await collect([iconv.encode('云湖区召开大会\n市长出席会议', 'gbk')])).toEqual(['云湖区召开大会', '市长出席会议'].map(line))
  })

  test('a line over the limit is named and not kept', async () => {
    expect(await collect([Buffer.from(`短\n${'长'.repeat(50)}\n短`)], 20)).toEqual([line('短'), { text: '', tooLong: true }, line('短')])
  })
})
