import type { EntityRef } from '../data/answer-types.js'

/** What the server says of the entities and facts that a graph shows. */

export interface GraphEntity extends EntityRef {
  readonly subkind: string
  readonly articleCount: number
  readonly relationCounts: readonly { readonly type: string; readonly forward: boolean; readonly count: number }[]
}

/** A fact as a line. */
export interface GraphFact {
  readonly id: string
  readonly type: string
  readonly strength: string
  readonly modality: string
  readonly title: string
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly evidenceCount: number
  readonly subject: EntityRef
  readonly object: EntityRef
  /** What readers made of it; absent where it was not asked for. */
  readonly verdict?: { readonly state: string } | null
  readonly disputed?: boolean
}

/** Neighbours of one entity by one type, or by all. */
export interface Expansion {
  readonly facts: readonly GraphFact[]
  /** How many there are; more than `facts` when the answer was clipped. */
  readonly total: number
}

export interface GraphData {
  readonly entities: ReadonlyMap<string, GraphEntity>
  /** By `expansionKey`. */
  readonly expansions: ReadonlyMap<string, Expansion>
  /** Facts of which an entity put there by hand is the subject, by its id; for the lines among such entities. */
  readonly links: ReadonlyMap<string, Expansion>
}

export const expansionKey = (id: string, type: string): string => `${id} ${type}`
