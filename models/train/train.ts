/**
 * Trains the recogniser and writes models/recogniser.bin.
 * usage: node dist/models/train/train.js [CORPORA] [--held-out FOLD] [--dev GOLD.jsonl] [--out FILE]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSegmenter } from '../../ingest/3-extract/segmenter/open-segmenter.js'
import { Tagger } from '../../ingest/3-extract/recogniser/tagger.js'
import { PLAIN, TokenTable } from '../../ingest/3-extract/recogniser/token-table.js'
import type { TokenData } from '../../ingest/3-extract/recogniser/token-table.js'
import { serialiseWeights } from '../../ingest/3-extract/recogniser/weights.js'
import { projectPath } from '../../src/core/paths.js'
import { labelArticle, labelGold } from './annotated-text.js'
import { readAnnotations, readArticles } from './annotations.js'
import type { AnnotatedArticle } from './annotations.js'
import { readCluener, readFinre, readTagged } from './corpora.js'
import { clusterWords } from './clusters.js'
import type { Clusters } from './clusters.js'
import { Crf } from './crf.js'
import type { CrfOptions } from './crf.js'
import { DatasetBuilder } from './dataset.js'
import type { Dataset } from './dataset.js'
import { formKey, formatScores, scoreEntities, scoreSpans, tagText } from './evaluate.js'
import type { EntityForms, Scores } from './evaluate.js'
import type { GoldArticle } from './gold.js'
import type { LabelledText } from './labels.js'
import { packWeights, tellingRows } from './pack.js'
import { markPlainTokens } from './plain-tokens.js'
import { labelSilver } from './silver.js'
import { buildWords } from './words.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'held-out': { type: 'string' }, dev: { type: 'string' }, out: { type: 'string' }, epochs: { type: 'string' }, rows: { type: 'string' }, errors: { type: 'boolean' }, tune: { type: 'string' }, clusters: { type: 'string' }, 'no-plain': { type: 'boolean' } },
})
const corpora = positionals[0] ?? '../shared/corpora'
const heldOut = values['held-out'] === undefined ? -1 : Number(values['held-out'])
const EPOCHS = Number(values.epochs ?? 8)
const ROWS = (values.rows ?? '240000').split(',').map(Number)
const tune = { ann: 6, msra: 0.4, cluener: 0.4, finre: 0.3, resume: 0.4, rate: 0.1, shrink: 1e-5, dropout: 0.4, cut: 3, polish: 0, polishDropout: 0.2, silver: 0, part: 3, articles: 15000, density: 12, ...(JSON.parse(values.tune ?? '{}') as Record<string, number>) }
const PLAIN_ARTICLES = 8000
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const foldOf = ({ annotation }: AnnotatedArticle): number => Number.parseInt(annotation.sha256.slice(0, 6), 16) % 5
const annotated = readAnnotations(projectPath('models/train/annotations.jsonl'), corpora)
const train = annotated.filter((article) => foldOf(article) !== heldOut)
const test = annotated.filter((article) => foldOf(article) === heldOut)

const segmenter = openSegmenter()
const words = buildWords(corpora)
const started = performance.now()
const articles = [...readArticles(corpora, 'articles_news.jsonl.gz')]
const makeClusters = (): Clusters => {
  if (values.clusters !== undefined && existsSync(values.clusters)) {
    const { keys, values: numbers } = JSON.parse(readFileSync(values.clusters, 'utf8')) as { keys: number[]; values: number[] }
    return { keys: Int32Array.from(keys), values: Uint8Array.from(numbers) }
  }
  const made = clusterWords(articles.map(([, text]) => text), segmenter)
  if (values.clusters !== undefined) writeFileSync(values.clusters, JSON.stringify({ keys: [...made.keys], values: [...made.values] }))
  return made
}
const clusters = makeClusters()
const tokenData: TokenData = { keys: clusters.keys, values: Uint16Array.from(clusters.values) }
const tokenTable = new TokenTable(tokenData)
say(`${String(clusters.keys.length)} words in clusters, ${((performance.now() - started) / 1000).toFixed(0)} s`)
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0)} s`
const labelledTexts = (): LabelledText[] => [
  ...readTagged(corpora, 'ner/msra_train.bio.gz', tune.msra),
  ...readTagged(corpora, 'ner/peoples_daily_dev.bio.gz', tune.msra),
  ...readTagged(corpora, 'ner/resume_train.bmes.gz', tune.resume),
  ...readCluener(corpora, tune.cluener),
  ...readFinre(corpora, tune.finre),
]

/** Deterministic order of examples. */
const shuffle = (order: Int32Array, seed: number): void => {
  let state = seed
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const k = state % (i + 1)
    const swap = order[i] as number
    order[i] = order[k] as number
    order[k] = swap
  }
}

const learn = (name: string, crf: Crf, data: Dataset, epochs: number, options: CrfOptions): void => {
  crf.use(data)
  const order = Int32Array.from(data.examples, (_, index) => index)
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, epoch * 7919)
    let loss = 0
    order.forEach((at, done) => {
      const example = data.examples[at]
      if (example !== undefined) loss += crf.learn(example, options)
      if (done % 20000 === 19999) process.stderr.write(`\r${name} epoch ${String(epoch)}/${String(epochs)} ${((100 * done) / order.length).toFixed(0)} %`)
    })
    say(`\r${name} epoch ${String(epoch)}/${String(epochs)} loss ${loss.toFixed(0)}, ${seconds()}`)
  }
}

const fit = (name: string, texts: Iterable<LabelledText>, epochs: number): { crf: Crf; data: Dataset } => {
  const builder = new DatasetBuilder(segmenter, words, tokenTable)
  for (const article of train) builder.add(labelArticle(article, tune.ann), 2)
  let skip = 0
  for (const text of texts) {
    skip = (skip + 1) % tune.part
    if (skip === 0) builder.add(text, 1)
  }
  const data = builder.finish(tune.cut)
  say(`${name}: ${String(data.examples.length)} sentences, ${String(data.masks.length)} characters, ${String(data.index.size)} features, ${seconds()}`)
  const crf = new Crf(data, data.index.size)
  learn(name, crf, data, epochs, tune)
  return { crf, data }
}

let { crf, data } = fit('first round', labelledTexts(), EPOCHS)
if (tune.silver > 0) {
  const known = new Set(annotated.map(({ annotation }) => annotation.id))
  const raw = articles.filter(([id]) => !known.has(id)).map(([, text]) => text).slice(0, tune.articles)
  const silver = labelSilver(raw, crf, data.index, segmenter, words, tokenTable, { weight: tune.silver, density: tune.density })
  say(`silver: ${String(silver.length)} of ${String(raw.length)} articles, ${seconds()}`)
  ;({ crf, data } = fit('second round', [...labelledTexts(), ...silver], EPOCHS))
}

const counts = new Int32Array(data.index.size)
for (const row of data.rows) if (row >= 0) counts[row] = (counts[row] as number) + 1
for (const rows of ROWS) {
say(`rows ${String(rows)}`)
const keep = tellingRows(crf.weights, counts, rows)
if (tune.polish > 0) {
  for (let f = 0; f < data.rows.length; f++) if (data.rows[f] as number >= 0 && keep[data.rows[f] as number] === 0) data.rows[f] = -1
  learn('polish', crf, data, tune.polish, { ...tune, dropout: tune.polishDropout })
}
const scaleDown = 1 - (tune.polish > 0 ? tune.polishDropout : tune.dropout)
const bare = packWeights({ name: 'policygraph-crf/1', keys: data.index.keys, weights: crf.weights.map((weight) => weight * scaleDown), transitions: crf.transitions, words, tokens: tokenData }, keep)
const plain = values['no-plain'] === true ? tokenData : markPlainTokens(tokenData, new Tagger(bare), segmenter, articles.slice(0, PLAIN_ARTICLES).map(([, text]) => text), train.map((article) => labelArticle(article, 1)))
const packed = { ...bare, tokens: plain }
say(`${String(plain.values.filter((value) => (value & PLAIN) !== 0).length)} plain tokens, ${seconds()}`)
const file = serialiseWeights(packed)
writeFileSync(values.out ?? projectPath('models/recogniser.bin'), file)
say(`${String(packed.keys.length)} rows, ${(file.length / 2 ** 20).toFixed(2)} MB`)

const tagger = new Tagger(packed)
const report = (title: string, texts: Iterable<readonly [LabelledText, readonly EntityForms[], ReadonlySet<string>]>): void => {
  const spans: Scores = new Map()
  const entities: Scores = new Map()
  for (const [labelled, forms, ignored] of texts) {
    const found = tagText(tagger, segmenter, labelled.text)
    scoreSpans(spans, labelled, found)
    const errors = scoreEntities(entities, labelled.text, forms, ignored, found)
    if (values.errors === true) for (const error of errors) say(error)
  }
  say(`\n${title}: spans\n${formatScores(spans)}\n${title}: entities\n${formatScores(entities)}`)
}
if (test.length > 0) {
  report('held-out annotations', test.map((article) => {
    const { annotation, text } = article
    const forms = annotation.entities.map((entity) => ({ kind: entity.kind, forms: new Set(entity.forms.map(([s, e]) => formKey(text.slice(s, e)))) }))
    return [labelArticle(article, 1), forms, new Set([...annotation.ignore, ...annotation.byline].map(([s, e]) => formKey(text.slice(s, e))))] as const
  }))
}
const dev = values.dev ?? join(corpora, '../gold/dev.jsonl')
report('dev', readFileSync(dev, 'utf8').split('\n').filter((line) => line !== '').map((line) => {
  const gold = JSON.parse(line) as GoldArticle
  const forms = gold.entities.map((entity) => ({ kind: entity.kind, forms: new Set([entity.name, ...entity.mentions].map(formKey)) }))
  return [labelGold(gold, 1), forms, new Set([...gold.ignore, ...gold.byline].map(formKey))] as const
}))
}
