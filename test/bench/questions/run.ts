/**
 * `npm run bench:questions`: how long the worked questions of queries/*.graphql take over GraphQL on generated graphs.
 *
 * usage: npm run bench:questions -- [--facts 10000,100000] [--stores embedded,neo4j] [--clients 1,16] [--only NAME,…] [--seed N]
 *        [--budget MS] [--least N] [--folder DIR] [--calls]
 * Stores are filled on the first run (a minute for 100,000 facts) and kept in the folder for the next. --calls adds which queries of
 * the store took the time. A line for each question: ms at the 50th, 95th and 99th percentile, answers, calls of the store, processor ms for an answer (this process and the server).
 */
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { exampleQueries } from '../../../src/api/example-queries.js'
import { createServer } from '../../../src/api/server.js'
import { openStore } from '../../../src/store/open-store.js'
import type { GraphStore } from '../../../src/store/port.js'
import { planGraph } from '../graph/plan.js'
import { filledStore, STORE_NAMES, type StoreName } from '../graph/stores.js'
import { CountingStore, measure, type Measured } from './measure.js'
import { Draws, FURTHER, VARIABLES } from './variables.js'

const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '10000,100000' }, stores: { type: 'string', default: STORE_NAMES.join(',') }, clients: { type: 'string', default: '1,16' }, only: { type: 'string', default: '' },
    seed: { type: 'string', default: process.env['POLICYGRAPH_BENCH_SEED'] ?? '7' }, budget: { type: 'string', default: '4000' }, least: { type: 'string', default: '20' },
    folder: { type: 'string', default: join(tmpdir(), 'policygraph-bench') }, calls: { type: 'boolean', default: false },
  },
})

const MOST = 500
/** Asked before it counts, so that plans are made, caches warm, and a Java server has compiled what it runs. */
const WARM_UP = 150
/** ms that this may take at most. */
const WARMING = 60_000
/** ms within which a server that is asked for paths has read its facts into memory, unless they are too many for it. */
const READING = 300_000

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const numbers = (list: string): readonly number[] => list.split(',').map(Number)
const only = values.only.split(',').filter((name) => name !== '')
const questions = [...FURTHER, ...exampleQueries()].filter(({ name }) => only.length === 0 || only.includes(name))

const cells = (name: string, { p50, p95, p99, answers, storeCalls, cpu, errors }: Measured): string =>
  [name.padEnd(42), ...[p50, p95, p99].map((ms) => (Number.isNaN(ms) ? '–' : ms.toFixed(1)).padStart(9)), String(answers).padStart(6), storeCalls.toFixed(1).padStart(7), cpu.toFixed(1).padStart(9),
    ...Object.entries(errors).map(([code, count]) => ` ${code}×${count}`)].join('')

/** As after the first minutes of a server. */
async function readIntoMemory(store: GraphStore): Promise<string> {
  const since = performance.now()
  while (performance.now() - since < READING) {
    if (await store.walkable() !== undefined) return `facts in memory after ${((performance.now() - since) / 1000).toFixed(1)} s`
    await sleep(100)
  }
  return 'too many facts for memory'
}

async function bench(name: StoreName, facts: number): Promise<void> {
  const seed = Number(values.seed)
  const filled = await filledStore({ name, facts, seed, folder: values.folder })
  const { rows, making, loading } = filled.loaded
  print(`\n## ${name}, ${facts} facts, ${rows} rows (made in ${making.toFixed(0)} s, loaded in ${loading.toFixed(0)} s: ${(rows / loading / 1000).toFixed(0)} k rows/s)`)
  const draws = new Draws(planGraph(facts, seed))
  const store = await openStore(filled.config)
  const counter = new CountingStore()
  const server = createServer({ store: counter.wrap(store) })
  try {
    await store.applySchema()
    print(await readIntoMemory(store))
    for (const clients of numbers(values.clients)) {
      print(`\n${`${clients} client${clients === 1 ? '' : 's'}`.padEnd(42)}${['p50', 'p95', 'p99'].map((head) => head.padStart(9)).join('')}${'n'.padStart(6)}${'calls'.padStart(7)}${'cpu ms'.padStart(9)}   load ${(loadavg()[0] ?? 0).toFixed(1)}`)
      for (const { name: question, query } of questions) {
        draws.restart(seed + clients)
        const given = Array.from({ length: MOST }, () => VARIABLES[question]?.(draws) ?? {})
        await measure(counter, { server, query, variables: given.slice(0, WARM_UP), clients: 1, budget: WARMING, least: 1 })
        counter.byQuery.clear()
        const found = await measure(counter, { server, query, variables: given.slice(WARM_UP), clients, budget: Number(values.budget), least: Number(values.least), serverPid: filled.serverPid })
        print(cells(question, found))
        if (values.calls) for (const [read, { calls, ms }] of [...counter.byQuery].sort(([, a], [, b]) => b.ms - a.ms)) print(`    ${read.padEnd(38)} ${(ms / calls).toFixed(1).padStart(9)} ms a call, ${(calls / Math.max(1, found.answers)).toFixed(1)} calls an answer`)
      }
    }
    print(`resident at the most: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
  } finally {
    await server.close()
    await store.close()
    await filled.stop()
  }
}

print(`${availableParallelism()} cores, seed ${values.seed}, ${new Date().toISOString()}`)
for (const facts of numbers(values.facts)) for (const name of STORE_NAMES.filter((each) => values.stores.split(',').includes(each))) await bench(name, facts)
