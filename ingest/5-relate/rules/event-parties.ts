import { plainForm } from '../../4-resolve/same-name.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'

/** Events whose name lists who signs or unveils there. */
const JOINT_EVENT = /签约|签署|揭牌|共建|合作|结对|捐赠|授牌/

/** A meeting named for the body that holds it (某集团年中工作会议). */
const OWN_MEETING = /(?:会议|工作会|全会|大会|座谈会|推进会|分析会|研讨会|交流会)$/
const formsOf = (context: RelateContext, index: number): readonly string[] => {
  const local = context.discourse.article.locals[index]
  return local ? [local.name, ...local.aliases].map(plainForm) : []
}

/** A与B战略合作签约仪式: the firms and bodies that an event's name holds take part in it. */
export const eventParties: Rule = {
  id: 'event-parties/1',
  doc: 'Firms and bodies of the article whose name stands within the name of a signing, unveiling or donation ceremony, or begins the name of a meeting.',
  emits: ['ATTENDED'],
  match(context) {
    const { text, passages } = context.discourse
    return passages.flatMap((passage) =>
      passage.free.filter((reference) => reference.subkind === 'EVENT').flatMap((reference): FactDraft[] => {
        const name = text.slice(reference.start, reference.end)
        const sentence = passage.sentence.index
        const parties = context.parties(name)
        const own = parties.filter((party) => OWN_MEETING.test(name) && formsOf(context, party).some((form) => plainForm(name).startsWith(form)))
        return (JOINT_EVENT.test(name) ? parties : own).map((subject) => ({ type: 'ATTENDED', subject, object: reference.entity, fromSentence: sentence, toSentence: sentence, cue: name, modality: 'ASSERTED', strength: 'STATED' }))
      }),
    )
  },
}
