import { CharSet } from '../3-extract/char-set.js'

const MARKS = new CharSet(Array.from('，；：;:,“‘《（(”’》）)。！？!?', (char) => char.charCodeAt(0)))
const OPEN = '“‘《（('
const CLOSE = '”’》）)'
const FULL_STOPS = '。！？!?'

/** Offsets of the commas, semicolons and colons that part clauses; those within quotes, book titles and brackets do not. */
export function clauseBounds(text: string, offset: number): number[] {
  const bounds: number[] = []
  let depth = 0
  let opened = 0
  for (let index = 0; index < text.length; index++) {
    if (!MARKS.has(text.charCodeAt(index))) continue
    const char = text.charAt(index)
    if (OPEN.includes(char)) {
      if (depth === 0) opened = index
      depth++
    } else if (CLOSE.includes(char)) depth = Math.max(0, depth - 1)
    // A long quotation holds clauses of its own, and a mark that is never closed must not swallow the sentence.
    else if (depth === 0 || index - opened > 24 || FULL_STOPS.includes(char)) bounds.push(offset + index)
  }
  return bounds
}
