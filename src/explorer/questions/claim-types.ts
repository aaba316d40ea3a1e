import type { ArticleRef, EntityRef, EvidenceView, PathView, ReasonView } from '../data/answer-types.js'

/** What the page gets of a checked claim and of a group. */

export interface ClaimView {
  readonly verdict: string
  readonly understood: { readonly zh: string; readonly en: string }
  readonly subject: EntityRef | null
  readonly object: EntityRef | null
  readonly relation: string | null
  readonly independentSources: number
  readonly evidenceCount: number
  readonly narrated: boolean
  readonly firstSaid: string | null
  readonly lastSaid: string | null
  readonly truncated: boolean
  readonly evidence: readonly EvidenceView[]
  readonly sources: readonly { readonly original: ArticleRef; readonly reprints: readonly ArticleRef[] }[]
  readonly candidates: readonly { readonly argument: string; readonly name: string; readonly entity: EntityRef }[]
  readonly speakers: readonly EntityRef[]
  readonly damage: { readonly restored: number; readonly sound: number; readonly onlyRestored: boolean }
  readonly paths: readonly PathView[]
  readonly nearest: readonly PathView[]
  readonly reasons: readonly ReasonView[]
}

export interface GroupView {
  readonly members: readonly EntityRef[]
  readonly unresolved: readonly { readonly name: string; readonly code: string; readonly candidates: readonly EntityRef[] }[]
  readonly matrix: readonly (readonly (string | null)[])[]
  readonly linkCount: number
  readonly pairCount: number
  readonly truncated: boolean
  readonly notes: readonly ReasonView[]
  readonly links: readonly { readonly a: EntityRef; readonly b: EntityRef; readonly strength: string; readonly path: PathView }[]
}
