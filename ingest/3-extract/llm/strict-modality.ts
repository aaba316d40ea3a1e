import type { Modality } from '../../../schema/ontology/index.js'
import type { Evidence } from '../../../src/core/records.js'
import { overlaps, type CleanSpan } from '../../../src/core/span.js'
import { modalityAt } from '../../5-relate/modality.js'
import { clauseAt, type Discourse, type Passage } from '../../5-relate/passage.js'
import { speechAt, type Speech } from '../../5-relate/speech.js'

/** What most surely keeps a fact from having happened comes first. */
const STRICTEST: readonly Modality[] = ['DENIED', 'HYPOTHETICAL', 'URGED', 'PLANNED', 'ASSERTED']

export interface ReadModality {
  readonly modality: Modality
  /** Who says it, by rule. */
  readonly speech: Speech | undefined
}

/**
 * The modality of a fact that a model proposes: what the rules read at any of its ends, its cue or the end of their clause,
 * the strictest of them, also counting what a rule read of the same fact; the model's own only where every rule reads ASSERTED.
 */
export function strictModality(
  { discourse, speeches }: { readonly discourse: Discourse; readonly speeches: readonly (readonly Speech[])[] },
  offsets: readonly { readonly sentence: number; readonly at: number }[],
  proposed: Modality,
  same: readonly Evidence[],
  span: CleanSpan,
): ReadModality {
  const read = offsets.flatMap(({ sentence, at }): ReadModality[] => {
    const passage = discourse.passages[sentence]
    if (passage === undefined) return []
    const end = clauseAt(passage, at).end
    return [at, end].map((offset) => readAt(passage, speeches[sentence] ?? [], offset))
  })
  const told = same.filter((item) => overlaps(item.span, span)).map(({ modality }): ReadModality => ({ modality, speech: undefined }))
  const speech = read.find((each) => each.speech !== undefined)?.speech
  const strictest = [...read, ...told].map(({ modality }) => modality).sort((a, b) => STRICTEST.indexOf(a) - STRICTEST.indexOf(b))[0] ?? 'ASSERTED'
  return { modality: strictest === 'ASSERTED' ? proposed : strictest, speech }
}

function readAt(passage: Passage, speeches: readonly Speech[], offset: number): ReadModality {
  const speech = speechAt(speeches, offset)
  return { modality: modalityAt(passage, offset, speech), speech }
}
