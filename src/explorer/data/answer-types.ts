/** What the page gets from GraphQL: the fields that queries.ts asks for. */

export interface EntityRef {
  readonly id: string
  readonly kind: string
  readonly name: string
}

export interface EntityHit extends EntityRef {
  readonly articleCount: number
}

export interface ArticleRef {
  readonly id: string
  readonly title: string
  readonly date: string | null
  readonly source: string
}

export interface EvidenceView {
  /** Verbatim. */
  readonly quote: string
  /** After repair; equal to `quote` where nothing was damaged. */
  readonly cleanQuote: string
  readonly repairs: readonly string[]
  readonly article: ArticleRef
}

export interface FactView {
  readonly id: string
  readonly type: string
  readonly modality: string
  readonly strength: string
  readonly title: string
  readonly derived: boolean
  readonly evidenceCount: number
  readonly subject: EntityRef
  readonly object: EntityRef
  readonly speaker: EntityRef | null
  readonly evidence: readonly EvidenceView[]
}

export interface ReasonView {
  readonly code: string
  readonly zh: string
  readonly en: string
}

export interface PathView {
  readonly strength: string
  readonly reasons: readonly ReasonView[]
  readonly hops: readonly { readonly forward: boolean; readonly fact: FactView }[]
}

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly endCursor: string | null
}

export interface FirmLinks {
  readonly totalCount: number
  readonly notes: readonly ReasonView[]
  readonly pageInfo: PageInfo
  readonly edges: readonly { readonly node: EntityRef; readonly paths: readonly PathView[] }[]
}

export interface FactPage {
  readonly totalCount: number
  readonly pageInfo: PageInfo
  readonly nodes: readonly FactView[]
}

export interface CoMentionView {
  readonly articleCount: number
  readonly strength: string
  readonly entity: EntityRef
}

export interface EntityAnswer extends EntityHit {
  readonly subkind: string
  readonly aliases: readonly string[]
  readonly facts: FactPage
  readonly coMentioned: readonly CoMentionView[]
}

interface LabelView {
  readonly zh: string
  readonly en: string
}

/** Names of types, from the ontology. */
export interface OntologyView {
  readonly kinds: readonly { readonly kind: string; readonly label: LabelView; readonly colour: string; readonly subkinds: readonly { readonly name: string; readonly label: LabelView }[] }[]
  readonly relations: readonly { readonly type: string; readonly forward: LabelView; readonly backward: LabelView; readonly symmetric: boolean; readonly derived: boolean; readonly subjectKinds: readonly string[]; readonly objectKinds: readonly string[] }[]
  readonly strengths: readonly { readonly strength: string; readonly label: LabelView }[]
  readonly modalities: readonly { readonly modality: string; readonly label: LabelView }[]
}

export interface StartView {
  readonly ontology: OntologyView
  readonly stats: {
    readonly articles: number
    readonly entities: number
    readonly facts: number
    readonly firstDate: string | null
    readonly lastDate: string | null
  }
}

export interface ExampleView {
  readonly zh: string
  readonly en: string
  readonly field: string
  readonly names: readonly string[]
}

/** How two entities are connected. */
export interface ConnectionView {
  readonly from: EntityRef
  readonly to: EntityRef
  readonly notes: readonly ReasonView[]
  readonly paths: readonly PathView[]
  readonly nearest: readonly PathView[]
}
