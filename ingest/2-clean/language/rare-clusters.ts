import { SIGNAL, unitsWith } from '../signals.js'

const WITHIN = 4

/**
 * Offsets at which a rare character stands that has another within the next few: the mark of bytes read wrongly.
 * A lone rare character is most often somebody's name.
 */
export function rareClusters(text: string): number[] {
  const rare = unitsWith(text, SIGNAL.rare)
  return rare.filter((at, i) => (rare[i + 1] ?? Infinity) - at < WITHIN)
}
