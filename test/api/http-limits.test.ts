import { getIntrospectionQuery } from 'graphql'
import type { ServerOptions } from '../../src/api/server.js'
import { networkOf } from '../../src/api/parts/use-rate-limit.js'
import { apiSettingsFromEnv } from '../../src/api/limits.js'
import { withDeadline } from '../../src/store/deadline.js'
import { ANSWER_GRAPH, counting } from '../answers/answer-graph.js'
import { at } from './ask.js'
import { serversOver } from './servers.js'

/** What a caller may ask for, over real HTTP. Which store it is does not matter here; how each stops a query is in test/store/deadline.test.ts. */

const servers = serversOver(ANSWER_GRAPH)

const start = async (options: Omit<ServerOptions, 'store'> = {}): Promise<string> => (await servers.start(options).listen(0)).url

interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly code: unknown
  readonly message: string
}

async function send(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init)
  const text = await response.text()
  const error = text.startsWith('{') ? at(JSON.parse(text), 'errors', 0) : undefined
  const message = at(error, 'message')
  return { status: response.status, headers: response.headers, text, code: at(error, 'extensions', 'code'), message: typeof message === 'string' ? message : '' }
}

const JSON_TYPE = { 'content-type': 'application/json' }
const post = (url: string, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
  send(`${url}/graphql`, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify({ query }) })

const BOTH_LANGUAGES = /\p{Script=Han}.* · .*[a-z]/u

/** Each fragment spreads the next one twice: a short document that names 2^30 fields. */
const DOUBLING = `{ stats { ...f0 } } ${Array.from({ length: 30 }, (_, index) => `fragment f${index} on Stats { ...f${index + 1} ...f${index + 1} }`).join(' ')} fragment f30 on Stats { entitiesByKind { count } }`

describe('a document', () => {
  it.each([
    ['too deep', `{ entity(id: "x") { ${'facts(first: 1) { nodes { subject { '.repeat(6)} id ${'} } }'.repeat(6)} } }`, 'TOO_COSTLY'],
    ['too wide', '{ companies(first: 100) { nodes { facts(first: 100) { nodes { evidence(first: 100) { id } } } } } }', 'TOO_COSTLY'],
    ['with too many aliases', `{ ${Array.from({ length: 101 }, (_, index) => `a${index}: __typename`).join(' ')} }`, 'TOO_COSTLY'],
    ['of too many tokens', `{ ${'__typename '.repeat(6_000)} }`, 'TOO_COSTLY'],
    ['of fragments that double', DOUBLING, 'TOO_COSTLY'],
  ])('%s is refused at once, with a code and in both languages', async (_, query, expected) => {
    const url = await start()
    const began = performance.now()
    const { code, message } = await post(url, query)
    expect(code).toBe(expected)
    expect(message).toMatch(BOTH_LANGUAGES)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('that takes too long is stopped', async () => {
    const { code, message } = await post(await start({ limits: { seconds: 1e-6 } }), '{ stats { articles } }')
    expect(code).toBe('TOO_SLOW')
    expect(message).toMatch(BOTH_LANGUAGES)
  })

  it('that changes the graph is not timed', async () => {
    const { code } = await post(await start({ limits: { seconds: 1e-6 } }), 'mutation { dispute(fact: "f_none", reason: "无据") { id } }')
    expect(code).toBe('NOT_FOUND')
  })
})

/** A body whose length is not told. */
const inParts = (text: string): ReadableStream => new Blob([text]).stream()

describe('a request', () => {
  it.each<[string, RequestInit, string, number, string]>([
    ['of several operations', { method: 'POST', headers: JSON_TYPE, body: '[{"query":"{ __typename }"},{"query":"{ __typename }"}]' }, '', 400, 'BAD_INPUT'],
    ['over a mebibyte', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query: `{ search(text: "${'名'.repeat(400_000)}") { totalCount } }` }) }, '', 413, 'TOO_COSTLY'],
    ['over a mebibyte that comes in parts', { method: 'POST', headers: JSON_TYPE, duplex: 'half', body: inParts(`{"query":"${'名'.repeat(400_000)}"}`) } as RequestInit, '', 413, 'TOO_COSTLY'],
    ['that is no JSON', { method: 'POST', headers: JSON_TYPE, body: '{"query":' }, '', 400, 'BAD_INPUT'],
    ['by GET for a mutation', { method: 'GET' }, `?query=${encodeURIComponent('mutation { dispute(fact: "f", reason: "x") { id } }')}`, 405, 'BAD_INPUT'],
  ])('%s is refused with a code and in both languages', async (_, init, search, status, expected) => {
    const reply = await send(`${await start()}/graphql${search}`, init)
    expect([reply.status, reply.code]).toEqual([status, expected])
    expect(reply.message).toMatch(BOTH_LANGUAGES)
  })

  it('that comes in parts is answered as one that comes whole', async () => {
    const reply = await send(`${await start()}/graphql`, { method: 'POST', headers: JSON_TYPE, duplex: 'half', body: inParts('{"query":"{ nobody }"}') } as RequestInit)
    expect(reply.code).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  it('beyond so many in a minute is told when to come back, and the watchers of the server are not', async () => {
    const url = await start({ limits: { requestsPerMinute: 3 } })
    for (let index = 0; index < 3; index++) expect((await post(url, '{ __typename }')).status).toBe(200)
    const { status, code, headers, message } = await post(url, '{ __typename }')
    expect([status, code]).toEqual([429, 'RATE_LIMITED'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(message).toMatch(BOTH_LANGUAGES)
    expect((await fetch(`${url}/export/graph`)).status).toBe(429)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  it('is counted by who asked a proxy of ours, and by nothing that the caller wrote', async () => {
    const url = await start({ limits: { requestsPerMinute: 2 }, auth: { local: false, openRead: true } })
    const as = (chain: string): Promise<Reply> => post(url, '{ __typename }', { 'x-forwarded-for': chain })
    expect([(await as('198.51.100.1')).status, (await as('198.51.100.1')).status, (await as('203.0.113.9, 198.51.100.1')).status]).toEqual([200, 200, 429])
    expect((await as('198.51.100.2')).status).toBe(200)
    const open = await start({ limits: { requestsPerMinute: 1 }, auth: { openRead: true } })
    expect([(await post(open, '{ __typename }', { 'x-forwarded-for': 'a' })).status, (await post(open, '{ __typename }', { 'x-forwarded-for': 'b' })).status]).toEqual([200, 429])
  })

  it.each([
    ['127.0.0.1', '127.0.0.1'], ['::ffff:192.0.2.7', '192.0.2.7'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'], ['2001:db8::6', '2001:db8:0:0'], ['fe80::1%eth0', 'fe80:0:0:0'], ['::1', '0:0:0:0'],
  ])('from %s is one of %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('other origins', () => {
  const ELSEWHERE = { origin: 'http://elsewhere.test' }

  it('are granted nothing, asked beforehand or not', async () => {
    const url = await start()
    const replies = [
      await send(`${url}/graphql`, { method: 'OPTIONS', headers: { ...ELSEWHERE, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } }),
      await post(url, '{ __typename }', ELSEWHERE),
    ]
    for (const { headers } of replies) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
  })

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['with their Origin', { ...JSON_TYPE, ...ELSEWHERE }, JSON.stringify({ query: 'mutation { dispute(fact: "f_none", reason: "x") { id } }' })],
    ['marked by the browser', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, JSON.stringify({ query: 'mutation { dispute(fact: "f_none", reason: "x") { id } }' })],
    ['as a plain form', { 'content-type': 'application/x-www-form-urlencoded' }, `query=${encodeURIComponent('mutation { dispute(fact: "f_none", reason: "x") { id } }')}`],
  ])('change nothing %s', async (_, headers, body) => {
    const { code } = await send(`${await start()}/graphql`, { method: 'POST', headers, body })
    expect(code).toBe('FORBIDDEN')
  })
})

describe('an operator', () => {
  it('can switch introspection off, and hints with it; __typename stays', async () => {
    const url = await start({ introspection: false })
    const { code, message } = await post(url, getIntrospectionQuery())
    expect(code).toBe('FORBIDDEN')
    expect(message).toMatch(BOTH_LANGUAGES)
    expect((await post(url, '{ stat { articles } }')).text).not.toContain('Did you mean')
    expect((await post(await start(), '{ stat { articles } }')).text).toContain('Did you mean')
    expect((await post(url, '{ __typename }')).text).toContain('Query')
  })

  it('can switch GraphiQL off', async () => {
    const html = { headers: { accept: 'text/html' } }
    expect((await send(`${await start()}/graphql`, html)).text).toContain('<title>PolicyGraph')
    const { headers, text } = await send(`${await start({ graphiql: false })}/graphql`, html)
    expect([headers.get('content-type')?.startsWith('text/html') ?? false, text.includes('<html')]).toEqual([false, false])
  })

  it('sets limits by variables, and is told of one that is no number', () => {
    expect(apiSettingsFromEnv({ POLICYGRAPH_MAX_SECONDS: '5', POLICYGRAPH_REQUESTS_PER_MINUTE: '0', POLICYGRAPH_MAX_COST: '', POLICYGRAPH_INTROSPECTION: '0' }))
      .toEqual({ limits: { seconds: 5, requestsPerMinute: 0 }, introspection: false, graphiql: true })
    for (const env of [{ POLICYGRAPH_MAX_DEPTH: 'x' }, { POLICYGRAPH_MAX_SECONDS: '0' }]) expect(() => apiSettingsFromEnv(env)).toThrow(/must be a whole number/u)
  })
})

describe('a store with a deadline', () => {
  it('begins no read once the asker has gone or the time is over', async () => {
    const counter = counting(servers.store)
    const gone = new AbortController()
    gone.abort()
    await expect(withDeadline(counter.store, performance.now() + 60_000, gone.signal).read('counts')).rejects.toThrow()
    await expect(withDeadline(counter.store, performance.now() - 1).read('counts')).rejects.toMatchObject({ code: 'TOO_SLOW' })
    expect(counter.calls).toBe(0)
    expect(await withDeadline(counter.store, performance.now() + 60_000).read('counts')).toHaveLength(1)
  })
})
