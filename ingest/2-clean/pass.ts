/** One replacement in the text that a pass was given; spans are that text's, half-open, never empty. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly after: string
  /** 0–1: how sure the pass is that `after` is what the author wrote; 1 for a mere change of form. */
  readonly certainty: number
}

/** One kind of damage, found and put right. A pass keeps nothing from one text to the next. */
export interface Pass {
  /** Stands in the ledger of repairs. */
  readonly id: string
  /** One sentence: what it repairs, and what it leaves alone. */
  readonly doc: string
  /** Signals (signals.ts), of which one at least must be in the text for the pass to run. */
  readonly when: number
  /** Edits in order of `start`, none overlapping another. */
  apply(text: string): readonly Edit[]
}

export const edit = (start: number, end: number, after: string, certainty = 1): Edit => ({ start, end, after, certainty })

/** One edit per match of a global expression; `replace` gives the new text, or undefined to leave the match alone. */
export function editMatches(text: string, pattern: RegExp, replace: (match: RegExpExecArray) => string | undefined, certainty = 1): Edit[] {
  const edits: Edit[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const after = replace(match)
    if (after !== undefined && after !== match[0] && match[0] !== '') edits.push(edit(match.index, match.index + match[0].length, after, certainty))
    if (match[0] === '') pattern.lastIndex += 1
  }
  return edits
}
