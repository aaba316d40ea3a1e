import { CharSet } from './char-set.js'
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

/** Endings as a tree read from their last character: one look-up turns most places of a text away. */
export interface EndingIndex<F extends HasEndings> {
  /** [offset where the ending ends, ending], in text order; at most one for each offset, the longest. Offsets count in the whole text. */
  hits(sentence: Sentence): readonly (readonly [number, Ending<F>])[]
}

interface Node<F extends HasEndings> {
  readonly before: Map<number, Node<F>>
  ending: Ending<F> | undefined
}

export function endingIndex<F extends HasEndings>(families: readonly F[]): EndingIndex<F> {
  const root: Node<F> = { before: new Map(), ending: undefined }
  for (const family of families) {
    for (const text of family.endings) {
      let node = root
      for (let i = text.length - 1; i >= 0; i--) {
        const code = text.charCodeAt(i)
        let next = node.before.get(code)
        if (next === undefined) node.before.set(code, (next = { before: new Map(), ending: undefined }))
        node = next
      }
      node.ending ??= { text, family }
    }
  }
  const last = new CharSet(root.before.keys())
  return {
    hits({ text, span }) {
      const found: (readonly [number, Ending<F>])[] = []
      for (let end = 2; end <= text.length; end++) {
        if (!last.has(text.charCodeAt(end - 1))) continue
        const ending = longestEnding(root, text, end)
        if (!ending) continue
        const { after, before } = ending.family
        if (after?.test(text.slice(end, end + 6)) === true || before?.test(text.slice(Math.max(0, end - ending.text.length - 2), end - ending.text.length)) === true) continue
        found.push([span.start + end, ending])
      }
      return found
    },
  }
}

function longestEnding<F extends HasEndings>(root: Node<F>, text: string, end: number): Ending<F> | undefined {
  let longest: Ending<F> | undefined
  let node = root.before.get(text.charCodeAt(end - 1))
  for (let at = end - 2; node !== undefined; at--) {
    longest = node.ending ?? longest
    node = at < 0 ? undefined : node.before.get(text.charCodeAt(at))
  }
  return longest
}
