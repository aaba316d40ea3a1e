/** Small helpers that all name parsers share. */

const DROPPED = /[“”‘’"'「」『』《》〈〉\s\u00ad\u200b-\u200d\ufeff]/g

/** One width, no quotes, no spaces, capitals: forms that differ only in these are one form. */
export const plainName = (form: string): string => form.normalize('NFKC').replace(DROPPED, '').toUpperCase()

const DIGITS: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** 3 for 三 and 3, 12 for 十二, 2023 for 二〇二三; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) return Number(Array.from(text, (char) => DIGITS[char] ?? 0).join(''))
  const match = /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九两])?$/.exec(text)
  if (!match || text === '') return undefined
  const [, hundreds, tens, ten, units] = match
  const digit = (char: string | undefined): number => (char === undefined ? 0 : DIGITS[char] ?? 0)
  return digit(hundreds) * 100 + (ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10) + digit(units)
}

/** True when the characters of `short` stand in `long` in order. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const char of short) {
    at = long.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}

/** True when one replaced, lost or added character makes `a` into `b`. */
export function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return Math.max(a.length, b.length) - start - end === 1
}

/** Dice coefficient of the two texts' character pairs, 0–1. */
export function pairOverlap(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0
  const left = new Map<string, number>()
  for (let i = 0; i < a.length - 1; i++) left.set(a.slice(i, i + 2), (left.get(a.slice(i, i + 2)) ?? 0) + 1)
  let shared = 0
  for (let i = 0; i < b.length - 1; i++) {
    const count = left.get(b.slice(i, i + 2)) ?? 0
    if (count > 0) {
      shared++
      left.set(b.slice(i, i + 2), count - 1)
    }
  }
  return (2 * shared) / (a.length + b.length - 2)
}
