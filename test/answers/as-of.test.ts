import { foldAsOf, isKnownBy, type DatedEvidence } from '../../src/answers/as-of.js'
import { connection } from '../../src/answers/connection.js'
import { firmsLinkedTo } from '../../src/answers/firms-linked-to.js'
import { search } from '../../src/answers/lists.js'
import { evidenceOfFacts, factsOfEntities } from '../../src/answers/lookups.js'
import type { GraphStore } from '../../src/store/port.js'
import { openWith } from './answer-graph.js'
import { CLAIM_GRAPH, CLAIM_IDS as IDS } from './claims/claim-graph.js'

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(CLAIM_GRAPH)
  store = opened.store
})
afterAll(() => opened.close())

describe('isKnownBy', () => {
  it.each<[string, string, string, boolean]>([
    ['2032-05-10', '2032-05-09', '2032-05-09', false],
    ['2032-05-10', '2032-12-01', '2032-05-10', true],
    ['', '2032-05-09', '2032-05-09', true],
    ['', '2032-05-09', '2032-05-08', false],
    ['', '', '1900-01-01', true],
    ['2032-05-10', '', '', true],
  ])('an article of %p on an event of %p is known by %p: %p', (articleDate, eventDate, asOf, known) => {
    expect(isKnownBy(asOf, { articleDate, eventDate })).toBe(known)
  })
})

describe('foldAsOf', () => {
  const told = (articleDate: string, modality: DatedEvidence['modality'], strength: DatedEvidence['strength'] = 'STATED'): DatedEvidence =>
    ({ id: articleDate, factId: 'f', articleId: `a${articleDate}`, modality, strength, speakerId: '', seen: articleDate, articleDate, eventDate: '' })
  const evidence = [told('2032-01-01', 'PLANNED', 'IMPLIED'), told('2032-02-01', 'PLANNED'), told('2032-03-01', 'ASSERTED', 'IMPLIED')]

  it.each<[string, string | undefined, string | undefined, number | undefined]>([
    ['2031-12-31', undefined, undefined, undefined],
    ['2032-01-31', 'PLANNED', 'IMPLIED', 1],
    ['2032-02-28', 'PLANNED', 'STATED', 2],
    ['2032-03-01', 'ASSERTED', 'IMPLIED', 3],
    ['', 'ASSERTED', 'IMPLIED', 3],
  ])('as known by %p it is %p and %p on %p piece(s)', (asOf, modality, strength, evidenceCount) => {
    const fold = foldAsOf(evidence, asOf)
    expect([fold?.modality, fold?.strength, fold?.evidenceCount]).toEqual([modality, strength, evidenceCount])
  })
})

describe('questions as of a day', () => {
  it('fold the facts of an entity before the filter', async () => {
    const planned = (await factsOfEntities(store, [IDS.lamps], { modalities: ['PLANNED'], asOf: '2032-08-01' })).get(IDS.lamps) ?? []
    expect(planned.map(({ objectId, modality, lastSeen }) => [objectId, modality, lastSeen])).toEqual([[IDS.plan, 'PLANNED', '2032-07-01']])
    expect((await factsOfEntities(store, [IDS.lamps], { modalities: ['PLANNED'] })).get(IDS.lamps) ?? []).toEqual([])
    expect((await factsOfEntities(store, [IDS.lamps], { asOf: '2032-01-01' })).get(IDS.lamps)).toEqual([])
  })

  it('quote only what was known', async () => {
    const [fact] = (await factsOfEntities(store, [IDS.plan], { types: ['PARTICIPATES_IN'], asOf: '2032-08-01' })).get(IDS.plan) ?? []
    const evidence = await evidenceOfFacts(store, [fact?.id ?? ''], 10, { asOf: '2032-08-01' })
    expect([...evidence.values()].flat().map(({ articleId }) => articleId)).toEqual(['intent'])
  })

  it('count the articles of a search, and leave out what none of them names', async () => {
    const found = async (asOf?: string): Promise<readonly (readonly [string, number])[]> =>
      (await search(store, { text: '闻人澈', asOf })).edges.map(({ node: { entity } }) => [entity.id, entity.articleCount])
    expect(await found()).toEqual([[IDS.mayor, 3]])
    expect(await found('2032-05-10')).toEqual([[IDS.mayor, 1]])
    expect(await found('2032-01-01')).toEqual([])
  })

  it('walk only over what was known, each hop as it was then', async () => {
    const now = await connection(store, { from: IDS.lamps, to: IDS.plan })
    expect(now.paths[0]?.hops[0]?.fact).toMatchObject({ modality: 'ASSERTED', articleCount: 2 })
    const then = await connection(store, { from: IDS.lamps, to: IDS.plan, asOf: '2032-08-01' })
    expect(then.paths[0]?.hops[0]?.fact).toMatchObject({ modality: 'PLANNED', articleCount: 1, articleIds: ['intent'] })
    expect((await connection(store, { from: IDS.lamps, to: IDS.plan, asOf: '2032-06-01' })).paths).toEqual([])
  })

  it('link firms only by what was known', async () => {
    const firms = async (asOf: string): Promise<readonly string[]> => (await firmsLinkedTo(store, { initiative: IDS.plan, asOf, minStrength: 'STATED' })).page.edges.map(({ node }) => node.firm.id)
    expect(await firms('2032-08-01')).toEqual([IDS.lamps])
    expect([...await firms('2032-12-01')].sort()).toEqual([IDS.lamps, IDS.silk].sort())
  })
})
