/** What is written out, whichever the format: entities, facts with their evidence, and articles, page by page in a fixed order. */
import type { ArticleRecord, EntityRecord, Evidence, FactRecord } from '../core/records.js'
import { wellFormed } from './words.js'

/** A fact with all that a reader of it needs. */
export interface ExportFact {
  readonly fact: FactRecord
  /** What reviewers make of it, or ''. */
  readonly verdict: string
  /** Somebody concerned says that it is wrong, and that is not settled. */
  readonly disputed: boolean
  readonly subject: EntityRecord
  readonly object: EntityRecord
  /** Who says it, when somebody does. */
  readonly speaker: EntityRecord | undefined
  /** The latest article first. */
  readonly evidence: readonly Evidence[]
}

export interface FactPage {
  readonly facts: readonly ExportFact[]
  /** The articles of the evidence, by id. */
  readonly articles: ReadonlyMap<string, ArticleRecord>
}

/** What a file says of one piece of evidence besides the fact, and of its article. */
export type EvidenceHead = Pick<Evidence, 'articleId' | 'quote' | 'modality' | 'strength' | 'repairs'>
export type ArticleHead = Pick<ArticleRecord, 'id' | 'title' | 'date' | 'source' | 'url'>

/** A fact as a row or a line: the evidence as far as the choice of one quote needs it. */
export interface FactLine extends Omit<ExportFact, 'evidence'> {
  readonly evidence: readonly EvidenceHead[]
}

/** What the table of facts and the drawn formats need of a graph; every ExportGraph is one. */
export interface LineGraph {
  entities(): AsyncIterable<readonly EntityRecord[]>
  facts(): AsyncIterable<{ readonly facts: readonly FactLine[]; readonly articles: ReadonlyMap<string, ArticleHead> }>
}

/** Each part may be walked more than once. Entities, facts and articles come sorted by id. */
export interface ExportGraph {
  entities(): AsyncIterable<readonly EntityRecord[]>
  facts(): AsyncIterable<FactPage>
  articles(): AsyncIterable<readonly ArticleRecord[]>
}

/** What is left out unless asked for, and can be asked for with the whole graph only. */
export interface ExportOptions {
  /** Facts that have lost their evidence. */
  readonly withClosed?: boolean | undefined
  /** Facts that reviewers have rejected. */
  readonly withRejected?: boolean | undefined
}

/** Where permalinks point and ids hang: ends in `/`. */
export const DEFAULT_BASE = 'https://policygraph.example/'

/** Ids of articles, and of a co-mention's evidence with them, may hold anything. */
const local = (id: string): string => encodeURIComponent(wellFormed(id))

export interface Links {
  entity(id: string): string
  fact(id: string): string
  evidence(factId: string, id: string): string
  article(id: string): string
  /** A version of the program, and a rule with its version. */
  pipeline(name: string): string
  rule(name: string): string
}

/** Addresses of things under a base; the server answers those of facts and entities. */
export const linksUnder = (base: string): Links => ({
  entity: (id) => `${base}dossier/${local(id)}`,
  fact: (id) => `${base}fact/${local(id)}`,
  evidence: (factId, id) => `${base}fact/${local(factId)}#${local(id)}`,
  article: (id) => `${base}article/${local(id)}`,
  pipeline: (name) => `${base}pipeline/${local(name)}`,
  rule: (name) => `${base}rule/${local(name)}`,
})
