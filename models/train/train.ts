/**
 * Trains the recogniser and writes models/recogniser.bin.
 * usage: node dist/models/train/train.js [CORPORA] [--held-out FOLD] [--dev GOLD.jsonl] [--out FILE]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSegmenter } from '../../ingest/3-extract/segmenter/open-segmenter.js'
import { Tagger } from '../../ingest/3-extract/recogniser/tagger.js'
import { serialiseWeights } from '../../ingest/3-extract/recogniser/weights.js'
import { projectPath } from '../../src/core/paths.js'
import { labelArticle, labelGold } from './annotated-text.js'
import { readAnnotations } from './annotations.js'
import type { AnnotatedArticle } from './annotations.js'
import { readCluener, readFinre, readTagged } from './corpora.js'
import { Crf } from './crf.js'
import { DatasetBuilder } from './dataset.js'
import { formKey, formatScores, scoreEntities, scoreSpans, tagText } from './evaluate.js'
import type { EntityForms, Scores } from './evaluate.js'
import type { GoldArticle } from './gold.js'
import type { LabelledText } from './labels.js'
import { packWeights } from './pack.js'
import { buildWords } from './words.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'held-out': { type: 'string' }, dev: { type: 'string' }, out: { type: 'string' }, epochs: { type: 'string' }, rows: { type: 'string' }, errors: { type: 'boolean' } },
})
const corpora = positionals[0] ?? '../shared/corpora'
const heldOut = values['held-out'] === undefined ? -1 : Number(values['held-out'])
const EPOCHS = Number(values.epochs ?? 8)
const ROWS = Number(values.rows ?? 400_000)
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const foldOf = ({ annotation }: AnnotatedArticle): number => Number.parseInt(annotation.sha256.slice(0, 6), 16) % 5
const annotated = readAnnotations(projectPath('models/train/annotations.jsonl'), corpora)
const train = annotated.filter((article) => foldOf(article) !== heldOut)
const test = annotated.filter((article) => foldOf(article) === heldOut)

const segmenter = openSegmenter()
const words = buildWords(corpora)
const builder = new DatasetBuilder(segmenter, words)
const started = performance.now()
const load = (name: string, texts: Iterable<LabelledText>, count: number): void => {
  const before = builder.characters
  for (const text of texts) builder.add(text, count)
  say(`${name}: ${String(builder.characters - before)} characters, ${((performance.now() - started) / 1000).toFixed(0)} s`)
}
load('annotations', train.map((article) => labelArticle(article, 1)), 2)
load('msra', readTagged(corpora, 'ner/msra_train.bio.gz', 0.4), 1)
load('peoples-daily', readTagged(corpora, 'ner/peoples_daily_dev.bio.gz', 0.4), 1)
load('resume', readTagged(corpora, 'ner/resume_train.bmes.gz', 0.4), 1)
load('cluener', readCluener(corpora, 0.4), 1)
load('finre', readFinre(corpora, 0.3), 1)
const data = builder.finish(3)
say(`${String(data.examples.length)} sentences, ${String(data.index.size)} features`)

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

const crf = new Crf(data, data.index.size)
const order = Int32Array.from(data.examples, (_, index) => index)
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  shuffle(order, epoch * 7919)
  let loss = 0
  order.forEach((at, done) => {
    const example = data.examples[at]
    if (example !== undefined) loss += crf.learn(example, { rate: 0.1, shrink: 1e-5 })
    if (done % 20000 === 19999) process.stderr.write(`\repoch ${String(epoch)}/${String(EPOCHS)} ${((100 * done) / order.length).toFixed(0)} %`)
  })
  say(`\repoch ${String(epoch)}/${String(EPOCHS)} loss ${loss.toFixed(0)}, ${((performance.now() - started) / 1000).toFixed(0)} s`)
}

const packed = packWeights({ name: 'policygraph-crf/1', keys: data.index.keys, weights: crf.weights, transitions: crf.transitions, words, clusters: { keys: new Int32Array(0), values: new Uint8Array(0) } }, ROWS)
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
