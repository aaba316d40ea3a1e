import { agentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt } from '../passage.js'
import type { FactDraft, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

const VERB = /(?:是|为|获得|荣获|获评|获批|获|入选|获认定|认定为|评为|被评为|被认定为|被授予|授予|列入|列为|成为|成功创建|创建|创成|拥有|入围|跻身|通过|当选|命名为|称号|荣膺|摘得|现有|作为|打造|建成|争创|申报)(?:了)?/g

/** 是, 获评, 被认定为 + a status. */
export const designated: Rule = {
  id: 'designated/1',
  doc: 'A firm, body or place before a verb of being or being named, and the status after it.',
  emits: ['DESIGNATED'],
  match(context) {
    const { discourse } = context
    return discourse.passages.flatMap((passage) =>
      passage.references.filter((reference) => reference.subkind === 'DESIGNATION').flatMap((status): FactDraft[] => {
        const clause = clauseAt(passage, discourse.text, status.start)
        const verb = [...discourse.text.slice(clause.start, status.start).matchAll(VERB)].at(-1)
        if (!verb) return []
        const at = clause.start + verb.index
        const agents = agentsAt(context, passage, at, ['COMPANY', 'ORGANIZATION', 'REGION'], { reach: 70 })
        const sentence = passage.sentence.index
        const speech = speechAt(context.speeches[sentence] ?? [], at)
        const modality = /争创|申报|打造/.test(verb[0]) ? 'PLANNED' : modalityAt(discourse.text, passage, at, speech)
        return (agents?.references ?? []).map((agent) => ({
          type: 'DESIGNATED', subject: agent.entity, object: status.entity, fromSentence: agents?.sentence === sentence - 1 ? sentence - 1 : sentence, toSentence: sentence, cue: verb[0], modality,
          strength: agents?.implied === true || agents?.sentence !== sentence ? 'IMPLIED' : 'STATED',
        }))
      }),
    )
  },
}
