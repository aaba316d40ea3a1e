import { cleanSpan } from '../../src/core/span.js'
import { CharSet } from './char-set.js'
import type { Sentence } from './document.js'

const CLOSERS = '”’」』）)》'
const ENDERS = '。！？!?…'
const codesOf = (characters: string): number[] => Array.from(characters, (char) => char.charCodeAt(0))
const BREAKS = new CharSet(codesOf('\n\r'))
/** What a sentence or a paragraph may end with, and what goes on with its end. */
const ENDS = new CharSet(codesOf(`${ENDERS}\n\r`))
const GOES_ON = new CharSet(codesOf(CLOSERS + ENDERS))

/**
 * Cuts a text at final punctuation and line breaks. Closing quotes stay with their sentence.
 * Sentences keep their order, do not overlap and leave out nothing but blank space and line breaks.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let paragraph = 0
  let start = 0
  const push = (end: number): void => {
    let from = start
    let to = end
    while (from < to && isBlank(text, from)) from++
    while (to > from && isBlank(text, to - 1)) to--
    if (to > from) sentences.push({ index: sentences.length, span: cleanSpan(from, to), text: text.slice(from, to), paragraph })
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!ENDS.has(code)) continue
    if (BREAKS.has(code)) {
      push(i)
      if (sentences.at(-1)?.paragraph === paragraph) paragraph++
    } else {
      let end = i + 1
      while (end < text.length && GOES_ON.has(text.charCodeAt(end))) end++
      push(end)
      i = end - 1
    }
  }
  push(text.length)
  return sentences
}

function isBlank(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code <= 0x20 || code === 0x3000 || code === 0xa0
}
