import type { Evidence, FactRecord } from '../core/records.js'

/** A fact with its evidence, as far as the order depends on it. */
export interface Ranked<E> {
  readonly fact: Pick<FactRecord, 'modality' | 'strength'>
  readonly evidence: readonly E[]
}

type Rankable = Pick<Evidence, 'modality' | 'strength' | 'repairs'>

/** Evidence in the order in which to show it: what the fact rests on first, undamaged text before repaired; what is told otherwise (a rumour beside a denial) last. */
export function rankedEvidence<E extends Rankable>({ fact, evidence }: Ranked<E>): readonly E[] {
  const rank = (item: E): number => (item.modality === fact.modality ? 0 : 4) + (item.strength === fact.strength ? 0 : 2) + (item.repairs.length === 0 ? 0 : 1)
  return [...evidence].sort((a, b) => rank(a) - rank(b))
}

/** The one piece to show where there is room for one. */
export const leadEvidence = <E extends Rankable>(item: Ranked<E>): E | undefined => rankedEvidence(item)[0]
