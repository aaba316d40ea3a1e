/** jieba's character model: tells where words that its dictionary does not have begin and end (Viterbi over begin, end, middle, single). */

/** What jieba takes for minus infinity. */
const NEVER = -3.14e100
const STATES = 4
const END = 1
const SINGLE = 3

export class JiebaCharacters {
  readonly #start: Float64Array
  /** From state times four plus to state. */
  readonly #moves: Float64Array
  /** Row of each character; row 0 is that of characters that the model has not seen. */
  readonly #rowOf = new Uint16Array(65536)
  readonly #emissions: Float64Array
  #weights = new Float64Array(64 * STATES)
  #paths = new Uint8Array(64 * STATES)

  /** @param model the lines of jieba's file: start, four of moves, and for each state `character:weight` by commas; # starts a comment. */
  constructor(model: string) {
    const lines = model.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
    const numbers = (line = ''): number[] => line.split(' ').map(Number)
    this.#start = Float64Array.from(numbers(lines[0]))
    this.#moves = Float64Array.from(lines.slice(1, 1 + STATES).flatMap(numbers))
    const states = lines.slice(1 + STATES, 1 + 2 * STATES).map((line) => line.split(',').map((pair): [number, number] => [pair.charCodeAt(0), Number(pair.slice(2))]))
    let rows = 1
    for (const state of states) for (const [code] of state) if (this.#rowOf[code] === 0) this.#rowOf[code] = rows++
    this.#emissions = new Float64Array(rows * STATES).fill(NEVER)
    for (const [state, pairs] of states.entries()) for (const [code, weight] of pairs) this.#emissions[(this.#rowOf[code] as number) * STATES + state] = weight
  }

  /** Writes the ends of the words between `from` and `to` into `ends` from `count` on; returns how many there are then. */
  cut(codes: Int32Array, from: number, to: number, ends: Int32Array, count: number): number {
    const length = to - from
    if (length <= 1) {
      if (length === 1) ends[count++] = to
      return count
    }
    if (this.#paths.length < length * STATES) {
      this.#weights = new Float64Array(length * 2 * STATES)
      this.#paths = new Uint8Array(length * 2 * STATES)
    }
    const weights = this.#weights
    const paths = this.#paths
    const moves = this.#moves
    const emissions = this.#emissions
    let row = this.#row(codes[from] as number)
    for (let state = 0; state < STATES; state++) weights[state] = (this.#start[state] as number) + (emissions[row + state] as number)
    for (let x = 1; x < length; x++) {
      row = this.#row(codes[from + x] as number)
      for (let state = 0; state < STATES; state++) {
        const emission = emissions[row + state] as number
        let best = NEVER
        let path = END
        for (let before = 0; before < STATES; before++) {
          const weight = (weights[(x - 1) * STATES + before] as number) + (moves[before * STATES + state] as number) + emission
          if (weight > best) {
            best = weight
            path = before
          }
        }
        weights[x * STATES + state] = best
        paths[x * STATES + state] = path
      }
    }
    const last = (length - 1) * STATES
    let state = (weights[last + END] as number) >= (weights[last + SINGLE] as number) ? END : SINGLE
    // The best path is read backwards; the ends are found last to first and put in order.
    const first = count
    for (let x = length - 1; x >= 0; x--) {
      if ((state & 1) === 1) ends[count++] = from + x + 1
      state = paths[x * STATES + state] as number
    }
    ends.subarray(first, count).reverse()
    return count
  }

  #row(code: number): number {
    return code > 0xffff ? 0 : (this.#rowOf[code] as number) * STATES
  }
}
