import { isSubject } from '../agents.js'
import { lastBefore, listed, type Passage } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { SPEECH_VERBS } from '../lexicon.js'
import { matchesOf } from '../../3-extract/matches.js'

/** What those who are present do: speak, report, comment. */
const SAYS = new RegExp(`(?:${SPEECH_VERBS.join('|')}|点评|汇报|解读|讲解|推介|宣读|授课|作了|作报告|分享|通报|演讲|领取|致辞|发言|授牌|颁奖)`, 'g')
/** Words said to a reporter or on another occasion. */
const ELSEWHERE = /记者|采访|致电|此前|早前|调研|走访|座谈|会见|网上|微博|发文|公告|声明/
/** How close before the verb the speaker stands, in UTF-16 code units. */
const REACH = 12
/** 李某从三方面介绍…, 李某就…作汇报: what is spoken of stands before the verb. */
const ABOUT = /^(?:同志)?(?:从|就|围绕|结合|代表)[^，。；：]{2,40}(?:详细|深入|作了?|进行了?|向大家)?$/
/** A、B、C等，分别围绕…发言: all of them did, however far the verb is. */
const SEVERALLY = /^等?，?(?:分别|依次|先后)/

/** 省商务厅厅长李某表示: in the report of an event, an office holder who speaks was there. */
export const spokeAt: Rule = {
  id: 'spoke-at/1',
  doc: 'A person with a post who speaks in an article whose lead reports one event, where nothing says that it was elsewhere.',
  emits: ['ATTENDED'],
  match(context) {
    const event = context.mainEvent
    if (!event) return []
    return context.discourse.passages.flatMap((passage) => (passage.sentence.index < event.sentence || ELSEWHERE.test(passage.masked) ? [] : speakers(context, passage, event.entity)))
  },
}

function speakers(context: RelateContext, passage: Passage, event: number): FactDraft[] {
  const sentence = passage.sentence.index
  const { text } = context.discourse
  return matchesOf(passage.masked, SAYS).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const person = lastBefore(passage, at, (reference) => reference.kind === 'PERSON' && !reference.anaphoric)
    if (!person || !isSubject(text, passage, person)) return []
    const gap = text.slice(person.end, at)
    const all = SEVERALLY.test(gap)
    if (!all && !ABOUT.test(gap) && (at - person.end > REACH || /[，。]/.test(gap))) return []
    const people = all ? listed(passage, person, (reference) => reference.kind === 'PERSON') : [person]
    return people.filter((each) => each.outerStart < each.start).map((each) => ({ type: 'ATTENDED', subject: each.entity, object: event, fromSentence: sentence, toSentence: sentence, cue: match[0], modality: 'ASSERTED', strength: 'IMPLIED' }))
  })
}
