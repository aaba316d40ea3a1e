/** Whether a stretch is a coined name rather than words of the language, as far as the segmenter tells. */
import type { TextView } from './document.js'
import { loadGazetteer } from './gazetteer.js'
import { NEVER_INSIDE } from './lexicon/stop-words.js'
import { sentenceAt, tokenBefore } from './text-view.js'

/** Tags of words that are no names: nouns, verbs, qualities, times, places, idioms. */
const PLAIN_WORD = /^(?:n|v|vn|vd|a|an|ad|b|t|s|f|i|l|j|ns|ng|vg|ag|z|d|k|h|q|tg)$/
const JOINT = /^[pcdrumtq]/

/** True when the stretch begins and ends where words do, holds no joint, and is not plain words alone or a place. */
export function isCoined(view: TextView, start: number, end: number): boolean {
  const sentence = sentenceAt(view.sentences, start)
  if (!sentence) return false
  const first = tokenBefore(view, sentence, start) + 1
  if (view.tokens[first]?.span.start !== start) return false
  let plain = true
  for (let index = first; ; index++) {
    const token = view.tokens[index]
    if (token === undefined || token.span.end > end || NEVER_INSIDE.has(token.text) || JOINT.test(token.tag)) return false
    plain &&= (token.text.length > 1 || (token.span.start === start && token.span.end === end)) && PLAIN_WORD.test(token.tag)
    if (token.span.end === end) return !plain && loadGazetteer().byForm(view.text.slice(start, end)).length === 0
  }
}
