/** Turns the tagger's lead into the chance that a name is right, counted on articles it was not trained on. */
import type { Segmenter } from '../../ingest/3-extract/document.js'
import { TAGGED_KINDS } from '../../ingest/3-extract/recogniser/tags.js'
import type { Tagger } from '../../ingest/3-extract/recogniser/tagger.js'
import { splitSentences } from '../../ingest/3-extract/sentences.js'
import type { LabelledText } from './labels.js'

/** chance = 1 / (1 + exp(-(slope × lead + offset))). */
export type Calibration = readonly (readonly [slope: number, offset: number])[]

const STEPS = 4000
const RATE = 0.05
/** Pulls the slope towards a plain one where names are few. */
const PRIOR = { slope: 0.5, strength: 2 }

/** One logistic curve per kind, in the order of TAGGED_KINDS. */
export const calibrate = (tagger: Tagger, segmenter: Segmenter, texts: readonly LabelledText[]): Calibration => {
  const points = TAGGED_KINDS.map((): { lead: number; right: number }[] => [])
  for (const { text, spans, masks } of texts) {
    const gold = new Set(spans.map(({ start, end, kind }) => `${String(start)}-${String(end)}${kind}`))
    for (const sentence of splitSentences(text)) {
      for (const { start, end, kind, lead } of tagger.tag(sentence.text, segmenter.segment(sentence.text))) {
        const from = start + sentence.span.start
        const right = gold.has(`${String(from)}-${String(end + sentence.span.start)}${TAGGED_KINDS[kind] ?? ''}`)
        const mask = masks[from] as number
        // Where O is one of several allowed tags, the annotators left the question open.
        if (right || mask === 1 || (mask & 1) === 0) points[kind]?.push({ lead, right: right ? 1 : 0 })
      }
    }
  }
  return points.map((list) => {
    let slope = PRIOR.slope
    let offset = 0
    for (let round = 0; round < STEPS; round++) {
      let slopeGradient = PRIOR.strength * (PRIOR.slope - slope)
      let offsetGradient = 0
      for (const { lead, right } of list) {
        const miss = right - 1 / (1 + Math.exp(-(slope * lead + offset)))
        slopeGradient += miss * lead
        offsetGradient += miss
      }
      slope += (RATE * slopeGradient) / (list.length + 1)
      offset += (RATE * offsetGradient) / (list.length + 1)
    }
    return [Math.round(slope * 1000) / 1000, Math.round(offset * 1000) / 1000] as const
  })
}
