/**
 * Turns annotated articles in gold form into models/train/annotations.jsonl.
 * usage: node dist/models/train/convert-annotations.js CORPORA GOLD.jsonl...
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { projectPath } from '../../src/core/paths.js'
import { readArticles, sha256 } from './annotations.js'
import type { Annotation, Offsets } from './annotations.js'
import { placesOf, spansOf, unquoted } from './gold.js'
import type { GoldArticle } from './gold.js'

const [corpora = '../shared/corpora', ...files] = process.argv.slice(2)
const sources = ['articles_news.jsonl.gz', 'articles_genre.jsonl.gz'].map((file) => ({ file, texts: readArticles(corpora, file) }))

const firstPlace = (text: string, form: string): Offsets[] => placesOf(text, form).slice(0, 1)

const convert = (gold: GoldArticle): Annotation => {
  const source = sources.find(({ texts }) => texts.get(gold.id) === gold.text)
  if (source === undefined) throw new Error(`no corpus file holds the text of ${gold.id}`)
  const spans = spansOf(gold.text, gold.entities)
  return {
    file: source.file,
    id: gold.id,
    sha256: sha256(gold.text),
    byline: gold.byline.flatMap((name) => placesOf(gold.text, name)),
    home: gold.home,
    ignore: gold.ignore.flatMap((form) => firstPlace(gold.text, form)),
    entities: gold.entities.map(({ id, kind, subkind, name, mentions }) => ({
      id,
      kind,
      subkind: subkind === '-' ? '' : subkind,
      forms: [...new Set([name, ...mentions].map(unquoted))].flatMap((form) => firstPlace(gold.text, form)),
      spans: spans.filter((span) => span.entity === id).map((span) => [span.start, span.end] as const),
    })),
    facts: gold.facts.flatMap(({ type, subject, object, modality, title, quote }) =>
      firstPlace(gold.text, quote).map((place) => ({ type, subject, object, modality, ...(title === undefined ? {} : { title }), quote: place })),
    ),
  }
}

const articles = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => convert(JSON.parse(line) as GoldArticle)))
articles.sort((a, b) => (a.id < b.id ? -1 : 1))
writeFileSync(projectPath('models/train/annotations.jsonl'), articles.map((article) => `${JSON.stringify(article)}\n`).join(''))
process.stdout.write(`${articles.length} articles, ${articles.reduce((sum, { entities }) => sum + entities.length, 0)} entities, ${articles.reduce((sum, { facts }) => sum + facts.length, 0)} facts\n`)
