import { jest } from '@jest/globals'
import { openStore } from '../../src/store/open-store.js'
import { CliBench, type CliRun } from '../cli/surroundings.js'
import { SMALL_GRAPH } from '../fixtures/small-graph.js'
import { FACTS } from '../queries/cases.js'

/** The clock of the machine is set back between what people decide. */

const bench = new CliBench()
const rowsOf = (run: CliRun): readonly Readonly<Record<string, unknown>>[] => JSON.parse(run.out) as readonly Readonly<Record<string, unknown>>[]

/** Only the date is another; timers go on. */
const itIs = (now: string): void => {
  jest.useFakeTimers({ now: new Date(now), doNotFake: ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
}

beforeAll(async () => {
  const store = await openStore({ kind: 'embedded', folder: bench.dataFolder })
  await store.applySchema()
  await store.write(SMALL_GRAPH.slice(0, 3))
  await store.close()
})
afterEach(() => { jest.useRealTimers() })

test('acts and histories keep the order in which people decided, and the last decision counts', async () => {
  const decide = async (now: string, verdict: string, reason: string): Promise<void> => {
    itIs(now)
    expect((await bench.run(['review', FACTS.visit, verdict, '--reason', reason, '--as', '沈校对', '--role', 'reviewer'])).code).toBe(0)
  }
  await decide('2026-03-01T10:00:00Z', 'confirm', '先看')
  await decide('2025-01-01T10:00:00Z', 'reject', '再看')
  await decide('2024-01-01T10:00:00Z', 'needs-source', '三看')

  const history = rowsOf(await bench.run(['history', FACTS.visit, '-f', 'json']))
  expect(history.map(({ reason }) => reason)).toEqual(['先看', '再看', '三看'])
  const audit = rowsOf(await bench.run(['audit', '-f', 'json']))
  expect(audit.map(({ seq, reason, at }) => [seq, reason, String(at).slice(0, 4)])).toEqual([[1, '先看', '2026'], [2, '再看', '2025'], [3, '三看', '2024']])
  const store = await openStore({ kind: 'embedded', folder: bench.dataFolder })
  const states = await store.read('fact-states', { ids: [FACTS.visit] })
  await store.close()
  expect(states).toMatchObject([{ verdict: 'NEEDS_SOURCE' }])
})

test('a retraction and its taking back, each with an earlier date than the one before', async () => {
  const before = (await bench.run(['export'])).out
  itIs('2023-05-01T00:00:00Z')
  expect((await bench.run(['retract', 'a1', '--reason', '媒体已更正'])).code).toBe(0)
  itIs('2022-05-01T00:00:00Z')
  expect((await bench.run(['restore', 'a1', '--reason', '更正系误发'])).code).toBe(0)
  expect((await bench.run(['export'])).out).toBe(before)
})

test('an ingest under an earlier date gives the same graph as one under a later', async () => {
  const write = async (now: string): Promise<string> => {
    const own = new CliBench()
    for (const [at, graph] of SMALL_GRAPH.entries()) {
      itIs(at % 2 === 0 ? now : '2001-01-01T00:00:00Z')
      const store = await openStore({ kind: 'embedded', folder: own.dataFolder })
      await store.applySchema()
      await store.write([graph])
      await store.close()
    }
    return (await own.run(['export'])).out
  }
  expect(await write('2030-01-01T00:00:00Z')).toBe(await write('1999-01-01T00:00:00Z'))
})
