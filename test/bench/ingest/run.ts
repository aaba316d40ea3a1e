/**
 * `npm run bench:load`: articles through the whole way into a store as `policygraph ingest` takes them (who is who left out), beside reading
 * alone and beside raw UNWIND of the rows that are then in the store.
 *
 * usage: npm run bench:load -- [--input FILE.jsonl.gz] [--articles N] [--stores embedded,neo4j] [--threads N] [--folder DIR]
 * Without --input the articles are generated ones. Seconds are by the clock, with processor seconds of this process and the server
 * beside them; ratios within one run are what to compare. Memory is what is resident after each quarter of the articles:
 * it must not grow with them. Ends with 1 when an article that could be read is not in the store.
 */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { inBatches } from '../../../ingest/6-load/batches.js'
import { articleFrom } from '../../../ingest/1-read/article-fields.js'
import type { RawArticle } from '../../../ingest/1-read/raw-article.js'
import { ingestPart } from '../../../ingest/pipeline.js'
import { ReadingThreads } from '../../../ingest/reading-threads.js'
import { startLocalNeo4j } from '../../../src/store/neo4j/local/start-local-neo4j.js'
import { around } from '../../../src/store/around.js'
import { openStore, storeConfigFromEnv, type StoreConfig } from '../../../src/store/open-store.js'
import { PlannedArticles } from '../graph/articles.js'
import { planGraph } from '../graph/plan.js'
import { STORE_NAMES, type StoreName } from '../graph/stores.js'
import { writeRaw } from './raw.js'
import { stopwatch, type Taken } from './stopwatch.js'

const { values } = parseArgs({
  options: {
    input: { type: 'string', default: '' }, articles: { type: 'string', default: '15000' }, stores: { type: 'string', default: STORE_NAMES.join(',') },
    threads: { type: 'string', default: String(availableParallelism()) }, folder: { type: 'string', default: '' }, seed: { type: 'string', default: process.env['POLICYGRAPH_BENCH_SEED'] ?? '7' },
  },
})
const most = Number(values.articles)
const threads = Number(values.threads)

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const megabytes = (): string => (process.memoryUsage.rss() / 1024 ** 2).toFixed(0)

/** Read as they are asked for, so that what is resident is not theirs. */
async function* articles(): AsyncGenerator<RawArticle> {
  let index = 0
  if (values.input === '') {
    const planned = new PlannedArticles(planGraph(most * 4, Number(values.seed)))
    for (; index < Math.min(most, planned.count); index++) {
      const { article } = planned.graph(index)
      yield articleFrom({ id: article.id, title: article.title, date: article.date, source: article.source }, article.rawText, { file: 'generated', index })
    }
    return
  }
  const lines = createInterface({ input: createReadStream(values.input).pipe(createGunzip()), crlfDelay: Infinity })
  for await (const line of lines) {
    if (index >= most) break
    if (line === '') continue
    const fields = JSON.parse(line) as Record<string, unknown> & { readonly text: string }
    yield articleFrom(fields, fields.text, { file: values.input, index: index++ })
  }
}

const line = (label: string, count: number, clock: number, cpu?: number): void => {
  print(`${label.padEnd(44)} ${clock.toFixed(1).padStart(8)} s ${(count / clock).toFixed(1).padStart(9)} articles/s${cpu === undefined ? '' : `, ${cpu.toFixed(1)} s of processor time`}`)
}
const note = (text: string): void => { print(`${''.padEnd(44)} ${text}`); }

interface Read {
  readonly read: number
  /** Articles that could be read, each id once. */
  readonly distinct: number
  readonly took: Taken
}

async function readAlone(): Promise<Read> {
  const reading = new ReadingThreads(threads)
  const taken = stopwatch()
  const ids = new Set<string>()
  let [read, failed] = [0, 0]
  for await (const batch of inBatches(articles(), ({ text }) => text.length)) {
    const graphs = await Promise.all(batch.map((raw) => reading.read(raw, { report: () => undefined })))
    read += graphs.length
    failed += graphs.filter((graph) => graph === undefined).length
    for (const graph of graphs) if (graph !== undefined) ids.add(graph.article.id)
  }
  const took = taken()
  await reading.close()
  line('reading alone', read, took.clock, took.cpu)
  note(`${ids.size} different articles, ${failed} not readable; ${megabytes()} MB resident`)
  return { read, distinct: ids.size, took }
}

async function withStore(name: StoreName, work: (config: StoreConfig, server: number | undefined) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(values.folder === '' ? tmpdir() : values.folder, `policygraph-load-${name}-`))
  const server = name === 'neo4j' ? await startLocalNeo4j({ folder, port: 0, log: () => undefined }) : undefined
  try {
    await work(server === undefined ? storeConfigFromEnv({ ...process.env, NEO4J_URI: '', POLICYGRAPH_DATA: folder }) : { kind: 'neo4j', uri: server.uri, user: server.user, password: server.password }, server?.pid)
  } finally {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Ingest extends Taken {
  /** Seconds by the clock in the store's `write`. */
  readonly writing: number
}

async function ingest(name: StoreName, config: StoreConfig, server: number | undefined, { read, distinct }: Read): Promise<Ingest> {
  const store = await openStore(config)
  await store.applySchema()
  let writing = 0
  const watched = around(store, async (call, work) => {
    const taken = stopwatch()
    const result = await work()
    if (call === 'write') writing += taken().clock
    return result
  })
  const resident: string[] = []
  const taken = stopwatch(server)
  const report = await ingestPart(watched, articles(), {
    threads,
    onProgress: (progress) => { if (Math.floor((4 * progress.articles) / read) > resident.length) resident.push(megabytes()) },
  })
  const { clock, cpu } = taken()
  const [stored] = await store.read('counts')
  await store.close()
  line(`${name}: ingest`, report.articles.read, clock, cpu)
  line(`${name}: of that, in the store`, report.articles.read, writing)
  note(`${Number(stored?.['articles'])} articles stored, ${report.articles.read} read, ${report.articles.failed} not readable; ${Number(stored?.['facts'])} facts, ${Number(stored?.['evidence'])} pieces of evidence`)
  note(`${resident.join(', ')} MB resident after each quarter`)
  if (Number(stored?.['articles']) !== distinct || Number(stored?.['evidence']) !== report.evidence.added - report.evidence.removed) {
    print(`${name}: what is stored is not what was read`)
    process.exitCode = 1
  }
  return { clock, cpu, writing }
}

print(`${values.input === '' ? `generated articles, seed ${values.seed}` : 'articles of --input'}, ${values.threads} threads, load ${(loadavg()[0] ?? 0).toFixed(1)}, ${new Date().toISOString()}`)
const alone = await readAlone()
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`
for (const name of STORE_NAMES.filter((each) => values.stores.split(',').includes(each))) {
  await withStore(name, async (config, server) => {
    const took = await ingest(name, config, server, alone)
    await withStore(name, async (empty, other) => {
      const raw = await writeRaw(config, empty, other)
      line(`${name}: raw UNWIND of the same rows`, alone.read, raw.took.clock, raw.took.cpu)
      note(`${raw.rows} rows, ${(raw.rows / raw.took.clock).toFixed(0)} a second`)
      note(`the store's own writing goes at ${percent(raw.took.clock, took.writing)} of raw UNWIND (by processor time ${percent(raw.took.cpu, took.cpu - alone.took.cpu)})`)
      note(`the whole ingest goes at ${percent(raw.took.clock, took.clock)} of raw UNWIND, and at ${percent(alone.took.clock, took.clock)} of reading alone`)
    })
  })
}
