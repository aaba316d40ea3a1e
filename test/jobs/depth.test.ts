import { createServer, type PolicyServer } from '../../src/api/server.js'
import { connectQueue, PREFIX, type Connection } from '../../src/jobs/connect.js'
import { watchQueue, type WatchedQueue } from '../../src/jobs/depth.js'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { testFolder } from '../fixtures/test-folder.js'
import { wireTo } from '../faults/wire.js'
import { Program } from '../program.js'
import { redisUnderTest } from './redis.js'

/** `/metrics` tells how much waits in the queue, and stays whole whatever becomes of Redis. */

const redis = await redisUnderTest()
const describeQueue = redis === undefined ? describe.skip : describe
const url = redis?.url ?? ''

/** Far more than the watcher waits for an answer, far less than a scrape may take. */
const SOON = 5_000

type Figures = Readonly<Record<string, string>>

/** What is told of the queue, by state; the labels of the server are left out. */
function queueFigures(text: string): Figures {
  const lines = text.split('\n').filter((line) => line.startsWith('policygraph_queue'))
  return Object.fromEntries(lines.map((line) => [/state="(\w+)"/u.exec(line)?.[1] ?? line.replace(/[{ ].*/su, ''), line.replace(/^.* /su, '')]))
}

const DOWN = { policygraph_queue_reachable: '0' }

async function scrape(server: PolicyServer): Promise<Figures> {
  const began = performance.now()
  const response = await server.fetch(new Request('http://127.0.0.1:4000/metrics'))
  const text = await response.text()
  expect([response.status, performance.now() - began < SOON]).toEqual([200, true])
  expect(text).toContain('process_resident_memory_bytes')
  return queueFigures(text)
}

async function until(server: PolicyServer, wanted: Figures): Promise<void> {
  for (const end = performance.now() + 30_000; ;) {
    const found = await scrape(server)
    if (JSON.stringify(found) === JSON.stringify(wanted)) return
    if (performance.now() > end) expect(found).toEqual(wanted)
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
}

describeQueue('the depth of the queue in /metrics', () => {
  const name = 'depth'
  let place: TempStore
  let connection: Connection
  const open: { readonly close: () => unknown }[] = []

  beforeAll(async () => {
    place = await openTempStore()
    connection = await connectQueue({ url, name }, () => undefined)
  })
  afterAll(async () => {
    for (const each of open) await each.close()
    await connection.close()
    await place.remove()
  })

  function serve(at: string): { readonly server: PolicyServer; readonly queue: WatchedQueue } {
    const queue = watchQueue({ url: at, name })
    const server = createServer({ store: place.store, queueDepth: queue.depth })
    open.push(server, queue)
    return { server, queue }
  }

  it('counts what waits, is in hand, waits to be tried again, and has failed', async () => {
    const { server } = serve(url)
    expect(await scrape(server)).toEqual({ waiting: '0', active: '0', delayed: '0', failed: '0', policygraph_queue_reachable: '1' })
    for (const id of ['bad', 'slow', 'next', 'last']) await connection.queue.add('articles', { ids: [id] })
    await connection.queue.add('articles', { ids: ['later'] }, { delay: 600_000 })
    await until(server, { waiting: '4', active: '0', delayed: '1', failed: '0', policygraph_queue_reachable: '1' })
    let release: () => void = () => undefined
    const released = new Promise<void>((resolve) => { release = resolve })
    const worker = new connection.library.Worker<{ readonly ids: readonly string[] }, unknown>(name, async ({ data: { ids: [id] } }) => {
      if (id === 'bad') throw new connection.library.UnrecoverableError('cannot be read')
      await released
    }, { connection: connection.redis, prefix: PREFIX, concurrency: 1 })
    worker.on('error', () => undefined)
    await until(server, { waiting: '2', active: '1', delayed: '1', failed: '1', policygraph_queue_reachable: '1' })
    release()
    await until(server, { waiting: '0', active: '0', delayed: '1', failed: '1', policygraph_queue_reachable: '1' })
    await worker.close()
  })

  it('is absent while Redis is gone or silent, which is told, and comes back by itself', async () => {
    const wire = await wireTo(redis?.port ?? 0)
    const { server, queue } = serve(`redis://127.0.0.1:${wire.port}`)
    const up = await scrape(server)
    expect(up).toMatchObject({ policygraph_queue_reachable: '1', delayed: '1' })
    wire.cut()
    await until(server, DOWN)
    await wire.mend()
    await until(server, up)
    redis?.freeze()
    try {
      await until(server, DOWN)
    } finally {
      redis?.thaw()
    }
    await until(server, up)
    queue.close()
    wire.cut()
  })

  it('many who ask a silent Redis at once wait for one answer', async () => {
    redis?.freeze()
    const watched = watchQueue({ url, name })
    try {
      const began = performance.now()
      expect(await Promise.all(Array.from({ length: 50 }, () => watched.depth()))).toEqual(Array.from({ length: 50 }))
      expect(performance.now() - began).toBeLessThan(SOON)
    } finally {
      redis?.thaw()
      watched.close()
    }
  })

  it('is looked at by `serve` where a queue is named, which stops in good order though Redis is silent or was never there', async () => {
    const programs = [['redis://127.0.0.1:1', DOWN], [url, DOWN], ['', {}]] as const
    redis?.freeze()
    try {
      await Promise.all(programs.map(async ([REDIS_URL, wanted]) => {
        const program = new Program(['serve', '--port', '0'], { POLICYGRAPH_DATA: testFolder('depth-'), REDIS_URL })
        const response = await fetch(`${await program.url()}/metrics`)
        expect([REDIS_URL, response.status, queueFigures(await response.text())]).toEqual([REDIS_URL, 200, wanted])
        program.signal('SIGTERM')
        expect(await program.ended).toEqual({ code: 0 })
      }))
    } finally {
      redis?.thaw()
    }
  })
})
