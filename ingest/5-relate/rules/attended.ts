import { carriedSubject, isJoined, isSubject, startOf } from '../agents.js'
import { modalityAt } from '../modality.js'
import { tellsOfEvents } from '../event-focus.js'
import { objectOccasion, sceneOccasion, type Occasion } from '../occasion.js'
import { clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

/** Verbs whose object is the event. */
const ATTEND = /出席|参加|列席|莅临|参会|与会|到场|齐聚|受邀|应邀|参展|参赛|亮相/g
/** Things done at an event. Those of CEREMONY count wherever an event is being told of; the others need 会上 or the like before them. */
/** Verbs of starting or carrying out: they take an event that is named, or told by its noun. */
const START = /启动|开启|开展|组织(?!开展)/g
const CEREMONY = /主持|致(?:欢迎)?(?:辞|词)|(?:作|做|发表)(?:了)?(?:题为[^。]*?的)?[^，。；]{0,16}(?:讲话|演讲|报告|发言|致辞|推介)|讲话|发言|宣布[^，。；]{0,40}(?:开幕|开工|启动|奠基|开赛|成立|发车|开业|开园)|揭牌|揭幕|剪彩|培土|见证|按下[^，。；]{0,8}(?:按钮|启动键|启动球)|推杆|上台[^，。；]{0,6}(?:启动|授牌|签约)|担任[^，。；]{0,10}(?:主持人|评委)/g
const ACT = /授牌|颁奖|颁发|启动|点评|汇报|解读|推介|签约|签署|签订|签定|介绍|表示|指出|说(?=[，：“])|认为|强调|分享|交流|领取|发布|回顾|通报|部署|传达|展示|宣讲|推荐|捐赠|要求|邀请|带来|接受(?=“|[^，。；]{0,20}(?:授牌|颁|聘|锦旗|捐赠))|路演|亮相/g
/** After an event: what is done is work for it. */
const FOR_EVENT = /^[”》]?[^，。；]{0,6}(?:保障|筹备|服务|宣传)/
/** A speech made on a tour is no part of an event. */
const ON_TOUR = /视察|调研|考察|走访/
const ATTENDERS = new Set(['PERSON', 'COMPANY', 'ORGANIZATION'])
/** Between two lists of one subject: a comma, 等, or the plain noun phrase of people without a name. */
const BETWEEN_LISTS = /^(?:等[^，。；：、□在]{2,8}(?:和|与|及|以及)[^，。；：、□在]{2,10}|等|一行|同志|”|）|[^，。；：]{0,8}(?:负责人|代表|领导))*(?:[，、；]|和|与|及|以及|会同|联合|携手)[“]?$/
/** Unveiling is what people do; a body before it is what is unveiled. */
const BY_PEOPLE = /^(?:揭牌|揭幕|剪彩|培土)$/
const REACH = 90
/** Verbs with another side, and what stands before it. */
const SIDES: readonly (readonly [RegExp, RegExp])[] = [[/^签/, /[与和同跟]$/], [/^(?:授牌|颁奖|颁发|捐赠)$/, /[为向给]$/]]

const isAttender = (reference: Reference): boolean => ATTENDERS.has(reference.kind) && !reference.attributive

/** 出席, 主持, 致辞, 会上…介绍: who took part in the event named beside or before. */
export const attended: Rule = {
  id: 'attended/2',
  doc: 'People and bodies before a verb of attending or of acting at an event, with the event beside it or the one told of there.',
  emits: ['ATTENDED'],
  match(context) {
    if (!tellsOfEvents(context.discourse)) return []
    return context.discourse.passages.flatMap((passage) => [
      ...cues(passage, ATTEND).flatMap(({ cue, at }) => attendance(context, passage, cue, at, objectOccasion(context, passage, at + cue.length, clauseAt(passage, at).end))),
      ...cues(passage, START).flatMap(({ cue, at }) => attendance(context, passage, cue, at, started(context, passage, at + cue.length))),
      ...cues(passage, CEREMONY).flatMap(({ cue, at }) => attendance(context, passage, cue, at, ceremony(context, passage, cue, at))),
      ...cues(passage, ACT).flatMap(({ cue, at }) => attendance(context, passage, cue, at, sceneOccasion(context, passage, at), true)),
    ])
  },
}

const cues = (passage: Passage, pattern: RegExp): { cue: string; at: number }[] => matchesOf(passage.masked, pattern).map((match) => ({ cue: match[0], at: passage.start + match.index }))

function started(context: RelateContext, passage: Passage, end: number): Occasion | undefined {
  const clause = clauseAt(passage, end)
  if (/^(?:了)?[，。；、]|^$/.test(context.discourse.text.slice(end, clause.end + 1))) return undefined
  const event = objectOccasion(context, passage, end, clause.end)
  // 开展好第六届大会服务保障工作: work for an event.
  const named = event && !event.implied ? firstAfter(passage, end, (reference) => reference.entity === event.entity) : undefined
  return named && FOR_EVENT.test(maskedBetween(passage, named.end, clause.end)) ? undefined : event
}

function ceremony(context: RelateContext, passage: Passage, cue: string, at: number): Occasion | undefined {
  if (/^(?:主持|见证)/.test(cue)) return objectOccasion(context, passage, at + cue.length + (/^(?:召开|会议)/.exec(context.discourse.text.slice(at + cue.length))?.[0] === '召开' ? 2 : 0), clauseAt(passage, at).end)
  const scene = sceneOccasion(context, passage, at)
  if (scene) return scene
  const event = ON_TOUR.test(passage.masked) ? undefined : context.eventAt(passage, at, '')
  const near = event !== undefined && (event.entity === context.mainEvent?.entity || Math.abs(passage.sentence.index - event.sentence) <= 2)
  return near ? { entity: event.entity, sentence: event.sentence, implied: true } : undefined
}

function attendance(context: RelateContext, passage: Passage, cue: string, at: number, event: Occasion | undefined, personal = false): FactDraft[] {
  if (!event) return []
  const agents = comers(context, passage, at) ?? subjects(context, passage, at, personal)
  // 甲向乙颁发证书, 甲与乙签约: the other side is there too.
  const opposite = personal ? oppositeOf(context, passage, cue, at).filter((other) => !agents.references.includes(other)) : []
  const people = BY_PEOPLE.test(cue) ? agents.references.filter((agent) => agent.kind === 'PERSON') : [...agents.references, ...opposite]
  const sentence = passage.sentence.index
  const speech = speechAt(context.speeches[sentence] ?? [], at)
  const modality = modalityAt(passage, at, speech?.carried === true ? undefined : speech)
  const from = event.sentence === sentence - 1 || agents.sentence === sentence - 1 ? sentence - 1 : sentence
  return people.map((agent) => ({
    type: 'ATTENDED', subject: agent.entity, object: event.entity, fromSentence: from, toSentence: sentence, cue,
    modality, strength: event.sentence === sentence && !event.implied && !agent.anaphoric && agents.sentence === sentence ? 'STATED' : 'IMPLIED',
  }))
}

function oppositeOf(context: RelateContext, passage: Passage, cue: string, at: number): readonly Reference[] {
  const side = SIDES.find(([verbs]) => verbs.test(cue))?.[1]
  const last = side && lastBefore(passage, at, isAttender)
  if (!side || !last || at - last.end > 30) return []
  return side.test(context.discourse.text.slice(Math.max(passage.start, startOf(passage, last) - 2), startOf(passage, last))) ? listed(passage, last, isAttender) : []
}

/** 前来出席大会的李某: those after the event, to whom the clause belongs. */
function comers(context: RelateContext, passage: Passage, at: number): { references: readonly Reference[]; sentence: number } | undefined {
  const named = firstAfter(passage, at, (reference) => reference.subkind === 'EVENT')
  if (!named || named.start - at > 42 || context.discourse.text.charAt(named.end) !== '的') return undefined
  const first = firstAfter(passage, named.end, isAttender)
  return first && first.outerStart - named.end <= 1 ? { references: listed(passage, first, isAttender), sentence: passage.sentence.index } : undefined
}

/** The lists right before the verb that make up its subject: people, then bodies that stand in one run with them. */
function subjects(context: RelateContext, passage: Passage, at: number, personal: boolean): { references: readonly Reference[]; sentence: number } {
  const { text } = context.discourse
  const sentence = passage.sentence.index
  let last = lastBefore(passage, at, isAttender)
  for (let tries = 0; last && tries < 4 && !isSubject(text, passage, last) && !isJoined(text, passage, last); tries++) last = lastBefore(passage, startOf(passage, last), isAttender)
  const severally = last && /^(?:等)?，?(?:分别|先后|依次)/.test(text.slice(last.end, last.end + 6))
  if (!last || (at - last.end > (personal ? 60 : REACH) && !severally)) {
    const carried = personal || last ? undefined : carriedSubject(context, passage, ['PERSON'])
    return { references: carried && carried.sentence === sentence - 1 ? carried.references : [], sentence: carried?.sentence ?? sentence }
  }
  const found: Reference[] = []
  for (let guard = 0; guard < 8; guard++) {
    found.unshift(...listed(passage, last, isAttender).filter((member) => member.end <= at))
    const start = startOf(passage, last)
    const left = lastBefore(passage, start, isAttender)
    if (!left || !BETWEEN_LISTS.test(text.slice(left.end, start)) || (!isSubject(text, passage, left) && !isJoined(text, passage, left))) break
    last = left
  }
  return { references: found, sentence }
}
