import type { Span } from './article-types.js'

/** Places in the text as read and in the text as scraped, by the repairs that lead from one to the other. Pure; UTF-16 code units. */

/** A repair, as far as places go: `before`, which stood at `raw`, reads `after`. */
export interface Repaired {
  readonly raw: Span
  readonly before: string
  readonly after: string
}

/** A character with the gloss behind it, if it has one. */
const GLOSSED = /.(?:[(（][^()（）]*[)）])?/gsu

/** One repair per character where the characters before and after pair off, glosses aside; else the repair as it is. */
function byCharacter(repair: Repaired): readonly Repaired[] {
  const after = Array.from(repair.after)
  const before = repair.before.match(GLOSSED) ?? []
  if (before.length !== after.length) return [repair]
  let start = repair.raw.start
  return before.map((piece, at) => ({ raw: { start, end: (start += piece.length) }, before: piece, after: after[at] ?? '' }))
}

/** One stretch of text in both readings. */
interface Stretch {
  readonly from: Span
  readonly to: Span
}

/** The repairs as stretches from one reading to the other, in order. */
function stretches(repairs: readonly Repaired[], toRaw: boolean): readonly Stretch[] {
  let longer = 0
  return [...repairs].sort((a, b) => a.raw.start - b.raw.start).flatMap(byCharacter).map(({ raw, after }) => {
    const start = raw.start - longer
    const clean = { start, end: start + after.length }
    longer = raw.end - clean.end
    return toRaw ? { from: clean, to: raw } : { from: raw, to: clean }
  })
}

/** An end of a span in the other reading: an end within a repair goes to the repair's end, so that no repair is cut in two. */
function moved(place: number, end: 'start' | 'end', all: readonly Stretch[]): number {
  let shift = 0
  for (const { from, to } of all) {
    if (end === 'start' ? place < from.start : place <= from.start) return place + shift
    if (place < from.end) return end === 'start' ? to.start : to.end
    if (place === from.end && end === 'end') return to.end
    shift = to.end - from.end
  }
  return place + shift
}

const movedSpan = ({ start, end }: Span, all: readonly Stretch[]): Span => ({ start: moved(start, 'start', all), end: moved(end, 'end', all) })

/** Where a span of the repaired text stands in the text as scraped. */
export const rawSpanOf = (clean: Span, repairs: readonly Repaired[]): Span => movedSpan(clean, stretches(repairs, true))

/** Where a span of the text as scraped stands in the repaired text. */
export const cleanSpanOf = (raw: Span, repairs: readonly Repaired[]): Span => movedSpan(raw, stretches(repairs, false))

/** Places that are offered for words that stand in a text more than once. */
const MOST_PLACES = 50

/** Every place of some words in a text, none across another, at most 50. */
export function placesOf(text: string, words: string): readonly Span[] {
  const places: Span[] = []
  for (let at = words === '' ? -1 : text.indexOf(words); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(words, at + words.length)) places.push({ start: at, end: at + words.length })
  return places
}
