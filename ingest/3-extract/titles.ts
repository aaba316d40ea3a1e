import { CharSet } from './char-set.js'
import { BARE_ORGANS, LOOSE_HEADS, TITLE_HEADS, TITLE_MODIFIERS } from './lexicon/titles.js'

/** Words by the code of one of their end characters, longest first: most positions of a text are turned away by one look-up. */
type Buckets = ReadonlyMap<number, readonly string[]>

function buckets(words: readonly string[], codeOf: (word: string) => number): Buckets {
  const found = new Map<number, string[]>()
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    const key = codeOf(word)
    const list = found.get(key)
    if (list) list.push(word)
    else found.set(key, [word])
  }
  return found
}

const first = (word: string): number => word.charCodeAt(0)
const last = (word: string): number => word.charCodeAt(word.length - 1)

const HEADS_BY_FIRST = buckets(TITLE_HEADS, first)
const MODIFIERS_BY_FIRST = buckets(TITLE_MODIFIERS, first)
const HEADS_BY_LAST = buckets([...TITLE_HEADS, ...LOOSE_HEADS], last)
const MODIFIERS_BY_LAST = buckets(TITLE_MODIFIERS, last)
const ORGANS_BY_FIRST = buckets(Object.keys(BARE_ORGANS), first)

const FIRSTS = new CharSet([...HEADS_BY_FIRST.keys(), ...MODIFIERS_BY_FIRST.keys()])

/** Longest stretch that a title may take, in UTF-16 code units. */
const WINDOW = 24

/** Start of the longest title (modifiers and a head) that ends at `end` and does not reach below `floor`, or -1. */
export function titleStartBefore(text: string, end: number, floor: number): number {
  const from = Math.max(floor, end - WINDOW)
  let best = -1
  for (const head of HEADS_BY_LAST.get(text.charCodeAt(end - 1)) ?? []) {
    if (end - head.length < from || !text.startsWith(head, end - head.length)) continue
    const start = modifiersStart(text, end - head.length, from)
    if (best < 0 || start < best) best = start
  }
  return best
}

/** Walks left over modifiers as far as they go. */
function modifiersStart(text: string, end: number, floor: number): number {
  let best = end
  for (const modifier of MODIFIERS_BY_LAST.get(text.charCodeAt(end - 1)) ?? []) {
    const start = end - modifier.length
    if (start < floor || !text.startsWith(modifier, start)) continue
    best = Math.min(best, modifiersStart(text, start, floor))
  }
  return best
}

/** End of the longest title that starts at `start`, or -1. */
export function titleEndAfter(text: string, start: number): number {
  if (start >= text.length || !FIRSTS.has(text.charCodeAt(start))) return -1
  return endFrom(text, start, Math.min(text.length, start + WINDOW))
}

function endFrom(text: string, start: number, limit: number): number {
  let best = -1
  const char = text.charCodeAt(start)
  for (const head of HEADS_BY_FIRST.get(char) ?? []) if (start + head.length <= limit && text.startsWith(head, start)) best = Math.max(best, start + head.length)
  for (const modifier of MODIFIERS_BY_FIRST.get(char) ?? []) if (text.startsWith(modifier, start)) best = Math.max(best, endFrom(text, start + modifier.length, limit))
  return best
}

/** True when the stretch ends in the head of a title. */
export const endsInHead = (stretch: string): boolean => (HEADS_BY_LAST.get(last(stretch)) ?? []).some((head) => stretch.endsWith(head))

/** The bare organs that the stretch starts with, longest first. */
export const organsAtStart = (stretch: string): readonly string[] => (ORGANS_BY_FIRST.get(first(stretch)) ?? []).filter((organ) => stretch.startsWith(organ))
