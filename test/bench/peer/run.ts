/**
 * `npm run bench:peer`: questions that `@neo4j/graphql` can express too, asked of it and of us by turns, on one Neo4j with the same graph.
 *
 * usage: npm run bench:peer -- [--facts 100000] [--answers 100] [--seed N] [--folder DIR]
 * The library is installed into the folder on the first run. A line for each question: ms of each at the 50th and 95th percentile, ours through
 * the whole server (limits, masking, JSON), theirs by calling `graphql` on its schema; statements for an answer; theirs over ours at p95.
 */
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createServer } from '../../../src/api/server.js'
import { openStore } from '../../../src/store/open-store.js'
import { planGraph } from '../graph/plan.js'
import { filledStore } from '../graph/stores.js'
import { CountingStore, one, percentile } from '../questions/measure.js'
import { Draws } from '../questions/variables.js'
import { openPeer, PEER } from './peer.js'
import { SHARED } from './questions.js'

const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '100000' }, answers: { type: 'string', default: '100' },
    seed: { type: 'string', default: process.env['POLICYGRAPH_BENCH_SEED'] ?? '7' }, folder: { type: 'string', default: join(tmpdir(), 'policygraph-bench') },
  },
})
const WARM_UP = 10
const [facts, answers, seed] = [Number(values.facts), Number(values.answers), Number(values.seed)]

async function timed(times: number[], work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await work()
  times.push(performance.now() - began)
}

const filled = await filledStore({ name: 'neo4j', facts, seed, folder: values.folder })
const store = await openStore(filled.config)
const peer = await openPeer(filled.config, values.folder)
const counter = new CountingStore()
const server = createServer({ store: counter.wrap(store) })
try {
  await store.applySchema()
  process.stdout.write(`${availableParallelism()} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}, ${facts} facts, ${answers} answers each, by turns, seed ${seed}\n`)
  process.stdout.write(`${''.padEnd(34)}${'ours'.padStart(8)}${'p95'.padStart(8)}${'calls'.padStart(7)}   ${PEER.padStart(12)}${'p95'.padStart(8)}${'calls'.padStart(7)}${'ratio'.padStart(8)}\n`)
  for (const { name, ours, theirs, variables } of SHARED) {
    const draws = new Draws(planGraph(facts, seed)).restart(seed)
    const [own, other]: [number[], number[]] = [[], []]
    let calls = 0
    for (let index = 0; index < WARM_UP + answers; index++) {
      if (index === WARM_UP) {
        own.length = 0
        other.length = 0
        calls = counter.calls
      }
      const given = variables(draws)
      await timed(own, async () => {
        const code = await one(server, ours, given)
        if (code !== '') throw new Error(`${name}: ${code}`)
      })
      await timed(other, () => peer.ask(theirs, given))
    }
    for (const times of [own, other]) times.sort((a, b) => a - b)
    const cells = (times: readonly number[], statements: number): string =>
      `${percentile(times, 0.5).toFixed(1).padStart(8)}${percentile(times, 0.95).toFixed(1).padStart(8)}${statements.toFixed(1).padStart(7)}`
    process.stdout.write(`${name.padEnd(34)}${cells(own, (counter.calls - calls) / answers)}       ${cells(other, 1)}${(percentile(other, 0.95) / percentile(own, 0.95)).toFixed(1).padStart(8)}\n`)
  }
} finally {
  await server.close()
  await peer.close()
  await store.close()
  await filled.stop()
}
