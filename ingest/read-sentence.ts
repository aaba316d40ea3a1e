/** One plain sentence through the same stages as an article, for questions that are asked in words. */
import type { EntityKind } from '../schema/ontology/index.js'
import type { ArticleGraph } from '../src/core/records.js'
import type { CleanSpan } from '../src/core/span.js'
import { cleanArticle, type CleanArticle } from './2-clean/clean-article.js'
import { extractArticle, extractorTools } from './3-extract/extract.js'
import { resolveArticle } from './4-resolve/resolve.js'
import { relateArticle } from './5-relate/relate.js'

/** A name that is known to stand in the sentence. */
export interface GivenName {
  readonly span: CleanSpan
  readonly text: string
  readonly kind: EntityKind
  readonly subkind: string
}

const GIVEN = 'given'

/** The sentence after repair. */
export const cleanSentence = (text: string): CleanArticle =>
  cleanArticle({ id: 'sentence', title: '', date: '', source: '', url: '', byline: [], text, synthetic: false, origin: { file: '-', index: 0 } })

/** What the sentence says, as the graph of an article of one sentence. Ids are those that an article would give. */
export function readSentence(article: CleanArticle, names: readonly GivenName[]): ArticleGraph {
  const given = names.map((name) => ({ ...name, by: GIVEN, weight: 1 }))
  return relateArticle(resolveArticle(extractArticle(article, extractorTools(), given)), '')
}
