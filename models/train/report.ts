/** Scores packed weights on annotated articles and on the invented sentences that ship with the project. */
import { readFileSync } from 'node:fs'
import type { Segmenter } from '../../ingest/3-extract/document.js'
import type { Tagger } from '../../ingest/3-extract/recogniser/tagger.js'
import { TAGGED_KINDS } from '../../ingest/3-extract/recogniser/tags.js'
import { projectPath } from '../../src/core/paths.js'
import { labelArticle, labelGold } from './annotated-text.js'
import type { AnnotatedArticle } from './annotations.js'
import { formKey, scoreEntities, scoreSpans, tagText } from './evaluate.js'
import type { EntityForms, Scores } from './evaluate.js'
import type { GoldArticle } from './gold.js'
import { blankMasks, paint } from './labels.js'
import type { GoldSpan, LabelledText } from './labels.js'

/** A text with what is to be found in it. */
export interface ScoredText {
  readonly labelled: LabelledText
  readonly entities: readonly EntityForms[]
  readonly ignored: ReadonlySet<string>
}

export const scoredAnnotation = (article: AnnotatedArticle): ScoredText => {
  const { annotation, text } = article
  return {
    labelled: labelArticle(article, 1),
    entities: annotation.entities.map(({ kind, forms }) => ({ kind, forms: new Set(forms.map(([start, end]) => formKey(text.slice(start, end)))) })),
    ignored: new Set([...annotation.ignore, ...annotation.byline].map(([start, end]) => formKey(text.slice(start, end)))),
  }
}

export const readGold = (path: string): GoldArticle[] => readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as GoldArticle)

export const scoredGold = (gold: GoldArticle): ScoredText => ({
  labelled: labelGold(gold, 1),
  entities: gold.entities.map(({ kind, name, mentions }) => ({ kind, forms: new Set([name, ...mentions].map(formKey)) })),
  ignored: new Set([...gold.ignore, ...gold.byline].map(formKey)),
})

const LETTERS: Readonly<Record<string, GoldSpan['kind']>> = { P: 'PERSON', C: 'COMPANY', O: 'ORGANIZATION', R: 'REGION', I: 'INITIATIVE' }

/** Reads a sentence whose names are marked `[K:name]`. */
export const parseMarked = (line: string): LabelledText => {
  const spans: GoldSpan[] = []
  let text = ''
  let at = 0
  for (const match of line.matchAll(/\[([PCORI]):([^\]]+)\]/g)) {
    text += line.slice(at, match.index)
    const kind = LETTERS[match[1] ?? ''] ?? 'PERSON'
    spans.push({ start: text.length, end: text.length + (match[2] ?? '').length, kind })
    text += match[2] ?? ''
    at = match.index + match[0].length
  }
  text += line.slice(at)
  const masks = blankMasks(text.length)
  for (const { start, end, kind } of spans) paint(masks, start, end, [kind])
  return { text, masks, weight: 1, spans }
}

/** The invented sentences of models/fixture.txt. */
export const readFixture = (): LabelledText[] =>
  readFileSync(projectPath('models', 'fixture.txt'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map(parseMarked)

/** Precision, recall, F1 and number of gold items, by kind and in `all`. */
export type Figures = Readonly<Record<string, readonly [precision: number, recall: number, f1: number, gold: number]>>

const figuresOf = (scores: Scores): Figures => {
  const round = (value: number): number => Math.round(value * 1000) / 1000
  return Object.fromEntries(
    [...TAGGED_KINDS, 'all'].flatMap((name) => {
      const score = scores.get(name)
      return score === undefined ? [] : [[name, [round(score.precision), round(score.recall), round(score.f1), score.found + score.missed]] as const]
    }),
  )
}

/** Exact spans. */
export const spanFigures = (tagger: Tagger, segmenter: Segmenter, texts: readonly LabelledText[]): Figures => {
  const scores: Scores = new Map()
  for (const labelled of texts) scoreSpans(scores, labelled, tagText(tagger, segmenter, labelled.text))
  return figuresOf(scores)
}

/** Entities by kind and form, once an article; the errors come along. */
export const entityFigures = (tagger: Tagger, segmenter: Segmenter, texts: readonly ScoredText[]): { figures: Figures; errors: string[] } => {
  const scores: Scores = new Map()
  const errors = texts.flatMap(({ labelled, entities, ignored }) => scoreEntities(scores, labelled.text, entities, ignored, tagText(tagger, segmenter, labelled.text)))
  return { figures: figuresOf(scores), errors }
}

export const formatFigures = (title: string, figures: Figures): string =>
  [title, ...Object.entries(figures).map(([name, [p, r, f, n]]) => `  ${name.padEnd(13)} P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${f.toFixed(3)}  [${String(n)}]`)].join('\n')
