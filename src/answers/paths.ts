import type { EntityKind, Modality, Strength } from '../../schema/ontology/index.js'
import type { FactRecord } from '../core/records.js'
import { strengthRank } from '../core/strength.js'

/** Paths between two entities, as every answer about links gives them. */

/** A fact with the articles that prove it, sorted. For CO_MENTIONED: the articles that name both. */
export interface LinkFact extends FactRecord {
  /** Set when the fact is folded from what was known by this day only. */
  readonly asOf?: string
  readonly articleIds: readonly string[]
}

export interface Hop {
  readonly fact: LinkFact
  /** True when the hop is walked from the fact's subject to its object. */
  readonly forward: boolean
}

/** Why a path stands where it stands. `code` is stable; the texts are for readers. */
export interface Reason {
  readonly code: string
  readonly zh: string
  readonly en: string
}

export interface LinkPath {
  readonly strength: Strength
  /** From the one end asked for to the other; never empty. */
  readonly hops: readonly Hop[]
  /** 0–1, higher is better; compares paths of one strength only. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** What ranking needs to know of the entities between the ends. */
export interface Waypoint {
  readonly id: string
  readonly name: string
  readonly kind: EntityKind
  /** Number of open facts it stands in. */
  readonly degree: number
}

/** True for a fact that a text says, and so may carry a chain. */
export const carriesChain = (fact: FactRecord): boolean =>
  fact.open && fact.modality !== 'DENIED' && (fact.strength === 'STATED' || fact.strength === 'IMPLIED')

/** One hop has the fact's strength; several make a CHAIN when each is STATED or IMPLIED, else the weakest decides. */
export function pathStrength(facts: readonly Pick<FactRecord, 'strength'>[]): Strength {
  let weakest: Strength | undefined
  for (const { strength } of facts) if (weakest === undefined || strengthRank(strength) > strengthRank(weakest)) weakest = strength
  if (weakest === undefined) return 'INFERRED'
  return facts.length > 1 && (weakest === 'STATED' || weakest === 'IMPLIED') ? 'CHAIN' : weakest
}

/** Hops of a walk over `nodes` (entity ids), one fact per step. */
export const hopsOf = (nodes: readonly string[], facts: readonly LinkFact[]): readonly Hop[] =>
  facts.map((fact, index) => ({ fact, forward: fact.subjectId === nodes[index] }))

/** Order of modality along a path: what has happened first, what is denied last. */
const MODALITY_ORDER: readonly Modality[] = ['ASSERTED', 'PLANNED', 'URGED', 'HYPOTHETICAL', 'DENIED']
export const modalityRank = (modality: Modality): number => MODALITY_ORDER.indexOf(modality)

/** Whether one article proves every one of the facts. */
export function shareArticle(facts: readonly Pick<LinkFact, 'articleIds'>[]): boolean {
  const first = facts[0]
  return first?.articleIds.some((id) => facts.every((fact) => fact === first || fact.articleIds.includes(id))) === true
}

/** Articles that prove every one of the facts. */
export function sharedArticles(facts: readonly Pick<LinkFact, 'articleIds'>[]): readonly string[] {
  const [first, ...others] = facts
  return (first?.articleIds ?? []).filter((id) => others.every((fact) => fact.articleIds.includes(id)))
}
