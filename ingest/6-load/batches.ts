/** How many articles go to the store at a time. */
export interface BatchLimits {
  readonly articles: number
  /** UTF-16 code units of raw text. */
  readonly characters: number
}

/** A write costs some fifty statements however small it is, and an entity that many articles name is folded once for all of them. */
export const DEFAULT_LIMITS: BatchLimits = { articles: 400, characters: 800_000 }

/** Groups items in order; a batch closes when it is full by either limit. An item larger than the limit makes a batch of its own. */
export async function* inBatches<T>(
  items: AsyncIterable<T> | Iterable<T>,
  charactersOf: (item: T) => number,
  limits: BatchLimits = DEFAULT_LIMITS,
): AsyncGenerator<readonly T[]> {
  let batch: T[] = []
  let characters = 0
  for await (const item of items) {
    const more = charactersOf(item)
    if (batch.length > 0 && (batch.length >= limits.articles || characters + more > limits.characters)) {
      yield batch
      batch = []
      characters = 0
    }
    batch.push(item)
    characters += more
  }
  if (batch.length > 0) yield batch
}
