import type { ArticleRef, EntityHit, EntityRef, EvidenceView, PageInfo, ReasonView } from './answer-types.js'

/** What find-queries.ts asks for. */

export interface SuggestView {
  readonly search: {
    readonly edges: readonly {
      readonly match: string
      readonly node: EntityHit & { readonly facts: { readonly nodes: readonly { readonly title: string; readonly object: EntityRef }[] } }
    }[]
  }
  readonly articles: { readonly nodes: readonly ArticleRef[] }
}

export interface TimelineEntry {
  readonly day: string | null
  readonly kind: string
  readonly dated: boolean
  readonly modality: string
  readonly evidenceCount: number
  readonly fact: { readonly id: string; readonly type: string; readonly title: string; readonly subject: EntityRef; readonly object: EntityRef; readonly evidence: readonly EvidenceView[] } | null
  readonly articles: readonly ArticleRef[]
}

export interface TimelineView {
  readonly timeline: { readonly totalCount: number; readonly pageInfo: PageInfo; readonly notes: readonly ReasonView[]; readonly nodes: readonly TimelineEntry[] }
}

export interface PostView {
  readonly person: EntityRef
  readonly body: EntityRef
  readonly title: string
  readonly isHead: boolean
  readonly state: string
  readonly since: string | null
  readonly until: string | null
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly articleCount: number
  readonly facts: readonly { readonly id: string; readonly evidence: readonly EvidenceView[] }[]
}

export interface SameReasonView extends ReasonView {
  readonly weight: number
  readonly left: string
  readonly right: string
}

export interface SameView {
  readonly entity: {
    readonly possiblySame: readonly { readonly score: number; readonly cause: string; readonly entity: EntityHit; readonly reasons: readonly SameReasonView[] }[]
    readonly mergedFrom: readonly { readonly referenceId: string; readonly referenceName: string; readonly reasons: readonly SameReasonView[] }[]
  } | null
}

export interface NamesView {
  readonly entity: {
    readonly aliasNotes: readonly { readonly alias: string; readonly role: string; readonly quote: string; readonly article: ArticleRef }[]
    readonly externalIds: readonly { readonly scheme: string; readonly value: string }[]
  } | null
}

interface TrendCounts {
  readonly articles: number
  readonly facts: number
  readonly evidence: number
}

export interface TrendsView {
  readonly trends: { readonly truncated: boolean; readonly points: readonly (TrendCounts & { readonly period: string })[]; readonly undated: TrendCounts }
}

export interface NeighboursView {
  readonly neighbours: {
    readonly tested: number
    readonly least: number
    readonly maxP: number
    readonly notes: readonly ReasonView[]
    readonly neighbours: readonly { readonly entity: EntityRef; readonly both: number; readonly first: number; readonly second: number; readonly all: number; readonly expected: number; readonly p: number; readonly q: number }[]
  }
}
