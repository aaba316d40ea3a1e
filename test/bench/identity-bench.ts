/**
 * Time of identity at 10 k, 100 k and 1 M synthetic profiles: `node --max-old-space-size=4096 dist/test/bench/identity-bench.js [count …]`.
 * Near-linear means that the processor microseconds per profile hardly grow from row to row.
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
  /** That share a whole name, and that share a part of one. */
  readonly notCompared: number
  readonly notComparedLoose: number
  /** Processor seconds, which other work on the machine does not stretch. */
  readonly cpu: number
  readonly merged: number
  readonly suggestions: number
  /** Resident megabytes at the end. */
  readonly megabytes: number
}

/** One run; a pure measurement, nothing is kept. */
export function benchIdentity(count: number): IdentityBenchRow {
  const profiles = syntheticProfiles(count, SEED)
  const cpuBefore = process.cpuUsage()
  const start = performance.now()
  const candidates = findCandidates(profiles)
  const middle = performance.now()
  const resolution = clusterCandidates(profiles, candidates, [])
  const end = performance.now()
  const cpu = process.cpuUsage(cpuBefore)
  return {
    profiles: count, compare: (middle - start) / 1000, cluster: (end - middle) / 1000,
    pairsCompared: candidates.report.compared, notCompared: candidates.report.notCompared, notComparedLoose: candidates.report.notComparedLoose,
    cpu: (cpu.user + cpu.system) / 1e6,
    merged: resolution.canonical.size - resolution.clusters.length, suggestions: resolution.suggestions.length,
    megabytes: Math.round(process.memoryUsage().rss / 1_048_576),
  }
}

const counts = process.argv.slice(2).map(Number).filter((count) => count > 0)
console.log(['profiles', 'compare s', 'cluster s', 'cpu s', 'cpu us/profile', 'pairs/profile', 'not compared', 'loosely so', 'merged', 'suggested', 'rss MB'].map((cell) => cell.padStart(15)).join(''))
for (const count of counts.length > 0 ? counts : [10_000, 100_000, 1_000_000]) {
  const row = benchIdentity(count)
  const cells = [row.profiles, row.compare.toFixed(2), row.cluster.toFixed(2), row.cpu.toFixed(1), ((row.cpu * 1e6) / count).toFixed(1), (row.pairsCompared / count).toFixed(2), row.notCompared, row.notComparedLoose, row.merged, row.suggestions, row.megabytes]
  console.log(cells.map((cell) => String(cell).padStart(15)).join(''))
}
