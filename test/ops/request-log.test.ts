import { request } from 'node:http'
import { join } from 'node:path'
import { TokenBook } from '../../src/auth/token-book.js'
import { openStore } from '../../src/store/open-store.js'
import { Program } from '../program.js'
import { testFolder } from '../fixtures/test-folder.js'

/** What the real process writes about what it is asked, and what it never writes. */

const folder = testFolder('log-')
const programs: Program[] = []
afterAll(() => {
  for (const program of programs) program.signal('SIGKILL')
})

const SECRETS = {
  NEO4J_PASSWORD: 'unused-graph-password', POLICYGRAPH_TARGET_PASSWORD: 'target-password-8812', POLICYGRAPH_API_TOKEN: 'api-token-3391', POLICYGRAPH_LLM_KEY: 'llm-key-7745',
  POLICYGRAPH_LLM_URL: 'http://127.0.0.1:9/v1', POLICYGRAPH_LLM_MODEL: 'm', REDIS_URL: 'redis://:redis-password-1102@127.0.0.1:9',
  OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20otlp-header-5527', OTEL_SDK_DISABLED: 'true',
}
const HIDDEN = ['unused-graph-password', 'target-password-8812', 'api-token-3391', 'llm-key-7745', 'redis-password-1102', 'otlp-header-5527']

function run(argv: readonly string[], env: Readonly<Record<string, string>>): Program {
  const program = new Program(argv, { POLICYGRAPH_DATA: join(folder, 'data'), ...SECRETS, ...env })
  programs.push(program)
  return program
}

const token = new TokenBook(join(folder, 'data', 'tokens.json')).create({ name: '陶编辑', role: 'editor', expiresAt: '' }).token

interface Asked {
  readonly path?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

function send(url: string, { path = '/graphql', body, headers = {} }: Asked): Promise<{ readonly status: number; readonly id: unknown }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method: body === undefined ? 'GET' : 'POST', agent: false, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      response.resume().once('end', () => { resolve({ status: response.statusCode ?? 0, id: response.headers['x-request-id'] }) })
    })
    sent.on('error', reject).end(body)
  })
}

const QUESTION = JSON.stringify({ query: 'query Looking($text: String!) { search(text: $text) { totalCount } }', variables: { text: '不可外传的题目' } })
const bearer = { authorization: `Bearer ${token}` }

const ASKED: readonly Asked[] = [
  { body: QUESTION, headers: { ...bearer, 'x-request-id': 'proxy-17' } },
  { body: QUESTION, headers: { ...bearer, 'x-request-id': 'two words' } },
  { body: QUESTION, headers: { authorization: 'Bearer not-the-token-4471' } },
  { path: `/graphql?query=${encodeURIComponent('{ search(text: "不可外传的题目") { totalCount } }')}&token=${token}` },
  { path: '/fact/f_none', headers: bearer },
  { path: '/healthz' },
  { body: JSON.stringify({ query: 'mutation { ingest(articles: [{ text: "本报讯 云澜市市长秦越川走访青屿潮汐储能科技有限公司。" }]) { added } }' }), headers: bearer },
  { body: '{ broken', headers: bearer },
]

describe('the log of a server', () => {
  it('has one line a request with what an operator needs, and no secret, question or variable', async () => {
    const program = run(['serve', '--port', '0'], { POLICYGRAPH_LOG_LEVEL: 'trace' })
    const url = await program.url()
    const replies: Awaited<ReturnType<typeof send>>[] = []
    for (const asked of ASKED) replies.push(await send(url, asked))
    program.signal('SIGTERM')
    expect((await program.ended).code).toBe(0)

    const lines = program.log.filter(({ msg }) => msg === 'request')
    expect(lines.map(({ status }) => status)).toEqual(replies.map(({ status }) => status))
    expect(lines.map(({ requestId }) => requestId)).toEqual(replies.map(({ id }) => id))
    const shared = { method: 'POST', path: '/graphql', client: '127.0.0.1', ms: expect.any(Number) as number, bytes: expect.any(Number) as number }
    expect(lines[0]).toMatchObject({ ...shared, level: 30, requestId: 'proxy-17', status: 200, operation: 'Looking', fields: ['search'], role: 'editor' })
    expect(lines[0]?.['bytes']).toBeGreaterThan(100)
    expect(lines[1]?.['requestId']).toMatch(/^[\da-f-]{36}$/u)
    expect(lines[2]).toMatchObject({ ...shared, level: 40, status: 401, codes: ['UNAUTHENTICATED'] })
    expect(lines[3]).toMatchObject({ method: 'GET', path: '/graphql', role: 'open' })
    expect(lines[4]).toMatchObject({ level: 40, path: '/fact/f_none', status: 404 })
    expect(lines[5]).toMatchObject({ level: 20, path: '/healthz', status: 200 })
    expect(lines[7]).toMatchObject({ status: 400, codes: ['BAD_INPUT'] })
    expect(program.log.find(({ msg }) => msg === 'ingest')).toMatchObject({ requestId: lines[6]?.['requestId'], articles: { read: 1, added: 1 }, complete: true, issues: {} })
    for (const secret of [...HIDDEN, token, token.slice(-20), 'not-the-token-4471', '不可外传', '秦越川']) expect(program.said + program.out).not.toContain(secret)
  })

  it('tells questions only where that is asked for, and no secret even then', async () => {
    const program = run(['serve', '--port', '0'], { POLICYGRAPH_LOG_LEVEL: 'info', POLICYGRAPH_LOG_QUERIES: '1' })
    const url = await program.url()
    await send(url, { body: QUESTION, headers: bearer })
    await send(url, { body: JSON.stringify({ query: `query($t: String!) { search(text: $t) { totalCount } }`, variables: { t: `Bearer ${token} api-token-3391` } }), headers: bearer })
    await send(url, { path: '/healthz' })
    program.signal('SIGTERM')
    await program.ended
    const lines = program.log.filter(({ msg }) => msg === 'request')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({ query: expect.stringContaining('query Looking') as string, variables: { text: '不可外传的题目' } })
    for (const secret of [...HIDDEN, token.slice(-20)]) expect(program.said).not.toContain(secret)
  })
})

describe('a run of the command line', () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>, number]>([
    ['that cannot reach Neo4j', ['verify'], { NEO4J_URI: 'bolt://127.0.0.1:9' }, 3],
    ['with a password in the address', ['verify'], { NEO4J_URI: 'bolt://neo4j:unused-graph-password@127.0.0.1:9' }, 2],
    ['with a password in the address of the target', ['migrate', 'bolt://neo4j:target-password-8812@127.0.0.1:9'], {}, 2],
  ])('%s says no secret', async (_, argv, env, code) => {
    const program = run(argv, { POLICYGRAPH_LOG_LEVEL: 'trace', ...env })
    expect((await program.ended).code).toBe(code)
    expect(program.said).not.toBe('')
    for (const secret of HIDDEN) expect(program.said + program.out).not.toContain(secret)
  })

  it('logs an ingest as one line', async () => {
    const program = run(['ingest', '-'], { POLICYGRAPH_DATA: join(folder, 'other') })
    expect((await program.ended).code).toBe(0)
    expect(program.log).toMatchObject([{ msg: 'ingest', complete: true, articles: { read: 0 } }])
    await (await openStore({ kind: 'embedded', folder: join(folder, 'other') })).close()
  })
})
