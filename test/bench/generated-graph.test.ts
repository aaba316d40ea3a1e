import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAllowed } from '../../schema/ontology/index.js'
import { graphJsonl } from '../../src/export/graph-jsonl.js'
import { openStore } from '../../src/store/open-store.js'
import type { GraphStore } from '../../src/store/port.js'
import { verifyGraph } from '../../src/verify/verify-graph.js'
import { collect, openTempStore } from '../fixtures/temp-store.js'
import { PlannedArticles } from './graph/articles.js'
import { loadEmbedded } from './graph/load.js'
import { EVIDENCE_PER_FACT, planGraph, typeAt } from './graph/plan.js'

const [FACTS, SEED] = [240, 5]
const plan = planGraph(FACTS, SEED)

describe('a generated graph', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planGraph(FACTS, SEED)).toEqual(plan)
    expect(planGraph(FACTS, SEED + 1).subject).not.toEqual(plan.subject)
  })

  it('holds to the ontology, and no fact stands in it twice', () => {
    const articles = new PlannedArticles(plan)
    const facts = Array.from({ length: plan.facts }, (_, index) => articles.fact(index))
    expect(new Set(facts.map(({ id }) => id)).size).toBe(plan.facts)
    expect(facts.filter(({ subject, object }, index) => {
      const [from, to] = [plan.entities[subject], plan.entities[object]]
      return from === undefined || to === undefined || !isAllowed(typeAt(plan, index), from, to)
    })).toEqual([])
  })

  it('tells each fact in three articles', () => {
    const articles = new PlannedArticles(plan)
    const told = Array.from({ length: articles.count }, (_, index) => articles.factsOf(index)).flat()
    const times = new Map<number, number>()
    for (const fact of told) times.set(fact, (times.get(fact) ?? 0) + 1)
    expect([...new Set(times.values())]).toEqual([EVIDENCE_PER_FACT])
    expect(times.size).toBe(plan.facts)
  })

  it('has hubs: some region stands in many times its share of the facts', () => {
    const large = planGraph(12_000, SEED)
    const degrees = new Map<number, number>()
    for (const place of large.object) degrees.set(place, (degrees.get(place) ?? 0) + 1)
    const busiest = Math.max(...[...degrees].flatMap(([place, degree]) => (large.entities[place]?.kind === 'REGION' ? [degree] : [])))
    expect(busiest / large.facts).toBeGreaterThan(0.03)
    expect([...degrees.values()].filter((degree) => degree <= 5).length / degrees.size).toBeGreaterThan(0.5)
  })
})

describe('the bulk loader of the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-generated-'))
  let loaded: GraphStore
  beforeAll(async () => {
    await loadEmbedded({ facts: FACTS, seed: SEED, folder })
    loaded = await openStore({ kind: 'embedded', folder })
  })
  afterAll(async () => {
    await loaded.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('gives the graph that writing the articles gives', async () => {
    const written = await openTempStore()
    const articles = new PlannedArticles(plan)
    await written.store.write(Array.from({ length: articles.count }, (_, index) => articles.graph(index)))
    expect((await collect(graphJsonl(loaded))).join('')).toBe((await collect(graphJsonl(written.store))).join(''))
    const ids = [articles.fact(7).id]
    expect(await loaded.read('evidence-of-facts', { ids })).toEqual(await written.store.read('evidence-of-facts', { ids }))
    await written.remove()
  })

  it('gives a sound graph', async () => {
    expect(await collect(verifyGraph(loaded))).toEqual([])
  })
})
