interface Node<T> {
  next: Map<number, Node<T>> | undefined
  value: T | undefined
}

/** Two characters as one key; most places in a text fail at this one look. */
const pair = (text: string, start: number): number => text.charCodeAt(start) * 0x10000 + text.charCodeAt(start + 1)

/** Forms of two characters and more with what belongs to them, found from any place in a text in time of the form's length. */
export class FormTrie<T> {
  readonly #roots = new Map<number, Node<T>>()

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
    if (node === undefined) this.#roots.set(key, (node = { next: undefined, value: undefined }))
    for (let i = 2; i < form.length; i++) {
      const code = form.charCodeAt(i)
      node.next ??= new Map()
      let next: Node<T> | undefined = node.next.get(code)
      if (next === undefined) node.next.set(code, (next = { next: undefined, value: undefined }))
      node = next
    }
    node.value = value
  }

  /** Calls `found` for every form that starts at `start`, shortest first. */
  matchesAt(text: string, start: number, found: (end: number, value: T) => void): void {
    if (start + 1 >= text.length) return
    let node = this.#roots.get(pair(text, start))
    for (let end = start + 2; node !== undefined; end++) {
      if (node.value !== undefined) found(end, node.value)
      node = node.next?.get(text.charCodeAt(end))
    }
  }

  /** End of the longest form that starts at `start`, or -1. */
  longestAt(text: string, start: number): number {
    let longest = -1
    if (start + 1 >= text.length) return longest
    let node = this.#roots.get(pair(text, start))
    for (let end = start + 2; node !== undefined; end++) {
      if (node.value !== undefined) longest = end
      node = node.next?.get(text.charCodeAt(end))
    }
    return longest
  }
}
