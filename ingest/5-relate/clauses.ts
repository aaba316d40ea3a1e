const ENDS = '，；：;:,'
const OPEN = '“‘《（('
const CLOSE = '”’》）)'

/** Offsets of the commas, semicolons and colons that part clauses; those within quotes, book titles and brackets do not. */
export function clauseBounds(text: string, offset: number): number[] {
  const bounds: number[] = []
  let depth = 0
  let opened = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (OPEN.includes(char)) {
      if (depth === 0) opened = i
      depth++
    } else if (CLOSE.includes(char)) depth = Math.max(0, depth - 1)
    else if (ENDS.includes(char)) {
      // A long quotation holds clauses of its own, and a mark that is never closed must not swallow the sentence.
      if (depth === 0 || i - opened > 24) bounds.push(offset + i)
    } else if ('。！？!?'.includes(char)) bounds.push(offset + i)
  }
  return bounds
}
