import { editMatches, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

/** A full stop only within a number; other full-width punctuation is as Chinese writes it. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ％]|(?<=[0-9０-９])．(?=[0-9０-９])/g
const STEP = 0xfee0

export const fullWidth: Pass = {
  id: 'full-width',
  doc: 'Turns full-width letters, digits, percent signs and decimal points into their usual half-width form.',
  when: SIGNAL.fullWidth,
  apply: (text) => editMatches(text, WIDE, ([char]) => String.fromCharCode(char.charCodeAt(0) - STEP)),
}
