import type { EntityKind } from '../../schema/ontology/index.js'
import type { Candidate } from './document.js'

/** Names proposed so far, by where they end. Rules for compound names pass over them as one piece. */
export class KnownNames {
  readonly #byEnd = new Map<number, Candidate[]>()
  readonly #kindsByStart = new Map<number, Set<EntityKind>>()

  constructor(candidates: Iterable<Candidate>) {
    for (const candidate of candidates) this.add(candidate)
  }

  add(candidate: Candidate): void {
    const kinds = this.#kindsByStart.get(candidate.span.start)
    if (kinds) kinds.add(candidate.kind)
    else this.#kindsByStart.set(candidate.span.start, new Set([candidate.kind]))
    const there = this.#byEnd.get(candidate.span.end)
    if (there) there.push(candidate)
    else this.#byEnd.set(candidate.span.end, [candidate])
  }

  /** True when a name of one of the kinds starts at the offset. */
  startsAt(offset: number, kinds: ReadonlySet<EntityKind>): boolean {
    const there = this.#kindsByStart.get(offset)
    if (there !== undefined) for (const kind of there) if (kinds.has(kind)) return true
    return false
  }

  /** The surest name of one of the kinds that ends at the offset and starts at or after `floor`; the longer of two equals. */
  endingAt(end: number, kinds: ReadonlySet<EntityKind>, floor = 0): Candidate | undefined {
    let best: Candidate | undefined
    const there = this.#byEnd.get(end)
    if (there === undefined) return undefined
    for (const candidate of there) {
      if (!kinds.has(candidate.kind) || candidate.span.start < floor) continue
      if (!best || rank(candidate) > rank(best)) best = candidate
    }
    return best
  }
}

const rank = (candidate: Candidate): number => candidate.weight + 0.02 * candidate.text.length
