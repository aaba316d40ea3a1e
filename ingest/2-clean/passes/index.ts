import type { Pass } from '../pass.js'
import { asciiPunctuation } from './ascii-punctuation.js'
import { censorMark } from './censor-mark.js'
import { cornerQuote } from './corner-quote.js'
import { fullWidth } from './full-width.js'
import { gbkShift } from './gbk-shift.js'
import { htmlEntity } from './html-entity.js'
import { invisible } from './invisible.js'
import { letterSpacing } from './letter-spacing.js'
import { lostBeforeGloss } from './lost-before-gloss.js'
import { lostInterpunct } from './lost-interpunct.js'
import { pinyinGloss } from './pinyin-gloss.js'
import { traditional } from './traditional.js'
import { utf8AsGbk } from './utf8-as-gbk.js'
import { utf8AsLatin } from './utf8-as-latin.js'

/** The passes in running order. Damage is undone in the reverse of the order in which pages suffer it. */
export const PASSES: readonly Pass[] = Object.freeze([
  // Wrong decoding comes first: it hides every other kind, and needs controls and soft hyphens, which are bytes here.
  utf8AsLatin,
  utf8AsGbk,
  // Entities may decode to zero-width marks, so these go after.
  htmlEntity,
  invisible,
  // Lost bytes are sought among the characters as the decoder left them: before scripts or forms change, and while glosses still tell readings.
  lostBeforeGloss,
  gbkShift,
  // A gloss is checked against the Traditional character that it was written for.
  pinyinGloss,
  traditional,
  cornerQuote,
  // From here on the text is Simplified Chinese, which the bigrams know. Marks of loss are read before `?` becomes ？.
  fullWidth,
  censorMark,
  lostInterpunct,
  asciiPunctuation,
  // Gaps last: names are seen best when their neighbours have their final form.
  letterSpacing,
])
