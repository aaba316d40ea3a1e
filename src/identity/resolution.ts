import type { Reason } from './compare-pair.js'
import type { BlockingReport } from './blocks.js'

/** Why two members stand in one cluster. */
export interface Link {
  readonly left: string
  readonly right: string
  /** 1 for a judgement and a proof. */
  readonly score: number
  readonly because: 'judgement' | 'proof' | 'score'
  /** Id of the judgement, or ''. */
  readonly judgementId: string
}

/** Ids that are one thing. Only clusters of two or more are listed; any other id is its own. */
export interface Cluster {
  /** The member seen first (by date, then id): stays when later articles add members. */
  readonly id: string
  /** Sorted. */
  readonly members: readonly string[]
  /** The links that hold it together, strongest first; one fewer than members. */
  readonly links: readonly Link[]
}

/**
 * Why a pair is shown and not merged: its score; an automatic link that would reach over a wall; a short name that fits several
 * that are not each other; or a reviewer who was unsure.
 */
export type SuggestionCause = 'score' | 'wall' | 'fork' | 'unsure'

/** Two entities that are possibly one. `reasons` is worked out when read. */
export interface Suggestion {
  readonly left: string
  readonly right: string
  readonly score: number
  readonly cause: SuggestionCause
  /** For `wall` and `fork`: the ids that must not meet. */
  readonly between: readonly string[]
  readonly reasons: readonly Reason[]
}

/** A judgement that could not be followed: `same` over a newer or standing `different`, of two kinds, or of an id that is gone. */
export interface Unfollowed {
  readonly judgementId: string
  readonly cause: 'wall' | 'kinds' | 'unknown-id'
}

export interface Resolution {
  /** Sorted by id. */
  readonly clusters: readonly Cluster[]
  /** Canonical id of every id that stands in a cluster of two or more. */
  readonly canonical: ReadonlyMap<string, string>
  /** Strongest first. */
  readonly suggestions: readonly Suggestion[]
  /** Suggestions left out because an entity already has enough (SUGGESTIONS_PER_ENTITY). */
  readonly suggestionsLeftOut: number
  readonly unfollowed: readonly Unfollowed[]
  readonly report: BlockingReport
}

/** The id that an entity goes by: its cluster's, else its own. */
export const canonicalId = (resolution: Pick<Resolution, 'canonical'>, id: string): string => resolution.canonical.get(id) ?? id
