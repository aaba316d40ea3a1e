import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer, type PolicyServer } from '../../src/api/server.js'
import type { GraphStore } from '../../src/store/port.js'
import { ANSWER_GRAPH, counting, errorOf, openWith } from '../answers/answer-graph.js'
import { ask, at, codesOf, URL_OF } from './ask.js'

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

const get = (path: string, headers: Readonly<Record<string, string>> = {}, from: PolicyServer = server): Promise<Response> =>
  from.fetch(new Request(`${URL_OF}${path}`, { headers }))

/** The real store, but for one query that fails the way a driver might. */
const failing = (store: GraphStore, query: string, error: Error): GraphStore =>
  ({ ...counting(store).store, read: (name, params) => (name === query ? Promise.reject(error) : store.read(name, params)) })

describe('pages', () => {
  it('serves the explorer at / with a policy that runs only its own scripts', async () => {
    const response = await get('/')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe')
    expect(await response.text()).toContain('<html lang="zh-CN"')
  })

  it('answers 304 to a browser that has the page', async () => {
    const tag = (await get('/')).headers.get('etag') ?? ''
    expect((await get('/', { 'if-none-match': tag })).status).toBe(304)
  })

  it('serves GraphiQL whole, with the worked examples as tabs and nothing from elsewhere', async () => {
    const response = await get('/graphql', { accept: 'text/html' })
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain('FirmsLinkedTo')
    expect([...page.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="?(https?:[^"\s>]+)/gu)].map((match) => match[1])).toEqual([])
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'")
  })

  it.each(['/explorer/../package.json', '/explorer/%2e%2e/package.json', '/explorer/main.ts', '/explorer/tsconfig.json', '/nothing', '/src/core/ids.ts'])('answers 404 for %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('tells browsers to stay within the origin and grants no other', async () => {
    for (const path of ['/', '/graphql', '/healthz', '/nothing']) {
      const { headers } = await get(path, { origin: 'http://elsewhere.test', accept: 'text/html' })
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

describe('health and metrics', () => {
  it('says that the process and the store answer', async () => {
    expect(await (await get('/healthz')).json()).toMatchObject({ status: 'ok', store: opened.store.traits.label })
    expect((await get('/readyz')).status).toBe(200)
  })

  it('is alive and not ready when the store is down', async () => {
    const down = createServer({ store: failing(opened.store, 'entity-by-ids', new Error('down')) })
    expect((await get('/healthz', {}, down)).status).toBe(200)
    expect((await get('/readyz', {}, down)).status).toBe(503)
    await down.close()
  })

  it('counts questions by root field and outcome, never by the names that callers choose', async () => {
    await ask(server, 'query Chosen { stats { articles } }')
    await ask(server, '{ search(text: "") { totalCount } }')
    const text = await (await get('/metrics')).text()
    expect(text).toMatch(/policygraph_graphql_duration_seconds_count\{[^}]*operation="stats"[^}]*outcome="ok"[^}]*\} 1/u)
    expect(text).toMatch(/operation="search"[^}]*outcome="error"/u)
    expect(text).toContain(`store="${opened.store.traits.label}"`)
    expect(text).not.toContain('Chosen')
  })

  it('counts requests, store calls by query and outcome, and what came in; names keep to the convention', async () => {
    const apart = await openWith(ANSWER_GRAPH.slice(0, 1))
    const own = createServer({ store: failing(apart.store, 'list-entities', new Error('down')), log: () => undefined })
    const { url } = await own.listen(0)
    await fetch(`${url}/nothing`)
    await ask(own, '{ companies { totalCount nodes { id } } stats { articles } }')
    await ask(own, 'mutation { ingest(articles: [{ text: "今日无事。" }]) { added } }')
    const text = await (await get('/metrics', {}, own)).text()
    await own.close()
    await apart.close()
    expect(text).toMatch(/policygraph_http_requests_total\{method="GET",status="404"[^}]*\} 1/u)
    expect(text).toMatch(/policygraph_store_call_duration_seconds_count\{[^}]*call="list-entities"[^}]*outcome="ERROR"|policygraph_store_call_duration_seconds_count\{[^}]*outcome="ERROR"[^}]*call="list-entities"/u)
    expect(text).toMatch(/policygraph_store_call_duration_seconds_bucket\{[^}]*call="counts"/u)
    expect(text).toMatch(/policygraph_ingest_articles_total\{result="added"[^}]*\} 1/u)
    expect(text).toMatch(/policygraph_ingest_runs_total\{outcome="complete"/u)
    expect(text).toMatch(/process_resident_memory_bytes [1-9]/u)
    const names = [...text.matchAll(/^# TYPE (policygraph_\S+) (\w+)/gmu)].map(([, name = '', type = '']) => [name, type])
    expect(names.length).toBeGreaterThan(5)
    for (const [name, type] of names) expect(name).toMatch(type === 'counter' ? /^policygraph_[a-z_]+_total$/u : /^policygraph_[a-z_]+_seconds$/u)
  })
})

describe('faults', () => {
  it('hides an unknown error, logs it, and gives the same id to both', async () => {
    const faults: { readonly id: string; readonly error: unknown }[] = []
    const secret = new Error('password of the store')
    const broken = createServer({ store: failing(opened.store, 'list-entities', secret), log: (fault) => faults.push(fault) })
    const answer = await ask(broken, '{ companies { totalCount } }')
    expect(codesOf(answer)).toEqual(['INTERNAL'])
    expect(JSON.stringify(answer.errors)).not.toContain('password')
    expect(faults).toEqual([{ id: answer.errors[0]?.extensions?.['id'], error: secret }])
    await broken.close()
  })

  it('logs no fault when the asker leaves before the answer', async () => {
    const faults: unknown[] = []
    const left = createServer({ store: failing(opened.store, 'list-entities', new DOMException('left', 'AbortError')), log: (fault) => faults.push(fault) })
    expect(codesOf(await ask(left, '{ companies { totalCount } }'))).toEqual(['ASKER_GONE'])
    expect(faults).toEqual([])
    await left.close()
  })

  it('takes one operation at a time', async () => {
    const response = await server.fetch(new Request(`${URL_OF}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify([{ query: '{ stats { articles } }' }, { query: '{ stats { articles } }' }]),
    }))
    expect(response.status).toBe(400)
  })

  it('refuses a body of more than a mebibyte', async () => {
    const response = await server.fetch(new Request(`${URL_OF}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: `{ search(text: "${'名'.repeat(700_000)}") { totalCount } }` }),
    }))
    expect(response.status).toBe(413)
  })

  it('reports a question that is no GraphQL', async () => {
    expect((await ask(server, '{ companies {')).errors).toHaveLength(1)
    expect((await ask(server, '{ ships { id } }')).errors[0]?.message).toContain('ships')
  })
})

describe('listen', () => {
  it('answers over HTTP on a free port until it is closed, and leaves the store open', async () => {
    const own = createServer({ store: opened.store })
    const { url, port } = await own.listen(0)
    expect(url).toBe(`http://127.0.0.1:${port}`)
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ stats { articles } }')}`)
    expect(at(await response.json(), 'data', 'stats', 'articles')).toBe(8)
    await own.close()
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
    expect(await opened.store.read('counts')).toHaveLength(1)
  })

  it('says PORT_TAKEN when another process has the port', async () => {
    const other = createHttpServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => { resolve() }))
    const { port } = other.address() as AddressInfo
    const own = createServer({ store: opened.store })
    expect((await errorOf(own.listen(port))).code).toBe('PORT_TAKEN')
    await own.close()
    await new Promise((resolve) => other.close(resolve))
  })
})
