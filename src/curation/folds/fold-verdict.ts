import type { Act, FactVerdict } from '../../core/acts.js'

/** What a fact's acts come to. Pure, and blind to the order of its input. */
export interface VerdictFold {
  readonly verdict: FactVerdict
  /** A second reviewer who says the same as the first, or ''. */
  readonly secondReader: string
}

export const NO_VERDICT: VerdictFold = { verdict: '', secondReader: '' }

const bySeq = (a: Act, b: Act): number => a.seq - b.seq

/** The standing verdict of each reviewer, oldest first. */
export function standingVerdicts(acts: readonly Act[]): readonly Act[] {
  const latest = new Map<string, Act>()
  for (const act of acts.filter(({ kind }) => kind === 'VERDICT').sort(bySeq)) latest.set(act.actor, act)
  return [...latest.values()].filter(({ decision }) => decision !== 'WITHDRAWN').sort(bySeq)
}

const verdictOf = (act: Act): FactVerdict => (act.decision === 'CONFIRMED' || act.decision === 'REJECTED' || act.decision === 'NEEDS_SOURCE' ? act.decision : '')

/**
 * The verdict on one base fact: the latest of each reviewer counts. Reviewers who agree make it; where they do not it is
 * CONTESTED, until an editor's own verdict (the latest of them) decides.
 */
export function foldVerdict(acts: readonly Act[]): VerdictFold {
  const standing = standingVerdicts(acts)
  const first = standing[0]
  if (first === undefined) return NO_VERDICT
  const agreed = standing.every(({ decision }) => decision === first.decision)
  const deciding = agreed ? first : standing.filter(({ role }) => role === 'editor').at(-1)
  if (deciding === undefined) return { verdict: 'CONTESTED', secondReader: '' }
  const second = standing.find((act) => act.actor !== deciding.actor && act.decision === deciding.decision)
  return { verdict: verdictOf(deciding), secondReader: second?.actor ?? '' }
}

/** Which verdict of its base facts a fact bears; all of them must be rejected for the fact to be. */
const LEADING: readonly FactVerdict[] = ['CONTESTED', 'CONFIRMED', 'NEEDS_SOURCE']

/** The verdict of a fact, from those of its base facts (a fact that joins the evidence of several references has several). */
export function foldFactVerdict(bases: readonly VerdictFold[]): VerdictFold {
  const first = bases[0]
  if (first === undefined) return NO_VERDICT
  if (bases.every(({ verdict }) => verdict === 'REJECTED')) return { verdict: 'REJECTED', secondReader: bases.every(({ secondReader }) => secondReader !== '') ? first.secondReader : '' }
  const verdict = LEADING.find((each) => bases.some((base) => base.verdict === each))
  if (verdict === undefined) return NO_VERDICT
  return { verdict, secondReader: bases.find((base) => base.verdict === verdict && base.secondReader !== '')?.secondReader ?? '' }
}

/** True while the latest dispute about it is open. */
export const isDisputed = (acts: readonly Act[]): boolean =>
  acts.filter(({ kind }) => kind === 'DISPUTE').sort(bySeq).at(-1)?.decision === 'OPENED'
