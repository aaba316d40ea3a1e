import { isModelled } from '../language/bigrams.js'
import { LOST, utf8Edits, type ByteAt } from '../language/utf8-runs.js'
import type { Edit, Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

/** What Windows-1252 shows for the bytes 80–9F; the five it leaves open come as controls. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const FIRST_WINDOWS = 0x80

const RUN = new RegExp(`[\\u00c2-\\u00f4](?:[\\u0080-\\u00ff${WINDOWS} ?\\ufffd])+`, 'g')

function byteOf(char: string): number {
  const windows = WINDOWS.indexOf(char)
  if (windows >= 0) return FIRST_WINDOWS + windows
  // a no-break space is the byte A0, and many programs have made a space of it
  if (char === ' ') return 0xa0
  return char === '?' || char === '\ufffd' ? LOST : char.charCodeAt(0)
}

const chinese = (chars: readonly string[]): number => chars.filter(isModelled).length

export const utf8AsLatin: Pass = {
  id: 'utf8-as-latin',
  doc: 'Reads again text whose UTF-8 bytes were taken for Latin-1 or Windows-1252 (é•¿æ±Ÿ is 长江).',
  when: SIGNAL.latin,
  apply(text) {
    return [...text.matchAll(RUN)].flatMap((run): Edit[] => {
      const bytes = Array.from(run[0], (char, i): ByteAt => ({ byte: byteOf(char), start: run.index + i, end: run.index + i + 1 }))
      const next = text.charAt(run.index + run[0].length)
      return utf8Edits(bytes, next === '' || next === '\n', (chars) => chinese(chars) > 0 && 2 * chinese(chars) >= chars.length)
    })
  },
}
