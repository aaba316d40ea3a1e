/**
 * Time of identity at 10 k, 100 k and 1 M synthetic profiles: `node --max-old-space-size=4096 dist/test/bench/identity-bench.js [count …]`.
 * Near-linear means that the microseconds per profile hardly grow from row to row.
 */
import { findCandidates } from '../../src/identity/find-candidates.js'
import { clusterCandidates } from '../../src/identity/resolve-clusters.js'
import { syntheticProfiles } from './synthetic-profiles.js'

const SEED = 20240901

export interface IdentityBenchRow {
  readonly profiles: number
  /** Seconds. */
  readonly compare: number
  readonly cluster: number
  readonly pairsCompared: number
  readonly pairsNotCompared: number
  readonly merged: number
  readonly suggestions: number
  /** Resident megabytes at the end. */
  readonly megabytes: number
}

/** One run; a pure measurement, nothing is kept. */
export function benchIdentity(count: number): IdentityBenchRow {
  const profiles = syntheticProfiles(count, SEED)
  const start = performance.now()
  const candidates = findCandidates(profiles)
  const middle = performance.now()
  const resolution = clusterCandidates(profiles, candidates, [])
  const end = performance.now()
  return {
    profiles: count, compare: (middle - start) / 1000, cluster: (end - middle) / 1000,
    pairsCompared: candidates.report.compared, pairsNotCompared: candidates.report.notCompared,
    merged: resolution.canonical.size - resolution.clusters.length, suggestions: resolution.suggestions.length,
    megabytes: Math.round(process.memoryUsage().rss / 1_048_576),
  }
}

const counts = process.argv.slice(2).map(Number).filter((count) => count > 0)
console.log(['profiles', 'compare s', 'cluster s', 'us/profile', 'pairs/profile', 'not compared', 'merged', 'suggested', 'rss MB'].map((cell) => cell.padStart(14)).join(''))
for (const count of counts.length > 0 ? counts : [10_000, 100_000, 1_000_000]) {
  const row = benchIdentity(count)
  const cells = [row.profiles, row.compare.toFixed(2), row.cluster.toFixed(2), (((row.compare + row.cluster) * 1e6) / count).toFixed(1), (row.pairsCompared / count).toFixed(2), row.pairsNotCompared, row.merged, row.suggestions, row.megabytes]
  console.log(cells.map((cell) => String(cell).padStart(14)).join(''))
}
