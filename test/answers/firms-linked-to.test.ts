import { firmsLinkedTo, type FirmLink, type FirmLinks } from '../../src/answers/firms-linked-to.js'
import { evidenceOfFacts } from '../../src/answers/lookups.js'
import type { ArticleGraph } from '../../src/core/records.js'
import type { GraphStore } from '../../src/store/port.js'
import { buildArticle, type EntityDraft } from '../fixtures/builders.js'
import { ANSWER_GRAPH, counting, errorOf, IDS, openWith } from './answer-graph.js'

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(ANSWER_GRAPH)
  store = opened.store
})
afterAll(() => opened.close())

const firmsOf = (links: FirmLinks): readonly FirmLink[] => links.page.edges.map(({ node }) => node)
const shapes = (link: FirmLink | undefined): readonly (readonly string[])[] => link?.paths.map((path) => [path.strength, ...path.hops.map(({ fact }) => `${fact.type} ${fact.modality}`)]) ?? []

describe('firmsLinkedTo, where firms and initiative share an article and never a sentence', () => {
  it('lists each firm by the chain over the visitor and by co-mention, and states nothing', async () => {
    const firms = firmsOf(await firmsLinkedTo(store, { initiative: '鹭江湾' }))
    expect(firms.map(({ firm }) => firm.id).sort()).toEqual([IDS.boats, IDS.lamps, IDS.valves].sort())
    for (const link of firms) {
      expect(link.strength).toBe('CHAIN')
      expect(shapes(link)).toEqual([['CHAIN', 'VISITED ASSERTED', 'PROMOTES URGED'], ['CO_ARTICLE', 'CO_MENTIONED ASSERTED']])
      expect(link.paths[0]?.hops.map(({ forward }) => forward)).toEqual([false, true])
      expect(link.paths[0]?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['HOPS', 'SAME_ARTICLE', 'MODALITY_URGED']))
    }
  })

  it('puts the firm whose hops are stated before the one whose hop is implied', async () => {
    const firms = firmsOf(await firmsLinkedTo(store, { initiative: IDS.zone }))
    expect(firms.at(-1)?.firm.id).toBe(IDS.boats)
  })

  it('quotes each hop from the raw text', async () => {
    const [link] = firmsOf(await firmsLinkedTo(store, { initiative: IDS.zone, first: 1 }))
    const facts = link?.paths.flatMap(({ hops }) => hops.map(({ fact }) => fact)) ?? []
    const evidence = await evidenceOfFacts(store, facts.map(({ id }) => id), 5)
    const raw = ANSWER_GRAPH[0]?.article.rawText ?? ''
    expect(facts.map(({ id }) => evidence.get(id)?.length)).toEqual([1, 1, 2])
    for (const item of [...evidence.values()].flat()) expect(item.quote).toBe(raw.slice(item.raw.start, item.raw.end))
  })

  it.each([
    ['CHAIN', ['CHAIN']],
    ['CO_SENTENCE', ['CHAIN']],
    ['CO_ARTICLE', ['CHAIN', 'CO_ARTICLE']],
    ['STATED', undefined],
  ] as const)('leaves out what is weaker than %s', async (minStrength, strengths) => {
    const [link] = firmsOf(await firmsLinkedTo(store, { initiative: IDS.zone, minStrength }))
    expect(link?.paths.map(({ strength }) => strength)).toEqual(strengths)
  })

  it('knows nothing before the articles appeared', async () => {
    expect(firmsOf(await firmsLinkedTo(store, { initiative: IDS.zone, asOf: '2032-05-09' }))).toEqual([])
    expect(firmsOf(await firmsLinkedTo(store, { initiative: IDS.zone, asOf: '2032-05-10' }))).toHaveLength(3)
  })
})

describe('firmsLinkedTo, page by page', () => {
  const [linked, beside, elsewhere] = ['连', '同', '别'].map((sign) => ['一', '二', '三', '四', '五'].map((number) => `${sign}${number}测试公司`)) as [string[], string[], string[]]
  const firms = [...linked, ...beside, ...elsewhere]
  const mixed = buildArticle({
    id: 'mixed', text: `${linked.join('、')}参与测试工程。测试工程的会上还有${beside.join('、')}。${elsewhere.join('、')}另有活动。`,
    entities: [{ kind: 'INITIATIVE', name: '测试工程', subkind: 'PROGRAM' }, ...firms.map((name): EntityDraft => ({ kind: 'COMPANY', name }))],
    facts: linked.map((subject) => ({ type: 'PARTICIPATES_IN' as const, subject, object: '测试工程', quote: '参与测试工程' })),
  })
  const strengthsOf = (name: string): readonly string[] => (linked.includes(name) ? ['STATED', 'CO_SENTENCE'] : beside.includes(name) ? ['CO_SENTENCE'] : ['CO_ARTICLE'])

  it.each([1, 2, 4, 5, 6, 14, 15, 16])('gives each firm once with all its links, %s at a time', async (first) => {
    const { store: inner, close } = await openWith([mixed])
    const seen: (readonly [string, readonly string[]])[] = []
    let after: string | undefined
    do {
      const { page } = await firmsLinkedTo(inner, { initiative: '测试工程', first, after })
      expect(page.totalCount).toBe(15)
      expect(page.hasPreviousPage).toBe(seen.length > 0)
      seen.push(...page.edges.map(({ node }) => [node.firm.name, node.paths.map(({ strength }) => strength)] as const))
      expect(page.hasNextPage).toBe(seen.length < 15)
      after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined
    } while (after !== undefined)
    await close()
    expect(new Map(seen)).toEqual(new Map(firms.map((name) => [name, strengthsOf(name)])))
    expect(seen.map(([, [best]]) => best)).toEqual([...linked.map(() => 'STATED'), ...beside.map(() => 'CO_SENTENCE'), ...elsewhere.map(() => 'CO_ARTICLE')])
  })

  it('counts, where only one sentence is near enough, who stands in one', async () => {
    const { store: inner, close } = await openWith([mixed])
    const { page } = await firmsLinkedTo(inner, { initiative: '测试工程', first: 3, minStrength: 'CO_SENTENCE' })
    expect([page.edges.length, page.totalCount]).toEqual([3, 10])
    await close()
  })
})

describe('firmsLinkedTo, by kind of link', () => {
  it('gives a fact with the initiative its own strength, and shows a denied one with its modality, last', async () => {
    const firms = firmsOf(await firmsLinkedTo(store, { initiative: '千灯行动', minStrength: 'IMPLIED' }))
    expect(firms.map(({ firm, strength }) => [firm.id, strength])).toEqual([[IDS.lamps, 'STATED'], [IDS.valves, 'STATED']])
    expect(shapes(firms[1])[0]).toEqual(['STATED', 'PARTICIPATES_IN DENIED'])
    expect(firms[1]?.paths[0]?.reasons.map(({ code }) => code)).toContain('MODALITY_DENIED')
  })

  it('never carries a chain over a denied fact', async () => {
    const firms = firmsOf(await firmsLinkedTo(store, { initiative: '海风计划', minStrength: 'CHAIN' }))
    expect(firms.map(({ firm }) => firm.id)).not.toContain(IDS.valves)
    const designated = firmsOf(await firmsLinkedTo(store, { initiative: IDS.giant, minStrength: 'CHAIN' }))
    const passed = designated.flatMap(({ paths }) => paths).filter(({ hops }) => hops.length > 1).flatMap(({ hops }) => hops)
    expect(passed.every(({ fact }) => fact.modality !== 'DENIED')).toBe(true)
  })

  it('calls two in one sentence CO_SENTENCE and quotes that sentence once', async () => {
    const firms = firmsOf(await firmsLinkedTo(store, { initiative: '千灯行动' }))
    const together = firms[1]?.paths.find(({ strength }) => strength === 'CO_SENTENCE')
    const id = together?.hops[0]?.fact.id ?? ''
    const evidence = (await evidenceOfFacts(store, [id], 5)).get(id)
    expect(evidence?.map(({ quote }) => quote)).toEqual(['曜灯电子参加千灯行动，澜洲恒阀制造有限公司退出了千灯行动。'])
  })

  it('puts the chain over a rare person before the chains over a hub, and says why', async () => {
    const firms = firmsOf(await firmsLinkedTo(store, { initiative: '海风计划', first: 100 }))
    expect(firms[0]?.firm.id).toBe(IDS.salt)
    const hub = firms.find(({ firm }) => firm.id === IDS.silk)
    const damped = hub?.paths[0]?.reasons.find(({ code }) => code === 'HUB_DAMPED')
    expect(damped?.zh).toContain('邵百川')
    expect(damped?.zh).toContain('27')
  })

  it('never passes a region', async () => {
    for (const initiative of ['鹭江湾', '千灯行动', '海风计划', IDS.giant]) {
      const firms = firmsOf(await firmsLinkedTo(store, { initiative, first: 100 }))
      const ends = firms.flatMap(({ paths }) => paths).flatMap(({ hops }) => hops).flatMap(({ fact }) => [fact.subjectId, fact.objectId])
      expect(ends).not.toContain(IDS.city)
      expect(ends).not.toContain(IDS.town)
    }
  })

  it('reports a search that was cut', async () => {
    const links = await firmsLinkedTo(store, { initiative: '海风计划' }, { maxFrontier: 1 })
    expect(links.notes.map(({ code }) => code)).toContain('FRONTIER_CUT')
    const few = await firmsLinkedTo(store, { initiative: '海风计划' }, { maxFactsPerHop: 3 })
    expect(few.notes.map(({ code }) => code)).toContain('FRONTIER_CUT')
    const facts = await firmsLinkedTo(store, { initiative: '海风计划' }, { maxFactsPerHop: 1 })
    expect(facts.notes.map(({ code }) => code)).toContain('FACTS_CUT')
    expect((await firmsLinkedTo(store, { initiative: '海风计划' })).notes).toEqual([])
  })
})

describe('firmsLinkedTo, cost', () => {
  const initiative: EntityDraft = { kind: 'INITIATIVE', name: '测试工程', subkind: 'PROGRAM' }
  const tour = (firms: number): readonly ArticleGraph[] => {
    const names = Array.from({ length: firms }, (_, index) => `第${index + 1}测试公司`)
    return [buildArticle({
      id: 'many', text: `甲某走访${names.join('、')}。甲某推动测试工程。`,
      entities: [{ kind: 'PERSON', name: '甲某' }, initiative, ...names.map((name): EntityDraft => ({ kind: 'COMPANY', name }))],
      facts: [
        { type: 'PROMOTES', subject: '甲某', object: '测试工程', quote: '甲某推动测试工程' },
        ...names.map((name) => ({ type: 'VISITED' as const, subject: '甲某', object: name, quote: '甲某走访' })),
      ],
    })]
  }

  it('takes as many store calls for 90 firms as for 3', async () => {
    const calls: number[] = []
    for (const firms of [3, 90]) {
      const { store: inner, close } = await openWith(tour(firms))
      const counter = counting(inner)
      const links = await firmsLinkedTo(counter.store, { initiative: '测试工程', first: 100 })
      expect(links.page.edges).toHaveLength(firms)
      calls.push(counter.calls)
      await close()
    }
    expect(calls[1]).toBe(calls[0])
    expect(calls[0]).toBeLessThanOrEqual(16)
  })
})

describe('firmsLinkedTo, wrong input', () => {
  it.each([
    ['an empty name', { initiative: ' ' }, 'BAD_INPUT'],
    ['a name of 201 characters', { initiative: '长'.repeat(201) }, 'BAD_INPUT'],
    ['a first of 101', { initiative: '鹭江湾', first: 101 }, 'BAD_INPUT'],
    ['a date that is none', { initiative: '鹭江湾', asOf: '2032-02-30' }, 'BAD_INPUT'],
    ['a cursor of another making', { initiative: '鹭江湾', after: 'zzz' }, 'BAD_INPUT'],
    ['the id of a firm', { initiative: IDS.lamps }, 'BAD_INPUT'],
    ['the name of a firm', { initiative: '曜灯电子' }, 'NOT_FOUND'],
    ['an id that does not exist', { initiative: 'i_0000000000000000' }, 'NOT_FOUND'],
  ])('refuses %s', async (_, args, code) => {
    expect((await errorOf(firmsLinkedTo(store, args))).code).toBe(code)
  })
})
