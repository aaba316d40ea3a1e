import type { GraphFact } from './graph-data.js'

/** Facts per month, for the time slider. Pure. */

export interface Month {
  /** `2031-06`. */
  readonly month: string
  readonly count: number
}

const next = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
}

/** Months that one histogram shows at most; a longer time is shown by its last months. */
const LONGEST = 240

/** Every month from the first to the last fact with its count by first day seen, the empty ones too; facts without a day are left out. */
export function months(facts: readonly Pick<GraphFact, 'firstSeen'>[]): readonly Month[] {
  const counts = new Map<string, number>()
  for (const { firstSeen } of facts) {
    if (firstSeen === null) continue
    const month = firstSeen.slice(0, 7)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  const [first, ...rest] = [...counts.keys()].sort()
  if (first === undefined) return []
  const last = rest.at(-1) ?? first
  const all: Month[] = []
  for (let month = first; month <= last; month = next(month)) all.push({ month, count: counts.get(month) ?? 0 })
  return all.slice(-LONGEST)
}

export const firstDay = (month: string): string => `${month}-01`
export const lastDay = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`
}
