import type { EntityKind } from '../../schema/ontology/index.js'
import type { Comparison, Finding, KindRules } from './feature.js'
import { COMPANY_RULES } from './features/company.js'
import { INITIATIVE_RULES } from './features/initiative.js'
import { ORGANIZATION_RULES } from './features/organization.js'
import { PERSON_RULES } from './features/person.js'
import { REGION_RULES } from './features/region.js'
import { once } from './lexicon.js'
import { prepareProfile, type Prepared } from './prepared.js'
import type { Profile } from './profile.js'
import { weightOf } from './weights.js'

export type Verdict = 'same' | 'maybe' | 'different'

/** One thing that counted in a comparison, for readers. */
export interface Reason {
  /** Id of the check or feature, e.g. `region-differs`. */
  readonly id: string
  /** A proof or a guard decided alone; a feature was weighed; a cap turned same into maybe. */
  readonly effect: 'proof' | 'guard' | 'feature' | 'cap'
  readonly zh: string
  readonly en: string
  /** -1 … 1; 1 for a proof, -1 for a guard, 0 for a cap. */
  readonly value: number
  /** Log-odds at value 1; 0 for what is not weighed. */
  readonly weight: number
  readonly left: string
  readonly right: string
}

export interface PairDecision {
  /** 0–1: how likely the two are one, by the weights; 1 for a proof, 0 for a guard. */
  readonly score: number
  readonly verdict: Verdict
  /** What decided without weighing, if anything did: a proof outweighs chains, a guard forbids them. */
  readonly decidedBy: 'proof' | 'guard' | 'score'
  /** Id of that proof or guard, or ''. */
  readonly check: string
}

export interface PairComparison extends PairDecision {
  /** What decided first; features by how much they moved the score. Never empty. */
  readonly reasons: readonly Reason[]
}

/** Every check and feature of every kind; a test asserts that each has a doc and a weight. */
export const RULES = {
  PERSON: PERSON_RULES,
  COMPANY: COMPANY_RULES,
  ORGANIZATION: ORGANIZATION_RULES,
  REGION: REGION_RULES,
  INITIATIVE: INITIATIVE_RULES,
} as const

const thresholds = once((): Readonly<Record<EntityKind, { readonly bias: number; readonly same: number; readonly maybe: number }>> => {
  const of = (kind: EntityKind) => ({ bias: weightOf(kind, 'bias'), same: weightOf(kind, 'same-from'), maybe: weightOf(kind, 'maybe-from') })
  return { PERSON: of('PERSON'), COMPANY: of('COMPANY'), ORGANIZATION: of('ORGANIZATION'), REGION: of('REGION'), INITIATIVE: of('INITIATIVE') }
})

const proved = (check: string): PairDecision => ({ score: 1, verdict: 'same', decidedBy: 'proof', check })
const guarded = (check: string): PairDecision => ({ score: 0, verdict: 'different', decidedBy: 'guard', check })
const scored = (score: number, verdict: Verdict): PairDecision => ({ score, verdict, decidedBy: 'score', check: '' })

const checkReason = (id: string, effect: 'proof' | 'guard' | 'cap', { detail, left, right }: Finding): Reason =>
  ({ id, effect, zh: detail.zh, en: detail.en, value: effect === 'proof' ? 1 : effect === 'guard' ? -1 : 0, weight: 0, left, right })
const featureReason = (id: string, weight: number, { value, detail, left, right }: Comparison): Reason =>
  ({ id, effect: 'feature', zh: detail.zh, en: detail.en, value, weight, left, right })

const round = (score: number): number => Math.round(score * 1e6) / 1e6

function decide<P>(kind: EntityKind, rules: KindRules<P>, a: P, b: P, reasons: Reason[] | undefined): PairDecision {
  for (const proof of rules.proofs) {
    const finding = proof.find(a, b)
    if (!finding) continue
    reasons?.push(checkReason(proof.id, 'proof', finding))
    return proved(proof.id)
  }
  for (const guard of rules.guards) {
    const finding = guard.find(a, b)
    if (!finding) continue
    reasons?.push(checkReason(guard.id, 'guard', finding))
    return guarded(guard.id)
  }
  const { bias, same, maybe } = thresholds()[kind]
  let sum = bias
  for (const feature of rules.features) {
    const comparison = feature.compare(a, b)
    if (comparison === undefined) continue
    sum += feature.weight * comparison.value
    reasons?.push(featureReason(feature.id, feature.weight, comparison))
  }
  reasons?.sort((x, y) => Math.abs(y.value * y.weight) - Math.abs(x.value * x.weight))
  const score = round(1 / (1 + Math.exp(-sum)))
  if (score < same) return scored(score, score < maybe ? 'different' : 'maybe')
  for (const cap of rules.caps) {
    const finding = cap.find(a, b)
    if (!finding) continue
    reasons?.unshift(checkReason(cap.id, 'cap', finding))
    return scored(score, 'maybe')
  }
  return scored(score, 'same')
}

function dispatch(a: Prepared, b: Prepared, reasons: Reason[] | undefined): PairDecision {
  if (a.kind === 'PERSON' && b.kind === 'PERSON') return decide('PERSON', PERSON_RULES, a, b, reasons)
  if (a.kind === 'COMPANY' && b.kind === 'COMPANY') return decide('COMPANY', COMPANY_RULES, a, b, reasons)
  if (a.kind === 'ORGANIZATION' && b.kind === 'ORGANIZATION') return decide('ORGANIZATION', ORGANIZATION_RULES, a, b, reasons)
  if (a.kind === 'INITIATIVE' && b.kind === 'INITIATIVE') return decide('INITIATIVE', INITIATIVE_RULES, a, b, reasons)
  if (a.kind === 'REGION' && b.kind === 'REGION') return decide('REGION', REGION_RULES, a, b, reasons)
  reasons?.push({ id: 'kind', effect: 'guard', zh: '实体类型不同', en: 'different kinds of entity', value: -1, weight: 0, left: a.kind, right: b.kind })
  return guarded('kind')
}

/** The decision alone, for bulk work. Symmetric. */
export const decidePair = (a: Prepared, b: Prepared): PairDecision => dispatch(a, b, undefined)

/** The decision with its reasons. Symmetric in score and verdict. */
export function explainPair(a: Prepared, b: Prepared): PairComparison {
  const reasons: Reason[] = []
  return { ...dispatch(a, b, reasons), reasons }
}

/** Compares two profiles: score, verdict and the reasons for both. Symmetric in score and verdict. */
export const comparePair = (a: Profile, b: Profile): PairComparison => explainPair(prepareProfile(a), prepareProfile(b))
