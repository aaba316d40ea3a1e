import type { Candidate } from './document.js'
import { spanOf } from './text-view.js'

/** Between two names of one event (云锦推介会暨沿海项目签约仪式). */
const JOIN = '暨'
/** Longest stretch between the join and the part of the second name that was found by itself, in UTF-16 code units. */
const GAP = 16
const BREAKS = /[，。；：！？\n]/
const EVENT_END = /(?:会|节|赛|展|仪式|活动|论坛|典礼|签约|行|季|周|月|营)[）)]?$/

/** An event with two names joined by 暨 is one: a candidate for the whole, from the longest names found on both sides. */
export function joinedEvents(text: string, candidates: readonly Candidate[]): Candidate[] {
  if (!text.includes(JOIN)) return []
  /** The longest by the place where it ends, and by the place where it starts. */
  const ending = new Map<number, Candidate>()
  const starting = new Map<number, Candidate>()
  for (const candidate of candidates) {
    const { kind, subkind, span } = candidate
    if (kind !== 'INITIATIVE' || !EVENT_END.test(candidate.text)) continue
    if (span.start < (ending.get(span.end)?.span.start ?? Infinity)) ending.set(span.end, candidate)
    if (subkind === 'EVENT' && span.end > (starting.get(span.start)?.span.end ?? 0)) starting.set(span.start, candidate)
  }
  const found: Candidate[] = []
  for (let at = text.indexOf(JOIN); at >= 0; at = text.indexOf(JOIN, at + 1)) {
    const before = ending.get(at)
    const end = before ? lastEnd(text, starting, at + 1) : 0
    if (!before || end === 0) continue
    const span = spanOf(before.span.start, end)
    found.push({ span, text: text.slice(span.start, span.end), kind: 'INITIATIVE', subkind: 'EVENT', by: 'phrases/joined', weight: 0.5 })
  }
  return found
}

/** Where the furthest event ends that starts at `from` or within the gap behind it; 0 when none does. */
function lastEnd(text: string, starting: ReadonlyMap<number, Candidate>, from: number): number {
  let end = 0
  for (let start = from; start <= from + GAP && !BREAKS.test(text.slice(from, start)); start++) end = Math.max(end, starting.get(start)?.span.end ?? 0)
  return end
}
