const NONE: readonly RegExpExecArray[] = []

/**
 * All matches of a global pattern, in order. `matchAll` copies the pattern and makes an iterator for every text; most patterns match
 * in few sentences, and there this costs no more than the look itself.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return NONE
  const found: RegExpExecArray[] = []
  while (match !== null) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
    match = pattern.exec(text)
  }
  return found
}
