import { agentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt } from '../passage.js'
import type { FactDraft, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

const VERB = /(?:计划)?(?:投资|增资|注资|入股|出资|收购|参股|控股|斥资|加大投入|投资建设|投资兴建)/g
const INTO = new Set(['ZONE', 'PROJECT'])

/** 投资, 增资, 收购: who puts money where. */
export const invests: Rule = {
  id: 'invests/1',
  doc: 'A firm or body before a verb of putting money in, and the firm, place, zone or project it goes to.',
  emits: ['INVESTS_IN'],
  match(context) {
    const { discourse } = context
    return discourse.passages.flatMap((passage) =>
      [...passage.text.matchAll(VERB)].flatMap((match): FactDraft[] => {
        const at = passage.start + match.index
        const clause = clauseAt(passage, discourse.text, at)
        const next = clauseAt(passage, discourse.text, Math.min(clause.end + 1, passage.end))
        const agents = agentsAt(context, passage, at, ['COMPANY', 'ORGANIZATION'], { carry: false, reach: 30 })
        if (!agents) return []
        const targets = passage.references.filter(
          (reference) => !reference.inPost && !agents.references.includes(reference) && (reference.kind === 'COMPANY' || reference.kind === 'REGION' || INTO.has(reference.subkind)) && reference.start >= (agents.references.at(-1)?.end ?? at) && reference.end <= next.end,
        )
        const target = targets.find((reference) => reference.start >= at) ?? targets.at(-1)
        if (!target) return []
        const sentence = passage.sentence.index
        return agents.references.map((agent) => ({
          type: 'INVESTS_IN', subject: agent.entity, object: target.entity, fromSentence: sentence, toSentence: sentence, cue: match[0],
          modality: /计划/.test(match[0]) ? 'PLANNED' : modalityAt(discourse.text, passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: agent.anaphoric || target.anaphoric ? 'IMPLIED' : 'STATED',
        }))
      }),
    )
  },
}
