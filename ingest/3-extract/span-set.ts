import type { CleanSpan } from '../../src/core/span.js'

/** Spans asked again and again whether they touch another; a binary search answers. */
export class SpanSet {
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  constructor(spans: Iterable<CleanSpan>) {
    for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
      const last = this.#ends.length - 1
      const reach = this.#ends[last] ?? -1
      if (start <= reach) this.#ends[last] = Math.max(reach, end)
      else {
        this.#starts.push(start)
        this.#ends.push(end)
      }
    }
  }

  /** True when the span shares a character with one of the set. */
  touches({ start, end }: CleanSpan): boolean {
    let low = 0
    let high = this.#starts.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      if ((this.#ends[middle] ?? 0) <= start) low = middle + 1
      else if ((this.#starts[middle] ?? 0) >= end) high = middle - 1
      else return true
    }
    return false
  }
}
