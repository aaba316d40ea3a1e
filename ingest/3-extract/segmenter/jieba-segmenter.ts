/** Makes a `Segmenter` of any jieba binding: calls its tagger and lays the words back onto the text. */
import { cleanSpan } from '../../../src/core/span.js'
import type { Segmenter, Token } from '../document.js'

/** What both bindings return for one word. */
export interface TaggedWord {
  readonly word: string
  readonly tag: string
}

/** What both bindings can do; they cut alike, with tags and without. */
export interface JiebaBinding {
  readonly cut: (text: string) => readonly string[]
  readonly tag: (text: string) => readonly TaggedWord[]
}

/**
 * Tokens that tile `text` exactly, in order, whatever the binding did to the words:
 * characters that it dropped become tokens with tag '', words that are not in the text are left out.
 * Spans are UTF-16 offsets into `text`, counted from `from`.
 */
export const tileTokens = (text: string, words: readonly TaggedWord[], from = 0): readonly Token[] => {
  const tokens: Token[] = []
  let at = 0
  const push = (piece: string, tag: string): void => {
    tokens.push({ text: piece, tag, span: cleanSpan(from + at, from + at + piece.length) })
    at += piece.length
  }
  for (const { word, tag } of words) {
    if (word === '') continue
    if (!text.startsWith(word, at)) {
      const found = text.indexOf(word, at)
      if (found < 0 || found - at > MAX_GAP) continue
      push(text.slice(at, found), '')
    }
    push(word, tag)
  }
  if (at < text.length) push(text.slice(at), '')
  return tokens
}

/** Tokens of words that tile the text as they are. Spans are counted from `from`. */
export const tokensOf = (words: readonly TaggedWord[], from = 0): readonly Token[] => {
  const tokens: Token[] = []
  let at = from
  for (const { word, tag } of words) {
    const end = at + word.length
    tokens.push({ text: word, tag, span: cleanSpan(at, end) })
    at = end
  }
  return tokens
}

/** A word found farther on than this was changed, not preceded by dropped characters. */
const MAX_GAP = 64

/** Words whose tags are kept; all are forgotten when there are more, which bounds the memory of a long run. */
const MOST_KNOWN = 300_000

/**
 * The binding's tagger at the cost of its cutter: a word's tag depends on the word alone, so it is asked for once.
 * The bindings spend nearly half of the time of `tag` on handing over what they have handed over before.
 */
export const rememberingTagger = ({ cut, tag }: JiebaBinding): ((text: string) => readonly TaggedWord[]) => {
  const known = new Map<string, TaggedWord>()
  return (text) => {
    if (known.size > MOST_KNOWN) known.clear()
    const words: TaggedWord[] = []
    for (const word of cut(text)) {
      let tagged = known.get(word)
      if (tagged === undefined) {
        const alone = tag(word)
        tagged = alone[0]
        // A word that is cut again when it stands alone shows its tag only where it stands.
        if (tagged === undefined || alone.length > 1 || tagged.word !== word) return tag(text)
        known.set(word, tagged)
      }
      words.push(tagged)
    }
    return words
  }
}

/** Wraps a binding. `name` carries the version, e.g. `nodejieba@3.4.4`. */
export const jiebaSegmenter = (name: string, binding: JiebaBinding): Segmenter => {
  const tagged = rememberingTagger(binding)
  return { name, segment: (text, from) => (text === '' ? [] : tileTokens(text, tagged(text), from)) }
}
