import type { EntityRecord, FactRecord } from '../../core/records.js'

/** What a walk over facts needs, as a store that holds it in memory gives it. All of it stands for one state of the graph. */

/** An open fact with the articles that prove it, sorted. Never changed, so that many walks may share it. */
export interface WalkFact extends FactRecord {
  readonly articleIds: readonly string[]
}

/** One fact, seen from one of its ends. */
export interface Step {
  readonly fromId: string
  readonly other: Pick<EntityRecord, 'id' | 'kind'>
  readonly fact: WalkFact
}

export interface WalkableFacts {
  /** What the catalogued query `neighbours` answers: the steps from these entities in order of their ids and of the facts', at most `limit`. */
  steps(ids: readonly string[], options: { readonly excludeKinds: readonly string[]; readonly limit: number }): readonly Step[]
  /** Open facts that an entity stands in; undefined for an unknown id. */
  degree(id: string): number | undefined
  entity(id: string): EntityRecord | undefined
  /** Undefined for a closed or unknown fact. */
  fact(id: string): WalkFact | undefined
}
