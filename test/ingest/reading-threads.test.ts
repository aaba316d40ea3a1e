import { availableParallelism } from 'node:os'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { READY, ReadingThreads, threadsFor } from '../../ingest/reading-threads.js'
import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import { projectPath } from '../../src/core/paths.js'
import type { Issue } from '../../src/core/issue.js'
import { environmentOf, exportOf, writeArticles } from '../faults/corpus.js'
import { run } from '../faults/processes.js'
import { testFolder } from '../fixtures/test-folder.js'
import { storesUnderTest } from '../stores.js'

const folder = testFolder('threads-')
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })
const stores = await storesUnderTest()

/** A thread whose articles say what becomes of it; of others the graph is made of the id and of how many it has read before. */
const OBEDIENT = `
import { parentPort } from 'node:worker_threads'
parentPort.postMessage('${READY}')
let before = 0
parentPort.on('message', ({ id, text }) => {
  if (text === 'throw') throw new Error('as asked')
  if (text === 'reject') Promise.reject(new Error('as asked'))
  if (text === 'exit') process.exit(0)
  if (text === 'hang') for (;;);
  if (text !== 'reject') parentPort.postMessage({ graph: { id, before: before++ }, issues: [] })
})`

const program = (name: string, source: string): URL => {
  const path = join(folder, `${name}.mjs`)
  writeFileSync(path, source)
  return pathToFileURL(path)
}
const article = (id: string, text = ''): RawArticle => ({ id, title: '', date: '', source: '', url: '', byline: [], text, synthetic: true, origin: { file: 'f', index: 0 } })

/** What becomes of these articles, all handed over at once. */
async function readAll(threads: ReadingThreads, articles: readonly RawArticle[]): Promise<readonly (readonly [unknown, string | undefined])[]> {
  try {
    return await Promise.all(articles.map(async (raw) => {
      const issues: Issue[] = []
      const graph = await threads.read(raw, { report: (issue) => void issues.push(issue) })
      return [graph, issues[0]?.code] as const
    }))
  } finally {
    await threads.close()
  }
}

describe('ReadingThreads', () => {
  test.each(['throw', 'reject', 'exit', 'hang'])('an article at which a thread would %s is one failed article', async (text) => {
    const threads = new ReadingThreads(1, { program: program('obedient', OBEDIENT), limit: () => 2_000 })
    expect(await readAll(threads, [article('a'), article('bad', text), article('b'), article('c')])).toEqual([
      [{ id: 'a', before: 0 }, undefined], [undefined, 'STAGE_FAILED'], [{ id: 'b', before: 0 }, undefined], [{ id: 'c', before: 1 }, undefined],
    ])
  })

  test('says which article it was and why', async () => {
    const issues: Issue[] = []
    const threads = new ReadingThreads(1, { program: program('obedient', OBEDIENT), limit: () => 500 })
    await threads.read(article('bad', 'throw'), { report: (issue) => void issues.push(issue) })
    await threads.read(article('slow', 'hang'), { report: (issue) => void issues.push(issue) })
    await threads.close()
    expect(issues).toEqual([
      { code: 'STAGE_FAILED', severity: 'error', message: 'thread: Error: as asked', file: 'f', articleId: 'bad' },
      { code: 'STAGE_FAILED', severity: 'error', message: 'thread: no result after 1 s', file: 'f', articleId: 'slow' },
    ])
  })

  test('every thread breaks over and over, and every other article is read', async () => {
    const threads = new ReadingThreads(3, { program: program('obedient', OBEDIENT), limit: () => 60_000 })
    const results = await readAll(threads, Array.from({ length: 24 }, (_, index) => article(`a${index}`, index % 2 === 0 ? 'throw' : '')))
    expect(results.map(([, code]) => code)).toEqual(Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 'STAGE_FAILED' : undefined)))
  })

  test('as many are begun as articles wait, and no more than are allowed', async () => {
    const reading = (articles: number) => readAll(new ReadingThreads(2, { program: program('obedient', OBEDIENT) }), Array.from({ length: articles }, (_, index) => article(`a${index}`)))
    const begun = (results: Awaited<ReturnType<typeof readAll>>): number => results.filter(([graph]) => (graph as { readonly before?: number }).before === 0).length
    expect([begun(await reading(1)), begun(await reading(9))]).toEqual([1, 2])
  })

  test.each([['throws', 'throw new Error("no dictionary")'], ['ends', 'process.exit(3)']])('a thread that %s before it can read anything ends the run, and blames no article', async (_how, source) => {
    await expect(readAll(new ReadingThreads(2, { program: program('broken', source) }), [article('a'), article('b'), article('c')])).rejects.toMatchObject({ code: 'INTERNAL', message: expect.stringContaining('POLICYGRAPH_THREADS=0') as string })
  })

  test('few words are read without threads', () => {
    expect(threadsFor(299_999)).toBe(0)
    for (const much of [300_000, undefined]) expect(threadsFor(much)).toBe(availableParallelism() > 1 ? Math.min(8, availableParallelism()) : 0)
  })
})

describe.each(stores)('ingest on $name', ({ fresh }) => {
  test('in threads gives the graph and the report of one thread', async () => {
    const articles = writeArticles(join(folder, 'articles.jsonl'), 60)
    const told: (readonly [string, string])[] = []
    for (const threads of ['0', '3']) {
      const { config } = await fresh()
      const { code, out, said } = await run(['ingest', '--json', articles, projectPath('samples')], { ...environmentOf(config), POLICYGRAPH_THREADS: threads })
      expect({ code, said }).toMatchObject({ code: 0 })
      const { seconds, identity, ...report } = JSON.parse(out) as Readonly<Record<string, unknown>>
      expect([typeof seconds, typeof identity]).toEqual(['number', 'object'])
      told.push([JSON.stringify(report), await exportOf(config)])
    }
    const [alone, together] = told
    expect(together?.[0]).toBe(alone?.[0])
    expect(together?.[1] === alone?.[1]).toBe(true)
    expect(alone?.[1]).toContain('"record":"fact"')
  })
})
