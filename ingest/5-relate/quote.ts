import { cleanSpan, type CleanSpan } from '../../src/core/span.js'
import { clauseAt, type Discourse, type Passage } from './passage.js'
import type { FactDraft } from './rule.js'

/** A sentence up to this long is quoted whole, in UTF-16 code units; of a longer one, the clauses around the two ends. */
const LONGEST = 800
/** What is kept left and right of an end in a long sentence. */
const AROUND = 160

/**
 * What a fact quotes: the sentences that show it. A sentence longer than anybody writes (a list of thousands) is cut down to
 * the clauses around the ends, or around one of them when they stand too far apart.
 */
export function quotesOf(discourse: Discourse): (draft: FactDraft) => CleanSpan | undefined {
  const bySentence = new Map<number, ReadonlyMap<number, readonly number[]>>()
  const of = (entity: number, passage: Passage): readonly number[] => {
    const known = bySentence.get(passage.sentence.index) ?? positionsIn(passage)
    bySentence.set(passage.sentence.index, known)
    return known.get(entity) ?? []
  }
  return (draft) => {
    const first = discourse.passages[draft.fromSentence]
    const last = discourse.passages[draft.toSentence]
    if (!first || !last) return undefined
    if (last.end - first.start <= LONGEST) return cleanSpan(first.start, last.end)
    const long = last.end - last.start > LONGEST ? last : first
    const subject = of(draft.subject, long).at(-1)
    const object = of(draft.object, long)
    const near = subject ?? object[0] ?? long.start
    const other = nearest(object, near) ?? near
    const [from, to] = Math.abs(other - near) <= LONGEST ? [Math.min(near, other), Math.max(near, other)] : [near, near]
    const start = Math.max(long.start, clauseAt(long, Math.max(long.start, from - AROUND)).start, from - 2 * AROUND)
    const end = Math.min(long.end, to + 2 * AROUND, Math.max(to + AROUND, clauseAt(long, Math.min(long.end, to + AROUND)).end))
    return cleanSpan(start, end)
  }
}

/** Where each entity stands in the sentence, in text order. */
function positionsIn(passage: Passage): ReadonlyMap<number, readonly number[]> {
  const positions = new Map<number, number[]>()
  for (const { entity, start } of passage.references) {
    const list = positions.get(entity)
    if (list) list.push(start)
    else positions.set(entity, [start])
  }
  return positions
}

/** The number nearest to `wanted` in a rising list. */
function nearest(rising: readonly number[], wanted: number): number | undefined {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? Infinity) < wanted) low = middle + 1
    else high = middle
  }
  const [before, after] = [rising[low - 1], rising[low]]
  return after === undefined || (before !== undefined && wanted - before < after - wanted) ? before : after
}
