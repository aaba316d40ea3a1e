import iconv from 'iconv-lite'
import { simplifiedUnit } from '../../../src/core/simplified.js'
import { isGb2312Han } from './gbk.js'

export { simplifiedChar, simplifiedPassage, simplifiedUnit } from '../../../src/core/simplified.js'

/** Kept by the mainland's table of 2013 as characters of their own, beside what the rule below finds. */
const KEPT = '甯甦噁'

/** Big5 proper: its two levels of hanzi, without the Hong Kong extension, which has Simplified ones. */
function inBig5(char: string): boolean {
  const bytes = iconv.encode(char, 'big5')
  const pair = bytes.length === 2 ? bytes.readUInt16BE() : 0
  return (pair >= 0xa440 && pair <= 0xc67e) || (pair >= 0xc940 && pair <= 0xf9d5)
}

/**
 * True for glyphs that mainland Simplified text does not use, such as 張 and 國. Not 乾 or 於, which it keeps for some words, and not
 * 昇 or 濛, whose Simplified form is a Traditional character too: where two characters were merged, names keep the one they had.
 */
export function isTraditionalOnly(unit: number): boolean {
  const to = simplifiedUnit(unit)
  return to !== unit && !isGb2312Han(unit) && !KEPT.includes(String.fromCharCode(unit)) && !inBig5(String.fromCharCode(to))
}
