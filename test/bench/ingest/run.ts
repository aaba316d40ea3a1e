/**
 * `npm run bench:load`: articles through the whole way into a store, read by worker threads, beside reading alone and beside raw UNWIND
 * of the same rows.
 *
 * usage: npm run bench:load -- [--input FILE.jsonl.gz] [--articles N] [--stores embedded,neo4j] [--threads N] [--folder DIR]
 * Without --input the articles are generated ones. One batch is written while the next are read; no more than two batches a thread are
 * held, so memory does not grow with the input. Counts at the end: every article that could be read must be in the store.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { articleFrom } from '../../../ingest/1-read/article-fields.js'
import type { RawArticle } from '../../../ingest/1-read/raw-article.js'
import type { ArticleGraph } from '../../../src/core/records.js'
import { startLocalNeo4j } from '../../../src/store/neo4j/local/start-local-neo4j.js'
import { writeBatchOf } from '../../../src/store/archive/tables.js'
import { openClient, openStore, type StoreConfig } from '../../../src/store/open-store.js'
import type { StoreRow } from '../../../src/store/port.js'
import { homeMentions } from '../../../src/store/rehome.js'
import { articleRow, entityRows, evidenceRows, factRows, placedParts } from '../../../src/store/write-rows.js'
import { PlannedArticles } from '../graph/articles.js'
import { planGraph } from '../graph/plan.js'
import { STORE_NAMES, type StoreName } from '../graph/stores.js'

const { values } = parseArgs({
  options: {
    input: { type: 'string', default: '' }, articles: { type: 'string', default: '15000' }, stores: { type: 'string', default: STORE_NAMES.join(',') },
    threads: { type: 'string', default: String(availableParallelism()) }, folder: { type: 'string', default: '' }, seed: { type: 'string', default: process.env['POLICYGRAPH_BENCH_SEED'] ?? '7' },
  },
})

const BATCH = 50
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const megabytes = (): string => `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`

function* articles(): Generator<RawArticle> {
  const most = Number(values.articles)
  if (existsSync(values.input)) {
    let index = 0
    for (const line of gunzipSync(readFileSync(values.input)).toString('utf8').split('\n')) {
      if (line === '' || index >= most) continue
      const fields = JSON.parse(line) as Record<string, unknown> & { readonly text: string }
      yield articleFrom(fields, fields.text, { file: values.input, index: index++ })
    }
    return
  }
  const planned = new PlannedArticles(planGraph(most * 4, Number(values.seed)))
  for (let index = 0; index < Math.min(most, planned.count); index++) {
    const { article } = planned.graph(index)
    yield articleFrom({ id: article.id, title: article.title, date: article.date, source: article.source }, article.rawText, { file: 'generated', index })
  }
}

function* batches(): Generator<readonly RawArticle[]> {
  let batch: RawArticle[] = []
  for (const article of articles()) {
    batch.push(article)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** Reads all batches in threads and hands each on in turn; the next is asked for while one is in use. */
async function readAll(use: (graphs: readonly ArticleGraph[]) => Promise<void>): Promise<{ readonly read: number; readonly failed: number }> {
  const workers = Array.from({ length: Number(values.threads) }, () => new Worker(new URL('./extract-worker.js', import.meta.url)))
  const source = batches()
  const counts = { read: 0, failed: 0 }
  const waiting: Promise<readonly (ArticleGraph | null)[]>[] = []
  const ask = (worker: Worker): boolean => {
    const next = source.next()
    if (next.done === true) return false
    waiting.push(new Promise((resolve, reject) => {
      worker.once('message', resolve).once('error', reject)
      worker.postMessage(next.value)
    }))
    return true
  }
  const busy = workers.filter(ask)
  for (let turn = 0; waiting.length > 0; turn++) {
    const graphs = (await waiting.shift()) ?? []
    const worker = busy[turn % Math.max(1, busy.length)]
    if (worker !== undefined) ask(worker)
    const good = graphs.filter((graph) => graph !== null)
    counts.read += graphs.length
    counts.failed += graphs.length - good.length
    await use(good)
  }
  await Promise.all(workers.map((worker) => worker.terminate()))
  return counts
}

const NOTHING = { name: '', aliases: [], key: '', subkind: '', articleCount: 0, searchText: '', pinyinText: '' }
const BARE = { modality: '', strength: '', speakerId: '', firstSeen: '', lastSeen: '', articleCount: 0, evidenceCount: 0, open: true, closedWhy: '', verdict: '', secondReader: '', disputed: false, version: 0, evidenceIds: [], articleIds: [] }

/** The rows of the articles, nodes before edges, each once. */
async function rawRows(config: StoreConfig, graphs: readonly ArticleGraph[]): Promise<number> {
  const client = await openClient(config)
  const [mentions, evidence] = [homeMentions(placedParts(graphs), (reference) => reference), evidenceRows(graphs)]
  const facts = factRows(evidence)
  const ends = (rows: readonly StoreRow[], from: string, to: string): readonly StoreRow[] => rows.map((row) => ({ ...row, from_: row[from] ?? '', to_: row[to] ?? '' }))
  const tables: readonly (readonly [string, readonly StoreRow[]])[] = [
    ['Article', graphs.map(({ article }) => articleRow(article, ''))], ['Entity', entityRows(mentions).map((row) => ({ ...NOTHING, ...row }))], ['Fact', facts.map((row) => ({ ...BARE, ...row }))], ['Evidence', evidence],
    ['MENTIONED_IN', ends(mentions, 'entityId', 'articleId')], ['SUBJECT_OF', ends(facts, 'subjectId', 'id')], ['OBJECT_OF', ends(facts, 'objectId', 'id')],
    ['SUPPORTED_BY', ends(evidence, 'factId', 'id')], ['FROM', ends(evidence, 'id', 'articleId')],
  ]
  const began = performance.now()
  for (const [table, rows] of tables) for (let at = 0; at < rows.length; at += 5_000) await writeBatchOf(client, { table, rows: rows.slice(at, at + 5_000) })
  await client.close()
  return (performance.now() - began) / 1000
}

const seconds = (since: number): number => (performance.now() - since) / 1000
const line = (label: string, count: number, took: number): void => { print(`${label.padEnd(44)} ${took.toFixed(1).padStart(8)} s ${(count / took).toFixed(1).padStart(9)} articles/s`); }

async function withStore(name: StoreName, work: (config: StoreConfig) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(values.folder === '' ? tmpdir() : values.folder, `policygraph-load-${name}-`))
  const server = name === 'neo4j' ? await startLocalNeo4j({ folder, port: 0, log: () => undefined }) : undefined
  try {
    await work(server === undefined ? { kind: 'embedded', folder } : { kind: 'neo4j', uri: server.uri, user: server.user, password: server.password })
  } finally {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

print(`${values.input === '' ? 'generated articles' : values.input}, ${values.threads} threads, load ${(loadavg()[0] ?? 0).toFixed(1)}, ${new Date().toISOString()}`)
let began = performance.now()
const alone = await readAll(() => Promise.resolve())
line('reading alone', alone.read, seconds(began))
print(`${''.padEnd(44)} resident ${megabytes()}, ${alone.failed} not readable`)

for (const name of STORE_NAMES.filter((each) => values.stores.split(',').includes(each))) {
  let took = NaN
  await withStore(name, async (config) => {
    const store = await openStore(config)
    await store.applySchema()
    began = performance.now()
    let inStore = 0
    const counts = await readAll(async (graphs) => {
      const from = performance.now()
      await store.write(graphs)
      inStore += seconds(from)
    })
    took = seconds(began)
    const [stored] = await store.read('counts')
    await store.close()
    line(`${name}: read and written`, counts.read, took)
    line(`${name}: of that, time in the store`, counts.read, inStore)
    print(`${''.padEnd(44)} stored ${Number(stored?.['articles'])} of ${counts.read - counts.failed}; ${Number(stored?.['facts'])} facts, ${Number(stored?.['evidence'])} pieces of evidence; resident ${megabytes()}`)
    took = inStore
  })
  await withStore(name, async (config) => {
    const store = await openStore(config)
    await store.applySchema()
    await store.close()
    const graphs: ArticleGraph[] = []
    await readAll((more) => Promise.resolve(void graphs.push(...more)))
    const raw = await rawRows(config, graphs)
    line(`${name}: raw UNWIND of the same rows`, graphs.length, raw)
    print(`${''.padEnd(44)} the store's own writing goes at ${((raw / took) * 100).toFixed(0)} % of that`)
  })
}
