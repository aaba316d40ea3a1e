import { getIntrospectionQuery, parse } from 'graphql'
import { weigh } from '../../src/api/parts/cost.js'
import { createServer, type PolicyServer } from '../../src/api/server.js'
import { makeSchema } from '../../src/api/schema.js'
import { exampleQueries } from '../../src/api/example-queries.js'
import { ANSWER_GRAPH, counting, IDS, openWith } from '../answers/answer-graph.js'
import { ask, at, codesOf } from './ask.js'

const schema = makeSchema()
const costOf = (query: string, variables: Readonly<Record<string, unknown>> = {}): number => weigh(schema, parse(query), variables).cost
const depthOf = (query: string): number => weigh(schema, parse(query), {}).depth

describe('weigh', () => {
  it('multiplies by first, whether written or given as a variable', () => {
    const ten = costOf('{ companies(first: 10) { nodes { id } } }')
    const hundred = costOf('{ companies(first: 100) { nodes { id } } }')
    expect(hundred).toBe(10 * ten)
    expect(costOf('query($n: Int) { companies(first: $n) { nodes { id } } }', { n: 100 })).toBe(hundred)
  })

  it('multiplies lists within lists', () => {
    const flat = costOf('{ companies(first: 100) { nodes { id } } }')
    const nested = costOf('{ companies(first: 100) { nodes { facts(first: 100) { nodes { id } } } } }')
    expect(nested).toBeGreaterThan(50 * flat)
  })

  it('takes the default where first is absent', () => {
    expect(costOf('{ companies { nodes { id } } }')).toBe(costOf('{ companies(first: 20) { nodes { id } } }'))
  })

  it('adds up aliases and follows fragments', () => {
    const once = costOf('{ companies { nodes { id } } }')
    expect(costOf('{ a: companies { nodes { id } } b: companies { nodes { id } } }')).toBe(2 * once)
    expect(costOf('{ companies { ...page } } fragment page on CompanyConnection { nodes { id } }')).toBe(once)
    expect(costOf('{ companies { ... on CompanyConnection { nodes { id } } } }')).toBe(once)
  })

  it('counts levels, and none for introspection', () => {
    expect(depthOf('{ companies { nodes { id } } }')).toBe(3)
    expect(depthOf('{ __schema { types { name } } }')).toBe(0)
  })
})

describe('a server with limits', () => {
  let opened: Awaited<ReturnType<typeof openWith>>
  let server: PolicyServer
  let counter: ReturnType<typeof counting>
  beforeAll(async () => {
    opened = await openWith(ANSWER_GRAPH)
    counter = counting(opened.store)
    server = createServer({ store: counter.store })
  })
  afterAll(async () => {
    await server.close()
    await opened.close()
  })

  const nest = (levels: number): string => (levels === 0 ? 'id' : `facts(first: 1) { nodes { subject { ${nest(levels - 1)} } } }`)

  it.each([
    ['too deep', `{ entity(id: "x") { ${nest(6)} } }`],
    ['too wide', '{ companies(first: 100) { nodes { facts(first: 100) { nodes { evidence(first: 100) { id } } } } } }'],
    ['too often aliased', `{ ${Array.from({ length: 300 }, (_, index) => `a${index}: stats { examples { zh } }`).join(' ')} }`],
  ])('refuses what is %s before reading anything', async (_, query) => {
    counter.calls = 0
    expect(codesOf(await ask(server, query))).toEqual(['TOO_COSTLY'])
    expect(counter.calls).toBe(0)
  })

  it('refuses a document of too many tokens', async () => {
    const answer = await ask(server, `{ ${'__typename '.repeat(6_000)} }`)
    expect(answer.data).toBeUndefined()
    expect(answer.errors).toHaveLength(1)
  })

  it('lets introspection and every worked example pass', async () => {
    expect(at((await ask(server, getIntrospectionQuery())).data, '__schema', 'queryType', 'name')).toBe('Query')
    for (const { query } of exampleQueries()) expect(codesOf(await ask(server, query))).not.toContain('TOO_COSTLY')
  })

  it('takes other limits when told', async () => {
    const strict = createServer({ store: counter.store, limits: { cost: 5 } })
    expect(codesOf(await ask(strict, '{ companies { nodes { id } } }'))).toEqual(['TOO_COSTLY'])
    await strict.close()
  })

  const WIDE = (first: number): string => `{ companies(first: ${first}) { totalCount nodes { name
    facts(first: 5) { nodes { subject { name } object { name } speaker { name } evidence(first: 2) { quote article { title rawText } } } }
    articles(first: 3) { nodes { title mentions { entity { name } } facts { subject { name } } } }
    coMentioned(first: 3) { entity { name } fact { evidence(first: 2) { quote article { title } } } } } } }`

  it('reads no more often for thirty rows than for two', async () => {
    const calls: number[] = []
    for (const first of [2, 30]) {
      counter.calls = 0
      const answer = await ask(server, WIDE(first))
      expect(answer.errors).toEqual([])
      expect((at(answer.data, 'companies', 'nodes') as readonly unknown[]).length).toBe(first)
      calls.push(counter.calls)
    }
    expect(calls[1]).toBeLessThanOrEqual((calls[0] ?? 0) + 2)
    expect(calls[1]).toBeLessThanOrEqual(30)
  })

  it('reads each record once per request, however many fields ask for it', async () => {
    counter.calls = 0
    const fields = Array.from({ length: 20 }, (_, index) => `a${index}: entity(id: "${IDS.lamps}") { name }`).join(' ')
    const answer = await ask(server, `{ ${fields} }`)
    expect(answer.errors).toEqual([])
    expect(counter.calls).toBe(1)
  })

  it('counts a list only when its total is asked for', async () => {
    counter.calls = 0
    await ask(server, '{ companies { nodes { id } } }')
    expect(counter.queries.slice(-counter.calls)).toEqual(['list-entities'])
  })
})
