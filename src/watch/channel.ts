/** One sender, many listeners in this process. What comes while nobody listens is not kept. */
export class Channel<T> {
  readonly #listeners = new Set<Listener<T>>()
  #closed = false

  /** Somebody listens. */
  get busy(): boolean {
    return this.#listeners.size > 0
  }

  send(value: T): void {
    for (const listener of this.#listeners) listener.push(value)
  }

  /** What is sent from now on. A listener that falls more than `MOST_WAITING` behind loses the oldest. */
  listen(): AsyncIterableIterator<T> {
    const listener = new Listener<T>(() => this.#listeners.delete(listener))
    if (this.#closed) void listener.return()
    else this.#listeners.add(listener)
    return listener
  }

  /** Ends all listening, now and later. */
  close(): void {
    this.#closed = true
    for (const listener of [...this.#listeners]) void listener.return()
  }
}

const MOST_WAITING = 1_000

class Listener<T> implements AsyncIterableIterator<T> {
  readonly #waiting: T[] = []
  readonly #onEnd: () => void
  #wake: ((result: IteratorResult<T>) => void) | undefined
  #ended = false

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd
  }

  push(value: T): void {
    const wake = this.#wake
    this.#wake = undefined
    if (wake !== undefined) wake({ value, done: false })
    else if (this.#waiting.push(value) > MOST_WAITING) this.#waiting.shift()
  }

  next(): Promise<IteratorResult<T>> {
    const value = this.#waiting.shift()
    if (value !== undefined) return Promise.resolve({ value, done: false })
    if (this.#ended) return Promise.resolve({ value: undefined, done: true })
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  return(): Promise<IteratorResult<T>> {
    this.#ended = true
    this.#waiting.length = 0
    this.#onEnd()
    this.#wake?.({ value: undefined, done: true })
    this.#wake = undefined
    return Promise.resolve({ value: undefined, done: true })
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
