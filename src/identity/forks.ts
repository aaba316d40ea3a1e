import type { Candidate } from './find-candidates.js'
import { pairKey } from './judgement.js'

/** Log-odds by which one candidate must lead the other for the fork to be plain. */
const LEAD = 1.5
/** Neighbours of one entity that are held against each other, strongest first. */
const NEIGHBOURS_CHECKED = 50

const logOdds = (score: number): number => Math.log(Math.max(score, 1e-6) / Math.max(1 - score, 1e-6))

/**
 * Candidates that must not merge by themselves because one entity fits two others that are not each other (江苏有感 fits
 * 江苏有感科技有限公司 and 江苏有感置业有限公司): both, or the weaker where the stronger leads plainly. The value names the two
 * others. `candidates` strongest first; `proved` gives one id for names that a proof ties together.
 */
export function forkedCandidates(candidates: readonly Candidate[], proved: (id: string) => string, guarded: (a: string, b: string) => boolean): ReadonlyMap<string, readonly [string, string]> {
  const neighbours = new Map<string, { readonly id: string; readonly score: number }[]>()
  for (const { left, right, score } of candidates)
    for (const [from, to] of [[left, right], [right, left]] as const) {
      const list = neighbours.get(from)
      if (list) list.push({ id: to, score })
      else neighbours.set(from, [{ id: to, score }])
    }
  const forks = new Map<string, readonly [string, string]>()
  for (const [id, all] of neighbours) {
    const list = all.slice(0, NEIGHBOURS_CHECKED)
    list.forEach((strong, at) => {
      for (const weak of list.slice(at + 1)) {
        if (proved(strong.id) === proved(weak.id) || !guarded(strong.id, weak.id)) continue
        forks.set(pairKey(id, weak.id), [strong.id, weak.id])
        if (logOdds(strong.score) - logOdds(weak.score) < LEAD) forks.set(pairKey(id, strong.id), [strong.id, weak.id])
      }
    })
  }
  return forks
}
