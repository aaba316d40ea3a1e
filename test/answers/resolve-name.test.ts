import type { EntityKind } from '../../schema/ontology/index.js'
import { resolveName } from '../../src/answers/resolve-name.js'
import type { GraphStore } from '../../src/store/port.js'
import { ANSWER_GRAPH, errorOf, IDS, openWith } from './answer-graph.js'

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(ANSWER_GRAPH)
  store = opened.store
})
afterAll(() => opened.close())

const ids = (details: unknown): readonly string[] => (details as readonly { readonly id: string }[]).map(({ id }) => id)

describe('resolveName', () => {
  it.each<readonly [string, string, readonly EntityKind[] | undefined, string]>([
    ['an id', IDS.lamps, undefined, IDS.lamps],
    ['a name', '鹭江湾产业协同区', undefined, IDS.zone],
    ['an alias', '曜灯电子', undefined, IDS.lamps],
    ['the beginning of a name', '鹭江湾', undefined, IDS.zone],
    ['a part within a name', '产业协同', undefined, IDS.zone],
    ['a name in book-title marks', '《千灯行动》', undefined, IDS.plan],
    ['a name without its quotation marks', '国家级领跑者企业', undefined, IDS.giant],
    ['a part that is unique among the kind asked for', '澜洲', ['REGION'], IDS.city],
    ['a name with blanks around', ' 海风计划 ', undefined, IDS.wind],
  ])('takes %s', async (_, text, kinds, expected) => {
    expect((await resolveName(store, text, { kinds })).id).toBe(expected)
  })

  it('lists the candidates of an ambiguous part, most named first, and of namesakes', async () => {
    const part = await errorOf(resolveName(store, '澜洲', { kinds: ['COMPANY'] }))
    expect(part.code).toBe('AMBIGUOUS_NAME')
    expect(ids(part.details['candidates'])[0]).toBe(IDS.valves)
    expect(ids(part.details['candidates'])).toHaveLength(3)
    const namesakes = await errorOf(resolveName(store, '丁一苇'))
    expect([...ids(namesakes.details['candidates'])].sort()).toEqual([IDS.namesakeA, IDS.namesakeB].sort())
  })

  it('names what looks nearest to an unknown name, within the kinds asked for', async () => {
    const error = await errorOf(resolveName(store, '鹭江湾产业合作区', { kinds: ['INITIATIVE'], argument: 'initiative' }))
    expect(error.code).toBe('NOT_FOUND')
    expect(error.details['argument']).toBe('initiative')
    expect(ids(error.details['nearest'])[0]).toBe(IDS.zone)
  })

  it('says that nothing is near when nothing is', async () => {
    const error = await errorOf(resolveName(store, 'zzz'))
    expect(error.details['nearest']).toEqual([])
  })

  it.each([
    ['a name of nothing but quotation marks', '“”', undefined, 'BAD_INPUT'],
    ['an empty name', '', undefined, 'BAD_INPUT'],
    ['a name too long', '名'.repeat(10_000), undefined, 'BAD_INPUT'],
    ['an id of another kind', IDS.city, ['COMPANY'] as const, 'BAD_INPUT'],
    ['Cypher in a name', "'}) MATCH (n) DETACH DELETE n //", undefined, 'NOT_FOUND'],
  ])('refuses %s', async (_, text, kinds, code) => {
    expect((await errorOf(resolveName(store, text, { kinds }))).code).toBe(code)
  })
})
