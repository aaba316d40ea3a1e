/**
 * How much of each fault a run tries. `npm test` takes a few of each; `npm run faults` (POLICYGRAPH_FAULTS=full) all that issue and
 * docs promise. POLICYGRAPH_SEED chooses other points and other mutations; the seed is printed, so that a failure can be had again.
 */

export const FULL = process.env['POLICYGRAPH_FAULTS'] === 'full'
export const SEED = Number(process.env['POLICYGRAPH_SEED'] ?? '7')

export const howMany = (few: number, all: number): number => (FULL ? all : few)

/** A whole number below `end`. */
export const below = (random: () => number, end: number): number => Math.floor(random() * end)

export const sayHowMany = (what: string): void => {
  process.stderr.write(`faults: ${what}, seed ${SEED}\n`)
}
