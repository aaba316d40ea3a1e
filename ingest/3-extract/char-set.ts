/** UTF-16 code units as bits: the look before a look-up, at every place of a text. */
export class CharSet {
  readonly #bits = new Uint32Array(65536 >>> 5)

  constructor(codes: Iterable<number>) {
    for (const code of codes) this.#bits[code >>> 5] = (this.#bits[code >>> 5] as number) | (1 << (code & 31))
  }

  has(code: number): boolean {
    return (((this.#bits[code >>> 5] as number) >>> (code & 31)) & 1) === 1
  }

  /** True when one of them stands in the stretch of a text. */
  within(text: string, start: number, end: number): boolean {
    for (let i = start; i < end; i++) if (this.has(text.charCodeAt(i))) return true
    return false
  }
}
