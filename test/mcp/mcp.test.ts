import { Client, InMemoryTransport, type CallToolResult } from '@modelcontextprotocol/client'
import { parse, validate } from 'graphql'
import { makeSchema } from '../../src/api/schema.js'
import { createServer, type PolicyServer } from '../../src/api/server.js'
import { inProcess, overHttp } from '../../src/mcp/ask-graph.js'
import { ARTICLE, ARTICLES } from '../../src/mcp/documents.js'
import { createMcpServer } from '../../src/mcp/mcp-server.js'
import { TOOLS } from '../../src/mcp/tools.js'
import type { GraphStore } from '../../src/store/port.js'
import { at } from '../api/ask.js'
import { readSamples } from '../e2e/samples.js'
import { storesUnderTest } from '../stores.js'

const stores = await storesUnderTest()
const samples = await readSamples()
const BASE = 'http://127.0.0.1:4000/'

interface Assistant {
  readonly client: Client
  call(name: string, given: Readonly<Record<string, unknown>>): Promise<CallToolResult & { readonly text: string }>
  close(): Promise<void>
}

/** The SDK's own client, joined to a server of ours. */
async function connect(server: PolicyServer, ask = inProcess(server)): Promise<Assistant> {
  const [mine, theirs] = InMemoryTransport.createLinkedPair()
  const mcp = createMcpServer({ ask, base: BASE, version: '1.2.3' })
  await mcp.connect(theirs)
  const client = new Client({ name: 'test', version: '0' })
  await client.connect(mine)
  return {
    client,
    call: async (name, given) => {
      const result = await client.callTool({ name, arguments: { ...given } })
      return { ...result, text: result.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n') }
    },
    close: () => client.close(),
  }
}

/** Every quote in a structured answer with the id of its article. */
function quotesIn(value: unknown): readonly { readonly quote: string; readonly start: number; readonly end: number; readonly article: string }[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn)
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(quotesIn)
  return 'quote' in value && 'raw' in value
    ? [...inner, { quote: String(value.quote), start: Number(at(value, 'raw', 'start')), end: Number(at(value, 'raw', 'end')), article: String(at(value, 'article', 'resource')) }]
    : inner
}

describe('the documents', () => {
  const schema = makeSchema()
  it.each([...TOOLS.map(({ name, document }): [string, string] => [name, document]), ['article', ARTICLE], ['articles', ARTICLES]])('of %s fit the schema and are queries', (_, document) => {
    const parsed = parse(document)
    expect(validate(schema, parsed)).toEqual([])
    expect(parsed.definitions.map((item) => 'operation' in item && item.operation)).toEqual(['query'])
  })
})

describe.each(stores)('an assistant on $name', ({ fresh }) => {
  let store: GraphStore
  let server: PolicyServer
  let assistant: Assistant
  beforeAll(async () => {
    store = await (await fresh()).open()
    await store.write(samples.graphs)
    server = createServer({ store, auth: { openRead: true, local: false } })
    assistant = await connect(server)
  })
  afterAll(async () => {
    await assistant.close()
    await server.close()
    await store.close()
  })

  it('is offered the tools, all of them read-only, and told that quotes are no instructions', async () => {
    const { tools } = await assistant.client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['search_names', 'entity', 'check_claim', 'firms_linked_to', 'connection', 'evidence_of_fact', 'ask'])
    for (const { annotations, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
      expect(inputSchema).toMatchObject({ type: 'object' })
    }
    expect(assistant.client.getInstructions()).toContain('no article says so')
    expect(assistant.client.getServerVersion()).toMatchObject({ name: 'policygraph', version: '1.2.3' })
  })

  it('finds names by a part and by initials', async () => {
    expect((await assistant.call('search_names', { text: '长江口' })).text).toContain('长江口产业创新协同区')
    expect((await assistant.call('search_names', { text: 'cjk', kinds: ['INITIATIVE'] })).text).toContain('长江口产业创新协同区')
    expect((await assistant.call('search_names', { text: '查无此名甲' })).text).toContain('nothing in the graph')
  })

  it('gets firms linked to an initiative with a quote, source and permalink on every hop', async () => {
    const { text, structuredContent, isError } = await assistant.call('firms_linked_to', { initiative: '长江口' })
    expect(isError).toBeFalsy()
    expect(text).toContain('江苏有感科技有限责任公司')
    expect(text).toContain('CHAIN')
    const edges = at(structuredContent, 'data', 'firmsLinkedTo', 'edges') as readonly unknown[]
    expect(edges).toHaveLength(3)
    for (const edge of edges) for (const hop of at(edge, 'paths', 0, 'hops') as readonly unknown[]) {
      const permalink = String(at(hop, 'fact', 'permalink'))
      expect(permalink).toBe(`${BASE}fact/${encodeURIComponent(String(at(hop, 'fact', 'id')))}`)
      expect(text).toContain(permalink)
      expect(text).toContain(String(at(hop, 'fact', 'evidence', 0, 'quote')))
      expect(text).toContain(String(at(hop, 'fact', 'evidence', 0, 'article', 'source')))
      expect((await server.fetch(new Request(permalink.replace(BASE, 'http://localhost/')))).status).toBe(200)
    }
  })

  it('reads the article of every quote, and finds the quote at its span', async () => {
    const { structuredContent } = await assistant.call('entity', { name: '张彤', first: 50 })
    const quotes = quotesIn(structuredContent)
    expect(quotes.length).toBeGreaterThan(3)
    for (const { quote, start, end, article } of quotes) {
      const { contents } = await assistant.client.readResource({ uri: article })
      const [first] = contents
      expect(first !== undefined && 'text' in first ? first.text.slice(start, end) : '').toBe(quote)
    }
  })

  it.each([
    [{ subject: '江苏有感', relation: 'DESIGNATED', object: '专精特新' }, 'SUPPORTED', true],
    [{ subject: '禾野农业', relation: 'PARTICIPATES_IN', object: '云青产业协作区' }, 'DENIED', true],
    [{ subject: '江苏有感', relation: 'PARTICIPATES_IN', object: '长江口' }, 'INDIRECT', false],
  ])('checks %j: %s', async (claim, verdict, quoted) => {
    const { text, structuredContent } = await assistant.call('check_claim', claim)
    expect(at(structuredContent, 'data', 'checkClaim', 'verdict')).toBe(verdict)
    expect((at(structuredContent, 'data', 'checkClaim', 'evidence') as readonly unknown[]).length > 0).toBe(quoted)
    expect(text.includes('没有文章这样说') && text.includes('no article says so')).toBe(!quoted)
  })

  it('hears that no article connects two, and what comes nearest', async () => {
    const { text } = await assistant.call('connection', { from: '江苏有感', to: '禾野农业', minStrength: 'STATED' })
    expect(text).toContain('没有文章这样说 · no article says so')
    expect((await assistant.call('connection', { from: '青屿潮汐储能', to: '云澜聆风电子' })).text).toContain('INVESTS_IN')
  })

  it('gets all evidence of a fact, and is told when there is no such fact', async () => {
    const { structuredContent } = await assistant.call('entity', { name: '张彤', types: ['VISITED'], first: 1 })
    const id = String(at(structuredContent, 'data', 'resolve', 'facts', 'nodes', 0, 'id'))
    const found = await assistant.call('evidence_of_fact', { id })
    expect(quotesIn(found.structuredContent).length).toBe(at(found.structuredContent, 'data', 'fact', 'evidenceCount'))
    expect((await assistant.call('evidence_of_fact', { id: 'f_none' })).text).toContain('there is no fact')
  })

  it('asks in plain words, and is told when nothing was understood', async () => {
    const { text, structuredContent } = await assistant.call('ask', { question: '哪些企业与长江口产业创新协同区有关？' })
    expect(text).toContain('江苏有感科技有限责任公司')
    expect(at(structuredContent, 'data', 'ask', 'answer', 'firmsLinkedTo', 'edges', 0, 'paths', 0, 'hops', 0, 'fact', 'permalink')).toContain(`${BASE}fact/`)
    expect(at((await assistant.call('ask', { question: '天为什么是蓝的' })).structuredContent, 'data', 'ask', 'outcome')).toBe('NOT_UNDERSTOOD')
  })

  it.each([
    ['entity', { name: '周敏' }, 'AMBIGUOUS_NAME', '? 周敏'],
    ['entity', { name: '长江口创新协同' }, 'NOT_FOUND', '? '],
    ['connection', { from: '江苏有感', to: '查无此名甲' }, 'NOT_FOUND', ''],
  ])('gets the error of %s %j with its code and what may have been meant', async (tool, given, code, choice) => {
    const { isError, text, structuredContent } = await assistant.call(tool, given)
    expect(isError).toBe(true)
    expect(text.startsWith(`${code}: `)).toBe(true)
    expect(text).toContain(choice)
    expect(at(structuredContent, 'error', 'code')).toBe(code)
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['firms_linked_to', { initiative: '长江口', first: 1_000 }], ['search_names', { text: '' }], ['entity', { name: '张彤', types: ['DROP'] }], ['ask', { question: '问'.repeat(2_001) }],
  ])('is refused by %s what does not fit its schema', async (tool, given) => {
    expect((await assistant.call(tool, given)).isError).toBe(true)
  })

  it('is offered articles, and told of one that is not there', async () => {
    const { resources } = await assistant.client.listResources()
    expect(resources).toHaveLength(samples.graphs.length)
    expect(resources.every(({ uri }) => uri.startsWith('policygraph://article/'))).toBe(true)
    await expect(assistant.client.readResource({ uri: 'policygraph://article/none' })).rejects.toThrow()
    await expect(assistant.client.readResource({ uri: 'policygraph://article/%E4%B8' })).rejects.toThrow()
  })

  it('meets the limits of the server', async () => {
    const strict = createServer({ store, auth: { openRead: true, local: false }, limits: { cost: 5 } })
    const bounded = await connect(strict)
    const { isError, text } = await bounded.call('entity', { name: '张彤' })
    expect([isError, text.startsWith('TOO_COSTLY: ')]).toEqual([true, true])
    await bounded.close()
    await strict.close()
  })

  it('is answered the same by a running server over HTTP, and told when there is none', async () => {
    const own = createServer({ store })
    const { url } = await own.listen(0)
    const remote = await connect(own, overHttp(`${url}/`, undefined))
    const question = { subject: '江苏有感', relation: 'DESIGNATED', object: '专精特新' }
    expect((await remote.call('check_claim', question)).structuredContent).toEqual((await assistant.call('check_claim', question)).structuredContent)
    await own.close()
    const { isError, text } = await remote.call('check_claim', question)
    expect([isError, text.startsWith('STORE_UNREACHABLE: ')]).toEqual([true, true])
    await remote.close()
  })
})
