import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type PolicyServer } from '../../src/api/server.js'
import type { AuthOptions } from '../../src/auth/authenticate.js'
import { TokenBook } from '../../src/auth/token-book.js'
import { ANSWER_GRAPH, openWith } from '../answers/answer-graph.js'
import { at } from './ask.js'

/** Reading over real HTTP; the store does not matter to it. Mutations by role are in review.test.ts, on every store. */

let opened: Awaited<ReturnType<typeof openWith>>
const folder = mkdtempSync(join(tmpdir(), 'policygraph-who-'))
const servers: PolicyServer[] = []
beforeAll(async () => {
  opened = await openWith(ANSWER_GRAPH.slice(0, 1))
})
afterAll(async () => {
  for (const server of servers) await server.close()
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

let books = 0
const newBook = (): TokenBook => new TokenBook(join(folder, `${books++}.json`))

async function start(auth: AuthOptions, host = '127.0.0.1'): Promise<number> {
  const server = createServer({ store: opened.store, auth })
  servers.push(server)
  return (await server.listen(0, host)).port
}

interface Reply {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: unknown
}

/** By node:http, since fetch does not let a caller choose Host. */
function post(port: number, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json', ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      }).on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) })
      })
    })
    sent.on('error', reject)
    sent.end(JSON.stringify({ query }))
  })
}

const READ = '{ stats { articles } }'
const outcome = ({ body }: Reply): unknown => at(body, 'data', 'stats', 'articles') ?? at(body, 'errors', 0, 'extensions', 'code')

describe('reading', () => {
  test('is open on loopback, tokens or not', async () => {
    const tokens = newBook()
    const port = await start({ tokens })
    expect(outcome(await post(port, READ))).toBe(1)
    tokens.create({ name: '王编辑', role: 'editor', expiresAt: '' })
    expect(outcome(await post(port, READ))).toBe(1)
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['under a name that was made to resolve here', { host: 'rebound.test' }],
    ['through a proxy', { 'x-forwarded-for': '203.0.113.7' }],
  ])('is closed on loopback when asked for %s', async (_how, headers) => {
    const port = await start({})
    const reply = await post(port, READ, headers)
    expect([reply.status, reply.headers['www-authenticate'], outcome(reply)]).toEqual([401, 'Bearer', 'UNAUTHENTICATED'])
    expect(JSON.stringify(reply.body)).not.toContain('"http"')
  })

  test('is closed off loopback, even to one who asks for localhost', async () => {
    const port = await start({}, '0.0.0.0')
    expect(outcome(await post(port, READ))).toBe('UNAUTHENTICATED')
    expect(outcome(await post(port, '{ __schema { types { name } } }'))).toBe('UNAUTHENTICATED')
  })

  test('is open off loopback where the deployer says so', async () => {
    const port = await start({ openRead: true }, '0.0.0.0')
    expect(outcome(await post(port, READ, { host: 'desk.test' }))).toBe(1)
  })

  test('is open off loopback to every role, until the token is revoked', async () => {
    const tokens = newBook()
    const port = await start({ tokens }, '0.0.0.0')
    const { token, record } = tokens.create({ name: '读者甲', role: 'reader', expiresAt: '' })
    expect(outcome(await post(port, READ, { authorization: `Bearer ${token}` }))).toBe(1)
    tokens.revoke(record.id)
    expect(outcome(await post(port, READ, { authorization: `Bearer ${token}` }))).toBe('UNAUTHENTICATED')
  })

  test('counts only where the whole process listens on loopback, for one that is mounted elsewhere', async () => {
    const mounted = createServer({ store: opened.store, auth: { local: false } })
    servers.push(mounted)
    const reply = await mounted.fetch(new Request('http://localhost/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: READ }) }))
    expect(reply.status).toBe(401)
  })
})

describe('a wrong token', () => {
  test.each([
    ['a token that is unknown', `Bearer pgt_000000000000_${'A'.repeat(43)}`],
    ['a JWT where no provider is set', 'Bearer a.b.c'],
    ['a word', 'Bearer x'],
    ['no token', 'Bearer'],
    ['nothing', ''],
    ['a password', 'Basic YTpi'],
  ])('is refused, never taken for an anonymous reader: %s', async (_what, authorization) => {
    const port = await start({ tokens: newBook(), openRead: true })
    const reply = await post(port, READ, { authorization })
    expect([reply.status, outcome(reply)]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('says so when it was right once', async () => {
    const tokens = newBook()
    const port = await start({ tokens })
    const { token } = tokens.create({ name: '旧人', role: 'reader', expiresAt: '2020-01-01T00:00:00.000Z' })
    expect(outcome(await post(port, READ, { authorization: `Bearer ${token}` }))).toBe('TOKEN_EXPIRED')
  })
})
