/**
 * `npm run train`: trains the recogniser and writes models/recogniser.bin and models/scores.json.
 *
 * usage: npm run train -- [CORPORA] [--held-out FOLD [--out FILE]]
 * CORPORA defaults to ../shared/corpora. With --held-out a fifth (0–4) of the annotated articles is kept from training and
 * scored; such a run writes no scores, and its weights only where --out says. Deterministic; one core, about twenty minutes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Tagger } from '../../ingest/3-extract/recogniser/tagger.js'
import { PLAIN, TokenTable } from '../../ingest/3-extract/recogniser/token-table.js'
import type { TokenData } from '../../ingest/3-extract/recogniser/token-table.js'
import { serialiseWeights } from '../../ingest/3-extract/recogniser/weights.js'
import { openSegmenter } from '../../ingest/3-extract/segmenter/open-segmenter.js'
import { projectPath } from '../../src/core/paths.js'
import { labelArticle } from './annotated-text.js'
import { readAnnotations, readArticles } from './annotations.js'
import type { AnnotatedArticle } from './annotations.js'
import { calibrate } from './calibrate.js'
import type { Calibration } from './calibrate.js'
import { clusterWords } from './clusters.js'
import { readCluener, readFinre, readTagged } from './corpora.js'
import { buildDataset, fit, learn, prune, rowCounts } from './fit.js'
import type { Lexicon } from './fit.js'
import type { LabelledText } from './labels.js'
import { packWeights, tellingRows } from './pack.js'
import { markPlainTokens } from './plain-tokens.js'
import { entityFigures, formatFigures, readFixture, readGold, scoredAnnotation, scoredGold, spanFigures } from './report.js'
import { SETTINGS } from './settings.js'
import type { Settings } from './settings.js'
import { labelSilver } from './silver.js'
import { buildWords } from './words.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'held-out': { type: 'string' }, out: { type: 'string' }, set: { type: 'string' }, clusters: { type: 'string' }, errors: { type: 'boolean', default: false } },
})
const corpora = positionals[0] ?? projectPath('..', 'shared', 'corpora')
const heldOut = values['held-out'] === undefined ? -1 : Number(values['held-out'])
// --set '{"epochs":2}' tries other settings without touching the file.
const settings: Settings = { ...SETTINGS, ...(JSON.parse(values.set ?? '{}') as Partial<Settings>) }

const began = performance.now()
const progress = (line: string, done: boolean): void => {
  const time = `${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  `
  if (done || process.stderr.isTTY) process.stderr.write(`\r${time}${line.padEnd(70)}${done ? '\n' : ''}`)
}
const say = (line: string): void => { progress(line, true) }

/** Which fifth an article belongs to; by its text, so that it never changes. */
const foldOf = ({ annotation }: AnnotatedArticle): number => Number.parseInt(annotation.sha256.slice(0, 6), 16) % 5
const annotated = readAnnotations(projectPath('models', 'train', 'annotations.jsonl'), corpora)
const train = annotated.filter((article) => foldOf(article) !== heldOut)
const test = annotated.filter((article) => foldOf(article) === heldOut)
// No annotated article is read as a raw one, held out or not.
const known = new Set(annotated.map(({ annotation }) => annotation.id))
const raw = [...readArticles(corpora, 'articles_news.jsonl.gz')].filter(([id]) => !known.has(id)).map(([, text]) => text)

const segmenter = openSegmenter()
const words = buildWords(corpora)

const makeTokens = (): TokenData => {
  if (values.clusters !== undefined && existsSync(values.clusters)) {
    const saved = JSON.parse(readFileSync(values.clusters, 'utf8')) as { keys: number[]; values: number[] }
    return { keys: Int32Array.from(saved.keys), values: Uint16Array.from(saved.values) }
  }
  const made = clusterWords(raw, segmenter)
  // --clusters FILE keeps them between trial runs.
  if (values.clusters !== undefined) writeFileSync(values.clusters, JSON.stringify({ keys: [...made.keys], values: [...made.values] }))
  return { keys: made.keys, values: Uint16Array.from(made.values) }
}
const tokens = makeTokens()
say(`${String(tokens.keys.length)} words in clusters`)

const lexicon: Lexicon = { segmenter, words, tokens: new TokenTable(tokens) }
const { weights } = settings
const gold = train.map((article) => labelArticle(article, weights.annotations))
function* general(): Generator<LabelledText> {
  yield* readTagged(corpora, 'ner/msra_train.bio.gz', weights.news)
  yield* readTagged(corpora, 'ner/peoples_daily_dev.bio.gz', weights.news)
  yield* readTagged(corpora, 'ner/resume_train.bmes.gz', weights.resume)
  yield* readCluener(corpora, weights.cluener)
  yield* readFinre(corpora, weights.finre)
}
let data = buildDataset(lexicon, gold, general(), settings.cut)
let crf = fit('first round', data, settings.epochs, settings, progress)
if (settings.silverArticles > 0) {
  const texts = raw.slice(0, settings.silverArticles)
  const silver = labelSilver(texts, crf, data.index, lexicon, { weight: weights.silver, density: settings.silverDensity })
  say(`${String(silver.length)} of ${String(texts.length)} raw articles labelled`)
  data = buildDataset(lexicon, gold, [...general(), ...silver], settings.cut)
  crf = fit('second round', data, settings.epochs, settings, progress)
}
const keep = tellingRows(crf.weights, rowCounts(data), settings.rows)
prune(data, keep)
learn('polish', crf, data, settings.polishEpochs, { ...settings, dropout: settings.polishDropout }, progress)

const calibrationFile = projectPath('models', 'train', 'calibration.json')
const readCalibration = (): Calibration => JSON.parse(readFileSync(calibrationFile, 'utf8')) as Calibration
// While training a share of the features is silent; with all of them heard the weights are scaled down to match.
const heard = 1 - settings.polishDropout
const bare = packWeights({ keys: data.index.keys, weights: crf.weights.map((weight) => weight * heard), transitions: crf.transitions, words, tokens, calibration: readCalibration() }, keep)
const plain = markPlainTokens(tokens, new Tagger(bare), segmenter, raw.slice(0, settings.plainArticles), gold)
say(`${String(plain.values.filter((value) => (value & PLAIN) !== 0).length)} plain tokens`)
const packed = { ...bare, tokens: plain }
const file = serialiseWeights(packed)
const out = values.out ?? (heldOut < 0 ? projectPath('models', 'recogniser.bin') : undefined)
if (out !== undefined) writeFileSync(out, file)
say(`${String(packed.keys.length)} features, ${(file.length / 2 ** 20).toFixed(2)} MB${out === undefined ? '' : ` in ${out}`}`)

const tagger = new Tagger(packed)
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const dev = existsSync(join(corpora, '../gold/dev.jsonl')) ? readGold(join(corpora, '../gold/dev.jsonl')).map(scoredGold) : []
const sets = [['held-out annotations', test.map(scoredAnnotation)], ['dev', dev]] as const
const figures = Object.fromEntries(sets.filter(([, texts]) => texts.length > 0).map(([name, texts]) => {
  const spans = spanFigures(tagger, segmenter, texts.map(({ labelled }) => labelled))
  const { figures: entities, errors } = entityFigures(tagger, segmenter, texts)
  if (values.errors) errors.forEach(print)
  print(formatFigures(`\n${name}: spans`, spans))
  print(formatFigures(`${name}: entities`, entities))
  return [name, { spans, entities }]
}))
const fixture = spanFigures(tagger, segmenter, readFixture())
print(formatFigures('\nfixture: spans', fixture))
if (heldOut >= 0) {
  const calibration = calibrate(tagger, segmenter, test.map(({ annotation, text }) => labelArticle({ annotation, text }, 1)))
  print(`\ncalibration on the held-out fifth: ${JSON.stringify(calibration)}`)
} else if (values.out === undefined) {
  writeFileSync(projectPath('models', 'scores.json'), `${JSON.stringify({ name: packed.name, bytes: file.length, features: packed.keys.length, segmenter: segmenter.name, fixture, ...figures }, undefined, 1)}\n`)
}
