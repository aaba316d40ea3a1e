import type { EntityKind, Modality, RelationType, Strength } from '../../schema/ontology/index.js'
import type { CleanSpan, RawSpan } from './span.js'

/** One repair of damaged text. A repair that only changes form (width, script) has certainty 1. */
export interface Repair {
  /** Id of the cleaning pass, e.g. `pinyin-gloss`. */
  readonly pass: string
  readonly raw: RawSpan
  readonly before: string
  readonly after: string
  /** 0–1: how sure the pass is that `after` is what the author wrote. */
  readonly certainty: number
}

export interface ArticleRecord {
  readonly id: string
  readonly title: string
  /** ISO date, or '' when unknown. */
  readonly date: string
  readonly source: string
  readonly url: string
  readonly byline: readonly string[]
  /** Id of the region whose organs a bare 市委 or 市长 belongs to, or ''. */
  readonly homeId: string
  readonly rawText: string
  readonly cleanText: string
  /** SHA-256 of the raw text. */
  readonly textHash: string
  /** Offset map in its stored form (ingest/2-clean/offset-map.ts). */
  readonly offsets: string
  readonly repairs: readonly Repair[]
  /** Invented for the samples. */
  readonly synthetic: boolean
  /** Version of the pipeline that read it, with the segmenter used. */
  readonly pipeline: string
}

/** One occurrence of an entity in an article. */
export interface Mention {
  /** The raw slice, verbatim. */
  readonly text: string
  /** The same after repair. */
  readonly clean: string
  readonly raw: RawSpan
  readonly span: CleanSpan
  /** 0-based index of the sentence in the article. */
  readonly sentence: number
  /** How the article brings the form: introduced as a short name (以下简称), or given as a former one (原名). */
  readonly role?: 'introduced' | 'former'
}

/** What one article says of one entity. The stored entity is the fold of these over all articles. */
export interface ArticleEntity {
  readonly id: string
  readonly kind: EntityKind
  readonly subkind: string
  /** The fullest form in this article, repaired. */
  readonly name: string
  /** Further repaired forms. */
  readonly aliases: readonly string[]
  /** The identity key that the id was made from, readable. */
  readonly key: string
  readonly mentions: readonly Mention[]
}

/** One article's proof of one fact. `quote` equals `rawText.slice(raw.start, raw.end)`, always. */
export interface Evidence {
  readonly id: string
  readonly factId: string
  readonly articleId: string
  readonly type: RelationType
  readonly subjectId: string
  readonly objectId: string
  /** Post as written, for HOLDS_POSITION; else ''. */
  readonly title: string
  readonly quote: string
  readonly cleanQuote: string
  readonly raw: RawSpan
  readonly span: CleanSpan
  readonly sentence: number
  /** The word that gave the rule its hold, repaired. */
  readonly cue: string
  /** Rule id with version, e.g. `visited/1`. */
  readonly rule: string
  readonly modality: Modality
  readonly strength: Strength
  /** Id of the entity that says it, or ''. */
  readonly speakerId: string
  /** ISO date of the event told, or ''. */
  readonly eventDate: string
  readonly textHash: string
  /** Passes whose repairs lie within the quote. */
  readonly repairs: readonly string[]
}

/** All that one article brings to the graph. */
export interface ArticleGraph {
  readonly article: ArticleRecord
  readonly entities: readonly ArticleEntity[]
  readonly evidence: readonly Evidence[]
}

/** A stored entity: the fold of its ArticleEntity records. */
export interface EntityRecord {
  readonly id: string
  readonly kind: EntityKind
  readonly subkind: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly articleCount: number
}

/** A stored fact: the fold of its evidence. Open while it has any. */
export interface FactRecord {
  readonly id: string
  readonly type: RelationType
  readonly subjectId: string
  readonly objectId: string
  readonly title: string
  readonly modality: Modality
  readonly strength: Strength
  readonly speakerId: string
  /** ISO dates of the earliest and latest evidence (event date, else article date), or ''. */
  readonly firstSeen: string
  readonly lastSeen: string
  readonly articleCount: number
  readonly evidenceCount: number
  readonly open: boolean
  /** Why a closed fact was closed, or ''. */
  readonly closedWhy: string
}
