import type { Modality } from '../../schema/ontology/index.js'
import { DENIAL, HYPOTHESIS, MUST, NOT_PLAN, PLAN } from './lexicon.js'
import { clauseAt, type Passage } from './passage.js'
import { urges, type Speech } from './speech.js'

/**
 * Whether what stands at `offset` has happened, by the words that govern it: those of its clause before the cue, and, for
 * plans and calls, those of earlier clauses of the same speech or sentence that reach on. Denial and plan are sought first, so
 * that neither comes out as asserted.
 */
export function modalityAt(text: string, passage: Passage, offset: number, speech: Speech | undefined): Modality {
  const clause = clauseAt(passage, text, offset)
  const before = text.slice(clause.start, offset)
  const after = text.slice(offset, Math.min(clause.end, offset + 14))
  const from = Math.max(passage.start, speech && !speech.carried ? speech.from : passage.start)
  const reach = text.slice(Math.min(from, offset), offset)
  if (DENIAL.test(before) || /^.{0,6}(未果|被否认|告吹)/.test(after)) return 'DENIED'
  if (HYPOTHESIS.test(before) || /^如果|^若|^一旦/.test(passage.text)) return 'HYPOTHETICAL'
  if (speech) {
    if (urges(speech) && !speech.carried) return 'URGED'
    if (MUST.test(reach) || MUST.test(before)) return 'URGED'
    if (/^(?:希望|要|各级|必须)/.test(passage.text)) return 'URGED'
  }
  if (isPlanned(before) || isPlanned(reach.slice(-60))) return 'PLANNED'
  if (/^(?:下一步|接下来|今后|未来|明年)/.test(passage.text)) return 'PLANNED'
  return 'ASSERTED'
}

const isPlanned = (stretch: string): boolean => PLAN.test(stretch.replace(NOT_PLAN, '')) && !/(已|完成|建成了|此前)[^，]*$/.test(stretch)
