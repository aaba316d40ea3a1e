/**
 * How much of each fault a run tries. `npm test` takes a few of each; `npm run faults` (POLICYGRAPH_FAULTS=full) all that issue and
 * docs promise. POLICYGRAPH_SEED chooses other points and other mutations; the seed is printed, so that a failure can be had again.
 */

export const FULL = process.env['POLICYGRAPH_FAULTS'] === 'full'
export const SEED = Number(process.env['POLICYGRAPH_SEED'] ?? '7')

export const howMany = (few: number, all: number): number => (FULL ? all : few)

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number below `end`. */
export const below = (random: () => number, end: number): number => Math.floor(random() * end)

export const sayHowMany = (what: string): void => {
  process.stderr.write(`faults: ${what}, seed ${SEED}\n`)
}
