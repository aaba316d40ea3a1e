import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomFrom } from '../../ingest/2-clean/damage/random.js'
import { projectPath } from '../../src/core/paths.js'
import type { StoreConfig } from '../../src/store/open-store.js'
import { Program } from '../program.js'
import { storesUnderTest } from '../stores.js'
import { testFolder } from '../fixtures/test-folder.js'
import { environmentOf, exportOf, writeArticles } from './corpus.js'
import { run, type Run } from './processes.js'
import { below, howMany, sayHowMany, SEED } from './settings.js'

/** An ingest that is killed or stopped at random points and started again gives the graph of one that nobody disturbed. */

const folder = testFolder('stopped-')
/** So many that they are written in several batches. */
const COUNT = 450
const articles = writeArticles(join(folder, 'articles.jsonl'), COUNT)
const stores = await storesUnderTest()

let undisturbed = ''
/** Of a whole run, in ms: until the store is open, and in all. */
let untilOpen = 0
let inAll = 0

interface Counts {
  readonly SIGKILL: number
  readonly SIGINT: number
  readonly SIGTERM: number
}
type Stop = keyof Counts

/** With so many reading threads. */
const environment = (config: StoreConfig, threads: number): Readonly<Record<string, string>> => ({ ...environmentOf(config), POLICYGRAPH_THREADS: String(threads) })

/** Starts an ingest and stops it after so long. False when it was over before. */
async function stopped(config: StoreConfig, { after, signal, threads }: { readonly after: number; readonly signal: Stop; readonly threads: number }): Promise<boolean> {
  const program = new Program(['ingest', articles], environment(config, threads))
  const over = await Promise.race([program.ended.then(() => true), sleep(after, false)])
  if (!over) program.signal(signal)
  const { code } = await program.ended
  if (code === 0) return false
  // asked to stop, it ends in order after the batch at hand; while Node itself begins nobody hears the asking
  if (code !== 130 || signal === 'SIGKILL') expect({ code, said: program.said }).toEqual({ code: signal, said: expect.any(String) as string })
  return true
}

/** What a second ingest said that was run while the undisturbed one had the graph open. */
let beside: Run | undefined

beforeAll(async () => {
  const config: StoreConfig = { kind: 'embedded', folder: join(folder, 'undisturbed') }
  const began = performance.now()
  const program = new Program(['ingest', articles], environment(config, 0))
  while (!existsSync(join(config.folder, 'graph.lbug.check'))) await sleep(20)
  untilOpen = performance.now() - began
  // Held still, or a quick machine would be through before the second one asks.
  program.signal('SIGSTOP')
  const held = performance.now()
  beside = await run(['ingest', projectPath('samples')], environmentOf(config))
  program.signal('SIGCONT')
  const pause = performance.now() - held
  const { code } = await program.ended
  inAll = performance.now() - began - pause
  expect({ code, said: program.said }).toMatchObject({ code: 0 })
  undisturbed = await exportOf(config)
}, 900_000)
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

describe.each(stores)('$name', (store) => {
  test('stopped at random points, now by force and now politely, and started again: the same graph', async () => {
    const random = randomFrom(SEED + (store.name === 'neo4j' ? 1 : 0))
    const wanted: Counts = { SIGKILL: howMany(2, 50), SIGINT: howMany(0, 10), SIGTERM: howMany(1, 10) }
    sayHowMany(`${store.name}: an ingest stopped by ${JSON.stringify(wanted)}`)
    const left = { ...wanted }
    let span = inAll - untilOpen
    const waiting = (): readonly Stop[] => (['SIGKILL', 'SIGTERM', 'SIGINT'] as const).filter((signal) => left[signal] > 0)
    while (waiting().length > 0) {
      const { config } = await store.fresh()
      // one graph is stopped several times, so that what mends it is stopped as well
      for (let times = 2 + below(random, 5); times > 0 && waiting().length > 0; times -= 1) {
        const signal = waiting()[below(random, waiting().length)] ?? 'SIGKILL'
        if (!await stopped(config, { after: untilOpen + random() * span, signal, threads: 2 * below(random, 2) })) {
          span *= 0.8 // the machine is quicker by now, or less is left to do
          break
        }
        span = Math.min(1.05 * span, inAll - untilOpen)
        left[signal] -= 1
      }
      const { code, said } = await run(['ingest', articles], environmentOf(config))
      expect({ code, said }).toMatchObject({ code: 0 })
      expect(await exportOf(config) === undisturbed).toBe(true)
      if (config.kind === 'embedded') rmSync(config.folder, { recursive: true })
      sayHowMany(`${store.name}: the same graph; still to come ${JSON.stringify(left)}`)
    }
  }, 7_200_000)
})

test('two ingests at once into one embedded graph: the second is told so and changes nothing', () => {
  expect(beside).toMatchObject({ code: 3, out: '', said: expect.stringMatching(/STORE_BUSY.*(?:serve|Neo4j)/u) as string })
  expect(undisturbed.match(/"record":"article"/gu)).toHaveLength(COUNT)
})
