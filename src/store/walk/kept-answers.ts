import type { StoreRow } from '../port.js'

/** Answers of the store that are kept while it does not change: of questions whose rows say little and that cost it much. */

/** The catalogued queries whose answers are kept: counts over the whole graph, and over all that stands beside one entity. */
const KEPT: ReadonlySet<string> = new Set([
  'co-mention-counts', 'co-mention-counts-by-day', 'counts', 'counts-by-kind', 'counts-by-relation', 'article-dates', 'count-facts-to-review',
])
/** A row of them takes some 120 bytes. */
const MOST_ROWS = 200_000

export const isKept = (query: string): boolean => KEPT.has(query)

/** At most so many rows; what was not asked for the longest goes first. */
export class KeptAnswers {
  readonly #rows = new Map<string, readonly StoreRow[]>()
  readonly #most: number
  #size = 0

  constructor(most = MOST_ROWS) {
    this.#most = most
  }

  get(key: string): readonly StoreRow[] | undefined {
    const rows = this.#rows.get(key)
    if (rows === undefined) return undefined
    this.#rows.delete(key)
    this.#rows.set(key, rows)
    return rows
  }

  put(key: string, rows: readonly StoreRow[]): void {
    this.#drop(key)
    this.#rows.set(key, rows)
    this.#size += rows.length
    for (const oldest of this.#rows.keys()) {
      if (this.#size <= this.#most) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#size -= this.#rows.get(key)?.length ?? 0
    this.#rows.delete(key)
  }
}
