interface Node<T> {
  next: Map<number, Node<T>> | undefined
  value: T | undefined
}

/** Two characters as one 32-bit key: small integers, which a map looks up without boxing them. */
const pair = (text: string, start: number): number => (text.charCodeAt(start) << 16) | text.charCodeAt(start + 1)

/** Forms of two characters and more with what belongs to them, found from any place in a text in time of the form's length. */
export class FormTrie<T> {
  readonly #roots = new Map<number, Node<T>>()
  /** One bit for each hash of a first pair: most places in a text fail at this one look. */
  readonly #seen: Uint32Array
  readonly #shift: number

  /** `bits` is the size of the look-up before the look-up, as a power of two; some bits for each form are enough. */
  constructor(bits = 11) {
    this.#seen = new Uint32Array(2 ** (bits - 5))
    this.#shift = 32 - bits
  }

  #slot(key: number): number {
    return Math.imul(key, 0x9e3779b1) >>> this.#shift
  }

  #mayStart(key: number): boolean {
    const slot = this.#slot(key)
    return (((this.#seen[slot >>> 5] as number) >>> (slot & 31)) & 1) === 1
  }

  #rootAt(text: string, start: number): Node<T> | undefined {
    if (start + 1 >= text.length) return undefined
    const key = pair(text, start)
    return this.#mayStart(key) ? this.#roots.get(key) : undefined
  }

  /** The first offset from `from` on where a form may start; `to` when none does before it. */
  nextAt(text: string, from: number, to: number): number {
    let code = text.charCodeAt(from)
    for (let at = from; at < to; at++) {
      const next = text.charCodeAt(at + 1)
      if (this.#mayStart((code << 16) | next)) return at
      code = next
    }
    return to
  }

  get(form: string): T | undefined {
    let node = form.length < 2 ? undefined : this.#roots.get(pair(form, 0))
    for (let i = 2; node !== undefined && i < form.length; i++) node = node.next?.get(form.charCodeAt(i))
    return node?.value
  }

  /** Forms shorter than two characters are not kept. */
  set(form: string, value: T): void {
    if (form.length < 2) return
    const key = pair(form, 0)
    let node = this.#roots.get(key)
    if (node === undefined) {
      this.#roots.set(key, (node = { next: undefined, value: undefined }))
      const slot = this.#slot(key)
      this.#seen[slot >>> 5] = (this.#seen[slot >>> 5] as number) | (1 << (slot & 31))
    }
    for (let i = 2; i < form.length; i++) {
      const code = form.charCodeAt(i)
      node.next ??= new Map()
      let next: Node<T> | undefined = node.next.get(code)
      if (next === undefined) node.next.set(code, (next = { next: undefined, value: undefined }))
      node = next
    }
    node.value = value
  }

  /** Calls `found` for every form in the text, by where it starts and then by length, shortest first. */
  eachIn(text: string, found: (start: number, end: number, value: T) => void): void {
    for (let start = this.nextAt(text, 0, text.length); start < text.length; start = this.nextAt(text, start + 1, text.length)) {
      let node = this.#rootAt(text, start)
      for (let end = start + 2; node !== undefined; end++) {
        if (node.value !== undefined) found(start, end, node.value)
        node = node.next?.get(text.charCodeAt(end))
      }
    }
  }

  /** End of the longest form that starts at `start`, or -1. */
  longestAt(text: string, start: number): number {
    let longest = -1
    let node = this.#rootAt(text, start)
    for (let end = start + 2; node !== undefined; end++) {
      if (node.value !== undefined) longest = end
      node = node.next?.get(text.charCodeAt(end))
    }
    return longest
  }
}
