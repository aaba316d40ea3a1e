/**
 * `npm run bench:peer`: questions that `@neo4j/graphql` can express too, asked of it and of us by turns, on one Neo4j with the same graph.
 *
 * usage: npm run bench:peer -- [--facts 100000] [--answers 100] [--seed N] [--folder DIR]
 * The library is installed into the folder on the first run. A line for each question: ms of each at the 50th and 95th percentile, ours through
 * the whole server (limits, masking, JSON), theirs by calling `graphql` on its schema; processor ms of the asking process (without Neo4j) and
 * statements for an answer; theirs over ours at p95 and in processor time. A hundred answers of each go before those that count.
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
const WARM_UP = 100
const [facts, answers, seed] = [Number(values.facts), Number(values.answers), Number(values.seed)]

interface Times {
  readonly ms: number[]
  readonly cpu: number[]
}

async function timed(times: Times, work: () => Promise<unknown>): Promise<void> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  await work()
  times.ms.push(performance.now() - began)
  const { user, system } = process.cpuUsage(cpu)
  times.cpu.push((user + system) / 1_000)
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const number = (value: number, width = 8): string => value.toFixed(1).padStart(width)

const filled = await filledStore({ name: 'neo4j', facts, seed, folder: values.folder })
const store = await openStore(filled.config)
const peer = await openPeer(filled.config, values.folder)
const counter = new CountingStore()
const server = createServer({ store: counter.wrap(store) })
try {
  await store.applySchema()
  process.stdout.write(`${availableParallelism()} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}, ${facts} facts, ${answers} answers each, by turns, seed ${seed}\n`)
  process.stdout.write(`${''.padEnd(34)}${['ours', 'p95', 'cpu', 'calls'].map((head) => head.padStart(8)).join('')}   ${PEER}${['p95', 'cpu', 'calls', 'ratio', 'of cpu'].map((head) => head.padStart(8)).join('')}\n`)
  for (const { name, ours, theirs, variables } of SHARED) {
    const draws = new Draws(planGraph(facts, seed)).restart(seed)
    let [own, other]: readonly [Times, Times] = [{ ms: [], cpu: [] }, { ms: [], cpu: [] }]
    let calls = 0
    for (let index = 0; index < WARM_UP + answers; index++) {
      if (index === WARM_UP) {
        ;[own, other] = [{ ms: [], cpu: [] }, { ms: [], cpu: [] }]
        calls = counter.calls
      }
      const given = variables(draws)
      await timed(own, async () => {
        const code = await one(server, ours, given)
        if (code !== '') throw new Error(`${name}: ${code}`)
      })
      await timed(other, () => peer.ask(theirs, given))
    }
    for (const { ms } of [own, other]) ms.sort((a, b) => a - b)
    const cells = ({ ms, cpu }: Times, statements: number): string => [percentile(ms, 0.5), percentile(ms, 0.95), sum(cpu) / answers, statements].map((value) => number(value)).join('')
    const ratios = number(percentile(other.ms, 0.95) / percentile(own.ms, 0.95)) + number(sum(other.cpu) / sum(own.cpu))
    process.stdout.write(`${name.padEnd(34)}${cells(own, (counter.calls - calls) / answers)}   ${''.padEnd(PEER.length - 8)}${cells(other, 1)}${ratios}\n`)
  }
} finally {
  await server.close()
  await peer.close()
  await store.close()
  await filled.stop()
}
