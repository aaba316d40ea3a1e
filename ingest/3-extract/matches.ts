const NONE: readonly RegExpExecArray[] = []

/**
 * All matches of a global pattern, in order. `matchAll` copies the pattern and makes an iterator for every text; most patterns match
 * in few sentences, and there this costs no more than the look itself. `hint` is a pattern, not global, that every text with a match
 * matches too: worth giving where the pattern begins with what stands in every text, and the hint does not.
 */
export function matchesOf(text: string, pattern: RegExp, hint?: RegExp): readonly RegExpExecArray[] {
  if (hint?.test(text) === false) return NONE
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
