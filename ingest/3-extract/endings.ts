import type { Sentence } from './document.js'

interface HasEndings {
  readonly endings: readonly string[]
  /** Rejects the ending when what follows makes another word of it (局长, 中学生). */
  readonly after?: RegExp
  /** Rejects it by what stands right before (举办, 公司). */
  readonly before?: RegExp
}

export interface Ending<F extends HasEndings> {
  readonly text: string
  readonly family: F
}

/** Looks endings up by their last character: one look per character of text, the longest ending first. */
export interface EndingIndex<F extends HasEndings> {
  /** [offset where the ending ends, ending], in text order; at most one for each offset. Offsets count in the whole text. */
  hits(sentence: Sentence): Iterable<readonly [number, Ending<F>]>
}

export function endingIndex<F extends HasEndings>(families: readonly F[]): EndingIndex<F> {
  const byLast = new Map<string, Ending<F>[]>()
  for (const family of families) {
    for (const text of family.endings) {
      const key = text.charAt(text.length - 1)
      const list = byLast.get(key)
      if (list) list.push({ text, family })
      else byLast.set(key, [{ text, family }])
    }
  }
  for (const list of byLast.values()) list.sort((a, b) => b.text.length - a.text.length)
  return {
    *hits({ text, span }) {
      for (let end = 2; end <= text.length; end++) {
        const ending = byLast.get(text.charAt(end - 1))?.find((candidate) => text.startsWith(candidate.text, end - candidate.text.length))
        if (!ending) continue
        const { after, before } = ending.family
        if (after?.test(text.slice(end, end + 6)) === true || before?.test(text.slice(Math.max(0, end - ending.text.length - 2), end - ending.text.length)) === true) continue
        yield [span.start + end, ending]
      }
    },
  }
}
