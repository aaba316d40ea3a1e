/**
 * How far each proposer is to be believed, counted on annotated articles that the recogniser had not seen in training:
 * the share of its names that the annotators have too. `alone`: the recogniser is silent or says less; `agreed`: it says the same.
 */
import type { EntityKind } from '../../schema/ontology/index.js'
import type { Candidate } from './document.js'
import { TRUST } from './lexicon/trust.js'

export const RECOGNISER = 'recogniser'

/** Share of right names among those of the recogniser that no rule confirms, by kind: below and above a lead of `split`. */
const UNCONFIRMED: Readonly<Record<EntityKind, { readonly split: number; readonly below: number; readonly above: number }>> = {
  PERSON: { split: 0.6, below: 0.5, above: 0.93 },
  COMPANY: { split: 0.4, below: 0.45, above: 0.55 },
  ORGANIZATION: { split: 0.6, below: 0.51, above: 0.73 },
  REGION: { split: 0.8, below: 0.33, above: 0.6 },
  INITIATIVE: { split: 0.35, below: 0.5, above: 0.66 },
}
const DEFAULT = [0.5, 0.9] as const

/** Of efforts that the recogniser alone takes, those whose last word makes them places, builds or papers are right more often than those that any noun may end. */
const UNCONFIRMED_EFFORT: Readonly<Record<string, number>> = { ZONE: 0.6, PROJECT: 0.5, POLICY: 0.5, STRATEGY: 0.55, EVENT: 0.42, PROGRAM: 0.3, DESIGNATION: 0.3 }
const QUOTED_WHOLE = /^[“‘][^“”‘’]+[”’]$/

/** Belief in one proposer alone. */
export function aloneTrust(candidate: Candidate): number {
  if (candidate.by === RECOGNISER) {
    if (candidate.kind === 'INITIATIVE') return QUOTED_WHOLE.test(candidate.text) ? 0.6 : (UNCONFIRMED_EFFORT[candidate.subkind] ?? 0.5)
    const { split, below, above } = UNCONFIRMED[candidate.kind]
    return candidate.weight < split ? below : above
  }
  return (TRUST[candidate.by] ?? DEFAULT)[0]
}

/** Belief in a span that several propose with one kind. Rules that agree count as independent witnesses. */
export function jointTrust(candidates: readonly Candidate[]): number {
  const rules = candidates.filter(({ by }) => by !== RECOGNISER)
  if (rules.length < candidates.length && rules.length > 0) return Math.max(...rules.map(({ by }) => (TRUST[by] ?? DEFAULT)[1]))
  let doubt = 1
  for (const candidate of candidates) doubt *= 1 - aloneTrust(candidate)
  return 1 - doubt
}
