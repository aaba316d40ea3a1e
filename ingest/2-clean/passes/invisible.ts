import { editMatches, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

const INVISIBLE = /\r\n?|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/g

/** Old programs end a line by a carriage return, a vertical tab, a form feed or U+0085. */
const BREAKS = /[\r\u000b\u000c\u0085]/

export const invisible: Pass = {
  id: 'invisible',
  doc: 'Removes control characters, zero-width and direction marks, soft hyphens and byte order marks; every line end becomes a line feed.',
  when: SIGNAL.invisible,
  apply: (text) => editMatches(text, INVISIBLE, ([found]) => (BREAKS.test(found) ? '\n' : '')),
}
