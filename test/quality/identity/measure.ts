import { comparePair, type PairComparison, type Verdict } from '../../../src/identity/compare-pair.js'
import { HALVES, TIERS, type LabelledPair } from './labelled-pairs.js'

export interface Judged {
  readonly pair: LabelledPair
  readonly comparison: PairComparison
}

export const judgePairs = (pairs: readonly LabelledPair[]): readonly Judged[] => pairs.map((pair) => ({ pair, comparison: comparePair(pair.left, pair.right) }))

/** Counts by label and verdict, and what follows from them. Only `same` merges: a `maybe` counts as not merged. */
export interface Figures {
  readonly pairs: number
  readonly counts: Readonly<Record<'same' | 'different', Readonly<Record<Verdict, number>>>>
  /** Of the automatic merges, how many are right; 1 when nothing was merged. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Of the pairs that are the same, how many are merged or at least suggested. */
  readonly seen: number
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const counts = { same: { same: 0, maybe: 0, different: 0 }, different: { same: 0, maybe: 0, different: 0 } }
  for (const { pair, comparison } of judged) counts[pair.same ? 'same' : 'different'][comparison.verdict]++
  const merged = counts.same.same + counts.different.same
  const truly = counts.same.same + counts.same.maybe + counts.same.different
  const precision = merged === 0 ? 1 : counts.same.same / merged
  const recall = truly === 0 ? 1 : counts.same.same / truly
  return {
    pairs: judged.length, counts, precision, recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    seen: truly === 0 ? 1 : (counts.same.same + counts.same.maybe) / truly,
  }
}

const columns = (cells: readonly (string | number)[], width = 10): string => cells.map((cell, index) => (index === 0 ? String(cell).padEnd(22) : String(cell).padStart(width))).join('')

function row(name: string, judged: readonly Judged[]): string {
  const { pairs, counts, precision, recall, f1, seen } = figuresOf(judged)
  const { same, different } = counts
  return columns([name, pairs, same.same, same.maybe, same.different, different.same, different.maybe, different.different, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3), seen.toFixed(3)])
}

/** The confusion matrix by half, kind and tier, as text. Columns read label>verdict. */
export function confusionMatrix(judged: readonly Judged[]): string {
  const kinds = [...new Set(judged.map(({ pair }) => pair.kind))]
  const where = (keep: (pair: LabelledPair) => boolean): readonly Judged[] => judged.filter(({ pair }) => keep(pair))
  return [
    columns(['', 'pairs', 'same>same', 's>maybe', 's>diff', 'diff>same', 'd>maybe', 'd>diff', 'precision', 'recall', 'f1', 'seen']),
    row('all', judged),
    ...HALVES.map((half) => row(half, where((pair) => pair.half === half))),
    ...TIERS.map((tier) => row(tier, where((pair) => pair.tier === tier))),
    ...kinds.flatMap((kind) => [row(kind, where((pair) => pair.kind === kind)), ...TIERS.map((tier) => row(`  ${tier}`, where((pair) => pair.kind === kind && pair.tier === tier)))]),
  ].join('\n')
}

/** One line for each pair whose verdict is not its label, worst first. */
export function misses(judged: readonly Judged[]): string {
  const rank = ({ pair, comparison: { verdict } }: Judged): number => (!pair.same && verdict === 'same' ? 0 : pair.same && verdict === 'different' ? 1 : pair.same && verdict === 'maybe' ? 2 : 3)
  return judged
    .filter(({ pair, comparison }) => (comparison.verdict === 'same') !== pair.same)
    .sort((a, b) => rank(a) - rank(b) || a.pair.lineNumber - b.pair.lineNumber)
    .map(({ pair, comparison }) => `${pair.lineNumber} ${pair.half} ${pair.tier} ${pair.kind} label ${pair.same ? 'same' : 'different'}, verdict ${comparison.verdict} ${comparison.score}: ${pair.trap}\n    ${comparison.reasons.map((reason) => `${reason.id} ${reason.value.toFixed(1)} [${reason.left}|${reason.right}]`).join('; ')}`)
    .join('\n')
}
