import { request } from 'node:http'
import { connect } from 'node:net'
import type { PolicyServer } from '../../src/api/server.js'
import type { Limits } from '../../src/api/limits.js'
import type { GraphStore } from '../../src/store/port.js'
import { withBudget } from '../../src/store/time-budget.js'
import { ANSWER_GRAPH, counting, IDS } from '../answers/answer-graph.js'
import { at, URL_OF } from './ask.js'
import { serversOver } from './servers.js'

/** Limits on files and on what a connection may send. How a store stops a query is in test/store/deadline.test.ts. */

const servers = serversOver(ANSWER_GRAPH)

const start = (limits: Partial<Limits> = {}): PolicyServer => servers.start({ limits })

describe('an export, a dossier and a feed', () => {
  it.each([
    '/export/graph?format=csv', `/export/entity/${IDS.lamps}`, `/export/question/factsOf?entity=${IDS.lamps}`, `/dossier/${IDS.lamps}`, `/feeds/entity/${IDS.lamps}.atom`, `/feeds/firms-linked-to.atom?initiative=${IDS.zone}`,
  ])('%s is stopped by the store when its time is over', async (path) => {
    const response = await start({ seconds: 1e-6 }).fetch(new Request(`${URL_OF}${path}`))
    expect([response.status, at(await response.json(), 'error', 'code')]).toEqual([503, 'TOO_SLOW'])
    expect((await start().fetch(new Request(`${URL_OF}${path}`))).status).toBe(200)
  })
})

describe('a store with a budget', () => {
  const slow = (ms: number, deadlines: (number | undefined)[] = []): GraphStore => ({
    ...counting(servers.store).store,
    read: async (_query, _params, options) => {
      deadlines.push(options?.deadline)
      await new Promise((resolve) => { setTimeout(resolve, ms) })
      return []
    },
  })

  it('counts time inside the store only, reads beside one another once, and tells the store when to stop', async () => {
    const deadlines: (number | undefined)[] = []
    const store = withBudget(slow(40, deadlines), 400)
    const began = performance.now()
    await Promise.all([store.read('counts'), store.read('counts'), store.read('counts')])
    await new Promise((resolve) => { setTimeout(resolve, 450) })
    await store.read('counts')
    expect(deadlines).toHaveLength(4)
    for (const deadline of deadlines.slice(0, 3)) expect(deadline).toBeGreaterThan(began + 390)
    // The pause outside cost nothing, the three reads together some 40 ms and not 120.
    expect(deadlines[3]).toBeGreaterThan(began + 490 + 200)
  })

  it('begins no read when the time is over or the one who asks has gone', async () => {
    const counter = counting(servers.store)
    await expect(withBudget(counter.store, 0).read('counts')).rejects.toMatchObject({ code: 'TOO_SLOW' })
    await expect(withBudget(counter.store, 60_000, AbortSignal.abort(new Error('left'))).read('counts')).rejects.toThrow('left')
    expect(counter.calls).toBe(0)
  })
})

describe('a connection', () => {
  let port: number
  beforeAll(async () => {
    port = (await start().listen(0)).port
  })

  it('is refused headers of more than 16 KiB', async () => {
    const status = await new Promise((resolve, reject) => {
      request({ port, path: '/healthz', agent: false, headers: { 'x-long': 'x'.repeat(17_000) } }, (response) => { resolve(response.resume().statusCode) }).on('error', reject).end()
    })
    expect(status).toBe(431)
  })

  it('is refused a body that comes in pieces and passes a mebibyte, without its length being told', async () => {
    const status = await new Promise((resolve, reject) => {
      const sent = request({ port, path: '/graphql', method: 'POST', agent: false, headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } }, (response) => { resolve(response.resume().statusCode) })
      sent.on('error', reject)
      sent.write('{"query":"{ __typename } #')
      for (let piece = 0; piece < 12; piece++) sent.write('x'.repeat(100_000))
      sent.end('"}')
    })
    expect(status).toBe(413)
  })

  it('that speaks no HTTP, or two lengths for one body, is closed with a 400', async () => {
    for (const text of ['nonsense\r\n\r\n', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n']) {
      const answer = await new Promise<string>((resolve) => {
        let heard = ''
        const socket = connect(port, '127.0.0.1', () => { socket.write(text) })
        socket.on('data', (part: Buffer) => { heard += part.toString('utf8') }).on('error', () => undefined).once('close', () => { resolve(heard) })
      })
      expect(answer).toMatch(/^HTTP\/1\.1 400 /u)
    }
  })
})
