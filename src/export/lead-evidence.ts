import type { Evidence } from '../core/records.js'
import type { ExportFact } from './export-graph.js'

/** Evidence in the order in which to show it: what the fact rests on first, undamaged text before repaired; what is told otherwise (a rumour beside a denial) last. */
export function rankedEvidence({ fact, evidence }: Pick<ExportFact, 'fact' | 'evidence'>): readonly Evidence[] {
  const rank = (item: Evidence): number => (item.modality === fact.modality ? 0 : 4) + (item.strength === fact.strength ? 0 : 2) + (item.repairs.length === 0 ? 0 : 1)
  return [...evidence].sort((a, b) => rank(a) - rank(b))
}

/** The one piece to show where there is room for one. */
export const leadEvidence = (item: Pick<ExportFact, 'fact' | 'evidence'>): Evidence | undefined => rankedEvidence(item)[0]
