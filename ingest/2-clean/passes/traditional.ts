import { simplifiedChar, simplifiedPassage } from '../language/traditional.js'
import { edit, type Edit, type Pass } from '../pass.js'
import { hasSignal, SIGNAL } from '../signals.js'

const isTraditionalOnly = (unit: number): boolean => hasSignal(unit, SIGNAL.traditional)

/** A line or a sentence with its end. */
const PASSAGE = /[^\n。！？]*(?:[\n。！？]|$)/g
/** From this many Traditional-only glyphs, or this share of the length, the whole passage is taken for Traditional. */
const ENOUGH = 3
const SHARE = 0.2

function countTraditional(passage: string): number {
  let count = 0
  for (let i = 0; i < passage.length; i += 1) if (isTraditionalOnly(passage.charCodeAt(i))) count += 1
  return count
}

/** Same length as the passage. */
function simplified(passage: string, count: number): string {
  const whole = count >= ENOUGH || count >= SHARE * passage.trim().length ? simplifiedPassage(passage) : undefined
  if (whole !== undefined) return whole
  return passage.replace(/[\u3400-\u9fff]/g, (char) => (isTraditionalOnly(char.charCodeAt(0)) ? simplifiedChar(char) : char))
}

export const traditional: Pass = {
  id: 'traditional',
  doc: 'Turns Traditional glyphs into Simplified ones, one for one; characters that Simplified text uses too (乾, 於, 昇) change only within a Traditional passage.',
  when: SIGNAL.traditional,
  apply(text) {
    const edits: Edit[] = []
    for (const match of text.matchAll(PASSAGE)) {
      const [passage] = match
      const count = countTraditional(passage)
      if (count === 0) continue
      const after = simplified(passage, count)
      for (let i = 0; i < passage.length; i += 1) {
        if (passage[i] !== after[i]) edits.push(edit(match.index + i, match.index + i + 1, after.charAt(i)))
      }
    }
    return edits
  },
}
