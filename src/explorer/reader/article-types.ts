import type { EntityRef } from '../data/answer-types.js'
import type { GraphFact } from '../graph/graph-data.js'

/** What the reader gets of one article. */

export interface Span {
  readonly start: number
  readonly end: number
}

export interface ArticleMention {
  readonly raw: Span
  readonly clean: Span
  readonly entity: EntityRef
}

export interface ArticleFact extends GraphFact {
  readonly evidence: readonly { readonly quote: string; readonly cleanQuote: string; readonly raw: Span; readonly clean: Span; readonly rule: string; readonly repairs: readonly string[]; readonly article: { readonly id: string } }[]
}

export interface ArticleView {
  readonly id: string
  readonly title: string
  readonly date: string | null
  readonly source: string
  readonly url: string
  readonly byline: readonly string[]
  readonly synthetic: boolean
  /** Who took the article back, when and why; null while it counts. */
  readonly retraction: { readonly actor: string; readonly at: string; readonly reason: string } | null
  readonly rawText: string
  readonly cleanText: string
  readonly mentions: readonly ArticleMention[]
  readonly repairs: readonly { readonly pass: string; readonly raw: Span; readonly before: string; readonly after: string; readonly certainty: number }[]
  readonly facts: readonly ArticleFact[]
}
