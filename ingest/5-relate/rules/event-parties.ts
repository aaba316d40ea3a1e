import type { FactDraft, Rule } from '../rule.js'

/** Events whose name lists who signs or unveils there. */
const JOINT_EVENT = /签约|签署|揭牌|共建|合作|结对|捐赠|授牌/

/** A与B战略合作签约仪式: the firms and bodies that an event's name holds take part in it. */
export const eventParties: Rule = {
  id: 'event-parties/1',
  doc: 'Firms and bodies of the article whose name stands within the name of a signing, unveiling or donation ceremony.',
  emits: ['ATTENDED'],
  match(context) {
    const { text, passages } = context.discourse
    return passages.flatMap((passage) =>
      passage.free.filter((reference) => reference.subkind === 'EVENT').flatMap((reference): FactDraft[] => {
        const name = text.slice(reference.start, reference.end)
        const sentence = passage.sentence.index
        if (!JOINT_EVENT.test(name)) return []
        return context.parties(name).map((subject) => ({ type: 'ATTENDED', subject, object: reference.entity, fromSentence: sentence, toSentence: sentence, cue: name, modality: 'ASSERTED', strength: 'STATED' }))
      }),
    )
  },
}
