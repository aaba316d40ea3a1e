import { isGb2312Han } from '../language/gbk.js'
import { simplifiedChar, simplifiedPassage, simplifiedUnit } from '../language/traditional.js'
import { edit, type Edit, type Pass } from '../pass.js'
import { hasSignal, SIGNAL } from '../signals.js'

/** A line or a sentence with its end. */
const PASSAGE = /[^\n。！？]*(?:[\n。！？]|$)/g
/** A text with this share of Traditional-only glyphs is Traditional throughout. */
const WHOLE_TEXT = 0.08
/** A passage is Traditional from this many glyphs that Simplified text does not write as a rule, if one of them at least it never writes. */
const ENOUGH = 2

interface Glyphs {
  /** Never written in Simplified text. */
  readonly only: number
  /** These and such as 遊 and 後, which it writes in names at most. */
  readonly all: number
}

function glyphsOf(passage: string): Glyphs {
  let only = 0
  let all = 0
  for (let i = 0; i < passage.length; i += 1) {
    const unit = passage.charCodeAt(i)
    if (hasSignal(unit, SIGNAL.traditional)) only += 1
    if (unit >= 0x4e00 && unit <= 0x9fff && simplifiedUnit(unit) !== unit && !isGb2312Han(unit)) all += 1
  }
  return { only, all }
}

/** Same length as the passage. */
function simplified(passage: string, isTraditional: boolean): string {
  const whole = isTraditional ? simplifiedPassage(passage) : undefined
  return whole ?? passage.replace(/[\u3400-\u9fff]/g, (char) => (hasSignal(char.charCodeAt(0), SIGNAL.traditional) ? simplifiedChar(char) : char))
}

export const traditional: Pass = {
  id: 'traditional',
  doc: 'Turns Traditional glyphs into Simplified ones, one for one; characters that Simplified text uses too (乾, 於, 昇) change only within a Traditional passage.',
  when: SIGNAL.traditional,
  apply(text) {
    const isWhole = glyphsOf(text).only >= WHOLE_TEXT * text.length
    const edits: Edit[] = []
    for (const match of text.matchAll(PASSAGE)) {
      const [passage] = match
      const { only, all } = glyphsOf(passage)
      if (only === 0 && !isWhole) continue
      const after = simplified(passage, isWhole || all >= ENOUGH)
      for (let i = 0; i < passage.length; i += 1) {
        if (passage[i] !== after[i]) edits.push(edit(match.index + i, match.index + i + 1, after.charAt(i)))
      }
    }
    return edits
  },
}
