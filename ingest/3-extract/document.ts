/** What extraction works on and makes: sentences, candidates, mentions, posts. All spans are clean spans. */
import type { EntityKind } from '../../schema/ontology/index.js'
import type { CleanSpan } from '../../src/core/span.js'
import type { CleanArticle } from '../2-clean/clean-article.js'
import type { KnownNames } from './known-names.js'

/** A token of the segmenter; tokens tile the text. */
export interface Token {
  readonly text: string
  /** Part of speech in jieba's tag set, '' when unknown. */
  readonly tag: string
  readonly span: CleanSpan
}

/** Port: nodejieba where it loads, else @node-rs/jieba. Its boundaries inform and never decide. */
export interface Segmenter {
  /** Recorded in each run's metadata, e.g. `nodejieba@3.4.4`. */
  readonly name: string
  /** Spans count from `from`, 0 by default. */
  segment(text: string, from?: number): readonly Token[]
}

export interface Sentence {
  readonly index: number
  /** Without the line break that ends a paragraph; with its final punctuation. */
  readonly span: CleanSpan
  readonly text: string
  /** 0-based paragraph. */
  readonly paragraph: number
}

/** A text span that somebody takes for an entity. Arbitration picks among overlapping ones. */
export interface Candidate {
  readonly span: CleanSpan
  readonly text: string
  readonly kind: EntityKind
  readonly subkind: string
  /** Who proposes it: detector id or recogniser name. */
  readonly by: string
  /** Higher wins an overlap; 0–1. */
  readonly weight: number
  /** Gazetteer code of a region, when known. */
  readonly code?: string
}

/** Port: a trained tagger. It sees one sentence at a time. */
export interface Recogniser {
  readonly name: string
  recognise(text: string, tokens: readonly Token[]): readonly Omit<Candidate, 'by'>[]
}

/** The text with what every detector may ask of it. */
export interface TextView {
  readonly article: CleanArticle
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  /** Index of each sentence's first token; one more entry closes the last. */
  readonly firstToken: readonly number[]
}

/** An accepted candidate. */
export interface EntityMention extends Candidate {
  readonly sentence: number
}

/** A post as the text gives it: person, title, and the body by mention, by a bare organ (市委), or by neither. */
export interface Post {
  /** Index into `mentions`; undefined for a post after a verb (曾任X局局长), whose holder is told by the discourse. */
  readonly person: number | undefined
  /** The verb that a post without a person follows, else ''. */
  readonly verb: string
  /** Index into `mentions`. */
  readonly body: number | undefined
  /** Organ without a name (市委, 集团), or ''. */
  readonly organ: string
  /** As written, without the body. */
  readonly title: string
  /** From the body to the name; without a name, from the verb to the title's end. */
  readonly span: CleanSpan
  readonly sentence: number
}

/** What extraction hands on. Mentions are in text order and do not overlap. */
export interface ExtractedArticle {
  readonly view: TextView
  readonly mentions: readonly EntityMention[]
  readonly posts: readonly Post[]
  readonly byline: readonly string[]
}

/** Port: finds candidates of one kind by one means. One file each, listed in detectors/index.ts. */
export interface Detector {
  readonly id: string
  readonly doc: string
  /** `known` holds what the recogniser and the detectors before this one propose; a detector may add its own finds. */
  detect(view: TextView, known: KnownNames): readonly Candidate[]
}
