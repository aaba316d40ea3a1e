/**
 * `npm run quality`: scores the annotated articles through the independent scorer and the labelled sentence sets, prints a confusion
 * table and the worst errors with their sentences, and compares with the committed baseline.
 *
 * usage: npm run quality -- [--shared FOLDER] [--errors N] [--update]
 * exit: 0 held, 1 a figure fell by more than half a point or there is no baseline, 2 nothing to score.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectPath } from '../../src/core/paths.js'
import { fallen, figuresOf, readBaseline, writeBaseline, type Figures } from './baseline.js'
import { confusionTable } from './confusion.js'
import { measure } from './measure.js'
import { measureNerSets } from './ner-sets.js'
import { countedErrors, worstErrors } from './worst.js'

const { values } = parseArgs({ options: { shared: { type: 'string', default: projectPath('..', 'shared') }, errors: { type: 'string', default: '25' }, update: { type: 'boolean', default: false } } })
/** Sentences are shown up to this length (UTF-16 code units). */
const LONGEST = 200
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const scorer = join(values.shared, 'gold', 'score.py')
if (!existsSync(scorer)) {
  process.stderr.write(`未找到标注文章 ${scorer}，没有可评的内容 · no annotated articles there; name their folder with --shared\n`)
  process.exit(2)
}

let figures: Figures = {}
for (const set of ['seed', 'dev']) {
  const file = join(values.shared, 'gold', `${set}.jsonl`)
  if (!existsSync(file)) continue
  const measured = measure(file, scorer)
  const { gold, graphs, scores } = measured
  figures = { ...figures, ...figuresOf(set, scores) }
  print(`\n== ${set}: ${gold.length} articles   (P R F1 [n])`)
  for (const [title, rows] of [['entities', scores.entities], ['facts', scores.facts]] as const) {
    for (const [type, [p = 0, r = 0, f = 0, n = 0]] of Object.entries(rows)) print(`  ${type.padEnd(20)} ${p.toFixed(3)} ${r.toFixed(3)} ${f.toFixed(3)} [${n}]`)
    print(`${title.padEnd(22)} ${(title === 'entities' ? scores.entities_micro : scores.facts_micro).map((value) => value.toFixed(3)).join(' ')}`)
  }
  print(`facts with modality    ${scores.facts_with_modality.map((value) => value.toFixed(3)).join(' ')}`)
  print(`spans exact ${scores.mention_spans_exact}, quotes exact ${scores.quotes_exact}`)
  print(`\nannotated kind (rows) against found kind (columns)\n${confusionTable(gold, graphs)}`)
  const errors = worstErrors(measured)
  print(`\nerrors (${errors.length} in all)\n${countedErrors(errors)}`)
  for (const { rank, told, sentence } of errors.slice(0, Number(values.errors))) print(`  ${rank}: ${told}\n      ${sentence.slice(0, LONGEST)}`)
}

print('\n== labelled sentences (F1; the recogniser was trained on these sets, so a fall tells of a regression, a height of nothing)')
const ner = measureNerSets(join(values.shared, 'corpora'))
for (const [name, value] of Object.entries(ner)) print(`  ${name.padEnd(28)} ${value.toFixed(3)}`)
figures = { ...figures, ...ner }

if (values.update) {
  writeBaseline(figures)
  print('\nbaseline written')
} else {
  const baseline = readBaseline()
  const worse = baseline ? fallen(baseline, figures) : []
  print(baseline ? `\nagainst the baseline: ${worse.length === 0 ? 'held' : 'FELL'}` : '\nno baseline yet; --update writes one')
  for (const { name, before, after } of worse) print(`  ${name}: ${before.toFixed(3)} → ${after.toFixed(3)}`)
  if (!baseline || worse.length > 0) process.exitCode = 1
}
