import { readFileSync, statSync } from 'node:fs'

/** A small file that is read again when it has changed, so that a running server learns of it without a signal. */
export class WatchedFile<T> {
  readonly #path: string
  readonly #parse: (text: string | undefined) => T
  #seen: { readonly stamp: string; readonly value: T } | undefined

  /** `parse` gets undefined for a file that is not there, and may throw; then nothing is kept and the next read tries again. */
  constructor(path: string, parse: (text: string | undefined) => T) {
    this.#path = path
    this.#parse = parse
  }

  read(): T {
    const stamp = this.#stamp()
    if (this.#seen?.stamp === stamp) return this.#seen.value
    const value = this.#parse(stamp === '' ? undefined : readFileSync(this.#path, 'utf8'))
    this.#seen = { stamp, value }
    return value
  }

  /** Differs after every write: a file put in place by a rename has another inode, one written over another time or size. */
  #stamp(): string {
    const stat = statSync(this.#path, { bigint: true, throwIfNoEntry: false })
    return stat === undefined ? '' : `${stat.ino} ${stat.mtimeNs} ${stat.size}`
  }
}
