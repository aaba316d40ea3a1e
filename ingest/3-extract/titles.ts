import { BARE_ORGANS, TITLE_HEADS, TITLE_MODIFIERS } from './lexicon/titles.js'

const byLength = (a: string, b: string): number => b.length - a.length
const alternatives = (words: readonly string[]): string => [...new Set(words)].sort(byLength).join('|')

const TITLE = `(?:${alternatives(TITLE_MODIFIERS)})*(?:${alternatives(TITLE_HEADS)})`
const TITLE_AT_END = new RegExp(`${TITLE}$`)
const TITLE_AT_START = new RegExp(`^${TITLE}`)
const ORGAN_AT_END = new RegExp(`(?:${alternatives(Object.keys(BARE_ORGANS))})$`)

/** Longest stretch that a title may take, in UTF-16 code units. */
const WINDOW = 24

/** Start of the longest title that ends at `end`, or -1. */
export function titleStartBefore(text: string, end: number, floor: number): number {
  const from = Math.max(floor, end - WINDOW)
  const match = TITLE_AT_END.exec(text.slice(from, end))
  return match ? from + match.index : -1
}

/** End of the longest title that starts at `start`, or -1. */
export function titleEndAfter(text: string, start: number): number {
  const match = TITLE_AT_START.exec(text.slice(start, start + WINDOW))
  return match ? start + match[0].length : -1
}

/** Start of the bare organ (市委, 集团) that ends at `end`, or -1. */
export function organStartBefore(text: string, end: number, floor: number): number {
  const from = Math.max(floor, end - 8)
  const match = ORGAN_AT_END.exec(text.slice(from, end))
  return match ? from + match.index : -1
}
