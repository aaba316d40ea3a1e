import type { Label, RelationType } from '../../../schema/ontology/index.js'
import type { EntityRecord, Evidence, Repair } from '../../core/records.js'
import type { FactAsOf } from '../as-of.js'
import type { LinkPath, Reason } from '../paths.js'

/** What checking a claim against the articles gives. */

/** What the articles make of a claim. */
export const CLAIM_VERDICTS = [
  'SUPPORTED', 'SUPPORTED_AS_PLAN', 'SUPPORTED_AS_CALL', 'DENIED', 'CONFLICTING', 'INDIRECT', 'CO_MENTIONED', 'NOT_FOUND', 'AMBIGUOUS_NAME',
] as const
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number]

export interface ClaimArgs {
  /** Ids or names. */
  readonly subject: string
  readonly object: string
  /** Any relation, either way round, when absent. */
  readonly relation?: RelationType | null | undefined
  /** Of posts: only this one (市长). */
  readonly title?: string | null | undefined
  /** ISO date: only what was known by then counts. */
  readonly asOf?: string | null | undefined
}

/** An entity that a name of the claim may stand for. */
export interface ClaimCandidate {
  readonly argument: 'subject' | 'object'
  /** The name as it was given. */
  readonly name: string
  readonly entity: EntityRecord
}

/** Articles that are one original: reprints of it, by near-duplicate text (reprints.ts). */
export interface SourceGroup {
  /** The earliest first. */
  readonly articleIds: readonly string[]
}

/** How far the evidence rests on characters that cleaning restored. */
export interface ClaimDamage {
  /** Pieces of evidence with a restored character in the quote, and without. */
  readonly restored: number
  readonly sound: number
  /** All evidence is restored: no sound copy says it. */
  readonly onlyRestored: boolean
  /** The repairs that are not certain, in the quotes; each once. */
  readonly repairs: readonly Repair[]
}

export interface ClaimCheck {
  readonly verdict: ClaimVerdict
  /** Undefined where the name is ambiguous or unknown. */
  readonly subject: EntityRecord | undefined
  readonly object: EntityRecord | undefined
  readonly relation: RelationType | undefined
  /** The post asked for, or ''. */
  readonly title: string
  /** ISO date, or '' for all that is known. */
  readonly asOf: string
  /** The claim as it was understood. */
  readonly understood: Label
  /** What carries the verdict, the latest article first; of much evidence the first part. */
  readonly evidence: readonly Evidence[]
  /** Pieces of evidence in all. */
  readonly evidenceCount: number
  /** The facts that the verdict is about, folded from what was known. */
  readonly facts: readonly FactAsOf[]
  /** The facts as links; for INDIRECT the chains from subject to object. */
  readonly paths: readonly LinkPath[]
  readonly candidates: readonly ClaimCandidate[]
  /** Originals behind the evidence, reprints counted once. */
  readonly independentSources: number
  /** The originals, the earliest first. */
  readonly sources: readonly SourceGroup[]
  /** Ids of those who say it, by evidence. */
  readonly speakerIds: readonly string[]
  /** Some evidence is told by an article itself and not by a speaker. */
  readonly narrated: boolean
  /** ISO dates of the first and last article that says it, or ''. */
  readonly firstSaid: string
  readonly lastSaid: string
  readonly damage: ClaimDamage
  /** Where no article says it: the nearest links there are. */
  readonly nearest: readonly LinkPath[]
  readonly reasons: readonly Reason[]
  /** Something was left out to bound the work; a reason says what. */
  readonly truncated: boolean
}

export const NO_DAMAGE: ClaimDamage = { restored: 0, sound: 0, onlyRestored: false, repairs: [] }

/** A check that found nothing, for building others on. */
export const emptyCheck = (verdict: ClaimVerdict, understood: Label): ClaimCheck => ({
  verdict, understood, subject: undefined, object: undefined, relation: undefined, title: '', asOf: '', evidence: [], evidenceCount: 0, facts: [], paths: [],
  candidates: [], independentSources: 0, sources: [], speakerIds: [], narrated: false, firstSaid: '', lastSaid: '', damage: NO_DAMAGE, nearest: [], reasons: [],
  truncated: false,
})
