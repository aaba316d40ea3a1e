import { STATED_RELATION_NAMES, MODALITY_NAMES } from '../../schema/ontology/index.js'
import { connection } from '../../src/answers/connection.js'
import { firmsLinkedTo } from '../../src/answers/firms-linked-to.js'
import { evidenceOfFacts, factsOfEntities } from '../../src/answers/lookups.js'
import { resolveName } from '../../src/answers/resolve-name.js'
import { graphJsonl } from '../../src/export/graph-jsonl.js'
import type { GraphStore } from '../../src/store/port.js'
import { verifyGraph } from '../../src/verify/verify-graph.js'
import { collect } from '../fixtures/temp-store.js'
import { storesUnderTest } from '../stores.js'
import { readSamples } from './samples.js'

const FIRMS = ['江苏京芯光电科技有限公司', '江苏奥易克斯汽车电子科技股份有限公司', '江苏有感科技有限责任公司']

const stores = await storesUnderTest()
const samples = await readSamples()

describe('the samples', () => {
  test('are at least twelve articles, all read without an issue', () => {
    expect(samples.raw.length).toBeGreaterThanOrEqual(12)
    expect(samples.graphs).toHaveLength(samples.raw.length)
    expect(samples.issues).toEqual([])
  })

  test('hold every relation type that a text can state, and every modality', () => {
    const evidence = samples.graphs.flatMap((graph) => graph.evidence)
    expect([...new Set(evidence.map(({ type }) => type))].sort()).toEqual([...STATED_RELATION_NAMES].sort())
    expect([...new Set(evidence.map(({ modality }) => modality))].sort()).toEqual([...MODALITY_NAMES].sort())
  })

  test('hold an article that was damaged and repaired', () => {
    expect(samples.graphs.some(({ article }) => article.repairs.length > 50 && !article.synthetic)).toBe(true)
  })
})

/** Exports of the stores that ran, to be compared. */
const exports = new Map<string, string>()

describe.each(stores)('the samples on $name', ({ name, fresh }) => {
  let store: GraphStore

  beforeAll(async () => {
    store = await (await fresh()).open()
    await store.write(samples.graphs)
  })
  afterAll(() => store.close())

  test('link three firms to 长江口 by a chain through 张彤 and by co-mention, and none directly', async () => {
    const { initiative, page } = await firmsLinkedTo(store, { initiative: '长江口' })
    expect(initiative.name).toBe('长江口产业创新协同区')
    const links = page.edges.map(({ node }) => node)
    expect(links.map(({ firm }) => firm.name).sort()).toEqual(FIRMS)
    for (const { strength, paths } of links) {
      expect(strength).toBe('CHAIN')
      expect(new Set(paths.map((path) => path.strength))).toEqual(new Set(['CHAIN', 'CO_ARTICLE']))
      const hops = paths[0]?.hops ?? []
      expect(hops.map(({ fact, forward }) => [fact.type, fact.modality, forward])).toEqual([['VISITED', 'ASSERTED', false], ['PROMOTES', 'URGED', true]])
      const evidence = await evidenceOfFacts(store, hops.map(({ fact }) => fact.id), 1)
      for (const { fact } of hops) expect(evidence.get(fact.id)?.[0]?.quote).toBeTruthy()
    }
  })

  test.each<[string, string, string, string, string]>([
    ['江苏有感', 'DESIGNATED', '专精特新', 'ASSERTED', 'holds a status'],
    ['奥易克斯', 'PARTICIPATES_IN', '智改数转网联', 'URGED', 'is called upon'],
    ['禾野农业', 'PARTICIPATES_IN', '云青产业协作区', 'DENIED', 'denies taking part'],
    ['叶知秋', 'ATTENDED', '第六届云澜湾智能装备博览会', 'ASSERTED', 'attended'],
  ])('say that %s %s %s as %s (%s)', async (subject, type, object, modality) => {
    const [from, to] = [await resolveName(store, subject), await resolveName(store, object)]
    const facts = (await factsOfEntities(store, [from.id])).get(from.id) ?? []
    expect(facts.filter((fact) => fact.type === type && fact.objectId === to.id).map((fact) => fact.modality)).toEqual([modality])
  })

  test('keep two people of one name apart', async () => {
    await expect(resolveName(store, '周敏')).rejects.toMatchObject({ code: 'AMBIGUOUS_NAME' })
  })

  test('connect two firms by the investment that one article tells', async () => {
    const { paths } = await connection(store, { from: '青屿潮汐储能', to: '云澜聆风电子', first: 1 })
    expect(paths[0]?.hops.map(({ fact }) => fact.type)).toEqual(['INVESTS_IN'])
  })

  test('are sound when verified, and the same when written again', async () => {
    expect(await collect(verifyGraph(store))).toEqual([])
    const before = (await collect(graphJsonl(store))).join('')
    expect(await store.write(samples.graphs)).toMatchObject({ articlesAdded: 0, articlesChanged: 0, articlesUnchanged: samples.graphs.length })
    expect((await collect(graphJsonl(store))).join('')).toBe(before)
    exports.set(name, before)
  })
})

test('every store exports the same bytes', () => {
  expect(exports.size).toBeGreaterThan(0)
  expect(new Set(exports.values()).size).toBe(1)
})
