import type { ArticleRef, EntityRef, FactView, PageInfo, ReasonView } from './answer-types.js'

/** What review-queries.ts asks for. */

export interface SpanView {
  readonly start: number
  readonly end: number
}

export interface RepairView {
  readonly pass: string
  readonly raw: SpanView
  readonly before: string
  readonly after: string
  readonly certainty: number
}

/** One piece of evidence with all that tells how it was read. */
export interface ProofView {
  readonly quote: string
  readonly cleanQuote: string
  readonly cue: string
  readonly rule: string
  readonly strength: string
  readonly modality: string
  readonly eventDate: string | null
  readonly repairs: readonly string[]
  readonly raw: SpanView
  readonly clean: SpanView
  readonly speaker: EntityRef | null
  readonly article: ArticleRef & {
    readonly retracted: boolean
    readonly mentions: readonly { readonly clean: SpanView; readonly entity: { readonly id: string } }[]
    readonly repairs: readonly RepairView[]
  }
}

/** A fact with its evidence, as the panel shows it. */
export interface PanelFact extends Omit<FactView, 'evidence'> {
  readonly open: boolean
  readonly closedWhy: string
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly articleCount: number
  readonly evidence: readonly ProofView[]
}

export interface CopiesView {
  readonly checkClaim: { readonly independentSources: number; readonly sources: readonly { readonly original: ArticleRef; readonly reprints: readonly ArticleRef[] }[] }
}

export interface ActView {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly role: string
  readonly kind: string
  readonly decision: string
  readonly reason: string
}

export interface ReviewState {
  readonly version: number
  readonly disputed: boolean
  readonly open: boolean
  readonly verdict: { readonly state: string; readonly by: string; readonly at: string; readonly reason: string; readonly secondReader: string | null } | null
  readonly history: readonly ActView[]
}

export interface QueueItem {
  readonly score: number
  readonly weakness: number
  readonly reach: number
  readonly reasons: readonly ReasonView[]
  readonly node: { readonly id: string; readonly type: string; readonly title: string; readonly modality: string; readonly strength: string; readonly subject: EntityRef; readonly object: EntityRef }
}

export interface QueueView {
  readonly reviewQueue: { readonly totalCount: number; readonly truncated: boolean; readonly pageInfo: PageInfo; readonly edges: readonly QueueItem[] }
}

export interface ProposalView {
  readonly id: string
  readonly state: string
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly quote: string
  readonly raw: SpanView
  readonly entity: { readonly kind: string; readonly name: string } | null
  readonly fact: { readonly type: string; readonly subject: string; readonly object: string; readonly title: string; readonly modality: string } | null
  readonly article: ArticleRef
  readonly decidedBy: { readonly actor: string; readonly at: string; readonly reason: string } | null
}

export interface ProposalsView {
  readonly proposals: { readonly totalCount: number; readonly pageInfo: PageInfo; readonly nodes: readonly ProposalView[] }
}
