import { hasReading, normalReading, PINYIN_LETTERS, readingsOf, toneless, TONED_VOWELS } from '../language/readings.js'
import { edit, type Edit, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

const GLOSS = new RegExp(`([\\u3400-\\u9fff])([(（]\\s*([${PINYIN_LETTERS}]{1,6})\\s*[)）])`, 'g')
const TONED = new RegExp(`[${TONED_VOWELS}]`)

const SAME_BUT_TONE = 0.9
const OTHER_READING = 0.6

/** How sure it is that the bracket is a gloss of the character; undefined when it is something else. */
function certaintyOf(char: string, gloss: string): number | undefined {
  const reading = normalReading(gloss)
  if (hasReading(char, reading)) return 1
  // without a tone mark it may be a word in brackets: (a), (men) …
  if (!TONED.test(reading)) return undefined
  return readingsOf(char).some((known) => toneless(known) === toneless(reading)) ? SAME_BUT_TONE : OTHER_READING
}

export const pinyinGloss: Pass = {
  id: 'pinyin-gloss',
  doc: 'Takes away a pinyin reading in brackets after a character, as in 長(zhǎng); a bracket without a tone mark goes only when it is a reading of that character.',
  when: SIGNAL.toned,
  apply(text) {
    const edits: Edit[] = []
    for (const match of text.matchAll(GLOSS)) {
      const [, char = '', bracket = '', gloss = ''] = match
      const certainty = certaintyOf(char, gloss)
      const start = match.index + char.length
      if (certainty !== undefined) edits.push(edit(start, start + bracket.length, '', certainty))
    }
    return edits
  },
}
