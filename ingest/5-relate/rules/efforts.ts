import { isSubject, jointAgentsAt } from '../agents.js'
import { factsTold } from '../facts-told.js'
import { BLANK, clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { matchesOf } from '../../3-extract/matches.js'

const PROMOTED = new Set(['PROGRAM', 'ZONE', 'POLICY', 'STRATEGY', 'PROJECT'])
const MAKERS = new Set(['PERSON', 'ORGANIZATION', 'REGION', 'COMPANY'])
/** 经A批准，X设立. */
const APPROVED = /(?:经|获得?|得到|通过)(?=□)/g
const APPROVES = /^[^，。；□]{0,4}(?:批准|同意|批复|审批|核准|授权|审议通过)/
const SETS_UP = /^[^，。；□]{0,8}，?(?:在[^，。；]{1,12})?(?:正式)?(?:设立|成立|建设|建立|实施|印发|启动|升级为)[^，。；□]{0,6}[“《]?$/
const THEN_SET_UP = /^[^，。；□]{0,6}(?:批准|同意|批复|核准|授权|审议通过)，(?:同意|决定)?$/
const IS_SET_UP = /^[”》]?(?:于[^，。；]{1,12})?(?:正式|顺利|获批)*(?:设立|成立|建立|实施|印发|启动|升级)/
const WAS_APPROVED = /^[^，。；□]{0,4}(?:批准|批复|审批|核准|审议通过|授权|立项)(?!的)/
/** 在A的推动下. */
const UNDER = /^(?:的)?(?:大力|积极|共同|联合|亲自|统筹|高位|直接)?(?:推动|支持|组织|牵头|主导|倡导|倡议|发起|指挥|统筹|推进|部署|谋划)下/
/** 按照X要求，A…; X实施以来，A…. */
const FOLLOWED = /(?:按照|遵照|(?:^|，)(?:同时|近年来|今年以来|近日|此次)?，?(?:紧紧|紧密|牢牢|主动|积极|充分|全面|深入)?(?:围绕|聚焦|依托|立足|抢抓|结合|借助|锚定|紧扣|紧抓|抓住|借力|乘着|借着|对标|通过|以(?=[^，。；□]{0,6}[“《]?$))|为(?:了)?(?:认真|深入|全面|切实|进一步|扎实|积极)*(?:贯彻|落实|推进|实施|推动|响应|做好|助力|开展)(?:落实|执行)?(?:好)?)[^，。；□]{0,6}[“《]?$/
const SINCE = /^[”》]?[^，。；□]{0,4}(?:启动|实施|开展|推进|出台|印发|推行|部署|发布)?(?:以来|后|之后)$/
const LAW = /(?:法|条例|规定|守则|准则|标准)[》]?$/
/** 召开X推进会. */
const MEETS = /(?:召开|举行|举办|组织|主持|调度|督导|专题研究|研究部署|部署)(?:了)?[^，。；□]{0,6}[“《]?$/
const MEETING_ON = /^[”》]?[^，。；□]{0,4}(?:推进会|动员会|部署会|调度会|启动仪式|启动会|座谈会|工作会|培训会|动员大会|推进会议|工作会议|部署会议|宣讲会|现场会|专题会|调度会|新闻发布会|发布会|推进大会|启动大会|培训班|专题会议|领导小组会议|推进情况|落实情况)/
/** 活动由A主办、B承办, where the activity is a programme. */
const HOST = /(?:主办|承办|协办|联办|冠名)/g
const HOSTED = /(?:行动|活动|计划|工程|项目|万里行|志愿服务|宣传月|宣传周|大赛)[”’》]?$/
const LOOK_BACK = 2
const OWNERS = new Set(['REGION', 'ORGANIZATION'])

const isPromoted = (reference: Reference): boolean => PROMOTED.has(reference.subkind) && !reference.attributive
const isMaker = (reference: Reference): boolean => MAKERS.has(reference.kind) && !reference.attributive
const isBody = (reference: Reference): boolean => (reference.kind === 'ORGANIZATION' || reference.kind === 'COMPANY' || reference.kind === 'REGION') && !reference.attributive

/** 某市X行动, 经A批准设立X, 在A的推动下, 按照X要求A…, A召开X推进会, 由A主办的活动X: whose effort it is, told around its name. */
export const efforts: Rule = {
  id: 'efforts/1',
  doc: 'Whose effort an initiative is, told by a place right before a programme, by approval, by 在…推动下, by what is done under it, by a meeting on it, or by its hosts.',
  emits: ['PROMOTES'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => [
      ...hosts(context, passage),
      ...(passage.free.some(isPromoted) ? [...approved(context, passage), ...passage.free.filter(isPromoted).flatMap((effort) => [...owned(context, passage, effort), ...under(context, passage, effort), ...followed(context, passage, effort), ...met(context, passage, effort)])] : []),
    ])
  },
}

const drafts = (context: RelateContext, passage: Passage, subjects: readonly Reference[], object: number, cue: string, at: number, implied = false): FactDraft[] =>
  factsTold(context, passage, 'PROMOTES', { subjects, object, cue, at, implied })

/** 某市星火行动: a place right before a programme's name. */
function owned(context: RelateContext, passage: Passage, effort: Reference): FactDraft[] {
  if (effort.subkind !== 'PROGRAM') return []
  const nearest = lastBefore(passage, effort.start, () => true)
  const place = nearest && OWNERS.has(nearest.kind) && !nearest.anaphoric && /^的?[“《]?$/.test(context.discourse.text.slice(nearest.end, effort.start)) ? nearest : undefined
  return place ? drafts(context, passage, [place], effort.entity, context.discourse.text.slice(place.start, effort.end), effort.start, true) : []
}

function approved(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, APPROVED).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const first = firstAfter(passage, at, () => true)
    if (!first || !isBody(first) || first.outerStart > at + 1) return []
    const makers = listed(passage, first, isBody)
    const end = makers.at(-1)?.end ?? first.end
    const clause = clauseAt(passage, end)
    const rest = maskedBetween(passage, end, Math.min(passage.end, end + 60))
    const effort = APPROVES.test(rest) ? (firstAfter(passage, end, isPromoted) ?? lastBefore(passage, at, isPromoted)) : undefined
    const set = effort && effort.start > at && (SETS_UP.test(maskedBetween(passage, end, effort.outerStart)) || (THEN_SET_UP.test(maskedBetween(passage, end, effort.outerStart)) && IS_SET_UP.test(maskedBetween(passage, effort.end, passage.end))))
    const was = effort && effort.start < at && ((at - effort.end <= 12 && /^[^。；]{0,16}(?:设立|成立|建设|建立|实施)/.test(rest)) || (/^[”》]?(?:已|正式|日前|近日|已经|于[^，。；]{1,10}|顺利|成功)*$/.test(maskedBetween(passage, effort.end, at)) && WAS_APPROVED.test(rest)))
    const near = (set === true || was === true) && effort.start < Math.max(clause.end, end) + 60
    return near ? drafts(context, passage, makers, effort.entity, '批准', at) : []
  })
}

function under(context: RelateContext, passage: Passage, effort: Reference): FactDraft[] {
  const maker = lastBefore(passage, effort.outerStart, isMaker)
  if (!maker) return []
  const start = passage.lists.get(maker)?.start ?? maker.outerStart
  const rest = maskedBetween(passage, maker.end, effort.outerStart)
  if (context.discourse.text.charAt(start - 1) !== '在' || !UNDER.test(rest) || rest.length > 30) return []
  return drafts(context, passage, listed(passage, maker, isMaker), effort.entity, rest.slice(0, 6), start)
}

/** 按照X要求，A…: the subject of the clause after. */
function followed(context: RelateContext, passage: Passage, effort: Reference): FactDraft[] {
  const list = listed(passage, effort, isPromoted)
  const clause = clauseAt(passage, effort.start)
  const end = list.at(-1)?.end ?? effort.end
  const before = maskedBetween(passage, clause.start, list[0]?.outerStart ?? effort.outerStart)
  // 《证券法》 binds everybody, and what somebody else brought out is that one's.
  const isSince = SINCE.test(maskedBetween(passage, end, clauseAt(passage, end).end)) && !before.includes(BLANK)
  if (LAW.test(context.discourse.text.slice(effort.start, effort.end))) return []
  if (!FOLLOWED.test(before) && !isSince) return []
  // 以X为契机, and not 以X企业….
  if (/^[^，。；□]{0,8}以[^，。；□]{0,6}[“《]?$/.test(before) && !/^[”》]?[^，。；□]{0,6}为/.test(maskedBetween(passage, end, clauseAt(passage, end).end))) return []
  const next = clauseAt(passage, end).end + 1
  const subject = firstAfter(passage, next, isMaker)
  if (!subject) return []
  const start = passage.lists.get(subject)?.start ?? subject.outerStart
  const lead = maskedBetween(passage, next, start)
  if (lead.length > 12 || !/^(?:[^，。；□]{0,10}，)?$/.test(lead) || !isSubject(context.discourse.text, passage, subject)) return []
  return drafts(context, passage, listed(passage, subject, isMaker), effort.entity, before.slice(-4) || '以来', subject.start)
}

function met(context: RelateContext, passage: Passage, effort: Reference): FactDraft[] {
  const clause = clauseAt(passage, effort.start)
  const before = maskedBetween(passage, clause.start, effort.outerStart)
  const verb = MEETS.exec(before)
  if (!verb || !MEETING_ON.test(maskedBetween(passage, effort.end, effort.end + 16))) return []
  const at = clause.start + verb.index
  const bodies = jointAgentsAt(context, passage, at, ['ORGANIZATION', 'REGION', 'COMPANY'], 40)
  return drafts(context, passage, bodies.length > 0 ? bodies : jointAgentsAt(context, passage, at, ['PERSON'], 40), effort.entity, verb[0], clause.start + verb.index)
}

/** 活动由A主办，B承办: hosts of the programme last named, when no occasion is told of. */
function hosts(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, HOST).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const bodies = jointAgentsAt(context, passage, at, ['ORGANIZATION', 'COMPANY'], 4)
    if (bodies.length === 0 || context.eventAt(passage, at, '') !== undefined) return []
    const programme = programmeBefore(context, passage, at)
    return programme === undefined ? [] : drafts(context, passage, bodies, programme, match[0], at, true)
  })
}

function programmeBefore({ discourse: { passages, text } }: RelateContext, passage: Passage, at: number): number | undefined {
  for (let index = passage.sentence.index; index >= Math.max(0, passage.sentence.index - LOOK_BACK); index--) {
    const told = passages[index]
    const found = told && lastBefore(told, index === passage.sentence.index ? at : told.end, (reference) => reference.subkind === 'PROGRAM' && HOSTED.test(text.slice(reference.start, reference.end + 2)))
    if (found) return found.entity
  }
  return undefined
}
