import { cleanSpan } from '../../src/core/span.js'
import type { Sentence } from './document.js'

const CLOSERS = '”’」』）)》'
const ENDERS = '。！？!?…'

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
    const char = text.charAt(i)
    if (char === '\n' || char === '\r') {
      push(i)
      if (sentences.at(-1)?.paragraph === paragraph) paragraph++
    } else if (ENDERS.includes(char)) {
      let end = i + 1
      while (end < text.length && (CLOSERS + ENDERS).includes(text.charAt(end))) end++
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
