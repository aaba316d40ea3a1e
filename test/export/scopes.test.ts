import { parse as parseCsv } from 'csv-parse/sync'
import { writeExport, type ExportRequest } from '../../src/export/write-export.js'
import type { ExportScope } from '../../src/export/scopes.js'
import { errorOf } from '../answers/answer-graph.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import { collect, openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { FACTS, REMOVED } from '../queries/cases.js'

let temp: TempStore
beforeAll(async () => {
  temp = await openTempStore()
  await temp.store.write([...SMALL_GRAPH, REMOVED])
  await temp.store.removeArticles(['a6'])
})
afterAll(() => temp.remove())

const written = async (request: Partial<ExportRequest>): Promise<string> =>
  (await collect((await writeExport(temp.store, { format: 'csv', scope: { kind: 'all' }, ...request })).text)).join('')

async function idsIn(table: string, request: Partial<ExportRequest>): Promise<readonly string[]> {
  const rows: readonly Readonly<Record<string, string>>[] = parseCsv(await written({ ...request, table }), { columns: true, bom: true })
  return rows.map((row) => row['id'] ?? '')
}

const entity = (name: string, hops: number): ExportScope => ({ kind: 'entity', entity: name, hops })
const question = (name: string, params: Readonly<Record<string, string>>): ExportScope => ({ kind: 'question', question: name, params })
const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort()

describe('the part that is written', () => {
  test.each<[string, ExportScope, readonly string[]]>([
    ['an entity alone', entity('岚州市科技局', 0), []],
    ['one fact away', entity('岚州市科技局', 1), [FACTS.list]],
    ['two facts away', entity(SMALL.bureau, 2), [FACTS.list, FACTS.award, FACTS.denied]],
    ['a question by its GraphQL name', question('factsOf', { entity: '祁望舒' }), [FACTS.post2]],
    ['a question by its command line name', question('facts-of', { entity: '祁望舒' }), [FACTS.post2]],
    ['a connection', question('connection', { from: '祁望舒', to: '汀江县', maxHops: '1' }), [FACTS.post2]],
  ])('is %s', async (_name, scope, facts) => {
    expect(await idsIn('facts', { scope })).toEqual(sorted(facts))
  })

  test('of an answer about firms holds the chains, the co-mentions and both ends', async () => {
    const scope = question('firmsLinkedTo', { initiative: '云泽湾' })
    const facts = await idsIn('facts', { scope })
    expect(facts).toEqual(expect.arrayContaining([FACTS.joins, FACTS.visit2, FACTS.promotes]))
    expect(facts.some((id) => id.startsWith('co_'))).toBe(true)
    expect(await idsIn('entities', { scope })).toEqual(expect.arrayContaining([SMALL.zone, SMALL.pumps, SMALL.chips, SMALL.ferries]))
    expect(await idsIn('articles', { scope })).not.toContain('a3')
    expect(await idsIn('facts', { scope: question('firmsLinkedTo', { initiative: '云泽湾', minStrength: 'CHAIN' }) })).not.toContainEqual(expect.stringMatching(/^co_/u))
  })

  test('leaves out closed facts unless asked, and what only they name', async () => {
    const [without, all] = [await idsIn('facts', {}), await idsIn('facts', { withClosed: true })]
    expect(without).toHaveLength(12)
    expect(all).toHaveLength(13)
  })

  test('leaves out rejected facts unless asked', async () => {
    const own = await openTempStore()
    await own.store.write(SMALL_GRAPH)
    await own.store.record([{ at: '2031-07-01T00:00:00Z', actor: '甲', role: 'reviewer', kind: 'VERDICT', targets: [FACTS.visit], decision: 'REJECTED', reason: '查无此事' }])
    const facts = async (request: Partial<ExportRequest>): Promise<string> => (await collect((await writeExport(own.store, { format: 'csv', scope: { kind: 'all' }, ...request })).text)).join('')
    expect(await facts({})).not.toContain(FACTS.visit)
    expect(await facts({ withRejected: true })).toContain(FACTS.visit)
    expect(await facts({ scope: entity('陆沉远', 1) })).not.toContain(FACTS.visit)
    await own.remove()
  })
})

describe('a wrong request', () => {
  test.each<[string, Partial<ExportRequest>, string]>([
    ['an unknown format', { format: 'xlsx' }, 'BAD_INPUT'],
    ['a format that every object has', { format: 'constructor' }, 'BAD_INPUT'],
    ['an unknown table', { table: 'people' }, 'BAD_INPUT'],
    ['a table of a format without', { format: 'gexf', table: 'facts' }, 'BAD_INPUT'],
    ['too many hops', { scope: entity('陆沉远', 4) }, 'BAD_INPUT'],
    ['a name of 10,000 characters', { scope: entity('名'.repeat(10_000), 1) }, 'BAD_INPUT'],
    ['an unknown name', { scope: entity('查无此人', 1) }, 'NOT_FOUND'],
    ['an unknown question', { scope: question('whoIsBest', {}) }, 'NOT_FOUND'],
    ['an unknown parameter', { scope: question('factsOf', { entity: '祁望舒', colour: 'red' }) }, 'BAD_INPUT'],
    ['a missing parameter', { scope: question('connection', { from: '祁望舒' }) }, 'BAD_INPUT'],
    ['a base that is no web address', { base: 'javascript:alert(1)' }, 'BAD_INPUT'],
    ['more facts than allowed', { scope: entity('陆沉远', 2), maxFacts: 3 }, 'TOO_COSTLY'],
  ])('%s is refused before anything is written', async (_name, request, code) => {
    expect((await errorOf(writeExport(temp.store, { format: 'csv', scope: { kind: 'all' }, ...request }))).code).toBe(code)
  })
})
