/** Cuts a text at the ends of its marks, which may lie within or across each other. Pure; offsets in UTF-16 code units, half-open. */

export interface Mark {
  readonly start: number
  readonly end: number
  /** Tells marks apart, e.g. an entity id; several marks may share one. */
  readonly id: string
}

export interface Segment {
  readonly text: string
  readonly start: number
  /** Marks that cover the segment, the longest first. */
  readonly marks: readonly Mark[]
}

/** Marks that begin or end outside the text are cut to it; empty ones are passed over. Linear but for the sorting. */
export function segments(text: string, marks: readonly Mark[]): readonly Segment[] {
  const within = marks.map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) })).filter(({ start, end }) => start < end)
  const cuts = [...new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const byStart = [...within].sort((a, b) => a.start - b.start)
  let next = 0
  let open: Mark[] = []
  return cuts.slice(0, -1).map((start, at) => {
    for (; next < byStart.length && (byStart[next]?.start ?? Infinity) <= start; next++) {
      const mark = byStart[next]
      if (mark !== undefined) open.push(mark)
    }
    open = open.filter(({ end }) => end > start)
    const covering = [...open].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    return { text: text.slice(start, cuts[at + 1]), start, marks: covering }
  })
}
