import type { EntityKind, Modality, RelationType, Strength } from '../../schema/ontology/index.js'
import type { ClaimVerdict } from '../answers/claims/claim.js'

/** What the documents of documents.ts give back, as far as it is put into words. */

export interface Words {
  readonly zh: string
  readonly en: string
}

export interface Named {
  readonly id: string
  readonly name: string
}

export interface EntityShape extends Named {
  readonly kind: EntityKind
  readonly subkind: string
  readonly aliases: readonly string[]
  readonly articleCount: number
}

export interface EvidenceShape {
  readonly quote: string
  readonly modality: Modality
  readonly eventDate: string | null
  readonly speaker: Named | null
  readonly repairs: readonly string[]
  readonly article: { readonly id: string; readonly title: string; readonly date: string | null; readonly source: string; readonly url: string }
}

export interface FactShape {
  readonly id: string
  readonly type: RelationType
  readonly title: string
  readonly modality: Modality
  readonly strength: Strength
  readonly evidenceCount: number
  readonly disputed: boolean
  readonly verdict: { readonly state: string } | null
  readonly subject: Named
  readonly object: Named
  readonly speaker: Named | null
  /** Not asked for where the answer quotes it elsewhere. */
  readonly evidence?: readonly EvidenceShape[]
}

export interface PathShape {
  readonly strength: Strength
  readonly reasons: readonly Words[]
  readonly hops: readonly { readonly fact: FactShape }[]
}

export interface PageShape {
  readonly hasNextPage: boolean
  readonly endCursor: string | null
}

export interface SearchShape {
  readonly totalCount: number
  readonly edges: readonly { readonly match: string; readonly node: EntityShape }[]
  readonly pageInfo: PageShape
}

export interface EntityWithFactsShape extends EntityShape {
  readonly relationCounts: readonly { readonly type: RelationType; readonly forward: boolean; readonly count: number }[]
  readonly facts: { readonly totalCount: number; readonly nodes: readonly FactShape[]; readonly pageInfo: PageShape }
}

export interface ClaimShape {
  readonly verdict: ClaimVerdict
  readonly understood: Words
  readonly evidence: readonly EvidenceShape[]
  readonly evidenceCount: number
  readonly independentSources: number
  readonly firstSaid: string | null
  readonly lastSaid: string | null
  readonly facts: readonly FactShape[]
  readonly nearest: readonly PathShape[]
  readonly candidates: readonly { readonly argument: string; readonly name: string; readonly entity: EntityShape }[]
  readonly reasons: readonly Words[]
  readonly truncated: boolean
}

export interface FirmsShape {
  readonly initiative: Named
  readonly totalCount: number
  readonly edges: readonly { readonly strength: Strength; readonly node: Named; readonly paths: readonly PathShape[] }[]
  readonly pageInfo: PageShape
  readonly truncated: boolean
  readonly notes: readonly Words[]
}

export interface ConnectionShape {
  readonly from: Named
  readonly to: Named
  readonly paths: readonly PathShape[]
  readonly nearest: readonly PathShape[]
  readonly truncated: boolean
  readonly notes: readonly Words[]
}

export interface AskShape {
  readonly outcome: 'UNDERSTOOD' | 'AMBIGUOUS_NAME' | 'UNKNOWN_NAME' | 'NOT_UNDERSTOOD'
  readonly understood: Words
  readonly answer: unknown
  readonly candidates: readonly { readonly given: string; readonly entity: EntityShape }[]
  readonly ignored: readonly string[]
  readonly nearest: readonly Words[]
}
