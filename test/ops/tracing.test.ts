import { writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { traceSettingsFromEnv } from '../../src/ops/trace-settings.js'
import { at } from '../api/ask.js'
import { Program } from '../program.js'
import { testFolder } from '../fixtures/test-folder.js'

/** Traces of the real process, as a collector gets them over OTLP/HTTP. */

interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes?: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[]
}

const folder = testFolder('traces-')
const received: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
const programs: Program[] = []
const collector = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
    received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
    response.setHeader('content-type', 'application/json').end('{}')
  })
})
let endpoint: string
beforeAll(async () => {
  await new Promise<void>((resolve) => { collector.listen(0, '127.0.0.1', () => { resolve() }) })
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
})
beforeEach(() => { received.length = 0 })
afterAll(() => {
  for (const program of programs) program.signal('SIGKILL')
  collector.closeAllConnections()
  collector.close()
})

function run(argv: readonly string[], env: Readonly<Record<string, string>>): Program {
  const program = new Program(argv, { POLICYGRAPH_DATA: join(folder, 'data'), ...env })
  programs.push(program)
  return program
}

const NEWS = '本报讯 云澜市市长秦越川走访青屿潮汐储能科技有限公司，要求加快建设。'
const CALLER = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }

const spans = (): readonly Span[] => received.flatMap(({ body }) => {
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
  return list(at(JSON.parse(body), 'resourceSpans')).flatMap((resource) => list(at(resource, 'scopeSpans')).flatMap((scope) => list(at(scope, 'spans')))) as readonly Span[]
})

async function asked(program: Program): Promise<void> {
  const url = await program.url()
  const post = (query: string, variables: unknown = {}, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) })
  await post('mutation($text: String!) { ingest(articles: [{ text: $text }]) { added } }', { text: NEWS })
  await post('query People($kept: String!) { persons { nodes { name facts { nodes { object { name } } } } } search(text: $kept) { totalCount } }', { kept: '不可外传' }, CALLER)
  program.signal('SIGTERM')
  expect((await program.ended).code).toBe(0)
}

describe('a traced server', () => {
  it('tells each request with its operation, the fields that reach the store, and the store calls, each under what asked for it', async () => {
    const program = run(['serve', '--port', '0'], { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k-4471', OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=desk' })
    await asked(program)
    expect(received.map(({ path, headers }) => [path, headers['x-key']])).toEqual(received.map(() => ['/v1/traces', 'k-4471']))
    expect(received.map(({ body }) => body).join('')).toContain('"service.name","value":{"stringValue":"policygraph"}')
    expect(received.map(({ body }) => body).join('')).toContain('"deployment.environment","value":{"stringValue":"desk"}')

    const all = spans()
    const byId = new Map(all.map((span) => [span.spanId, span]))
    const wayOf = (span: Span): readonly string[] => {
      const parent = byId.get(span.parentSpanId ?? '')
      return [...(parent === undefined ? [] : wayOf(parent)), span.name]
    }
    const ways = new Set(all.map((span) => wayOf(span).join(' > ')))
    for (const way of [
      'POST /graphql > graphql query > Query.persons > store list-entities',
      'POST /graphql > graphql query > Person.facts > store facts-page-of-entity',
      'POST /graphql > graphql query > Fact.object > store entity-by-ids',
      'POST /graphql > graphql mutation > Mutation.ingest > ingest > ingest.article > ingest.clean',
      'POST /graphql > graphql mutation > Mutation.ingest > ingest > ingest.article > ingest.extract',
      'POST /graphql > graphql mutation > Mutation.ingest > ingest > ingest.article > ingest.relate',
      'POST /graphql > graphql mutation > Mutation.ingest > ingest > store write',
    ]) expect([...ways].join('\n')).toContain(way)
    // No field that never reached the store has a span.
    expect(all.map(({ name }) => name)).not.toContain('Query.__typename')
    // One trace a request; that of the caller where it names one, and the log names it too.
    const query = all.find(({ name }) => name === 'graphql query')
    expect(query?.traceId).toBe('0af7651916cd43dd8448eb211c80319c')
    expect(byId.get(query?.parentSpanId ?? '')?.parentSpanId).toBe('b7ad6b7169203331')
    expect(program.log.filter(({ msg }) => msg === 'request').map(({ traceId }) => traceId)).toContain(query?.traceId)
    const sent = received.map(({ body }) => body).join('')
    for (const secret of ['不可外传', '秦越川', 'MATCH', '$kept', 'k-4471']) expect(sent).not.toContain(secret)
  })
})

describe('where nobody traces', () => {
  it('nothing of the SDK is loaded and nothing sent; where somebody does, in protobuf, and a collector that is gone harms nothing', async () => {
    // Tells which packages are loaded.
    const hook = join(folder, 'loaded.mjs')
    writeFileSync(hook, `import { register } from 'node:module'\nregister('data:text/javascript,' + encodeURIComponent("export async function load(url, context, next) { if (url.includes('@opentelemetry')) process.stderr.write('LOADED ' + url + '\\\\n'); return next(url, context) }"))\n`)
    const ingest = (env: Readonly<Record<string, string>>, index: number): Program => run(['ingest', '-'], { NODE_OPTIONS: `--import ${hook}`, POLICYGRAPH_DATA: join(folder, String(index)), ...env })
    const all = [{}, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }].map(ingest)
    expect((await Promise.all(all.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([0, 0, 0])
    const [off, on] = all
    expect(on?.said).toMatch(/LOADED .*sdk-trace-node/u)
    expect(off?.said).not.toMatch(/LOADED .*@opentelemetry\/(?:sdk|exporter|resources|otlp)/u)
    expect(received.map(({ headers }) => headers['content-type'])).toEqual(received.map(() => 'application/x-protobuf'))
    expect(received.map(({ body }) => body).join('')).toContain('ingest')
  })

  it.each<[Readonly<Record<string, string>>, unknown]>([
    [{}, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, { protocol: 'http/protobuf' }],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://c:4318/v1/traces', OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' }, { protocol: 'http/json' }],
    [{ OTEL_TRACES_EXPORTER: 'otlp' }, { protocol: 'http/protobuf' }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_TRACES_EXPORTER: 'none' }, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_SDK_DISABLED: 'true' }, undefined],
  ])('%j means %j', (env, expected) => {
    expect(traceSettingsFromEnv(env)).toEqual(expected)
  })

  it.each([{ OTEL_TRACES_EXPORTER: 'zipkin' }, { OTEL_TRACES_EXPORTER: 'otlp', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }])('%j is refused', (env) => {
    expect(() => traceSettingsFromEnv(env)).toThrow(/must be one of/u)
  })
})
