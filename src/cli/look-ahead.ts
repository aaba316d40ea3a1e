/** Reads ahead as far as memory allows, to learn how much there is in all. */

export interface LookAhead<T> {
  /** Everything, those read ahead first; to be walked once. */
  readonly items: AsyncIterable<T>
  /** Size of everything, or undefined when there is more than was read ahead. */
  readonly total: number | undefined
}

/** Reads until the items reach `limit` in size or end, or until the signal fires; what was read is given by `items` all the same. */
export async function lookAhead<T>(source: AsyncIterable<T>, sizeOf: (item: T) => number, limit: number, signal: AbortSignal): Promise<LookAhead<T>> {
  const iterator = source[Symbol.asyncIterator]()
  const head: T[] = []
  let size = 0
  let ended = false
  while (size < limit && !signal.aborted) {
    const next = await iterator.next()
    if (next.done === true) {
      ended = true
      break
    }
    head.push(next.value)
    size += sizeOf(next.value)
  }
  async function* items(): AsyncGenerator<T> {
    yield* head.splice(0)
    if (!ended) yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { items: items(), total: ended ? size : undefined }
}
