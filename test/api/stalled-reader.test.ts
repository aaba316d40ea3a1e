import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RequestLine } from '../../src/api/http-server.js'
import { streamed } from '../../src/api/parts/answer-get.js'
import { createServer, type PolicyServer } from '../../src/api/server.js'
import { withReads } from '../../src/store/around.js'
import type { GraphStore } from '../../src/store/port.js'
import { buildArticle } from '../fixtures/builders.js'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'

/** Callers who ask for much and take nothing of it: they are left after a time, and what was held for them is let go. */

/** Ms; a minute where nothing is set. */
const STALLED_AFTER = 400

/** Together far more than a connection holds on its way. */
const ARTICLES = Array.from({ length: 120 }, (_, index) => buildArticle({ id: `a_${String(index).padStart(3, '0')}`, title: `长文${index}`, date: '2031-01-02', text: `${index}。${'云澜市今日多云，江面平静。'.repeat(2_000)}`, entities: [] }))

/** Sends a request and takes nothing of the answer, until it is resumed. */
async function ask(port: number, request: string): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' })
  await once(socket, 'connect')
  // Whoever is left hears of it as he takes what came before.
  socket.on('error', () => undefined)
  socket.pause()
  socket.write(request)
  return socket
}

async function taken(socket: Socket): Promise<string> {
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => { text += part }).resume()
  if (!socket.closed) await once(socket, 'close')
  return text
}

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`
const post = (query: string, accept = 'application/json'): string => {
  const body = JSON.stringify({ query })
  return `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\naccept: ${accept}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

describe('text that is sent piece by piece', () => {
  async function* pieces(told: string[]): AsyncGenerator<string> {
    try {
      for (;;) yield await Promise.resolve('piece')
    } finally {
      told.push('let go')
    }
  }

  it.each<[string, (gone: AbortController, body: ReadableStream<Uint8Array>) => Promise<void>]>([
    ['the one who asks has gone', (gone) => { gone.abort(); return Promise.resolve() }],
    ['its reader wants no more', (_gone, body) => body.cancel()],
  ])('lets go of what it was made from when %s', async (_when, leave) => {
    const [told, gone] = [[] as string[], new AbortController()]
    await leave(gone, await streamed(pieces(told), gone.signal))
    await sleep(0)
    expect(told).toEqual(['let go'])
  })

  it('is not begun for one who has gone already', async () => {
    const told: string[] = []
    await expect(streamed(pieces(told), AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
    expect(told).toEqual([])
  })
})

describe('a caller who takes nothing', () => {
  let place: TempStore
  let reads = 0
  const servers: PolicyServer[] = []
  beforeAll(async () => {
    place = await openTempStore()
    for (let at = 0; at < ARTICLES.length; at += 30) await place.store.write(ARTICLES.slice(at, at + 30))
  })
  afterAll(async () => {
    for (const server of servers) await server.close(0)
    await place.remove()
  })

  async function start(store: GraphStore = place.store, stalledAfter = STALLED_AFTER): Promise<{ readonly server: PolicyServer; readonly port: number; readonly ended: () => Promise<RequestLine> }> {
    const lines: RequestLine[] = []
    let hear: () => void = () => undefined
    const counted = withReads(store, (query, params, options) => {
      reads += 1
      return store.read(query, params, options)
    })
    const server = createServer({ store: counted, stalledAfter, limits: { cost: 1_000_000 }, requestLog: (line) => {
      lines.push(line)
      hear()
    } })
    servers.push(server)
    const { port } = await server.listen(0)
    return { server, port, ended: async () => {
      if (lines.length === 0) await Promise.race([new Promise<void>((resolve) => { hear = resolve }), sleep(20_000, undefined, { ref: false })])
      const line = lines.shift()
      if (line === undefined) throw new Error('nothing was logged')
      return line
    } }
  }

  it.each<[string, string]>([
    ['an export', get('/export/graph')],
    ['a question', post('{ articles(first: 100) { nodes { rawText cleanText } } }')],
  ])('of %s is left, reads nothing more from the store, and does not hold up the end of the server', async (_what, request) => {
    const { server, port, ended } = await start()
    const began = performance.now()
    const socket = await ask(port, request)
    expect(await ended()).toMatchObject({ status: 200, aborted: true })
    expect(performance.now() - began).toBeGreaterThan(STALLED_AFTER)
    const then = reads
    const text = await taken(socket)
    expect(text).toContain('HTTP/1.1 200')
    expect(text).not.toMatch(/\r\n0\r\n\r\n$|"\}\]\}\}\}$/u)
    const closing = performance.now()
    await server.close(60_000)
    expect([performance.now() - closing < 30_000, reads]).toEqual([true, then])
  })

  it('of the facts that come in is left too, while one who takes them hears on', async () => {
    const { server, port, ended } = await start()
    const request = post('subscription { factsAdded { subject { name } evidence(first: 1) { article { rawText cleanText } } } }', 'text/event-stream')
    const [stalled, attentive] = [await ask(port, request), await ask(port, request)]
    await Promise.all([stalled, attentive].map(async (socket) => once(socket.resume(), 'data')))
    stalled.pause()
    let heard = 0
    attentive.setEncoding('utf8').on('data', (part: string) => { heard += part.split('event: next').length - 1 })
    const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']
    const text = `${names.map((name) => `云澜市${name}宁科技有限公司与青屿大学签署合作协议。`).join('')}${'江面平静，今日多云。'.repeat(12_000)}`
    const response = await server.fetch(new Request('http://127.0.0.1/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'mutation($articles: [ArticleInput!]!) { ingest(articles: $articles) { added } }', variables: { articles: [{ text }] } }) }))
    expect(await response.json()).toMatchObject({ data: { ingest: { added: 1 } } })
    expect(await ended()).toMatchObject({ status: 200, aborted: true })
    expect(heard).toBeGreaterThanOrEqual(names.length)
    attentive.destroy()
    stalled.destroy()
  })

  it('is not mistaken for one who takes it slowly, or waits for a slow answer', async () => {
    const slow = withReads(place.store, async (query, params, options) => {
      await new Promise((resolve) => { setTimeout(resolve, 2 * STALLED_AFTER) })
      return place.store.read(query, params, options)
    })
    const waiting = await start(slow)
    const whole = await taken(await ask(waiting.port, get('/export/graph?format=csv&table=entities')))
    expect(whole).toContain('HTTP/1.1 200')
    expect(JSON.stringify(whole.slice(-7))).toBe(JSON.stringify('\r\n0\r\n\r\n'))
    expect(await waiting.ended()).not.toHaveProperty('aborted')

    const patience = 4 * STALLED_AFTER // on a busy machine the reader is late at times
    const { port, ended } = await start(place.store, patience)
    const began = performance.now()
    const socket = await ask(port, get('/export/graph'))
    let length = 0
    socket.on('data', (part: Buffer) => {
      length += part.length
      socket.pause()
      setTimeout(() => { socket.resume() }, 10)
    }).resume()
    await once(socket, 'close')
    expect(await ended()).not.toHaveProperty('aborted')
    expect(length).toBeGreaterThan(10_000_000)
    expect(performance.now() - began).toBeGreaterThan(patience)
  })
})
