/** Runs the whole extraction over annotated articles and lets the independent scorer judge. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { articleFrom } from '../../ingest/1-read/article-fields.js'
import { processArticle } from '../../ingest/pipeline.js'
import { articleJson } from '../../src/cli/article-json.js'
import type { ArticleGraph } from '../../src/core/records.js'

export interface GoldEntity {
  readonly id: string
  readonly kind: string
  readonly subkind?: string
  readonly name: string
  readonly mentions: readonly string[]
}

export interface GoldArticle {
  readonly id: string
  readonly title?: string
  readonly date?: string
  readonly text: string
  readonly entities: readonly GoldEntity[]
  readonly ignore?: readonly string[]
  readonly byline?: readonly string[]
}

/** What score.py prints with --json: precision, recall, F1 (0–1), and for single types the gold count. */
export interface Scores {
  readonly entities: Readonly<Record<string, readonly number[]>>
  readonly entities_micro: readonly number[]
  readonly facts: Readonly<Record<string, readonly number[]>>
  readonly facts_micro: readonly number[]
  readonly facts_with_modality: readonly number[]
  readonly mention_spans_exact: string
  readonly quotes_exact: string
}

export interface Measured {
  readonly gold: readonly GoldArticle[]
  readonly graphs: ReadonlyMap<string, ArticleGraph>
  readonly scores: Scores
  /** Lines of the scorer, worst first as it prints them. */
  readonly errors: readonly string[]
}

/** @throws Error when Python or the scorer fails; the message holds what it printed. */
export function measure(goldFile: string, scorer: string): Measured {
  const gold = readFileSync(goldFile, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as GoldArticle)
  const graphs = new Map<string, ArticleGraph>()
  const lines = gold.map((article, index) => {
    const raw = articleFrom({ id: article.id, title: article.title, date: article.date }, article.text, { file: goldFile, index })
    const graph = processArticle(raw, { report: (issue) => void process.stderr.write(`${issue.code} ${issue.message}\n`) })
    if (!graph) return JSON.stringify({ article: { id: article.id }, entities: [], facts: [] })
    graphs.set(article.id, graph)
    return JSON.stringify(articleJson(graph, []))
  })
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-quality-'))
  try {
    const predicted = join(folder, 'predicted.jsonl')
    writeFileSync(predicted, `${lines.join('\n')}\n`)
    const scores = JSON.parse(runScorer(scorer, [goldFile, predicted, '--json'])) as Scores
    const errors = runScorer(scorer, [goldFile, predicted, '--errors', '100000']).split('\n').filter((line) => /^ {3}/.test(line) && /missed|spurious|modality/.test(line)).map((line) => line.trim())
    return { gold, graphs, scores, errors }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runScorer(scorer: string, parameters: readonly string[]): string {
  const run = spawnSync('python3', [scorer, ...parameters], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (run.status !== 0) throw new Error(`score.py failed: ${run.error?.message ?? run.stderr}`)
  return run.stdout
}
