import { once } from 'node:events'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { openStore, type StoreConfig } from '../../src/store/open-store.js'
import { verifyGraph } from '../../src/verify/verify-graph.js'
import { at } from '../api/ask.js'
import { buildArticle } from '../fixtures/builders.js'
import { collect } from '../fixtures/temp-store.js'
import { Program } from '../program.js'
import { testFolder } from '../fixtures/test-folder.js'

/** The real server process is told to stop while it has work in hand. */

const folder = testFolder('shutdown-')
const programs: Program[] = []
afterAll(() => {
  for (const program of programs) program.signal('SIGKILL')
})

/** More than a connection holds on its way, so that an export waits for its reader. */
const LONG_TEXTS = Array.from({ length: 6 }, (_, index) => buildArticle({ id: `a_long_${index}`, text: `${index}。${'云澜市今日多云，江面平静。'.repeat(30_000)}`, title: `长文${index}`, entities: [] }))

let stores = 0
async function filled(): Promise<StoreConfig & { readonly folder: string }> {
  const config = { kind: 'embedded', folder: join(folder, `store-${stores++}`) } as const
  const store = await openStore(config)
  await store.applySchema()
  for (const graph of LONG_TEXTS) await store.write([graph])
  await store.close()
  return config
}

function serve(config: { readonly folder: string }, env: Readonly<Record<string, string>> = {}): Program {
  const program = new Program(['serve', '--port', '0'], { POLICYGRAPH_DATA: config.folder, ...env })
  programs.push(program)
  return program
}

const JSON_TYPE = { 'content-type': 'application/json' }

interface Reply {
  readonly status: number
  readonly text: string
  /** The answer came to its own end. */
  readonly whole: boolean
}

async function replyOf(response: IncomingMessage): Promise<Reply> {
  const parts: Buffer[] = []
  response.on('data', (part: Buffer) => parts.push(part))
  // `once` of node:events would reject at an error.
  if (!response.closed) await new Promise((resolve) => { response.once('close', resolve) })
  return { status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8'), whole: response.complete }
}

async function responseTo(sent: ClientRequest): Promise<IncomingMessage> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  // A body that is broken off is told by `whole`.
  return response.on('error', () => undefined)
}

async function post(url: string, query: string, variables: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> {
  const sent = request(`${url}/graphql`, { method: 'POST', agent: false, headers: { ...JSON_TYPE, ...headers } })
  sent.end(JSON.stringify({ query, variables }))
  return responseTo(sent)
}

const get = async (url: string): Promise<IncomingMessage> => responseTo(request(url, { agent: false }).end())

const listen = (url: string, query: string): Promise<IncomingMessage> => post(url, query, {}, { accept: 'text/event-stream' })

async function firstEvent(stream: IncomingMessage): Promise<void> {
  let text = ''
  await new Promise<void>((resolve) => {
    stream.on('data', (part: Buffer) => {
      text += part.toString('utf8')
      if (text.includes('event: next')) resolve()
    })
  })
}

/** A question of which the server has the head and not yet the body. */
async function halfAsked(url: string): Promise<{ readonly finish: () => Promise<Reply> }> {
  const body = JSON.stringify({ query: '{ stats { articles } }' })
  const sent = request(`${url}/graphql`, { method: 'POST', agent: false, headers: { ...JSON_TYPE, 'content-length': body.length, expect: '100-continue' } })
  const broken = new Promise<never>((_, reject) => { sent.on('error', reject).once('close', () => { reject(new Error('no answer')) }) })
  broken.catch(() => undefined)
  sent.flushHeaders()
  await once(sent, 'continue')
  return { finish: async () => {
    const response = responseTo(sent)
    sent.end(body)
    return replyOf(await Promise.race([response, broken]))
  } }
}

const INGEST = 'mutation($articles: [ArticleInput!]!) { ingest(articles: $articles) { read added complete } }'
const NEWS = '本报讯 云澜市市长秦越川走访青屿潮汐储能科技有限公司，要求加快推进石湾协作区建设。公司董事长方若谷介绍了新厂的进展。市发展改革委主任陶知远参加调研。'
const news = (count: number, length: number): readonly { readonly text: string }[] => Array.from({ length: count }, (_, index) => ({ text: `第${index}期。${NEWS.repeat(length)}` }))

async function look(config: StoreConfig): Promise<{ readonly articles: unknown; readonly findings: readonly unknown[] }> {
  const store = await openStore(config)
  try {
    return { articles: (await store.read('counts'))[0]?.['articles'], findings: await collect(verifyGraph(store)) }
  } finally {
    await store.close()
  }
}

describe('a server that is told to stop', () => {
  it('is not ready any more, refuses what is new, finishes what runs, and ends with 0', async () => {
    const config = await filled()
    const program = serve(config)
    const url = await program.url()
    const facts = replyOf(await listen(url, 'subscription { factsAdded { id } }'))
    const progress = await listen(url, 'subscription { ingestProgress { articles } }')
    const begun = firstEvent(progress)
    const told = replyOf(progress)
    const file = await get(`${url}/export/graph`)
    const question = await halfAsked(url)
    const ingest = post(url, INGEST, { articles: news(20, 15) }).then(replyOf)
    await begun
    program.signal('SIGTERM')
    await program.says(/"msg":"stopping"/u)

    const refused = await replyOf(await post(url, '{ stats { articles } }'))
    expect([refused.status, at(JSON.parse(refused.text), 'errors', 0, 'extensions', 'code')]).toEqual([503, 'SHUTTING_DOWN'])
    expect((await replyOf(await get(`${url}/readyz`))).status).toBe(503)
    expect((await replyOf(await get(`${url}/healthz`))).status).toBe(200)
    expect((await facts).text).toMatch(/event: complete/u)
    expect((await told).whole).toBe(true)
    expect(await question.finish()).toMatchObject({ status: 200, whole: true, text: expect.stringContaining('"articles":') as string })
    expect(JSON.parse((await ingest).text)).toEqual({ data: { ingest: { read: 20, added: 20, complete: true } } })
    const exported = await replyOf(file)
    expect(exported.whole).toBe(true)
    for (const line of exported.text.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('record')
    expect((await program.ended).code).toBe(0)
    expect(program.log.at(-1)).toMatchObject({ msg: 'stopped' })
    expect(await look(config)).toEqual({ articles: LONG_TEXTS.length + 20, findings: [] })
  })

  it('breaks off what does not end in time, leaving nothing half done, and ends with 0', async () => {
    const config = await filled()
    const program = serve(config, { POLICYGRAPH_SHUTDOWN_SECONDS: '1' })
    const url = await program.url()
    const progress = await listen(url, 'subscription { ingestProgress { articles } }')
    const begun = firstEvent(progress)
    const file = await get(`${url}/export/graph`)
    const question = await halfAsked(url)
    const ingest = post(url, INGEST, { articles: news(50, 15) }).then(replyOf, () => undefined)
    await begun
    const began = performance.now()
    program.signal('SIGINT')
    expect((await program.ended).code).toBe(0)
    // The export that nobody reads would keep it for ever; the rest of the time is the batch at hand, on however busy a machine.
    expect(performance.now() - began).toBeLessThan(60_000)
    expect((await replyOf(file)).whole).toBe(false)
    await expect(question.finish()).rejects.toThrow()
    const answer = await ingest
    const { articles, findings } = await look(config)
    expect(findings).toEqual([])
    // What it told is what there is; all or whole batches of it.
    if (answer?.status === 200 && answer.whole) expect(at(JSON.parse(answer.text), 'data', 'ingest', 'added')).toBe(Number(articles) - LONG_TEXTS.length)
  })

  it('ends at once at the second signal, and takes two within a moment for one, as npm passes them on', async () => {
    const [patient, hasty] = [serve({ folder: join(folder, 'patient') }), serve({ folder: join(folder, 'hasty') })]
    const stuck = await Promise.all([patient, hasty].map(async (program) => halfAsked(await program.url())))
    for (const program of [patient, hasty]) program.signal('SIGINT')
    patient.signal('SIGINT')
    await Promise.all([patient, hasty].map((program) => program.says(/"msg":"stopping"/u)))
    await new Promise((resolve) => { setTimeout(resolve, 400) })
    hasty.signal('SIGTERM')
    expect((await hasty.ended).code).toBe(130)
    expect((await stuck[0]?.finish())?.status).toBe(200)
    expect((await patient.ended).code).toBe(0)
  })
})
