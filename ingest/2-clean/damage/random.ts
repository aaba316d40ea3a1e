/** A source of numbers in [0, 1) that a seed fixes. */
export type Random = () => number

/** mulberry32: small, fast, the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000
  }
}

/** Replaces each match with the given chance. */
export const replaceSome = (text: string, pattern: RegExp, rate: number, random: Random, replacement: (found: string) => string): string =>
  text.replace(pattern, (found: string) => (random() < rate ? replacement(found) : found))
