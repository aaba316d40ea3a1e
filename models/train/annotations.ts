/** Hand annotations as offsets into articles of the corpora folder: no text of theirs is kept in the project. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EntityKind, Modality, RelationType } from '../../schema/ontology/index.js'
import { readText } from './corpora.js'

export type Offsets = readonly [start: number, end: number]

/** One article of annotations.jsonl. Offsets are UTF-16, half-open, into the article's text. */
export interface Annotation {
  /** Corpus file, relative to the corpora folder. */
  readonly file: string
  readonly id: string
  /** SHA-256 of the text, so that a changed corpus shows. */
  readonly sha256: string
  readonly byline: readonly Offsets[]
  /** Id of the home region, or null. */
  readonly home: string | null
  readonly ignore: readonly Offsets[]
  readonly entities: readonly AnnotatedEntity[]
  readonly facts: readonly AnnotatedFact[]
}

export interface AnnotatedEntity {
  readonly id: string
  readonly kind: EntityKind
  readonly subkind: string
  /** First place of each distinct form, the name's own first. */
  readonly forms: readonly Offsets[]
  /** Every occurrence, longest form first, without nesting. */
  readonly spans: readonly Offsets[]
}

export interface AnnotatedFact {
  readonly type: RelationType
  readonly subject: string
  readonly object: string
  readonly modality: Modality
  /** Title of a post, as the annotator wrote it. */
  readonly title?: string
  readonly quote: Offsets
}

export interface AnnotatedArticle {
  readonly annotation: Annotation
  readonly text: string
}

/** The articles of a corpus file by id. */
export const readArticles = (corpora: string, file: string): Map<string, string> => {
  const texts = new Map<string, string>()
  for (const line of readText(join(corpora, file)).split('\n')) {
    if (line === '') continue
    const { id, text } = JSON.parse(line) as { id: string; text: string }
    texts.set(id, text)
  }
  return texts
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Reads the annotations with the texts they point into.
 * Throws when an article is missing or its text is not the one that was annotated.
 */
export const readAnnotations = (path: string, corpora: string): AnnotatedArticle[] => {
  const files = new Map<string, Map<string, string>>()
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line) => {
    const annotation = JSON.parse(line) as Annotation
    const articles = files.get(annotation.file) ?? readArticles(corpora, annotation.file)
    files.set(annotation.file, articles)
    const text = articles.get(annotation.id)
    if (text === undefined || sha256(text) !== annotation.sha256) throw new Error(`${annotation.file} does not hold the annotated text of ${annotation.id}`)
    return { annotation, text }
  })
}
