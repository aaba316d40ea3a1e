import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import { ingestArticles } from '../../ingest/pipeline.js'
import { graphJsonl } from '../../src/export/graph-jsonl.js'
import { connectQueue, type Connection } from '../../src/jobs/connect.js'
import { enqueue } from '../../src/jobs/enqueue.js'
import { queueStatus, retryFailed } from '../../src/jobs/status.js'
import { Texts } from '../../src/jobs/texts.js'
import { workOn } from '../../src/jobs/work.js'
import { runWorker, type WorkerReport } from '../../src/jobs/worker.js'
import type { GraphStore } from '../../src/store/port.js'
import { CliBench } from '../cli/surroundings.js'
import { sampleTexts } from '../faults/corpus.js'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { redisUnderTest } from './redis.js'

/** The queue on a real Redis, with one worker in this process. */

const redis = await redisUnderTest()
const describeQueue = redis === undefined ? describe.skip : describe
const url = redis?.url ?? ''

const texts = sampleTexts()
const article = (index: number, text = texts[index % texts.length] ?? ''): RawArticle => ({
  id: `q${index}`, title: `第${index}篇`, date: '2025-02-01', source: '', url: '', byline: [], text, synthetic: true, origin: { file: 'q.jsonl', index },
})
const ARTICLES = Array.from({ length: 9 }, (_, index) => article(index))

async function* from(articles: readonly RawArticle[]): AsyncGenerator<RawArticle> {
  for (const each of articles) yield await Promise.resolve(each)
}
const handOut = (connection: Connection, articles: readonly RawArticle[], again = false) =>
  enqueue(connection, from(articles), { size: 4, again, signal: new AbortController().signal })

const untilEmpty = (connection: Connection, store: GraphStore): Promise<WorkerReport> =>
  runWorker(connection, store, {
    concurrency: 2, untilEmpty: true, identityEvery: 600_000, lostAfter: 30_000, llm: undefined, signal: new AbortController().signal,
    onIssue: () => undefined, onProgress: () => undefined, onTrouble: (error) => { throw error },
  })

async function exported(store: GraphStore): Promise<string> {
  const pieces: string[] = []
  for await (const piece of graphJsonl(store)) pieces.push(piece)
  return pieces.join('')
}

async function plain(articles: readonly RawArticle[]): Promise<string> {
  const place = await openTempStore()
  await ingestArticles(place.store, articles)
  const text = await exported(place.store)
  await place.remove()
  return text
}

describeQueue('the queue', () => {
  let place: TempStore
  let connection: Connection
  let count = 0

  beforeEach(async () => {
    count += 1
    place = await openTempStore()
    connection = await connectQueue({ url, name: `test-${count}` }, (error) => { throw error })
  })
  afterEach(async () => {
    await connection.close()
    await place.remove()
  })

  test('gives the graph of a plain ingest, and says how far it is', async () => {
    expect(await handOut(connection, ARTICLES)).toEqual({ articles: 9, fresh: 9, jobs: 3, complete: true })
    expect(await queueStatus(connection)).toMatchObject({ jobs: { waiting: 3, active: 0, done: 0, failed: 0, stalled: 0 }, articles: 9, identityDue: false })
    expect(await untilEmpty(connection, place.store)).toMatchObject({ jobs: { done: 3, failed: 0 }, articles: { read: 9, added: 9 }, identityRuns: 1 })
    expect(await queueStatus(connection)).toMatchObject({ jobs: { waiting: 0, active: 0, done: 3, failed: 0 }, articles: 0, identityDue: false })
    expect(await exported(place.store)).toBe(await plain(ARTICLES))
  })

  test('takes nothing twice, before the work or after it, unless it is told to', async () => {
    await handOut(connection, ARTICLES)
    expect(await handOut(connection, ARTICLES)).toMatchObject({ fresh: 0, jobs: 0 })
    await untilEmpty(connection, place.store)
    expect(await handOut(connection, ARTICLES)).toMatchObject({ fresh: 0, jobs: 0 })
    expect(await handOut(connection, ARTICLES, true)).toMatchObject({ fresh: 9, jobs: 3 })
    expect(await untilEmpty(connection, place.store)).toMatchObject({ articles: { read: 9, added: 0, unchanged: 9 } })
  })

  test('takes nothing twice when two hand out the same at once', async () => {
    await Promise.all([handOut(connection, ARTICLES), handOut(connection, ARTICLES)])
    expect((await queueStatus(connection)).jobs.waiting).toBe(3)
  })

  test('an article that comes again in another form is written anew; back in its first form, again', async () => {
    const [first, second] = [article(0), article(0, texts[1])]
    for (const form of [first, second, first]) {
      expect(await handOut(connection, [form])).toMatchObject({ fresh: 1 })
      await untilEmpty(connection, place.store)
    }
    expect(await exported(place.store)).toBe(await plain([first]))
  })

  test('the form handed out last stays, though its job is done first', async () => {
    const [old, last] = [article(0), article(0, texts[1])]
    const waiting = new Texts(connection)
    await handOut(connection, [old])
    let meanwhile = 0
    // Handed out while the old form is being written.
    const during = async (): Promise<void> => {
      meanwhile += 1
      if (meanwhile === 1) await handOut(connection, [last])
    }
    await workOn(['q0'], { store: place.store, texts: waiting, llm: undefined, onIssue: () => undefined, onWritten: during })
    expect(meanwhile).toBe(2)
    expect(await exported(place.store)).toBe(await plain([last]))
    await untilEmpty(connection, place.store)
    expect(await exported(place.store)).toBe(await plain([last]))
  })

  test('one bad article is kept with its reason and stops nothing; put right, it is tried again', async () => {
    await handOut(connection, ARTICLES)
    const key = connection.key('texts')
    const good = await connection.redis.hget(key, 'q5') ?? ''
    await connection.redis.hset(key, 'q5', good.slice(0, 64) + JSON.stringify({ ...article(5), text: 7 }))
    expect(await untilEmpty(connection, place.store)).toMatchObject({ jobs: { done: 2, failed: 1 }, articles: { added: 8, failed: 1 } })
    const { failed, articles, jobs } = await queueStatus(connection)
    expect({ failed, articles, jobs }).toMatchObject({ failed: [{ articles: ['q5'], why: expect.stringMatching(/^q5: ./u) as string }], articles: 1, jobs: { failed: 1, waiting: 0 } })
    await connection.redis.hset(key, 'q5', good)
    expect(await retryFailed(connection)).toBe(1)
    expect(await untilEmpty(connection, place.store)).toMatchObject({ jobs: { done: 1, failed: 0 }, articles: { added: 1 } })
    expect(await queueStatus(connection)).toMatchObject({ failed: [], articles: 0 })
    expect(await exported(place.store)).toBe(await plain(ARTICLES))
  })
})

describeQueue('on the command line', () => {
  const bench = new CliBench()
  const env = { REDIS_URL: url, POLICYGRAPH_QUEUE: 'cli' }

  test('enqueue, worker and queue do it all', async () => {
    const handed = await bench.run(['enqueue', '-', '--json'], { env, stdin: '本报讯 青屿市市长方若谷走访青屿港务集团有限公司。' })
    expect(handed).toMatchObject({ code: 0 })
    expect(JSON.parse(handed.out)).toMatchObject({ articles: 1, fresh: 1, jobs: 1, complete: true, issues: [] })
    const worked = await bench.run(['worker', '--until-empty', '--json'], { env })
    expect(worked).toMatchObject({ code: 0 })
    expect(JSON.parse(worked.out)).toMatchObject({ jobs: { done: 1 }, articles: { added: 1 }, issues: [] })
    expect(await bench.run(['queue', 'status'], { env })).toMatchObject({ code: 0, out: expect.stringContaining('1 done') as string })
    expect(await bench.run(['queue', 'retry'], { env })).toMatchObject({ code: 0, said: expect.stringContaining('0 articles') as string })
  })

  test('told to stop, a worker ends in good order', async () => {
    const stop = new AbortController()
    const run = bench.run(['worker', '--json'], { env, signal: stop.signal })
    setTimeout(() => { stop.abort() }, 1_500)
    expect(await run).toMatchObject({ code: 0 })
  })

  test.each([
    [['enqueue', 'x.txt'], { REDIS_URL: 'redis://127.0.0.1:1' }, 4, /QUEUE_UNREACHABLE[\s\S]*redis-server/u],
    [['queue', 'status'], { REDIS_URL: 'http://127.0.0.1' }, 2, /BAD_INPUT.*REDIS_URL/u],
    [['queue', 'status'], { POLICYGRAPH_QUEUE: 'a b' }, 2, /BAD_INPUT.*POLICYGRAPH_QUEUE/u],
    [['worker', '--concurrency', '0'], {}, 2, /BAD_INPUT.*--concurrency/u],
  ] as const)('%j under %j ends with %d', async (argv, more, code, why) => {
    expect(await bench.run(argv, { env: { ...env, ...more } })).toMatchObject({ code, said: expect.stringMatching(why) as string })
  })
})
