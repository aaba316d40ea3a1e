import type { Modality } from '../../schema/ontology/index.js'
import { CALLED, DENIAL, HEARSAY, HYPOTHESIS, MUST, NOT_PLAN, PLAN } from './lexicon.js'
import { clauseAt, maskedBetween, type Passage } from './passage.js'
import { urges, type Speech } from './speech.js'

/** How far a plan reaches on within its sentence, in UTF-16 code units: keeps the work on one cue bounded. */
const REACH = 200
/** Done things within a planned sentence: the plan does not reach over them. */
const DONE = /(?:已|已经|完成|建成了|此前|近年来|近日|去年|今年上半年|成功|先后|了)[^，；]*$/
const CONDITION = /^(?:如果|若|一旦|假如)/
const CALL = /^(?:希望|要|各级|必须|鼓励|支持|欢迎)/
const NEXT = /^(?:[^，。]{0,4})?(?:下一步|接下来|今后|未来|明年|下阶段|下半年)/

/**
 * Whether what stands at `offset` has happened, by the words that govern it: those of its clause before the cue, and, for
 * plans and calls, those of earlier clauses of the same speech or sentence that reach on. Denial and plan are sought first, so
 * that neither comes out as asserted. Words within names do not count.
 */
export function modalityAt(passage: Passage, offset: number, speech: Speech | undefined): Modality {
  const clause = clauseAt(passage, offset)
  const before = maskedBetween(passage, clause.start, offset)
  const after = maskedBetween(passage, offset, Math.min(clause.end, offset + 14))
  const from = Math.max(passage.start, speech && !speech.carried ? speech.from : passage.start)
  const reach = maskedBetween(passage, Math.max(from, offset - REACH), offset)
  if (DENIAL.test(before) || /^.{0,6}(?:未果|被否认|告吹)/.test(after)) return 'DENIED'
  if (HYPOTHESIS.test(before) || HEARSAY.test(maskedBetween(passage, Math.max(passage.start, offset - REACH), offset)) || CONDITION.test(passage.masked)) return 'HYPOTHETICAL'
  if (speech) {
    if (urges(speech) && !speech.carried) return 'URGED'
    if (MUST.test(reach) || MUST.test(before) || CALL.test(passage.masked)) return 'URGED'
  }
  if (CALLED.test(reach)) return 'URGED'
  if (isPlanned(before) || isPlanned(reach) || NEXT.test(passage.masked)) return 'PLANNED'
  return 'ASSERTED'
}

const isPlanned = (stretch: string): boolean => PLAN.test(stretch.replace(NOT_PLAN, '')) && !DONE.test(stretch)
