import { SIGNAL, unitsWith } from '../signals.js'

const WITHIN = 4

/** Offsets of all characters that wrong decoding may have made: rare ones, Traditional ones and marks of loss. */
export const suspects = (text: string): number[] => unitsWith(text, SIGNAL.rare | SIGNAL.traditional | SIGNAL.loss)

/**
 * Offsets at which a rare character stands that has another within the next few: the mark of bytes read wrongly.
 * A lone rare character is most often somebody's name.
 */
export function rareClusters(text: string): number[] {
  const rare = unitsWith(text, SIGNAL.rare)
  return rare.filter((at, i) => (rare[i + 1] ?? Infinity) - at < WITHIN)
}
