import { contains, overlaps } from '../../src/core/span.js'
import type { Candidate } from './document.js'

/**
 * Names that the caller knows to stand in the text (of entities known already) beside those that extraction has picked. A given
 * name displaces what it covers or crosses, and gives way to a longer name around it, which is another name, unless two given
 * names stand in that one: then it is no name but a statement (A投资B). Where extraction picked the same span and kind, its candidate stays.
 */
export function withGiven(picked: readonly Candidate[], given: readonly Candidate[]): readonly Candidate[] {
  if (given.length === 0) return picked
  const inside = (outer: Candidate): readonly Candidate[] => given.filter((name) => name.kind !== 'REGION' && contains(outer.span, name.span))
  const believed = picked.filter((candidate) => inside(candidate).length < 2)
  const standing = given.filter((name) => !believed.some((other) =>
    contains(other.span, name.span) && (other.kind === name.kind || length(other) > length(name))))
  const kept = believed.filter((candidate) => !standing.some((name) => overlaps(name.span, candidate.span)))
  return [...kept, ...standing].sort((a, b) => a.span.start - b.span.start)
}

const length = ({ span }: Candidate): number => span.end - span.start
