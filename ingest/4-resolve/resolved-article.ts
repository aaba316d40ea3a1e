import type { EntityKind } from '../../schema/ontology/index.js'
import type { ArticleEntity } from '../../src/core/records.js'
import type { ExtractedArticle } from '../3-extract/document.js'

/** What an article's mentions refer to, before it has an id. */
export interface LocalEntity {
  readonly kind: EntityKind
  readonly subkind: string
  /** The fullest form in the article. */
  readonly name: string
  readonly aliases: readonly string[]
  /** Gazetteer code of a region, or ''. */
  readonly code: string
  /** Indexes into the extracted mentions, in text order. */
  readonly mentions: readonly number[]
}

/** A post with its body settled. */
export interface ResolvedPost {
  /** Index into `locals`; undefined for a post after a verb, whose holder relation finds. */
  readonly person: number | undefined
  /** The verb that a post without a person follows, else ''. */
  readonly verb: string
  /** Index into `locals`. */
  readonly body: number
  readonly title: string
  /** True when the body is not written in the sentence and comes from the home region or the focus. */
  readonly implied: boolean
  readonly start: number
  readonly end: number
  readonly sentence: number
}

export interface ResolvedArticle {
  readonly extracted: ExtractedArticle
  readonly locals: readonly LocalEntity[]
  /** The same entities with ids and mentions as they go to the store; same order as `locals`. */
  readonly entities: readonly ArticleEntity[]
  /** Local entity of each extracted mention; same order as `extracted.mentions`. */
  readonly entityOf: readonly number[]
  readonly posts: readonly ResolvedPost[]
  /** Local index of the home region, or undefined. */
  readonly home: number | undefined
}

