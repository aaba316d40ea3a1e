import { FACT_VERDICTS, type Act, type FactVerdict } from '../core/acts.js'
import { standingVerdicts } from '../curation/folds/fold-verdict.js'
import { flag, int, oneOf, text } from '../answers/rows.js'
import type { GraphStore } from '../store/port.js'

/** What people have made of facts and articles. */

export interface FactState {
  readonly verdict: FactVerdict
  /** The reader who said the same as the first, or ''. */
  readonly secondReader: string
  readonly disputed: boolean
  /** Number of acts about it. */
  readonly version: number
}

/** States by fact id; derived co-mentions and unknown ids have none. */
export async function factStates(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, FactState>> {
  return new Map((await store.read('fact-states', { ids: [...ids] })).map((row) => [text(row, 'id'), {
    verdict: oneOf(row, 'verdict', FACT_VERDICTS), secondReader: text(row, 'secondReader'), disputed: flag(row, 'disputed'), version: int(row, 'version'),
  }]))
}

/** Ids of those articles that are retracted. */
export async function retractedAmong(store: GraphStore, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await store.read('article-states', { ids: [...ids] })).filter((row) => flag(row, 'retracted')).map((row) => text(row, 'id')))
}

/** Number of acts by target; 0 is left out. */
export async function versionsOf(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return new Map((await store.read('versions-of-targets', { ids: [...ids] })).map((row) => [text(row, 'targetId'), int(row, 'version')]))
}

/** A verdict with the act that it rests on. */
export interface Verdict {
  readonly state: Exclude<FactVerdict, ''>
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly secondReader: string | null
}

/**
 * The verdict on a fact with whom it is owed to: of those who said the same the first who still says so, other than the second reader;
 * where readers disagree, the one who spoke last.
 */
export function verdictOf({ verdict, secondReader }: FactState, acts: readonly Act[]): Verdict | null {
  if (verdict === '') return null
  const standing = standingVerdicts(acts)
  const agreeing = standing.filter(({ decision }) => decision === verdict)
  const act = agreeing.find(({ actor }) => actor !== secondReader) ?? agreeing[0] ?? standing.at(-1)
  return { state: verdict, by: act?.actor ?? '', at: act?.at ?? '', reason: act?.reason ?? '', secondReader: secondReader === '' ? null : secondReader }
}
