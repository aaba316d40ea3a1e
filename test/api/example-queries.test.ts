import { exampleQueries } from '../../src/api/example-queries.js'
import { createServer, type PolicyServer } from '../../src/api/server.js'
import { ANSWER_GRAPH, openWith } from '../answers/answer-graph.js'
import { ask, at } from './ask.js'

let opened: Awaited<ReturnType<typeof openWith>>
let server: PolicyServer
beforeAll(async () => {
  opened = await openWith(ANSWER_GRAPH)
  server = createServer({ store: opened.store })
})
afterAll(async () => {
  await server.close()
  await opened.close()
})

/** Variables that suit the fixture, and a place in the answer that must not be empty. */
const CASES: Readonly<Record<string, { readonly variables: Readonly<Record<string, unknown>>; readonly filled: readonly (string | number)[] }>> = {
  'article-with-repairs': { variables: { title: '走访' }, filled: ['articles', 'nodes', 0, 'mentions', 0] },
  companies: { variables: { name: '曜灯' }, filled: ['companies', 'nodes', 0, 'coMentioned', 0] },
  connection: { variables: { from: '曜灯电子', to: '鹭江湾' }, filled: ['connection', 'paths', 0, 'hops', 1, 'fact', 'evidence', 0, 'quote'] },
  'facts-of-entity': { variables: { name: '闻人澈' }, filled: ['search', 'nodes', 0, 'facts', 'nodes', 0, 'evidence', 0, 'quote'] },
  'firms-linked-to': { variables: { initiative: '鹭江湾' }, filled: ['firmsLinkedTo', 'edges', 2, 'paths', 1, 'hops', 0, 'fact', 'evidence', 1, 'quote'] },
  'officials-who-visited-holders-of-a-status': {
    variables: { status: '领跑者' }, filled: ['search', 'nodes', 0, 'facts', 'nodes', 0, 'subject', 'facts', 'nodes', 0, 'evidence', 0, 'quote'],
  },
  stats: { variables: {}, filled: ['stats', 'examples', 0, 'zh'] },
}

describe('the worked examples', () => {
  it('each have a case here', () => {
    expect(exampleQueries().map(({ name }) => name)).toEqual(Object.keys(CASES).sort())
  })

  it.each(exampleQueries())('$name says in both languages what it asks', ({ zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/u)
  })

  it.each(exampleQueries())('$name runs and finds something', async ({ name, query }) => {
    const { variables = {}, filled = [] } = CASES[name] ?? {}
    const { data, errors } = await ask(server, query, variables)
    expect(errors).toEqual([])
    expect(at(data, ...filled)).toBeTruthy()
  })
})
