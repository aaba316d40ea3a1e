import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { AuthOptions } from '../../src/auth/authenticate.js'
import { makeJwtVerifier } from '../../src/auth/jwt.js'
import { TokenBook } from '../../src/auth/token-book.js'
import { ANSWER_GRAPH } from '../answers/answer-graph.js'
import { at } from './ask.js'
import { serversOver } from './servers.js'

/** Who may, over real HTTP; the store does not matter to it. What each role may is in review.test.ts, on every store. */

const servers = serversOver(ANSWER_GRAPH.slice(0, 1))
const folder = mkdtempSync(join(tmpdir(), 'policygraph-who-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

let books = 0
const newBook = (): TokenBook => new TokenBook(join(folder, `${books++}.json`))

const start = async (auth: AuthOptions, host = '127.0.0.1'): Promise<number> => (await servers.start({ auth }).listen(0, host)).port

interface Reply {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: unknown
}

/** By node:http, since fetch does not let a caller choose Host. */
function post(port: number, query: string, headers: Readonly<Record<string, string>> = {}, text = JSON.stringify({ query })): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json', ...headers } }, (response) => {
      let answer = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        answer += chunk
      }).on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer === '' ? undefined : JSON.parse(answer) })
      })
    })
    sent.on('error', reject)
    sent.end(text)
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
    const reply = await servers.start({ auth: { local: false } }).fetch(new Request('http://localhost/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: READ }) }))
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

describe('changing', () => {
  const fact = ANSWER_GRAPH[0]?.evidence[0]?.factId ?? ''
  const CHANGE = `mutation { dispute(fact: "${fact}", reason: "日期有误") { history { actor role } } }`
  const actors = async (): Promise<readonly unknown[]> => (await servers.store.read('all-acts')).map((row) => row['actor'])
  const done = ({ body }: Reply): unknown => at(body, 'errors', 0, 'extensions', 'code') ?? (at(body, 'data', 'dispute', 'history') as readonly unknown[]).at(-1)

  test('is for the local user with the role editor, while no tokens are in use', async () => {
    const port = await start({ tokens: newBook() })
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
      expect(done(await post(port, CHANGE, headers))).toEqual({ actor: 'local', role: 'editor' })
    }
  })

  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['a page of another site', 'FORBIDDEN', { origin: 'http://elsewhere.test' }],
    ['a page of another port', 'FORBIDDEN', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', 'FORBIDDEN', { origin: 'null' }],
    ['a page that hides its origin', 'FORBIDDEN', { 'sec-fetch-site': 'cross-site' }],
    ['a form', 'FORBIDDEN', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain GraphQL text, which a form can send', 'FORBIDDEN', { 'content-type': 'application/graphql' }],
    ['a page under a rebound name', 'UNAUTHENTICATED', { host: 'rebound.test', origin: 'http://rebound.test' }],
    ['a proxy', 'UNAUTHENTICATED', { 'x-forwarded-for': '203.0.113.7' }],
  ])('is refused to %s', async (_who, code, headers) => {
    const port = await start({})
    const before = await actors()
    const body = headers['content-type'] === 'application/x-www-form-urlencoded' ? `query=${encodeURIComponent(CHANGE)}` : headers['content-type'] === 'application/graphql' ? CHANGE : undefined
    expect(done(await post(port, CHANGE, headers, body))).toBe(code)
    expect(await actors()).toEqual(before)
  })

  test('is not possible by GET', async () => {
    const port = await start({})
    const response = await fetch(`http://127.0.0.1:${port}/graphql?query=${encodeURIComponent(CHANGE)}`, { headers: { accept: 'application/json', 'content-type': 'application/json' } })
    expect(response.status).toBe(405)
  })

  test('needs a token on loopback too, once there are tokens', async () => {
    const tokens = newBook()
    const port = await start({ tokens })
    const { token } = tokens.create({ name: '王编辑', role: 'editor', expiresAt: '' })
    expect(done(await post(port, CHANGE))).toBe('UNAUTHENTICATED')
    expect(done(await post(port, CHANGE, { authorization: `Bearer ${token}` }))).toEqual({ actor: '王编辑', role: 'editor' })
  })

  test('needs a token off loopback even where reading is open', async () => {
    const tokens = newBook()
    const port = await start({ tokens, openRead: true }, '0.0.0.0')
    const { token } = tokens.create({ name: '外埠读者', role: 'reader', expiresAt: '' })
    expect(done(await post(port, CHANGE))).toBe('UNAUTHENTICATED')
    expect(done(await post(port, CHANGE, { authorization: `Bearer ${token}`, host: 'desk.test', 'x-forwarded-for': '203.0.113.7' }))).toEqual({ actor: '外埠读者', role: 'reader' })
  })

  test('is done in the name that the identity provider gives', async () => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA')
    const keys = join(folder, 'jwks.json')
    writeFileSync(keys, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k' }] }))
    const settings = { issuer: 'https://id.test/', audience: 'policygraph', keys, roleClaim: 'realm.roles', actorClaim: 'sub' }
    const port = await start({ jwt: makeJwtVerifier(settings) })
    const token = await new SignJWT({ realm: { roles: ['reviewer'] } }).setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
      .setSubject('编号007').setIssuer(settings.issuer).setAudience(settings.audience).setExpirationTime('1m').sign(privateKey)
    expect(done(await post(port, CHANGE))).toBe('UNAUTHENTICATED')
    expect(done(await post(port, CHANGE, { authorization: `Bearer ${token}` }))).toEqual({ actor: '编号007', role: 'reviewer' })
  })
})
