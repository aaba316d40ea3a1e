import type { EntityKind } from '../../schema/ontology/index.js'
import { listEndingAt, type Passage, type Reference } from './passage.js'
import type { RelateContext } from './rule.js'

export interface Agents {
  readonly references: readonly Reference[]
  /** Sentence in which they stand. */
  readonly sentence: number
  /** A pronoun or an elided subject stands for them. */
  readonly implied: boolean
}

/** Words before a reference that make it an object or a place, not the one who acts. */
const NOT_AGENT_BEFORE = /(?:在|对|向|与|和|同|跟|为|从|于|到|赴|至|被|把|给|来|经|由于|参观|来到|走进|走访|调研|考察|考察了|位于|包括|的)$/
const AGENT_BEFORE = /(?:由|经由)$/

/**
 * Who acts at a cue: the list nearest before it in the sentence; when none stands there, the person or body that the
 * sentence before speaks of (an elided subject), told as implied.
 */
export function agentsAt(context: RelateContext, passage: Passage, offset: number, kinds: readonly EntityKind[], options: { readonly carry?: boolean; readonly reach?: number } = {}): Agents | undefined {
  const { text } = context.discourse
  const accept = (reference: Reference): boolean => kinds.includes(reference.kind)
  const before = passage.references.filter((reference) => !reference.inPost && reference.end <= offset)
  for (let i = before.length - 1; i >= 0; i--) {
    const reference = before[i]
    if (!reference || offset - reference.end > (options.reach ?? 60)) break
    if (!accept(reference)) continue
    const members = listEndingAt(passage, text, reference, accept)
    const first = members[0]
    const left = text.slice(Math.max(passage.start, (first?.outerStart ?? 0) - 4), first?.outerStart ?? 0)
    if (NOT_AGENT_BEFORE.test(left) && !AGENT_BEFORE.test(left)) continue
    return { references: members, sentence: passage.sentence.index, implied: members.some((member) => member.anaphoric) }
  }
  if (options.carry === false) return undefined
  return carriedSubject(context, passage, kinds)
}

/** The first list of the kind in the sentence before, when it opens that sentence; else of the one before that. */
function carriedSubject(context: RelateContext, passage: Passage, kinds: readonly EntityKind[]): Agents | undefined {
  for (let index = passage.sentence.index - 1; index >= Math.max(0, passage.sentence.index - 2); index--) {
    const earlier = context.discourse.passages[index]
    if (!earlier) return undefined
    const first = earlier.references.find((reference) => !reference.inPost && kinds.includes(reference.kind))
    if (first) return { references: [first], sentence: index, implied: true }
  }
  return undefined
}
