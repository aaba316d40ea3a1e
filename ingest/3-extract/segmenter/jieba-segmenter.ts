/** Makes a `Segmenter` of any jieba binding: calls its tagger and lays the words back onto the text. */
import { cleanSpan } from '../../../src/core/span.js'
import type { Segmenter, Token } from '../document.js'

/** What both bindings return for one word. */
export interface TaggedWord {
  readonly word: string
  readonly tag: string
}

/**
 * Tokens that tile `text` exactly, in order, whatever the binding did to the words:
 * characters that it dropped become tokens with tag '', words that are not in the text are left out.
 * Spans are UTF-16 offsets into `text`.
 */
export const tileTokens = (text: string, words: readonly TaggedWord[]): readonly Token[] => {
  const tokens: Token[] = []
  let at = 0
  const push = (end: number, tag: string): void => {
    tokens.push({ text: text.slice(at, end), tag, span: cleanSpan(at, end) })
    at = end
  }
  for (const { word, tag } of words) {
    if (word === '') continue
    if (!text.startsWith(word, at)) {
      const found = text.indexOf(word, at)
      if (found < 0 || found - at > MAX_GAP) continue
      push(found, '')
    }
    push(at + word.length, tag)
  }
  if (at < text.length) push(text.length, '')
  return tokens
}

/** A word found farther on than this was changed, not preceded by dropped characters. */
const MAX_GAP = 64

/** Wraps a binding's tagger. `name` carries the version, e.g. `nodejieba@3.4.4`. */
export const jiebaSegmenter = (name: string, tag: (text: string) => readonly TaggedWord[]): Segmenter => ({
  name,
  segment: (text) => (text === '' ? [] : tileTokens(text, tag(text))),
})
