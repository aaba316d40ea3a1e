import type { LoadProgress } from '../../ingest/6-load/report.js'
import type { Terminal } from '../../src/cli/command.js'
import { clock, openProgress } from '../../src/cli/progress.js'

describe('clock', () => {
  test.each([
    [0, '00:00'],
    [59.4, '00:59'],
    [59.6, '01:00'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [86_461, '24:01:01'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(clock(seconds)).toBe(text)
  })
})

describe('openProgress without a terminal', () => {
  const at = (seconds: number, articles: number): LoadProgress => ({ articles, characters: articles * 100, seconds, charactersPerSecond: 1234, etaSeconds: seconds > 8 ? 61 : undefined })

  test('says a line now and then, not one an article', () => {
    const said: string[] = []
    const terminal: Terminal = { out: () => Promise.resolve(), say: (line) => said.push(line), screen: undefined, stdin: process.stdin }
    const view = openProgress(terminal, 1000)
    for (const [seconds, articles] of [[1, 1], [5, 5], [6, 6], [9.9, 9], [10, 10]] as const) view.update(at(seconds, articles))
    view.end()
    expect(said.map((line) => line.split(' · ')[0])).toEqual(['5 篇，500 字，1,234 字/秒，剩余 --:--', '10 篇，1000 字，1,234 字/秒，剩余 01:01'])
  })
})
