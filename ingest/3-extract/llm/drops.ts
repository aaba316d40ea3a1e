/** Why a proposal was not taken. */
export type DropReason =
  | 'BAD_FORM' | 'TOO_MANY' | 'BAD_KIND' | 'BAD_NAME' | 'NOT_IN_TEXT' | 'OVERLAPS' | 'BYLINE'
  | 'BAD_TYPE' | 'UNKNOWN_END' | 'QUOTE_NOT_VERBATIM' | 'QUOTE_TOO_LONG' | 'END_NOT_IN_QUOTE' | 'NOT_ALLOWED' | 'BAD_TITLE' | 'BAD_MODALITY'

/** Counts the proposals of one article that were dropped, by reason. */
export class Drops {
  readonly #counts = new Map<DropReason, number>()

  add(reason: DropReason, count = 1): void {
    if (count > 0) this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count)
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0)
  }

  /** `NOT_IN_TEXT 2, OVERLAPS 1`, in alphabetic order. */
  toString(): string {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => `${reason} ${count}`).join(', ')
  }
}
