import { parseFeed } from 'htmlparser2'
import { createServer, type PolicyServer } from '../../src/api/server.js'
import type { GraphStore } from '../../src/store/port.js'
import { watchStore } from '../../src/watch/watch.js'
import { ask, at, codesOf, URL_OF } from '../api/ask.js'
import { readSamples } from '../e2e/samples.js'
import { storesUnderTest } from '../stores.js'

const stores = await storesUnderTest()

const samples = await readSamples()
const sample = (part: string): { readonly text: string; readonly title: string; readonly date: string; readonly source: string } => {
  const found = samples.raw.find(({ title }) => title.includes(part))
  if (found === undefined) throw new Error(`no sample ${part}`)
  const { text, title, date, source } = found
  return { text, title, date, source }
}
const TRIP = { ...sample('石湾区调研'), title: '调研“石湾区”<企业> & 伙伴' }
const TEXT = TRIP.text
const PACT = sample('签约共建')
const FIRM = '云澜砾石机器人有限公司'
const ZONE = '云青产业协作区'

const INGEST = 'mutation($articles: [ArticleInput!]!) { ingest(articles: $articles) { read added unchanged failed evidenceAdded complete issues { code } } }'

/** Events of a subscription, read as a browser reads them. */
async function listen(server: PolicyServer, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<() => Promise<unknown>> {
  const response = await server.fetch(new Request(`${URL_OF}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', accept: 'text/event-stream' }, body: JSON.stringify({ query, variables }),
  }))
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  return async () => {
    for (;;) {
      const event = /event: next\ndata: (.*)\n\n/u.exec(text)
      if (event !== null) {
        text = text.slice(event.index + event[0].length)
        return JSON.parse(event[1] ?? '') as unknown
      }
      if (/event: complete/u.test(text)) return undefined
      const chunk = await reader?.read()
      if (chunk === undefined || chunk.done) return undefined
      text += decoder.decode(chunk.value, { stream: true })
    }
  }
}

const feed = async (server: PolicyServer, path: string): Promise<{ readonly status: number; readonly type: string | null; readonly xml: string }> => {
  const response = await server.fetch(new Request(`${URL_OF}${path}`))
  return { status: response.status, type: response.headers.get('content-type'), xml: await response.text() }
}

describe.each(stores)('watching on $name', ({ fresh }) => {
  let store: GraphStore
  let server: PolicyServer
  beforeEach(async () => {
    store = await (await fresh()).open()
    server = createServer({ store })
  })
  afterEach(async () => {
    await server.close()
    await store.close()
  })

  it('takes pasted articles in once, logs it, and tells those who listen, each fact with its quote', async () => {
    const visits = await listen(server, 'subscription { factsAdded(types: [VISITED]) { type subject { name } object { name } evidence(first: 1) { quote article { source } } } }')
    const progress = await listen(server, 'subscription { ingestProgress { articles characters } }')
    const { data, errors } = await ask(server, INGEST, { articles: [TRIP] })
    expect(errors).toEqual([])
    expect(at(data, 'ingest')).toMatchObject({ read: 1, added: 1, failed: 0, complete: true, issues: [] })
    expect(at(await visits(), 'data', 'factsAdded')).toMatchObject({
      type: 'VISITED', evidence: [{ quote: expect.stringMatching(/./u) as string, article: { source: TRIP.source } }],
    })
    expect(at(await progress(), 'data', 'ingestProgress')).toMatchObject({ articles: 1, characters: TEXT.length })
    expect(at((await ask(server, INGEST, { articles: [TRIP] })).data, 'ingest')).toMatchObject({ added: 0, unchanged: 1 })
    expect(at((await ask(server, '{ auditLog(kinds: [INGEST]) { totalCount } }')).data, 'auditLog', 'totalCount')).toBe(1)
  })

  it('tells only what touches the entity asked for, and ends the stream when the server closes', async () => {
    expect(at((await ask(server, INGEST, { articles: [TRIP, sample('智能装备博览会开幕')] })).data, 'ingest', 'added')).toBe(2)
    const next = await listen(server, 'subscription($e: ID) { factsAdded(entity: $e, initiative: "云青产业协作区") { subject { name } object { name } } }', { e: FIRM })
    await ask(server, INGEST, { articles: [PACT] })
    const told = { subject: { name: FIRM }, object: { name: ZONE } }
    expect(at(await next(), 'data', 'factsAdded')).toEqual(told)
    await server.close()
    const rest: unknown[] = []
    for (let event = await next(); event !== undefined; event = await next()) rest.push(at(event, 'data', 'factsAdded'))
    for (const event of rest) expect(event).toEqual(told)
  })

  it.each([
    ['no article', []],
    ['an empty text', [{ text: ' \n' }]],
    ['too many', Array.from({ length: 51 }, () => ({ text: TEXT }))],
    ['an overlong title', [{ text: TEXT, title: '长'.repeat(1_001) }]],
    ['an overlong text', [{ text: '字'.repeat(200_001) }]],
    ['a day that is none', [{ text: TEXT, date: '2031-13-40' }]],
  ])('refuses %s and changes nothing', async (_, articles) => {
    expect(codesOf(await ask(server, INGEST, { articles }))).toEqual(['BAD_INPUT'])
    expect((await store.read('counts'))[0]).toMatchObject({ articles: 0 })
  })

  it('lets nobody below editor take articles in', async () => {
    const closed = createServer({ store, auth: { openRead: true, tokens: () => Promise.resolve(undefined) } as never })
    const response = await closed.fetch(new Request('http://example.org/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, body: JSON.stringify({ query: INGEST, variables: { articles: [TRIP] } }) }))
    expect(((await response.json()) as { readonly data?: unknown }).data ?? null).toBeNull()
    expect((await store.read('counts'))[0]).toMatchObject({ articles: 0 })
    await closed.close()
  })

  it('gives feeds that a reader understands, the same bytes each time', async () => {
    await ask(server, INGEST, { articles: [TRIP, PACT] })
    const path = `/feeds/entity/${encodeURIComponent(FIRM)}.atom`
    const { status, type, xml } = await feed(server, path)
    expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    expect((await feed(server, path)).xml).toBe(xml)
    const read = parseFeed(xml)
    expect(read).toMatchObject({ type: 'atom', title: 'PolicyGraph：云澜砾石机器人有限公司' })
    const [visit] = read?.items ?? []
    expect(visit?.id).toMatch(/^tag:policygraph\.invalid,2025:fact\/f_/u)
    expect(visit?.link).toMatch(/^http:\/\/localhost\/fact\/f_/u)
    expect(xml).toContain(`—— ${TRIP.source}，调研“石湾区”&lt;企业&gt; &amp; 伙伴，${TRIP.date}`)
    expect(xml).toMatch(/<updated>2025-\d\d-\d\dT00:00:00Z<\/updated>/u)
    const zone = parseFeed((await feed(server, `/feeds/firms-linked-to.atom?initiative=${encodeURIComponent(ZONE)}`)).xml)
    expect(zone?.items.length).toBeGreaterThan(0)
    expect(parseFeed((await feed(server, `/feeds/initiative/${encodeURIComponent(ZONE)}.atom`)).xml)?.items.length).toBeGreaterThan(0)
  })

  it('follows a saved question, catalogued or plain, and tells when one cannot be followed', async () => {
    await ask(server, INGEST, { articles: [TRIP, PACT] })
    const named = parseFeed((await feed(server, `/feeds/question/firms-linked-to.atom?initiative=${encodeURIComponent(ZONE)}`)).xml)
    expect(named?.title).toBe(`PolicyGraph：firms-linked-to（initiative=${ZONE}）`)
    const plain = parseFeed((await feed(server, `/feeds/ask.atom?question=${encodeURIComponent('谁走访过石湾区')}`)).xml)
    expect(plain?.title).toContain('石湾区')
    const [visit] = plain?.items ?? []
    expect(named?.items.length).toBeGreaterThan(0)
    expect(visit?.title).toContain('走访')
    expect((await feed(server, `/feeds/ask.atom?question=${encodeURIComponent('今天天气怎么样')}`)).status).toBe(400)
  })

  it('links to where readers reach it, when that is another address', async () => {
    await ask(server, INGEST, { articles: [TRIP] })
    const proxied = createServer({ store, publicUrl: 'https://news.example.org/graph/' })
    const { xml } = await feed(proxied, `/feeds/entity/${encodeURIComponent(FIRM)}.atom`)
    expect(xml).toContain(`<link rel="self" type="application/atom+xml" href="https://news.example.org/graph/feeds/entity/${encodeURIComponent(FIRM)}.atom"/>`)
    const link = parseFeed(xml)?.items[0]?.link ?? ''
    expect(link).toMatch(/^https:\/\/news\.example\.org\/graph\/fact\/f_/u)
    const path = new URL(link).pathname.replace('/graph', '')
    expect(JSON.parse((await feed(proxied, `${path}.json`)).xml)).toMatchObject({ permalink: link })
    expect((await feed(proxied, '/export/graph?format=csv')).xml).toContain(link)
    await proxied.close()
  })

  it.each([
    ['/feeds/question/nothing.atom?a=1', 404], ['/feeds/question/firmsLinkedTo.atom', 400], ['/feeds/ask.atom', 400],
    ['/feeds/entity/%E6%97%A0%E6%AD%A4%E4%BA%BA.atom', 404], ['/feeds/firms-linked-to.atom', 400], ['/feeds/nothing.atom', 404], ['/feeds/entity/%ZZ.atom', 400],
  ])('answers %s with %i', async (path, status) => {
    expect((await feed(server, path)).status).toBe(status)
  })

  it('hears of what another process writes, where several may write', async () => {
    const watch = watchStore(store, { every: 20 })
    const listening = watch.facts.listen()
    await watch.begin()
    await ask(server, INGEST, { articles: [TRIP] })
    if (store.traits.sharedWriters) expect((await listening.next()).value).toMatchObject({ open: true })
    watch.close()
    let left = await listening.next()
    while (left.done !== true) left = await listening.next()
    expect(left.done).toBe(true)
  })
})
