import { agentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import type { Passage } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

const CUE = /出席|参加|列席|莅临|主持召开|主持会议|主持了?|致欢迎词|致辞|致词|作主旨报告|作主旨演讲|主旨演讲|发表演讲|发表讲话|并讲话|作讲话|作报告|发言|参会|与会|见证|宣布[^，。]{0,20}(?:开幕|开工|启动|奠基|开赛|成立|发车)|主办|承办|协办|联合举办|共同举办|共同主办|亮相|参展|揭牌|揭幕|受邀|应邀/g
const GENERIC = /(开幕式|闭幕式|签约仪式|启动仪式|开工仪式|奠基仪式|揭牌仪式|仪式|座谈会|推介会|论坛|大会|会议|活动|峰会|博览会|年会|会)/

/** 出席, 主持, 致辞, 由…主办: who took part in the event named beside or before. */
export const attended: Rule = {
  id: 'attended/1',
  doc: 'People and bodies before a verb of attendance or hosting, with the event beside it or the one the report is about.',
  emits: ['ATTENDED'],
  match(context) {
    return context.discourse.passages.flatMap((passage) => [...passage.text.matchAll(CUE)].flatMap((match) => attendance(context, passage, match[0], passage.start + match.index)))
  },
}

function attendance(context: RelateContext, passage: Passage, cue: string, at: number): FactDraft[] {
  const { discourse } = context
  const hosting = /办$/.test(cue)
  const event = eventBeside(context, passage, at, at + cue.length, hosting)
  if (!event) return []
  const agents = agentsAt(context, passage, at, hosting ? ['COMPANY', 'ORGANIZATION'] : ['PERSON', 'COMPANY', 'ORGANIZATION'], { carry: false, reach: 70 })
  if (!agents) return []
  const sentence = passage.sentence.index
  const speech = speechAt(context.speeches[sentence] ?? [], at)
  const from = event.sentence === sentence - 1 ? event.sentence : sentence
  return agents.references.map((agent) => ({
    type: 'ATTENDED', subject: agent.entity, object: event.entity, fromSentence: from, toSentence: sentence, cue,
    modality: modalityAt(discourse.text, passage, at, speech?.carried === true ? undefined : speech), strength: event.sentence === sentence && !event.implied && !agents.implied ? 'STATED' : 'IMPLIED',
  }))
}

function eventBeside(context: RelateContext, passage: Passage, start: number, end: number, hosting: boolean): { entity: number; sentence: number; implied: boolean } | undefined {
  const { text } = context.discourse
  const sentence = passage.sentence.index
  const events = passage.references.filter((reference) => reference.subkind === 'EVENT')
  const after = events.find((event) => event.start >= end && event.start - end <= 30 && !/[。；]/.test(text.slice(end, event.start)))
  if (after) return { entity: after.entity, sentence, implied: false }
  if (hosting) {
    const before = [...events].reverse().find((event) => event.end <= start)
    return before ? { entity: before.entity, sentence, implied: false } : undefined
  }
  const noun = GENERIC.exec(text.slice(end, end + 12))?.[0] ?? ''
  const before = [...events].reverse().find((event) => event.end <= start && (noun === '' || text.slice(event.start, event.end).includes(noun) || /会议|活动|仪式|会$/.test(noun)))
  if (before) return { entity: before.entity, sentence, implied: true }
  const focus = context.eventAt(passage, noun)
  return focus ? { ...focus, implied: true } : undefined
}
