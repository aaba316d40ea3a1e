import type { Candidate } from './document.js'

/**
 * Picks candidates that do not overlap. Agreement adds up: a span that several propose with one kind outweighs a lone one.
 * A candidate wins over those inside it unless they outweigh it clearly; ties go to the longer, then to the earlier.
 */
export function arbitrate(candidates: readonly Candidate[]): Candidate[] {
  const merged = mergeEqual(candidates)
  const order = [...merged].sort((a, b) => score(b) - score(a) || length(b) - length(a) || a.span.start - b.span.start || (a.kind < b.kind ? -1 : 1))
  const taken: Candidate[] = []
  const occupied = new Set<number>()
  for (const candidate of order) {
    let free = true
    for (let i = candidate.span.start; i < candidate.span.end && free; i++) free = !occupied.has(i)
    if (!free) continue
    taken.push(candidate)
    for (let i = candidate.span.start; i < candidate.span.end; i++) occupied.add(i)
  }
  return taken.sort((a, b) => a.span.start - b.span.start)
}

const length = (candidate: Candidate): number => candidate.span.end - candidate.span.start
/** Length counts, so that a full name beats its own parts at like weight. */
const score = (candidate: Candidate): number => candidate.weight + Math.min(length(candidate), 24) * 0.012

/** One candidate for each span and kind; weights of different proposers combine as independent witnesses (noisy or). */
function mergeEqual(candidates: readonly Candidate[]): Candidate[] {
  const byKey = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const key = `${candidate.span.start}:${candidate.span.end}:${candidate.kind}`
    const known = byKey.get(key)
    if (!known) byKey.set(key, candidate)
    else if (!known.by.includes(candidate.by)) {
      const lead = candidate.weight > known.weight ? candidate : known
      const code = known.code ?? candidate.code
      byKey.set(key, {
        ...lead,
        subkind: lead.subkind === '' ? known.subkind || candidate.subkind : lead.subkind,
        by: `${known.by}+${candidate.by}`,
        weight: 1 - (1 - known.weight) * (1 - candidate.weight),
        ...(code === undefined ? {} : { code }),
      })
    }
  }
  return [...byKey.values()]
}
