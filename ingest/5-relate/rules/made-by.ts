import { matchesOf } from '../../3-extract/matches.js'
import { modalityAt } from '../modality.js'
import { BLANK, clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

const PROMOTED = new Set(['PROGRAM', 'ZONE', 'POLICY', 'STRATEGY', 'PROJECT'])
const MAKERS = new Set(['PERSON', 'ORGANIZATION', 'REGION', 'COMPANY'])
const MAKE = '打造|印发|出台|发布|推出|实施|开展|启动|制定|编制|发起|设立|建立|公布|提出|批复|批准|主导|牵头|推行|推进|组织|主办|承办|部署|构建|创建|谋划|策划'
/** 由A与B共同打造的□, A批复设立的□, with 的 between verb and name. */
const MADE = new RegExp(`(?:${MAKE})(?:实施|设立|开展|建设|发布|印发|制定)?的(?:“|《|[^，。；、：的${BLANK}]{1,10}?[“《]?)?(?=${BLANK})`, 'g')
/** Between the maker and the verb. */
const RIGHT_BEFORE = /^(?:等[^，。；、□]{0,6})?(?:也|已|正|近年来?|今年|去年|近期|近日|此前|于[^，。；]{2,12}|共同|联合|携手|分别|率先|创新|重点|全力|积极|深入|持续|着力|大力|倾力|精心|牵头|统一|正式|首次|最新){0,3}$/
/** □是A实施的重点项目, □系A打造的首个平台. */
const IS = new RegExp(`^[”》]?(?:项目|工程|活动|行动|，)?(?:是|系|为|就是|正是)(?:由)?$`)
const IS_MADE = new RegExp(`^[^，。；${BLANK}]{0,8}?(?:${MAKE}|立项|投资建设)[^，。；${BLANK}]{0,6}的`)
/** □由A主办, □由A、B联合发起. */
const BY = /^[”》]?(?:[^，。；□]{0,6})?(?:，)?由$/
const BY_THEM = new RegExp(`^(?:等)?[^，。；${BLANK}]{0,6}?(?:${MAKE}|协办|指导|投资|建设|支持|执行)`)
/** 党中央关于□的战略部署. */
const ON = /关于[“《]?$/
const DECISION = /^[”》]?(?:建设|发展|工作)?的?(?:战略|决策|重大|工作|总体|重要){0,3}(?:部署|决策|安排|决定)/

const isPromoted = (reference: Reference): boolean => PROMOTED.has(reference.subkind) && !reference.attributive && !reference.anaphoric
const isMaker = (reference: Reference): boolean => MAKERS.has(reference.kind) && !reference.attributive

/** A打造的X, X由A发起, X是A实施的项目, A关于X的部署: the one whose effort it is, told beside its name. */
export const madeBy: Rule = {
  id: 'made-by/1',
  doc: 'Who makes an initiative, in a clause that qualifies it, after 由, after 是, or before 关于 and what was decided.',
  emits: ['PROMOTES'],
  match(context) {
    return context.discourse.linking.flatMap((passage) => (passage.free.some(isPromoted) ? [...qualified(context, passage), ...passage.free.filter(isPromoted).flatMap((effort) => [...told(context, passage, effort), ...decided(context, passage, effort)])] : []))
  },
}

function qualified(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, MADE).flatMap((match) => {
    const at = passage.start + match.index
    const maker = lastBefore(passage, at, isMaker)
    const effort = firstAfter(passage, at, () => true)
    if (!maker || !effort || !isPromoted(effort) || effort.outerStart > at + match[0].length || !RIGHT_BEFORE.test(maskedBetween(passage, maker.end, at))) return []
    return drafts(context, passage, makersOf(context, passage, maker), listed(passage, effort, isPromoted), match[0], at)
  })
}

/** X由A打造, X是A打造的…. */
function told(context: RelateContext, passage: Passage, effort: Reference): FactDraft[] {
  const maker = firstAfter(passage, effort.end, isMaker)
  if (!maker) return []
  const lead = maskedBetween(passage, effort.end, maker.outerStart)
  const makers = listed(passage, maker, isMaker)
  const end = makers.at(-1)?.end ?? maker.end
  const rest = maskedBetween(passage, end, Math.min(clauseAt(passage, end).end, end + 30))
  if (!(BY.test(lead) && BY_THEM.test(rest)) && !(IS.test(lead) && IS_MADE.test(rest))) return []
  return drafts(context, passage, makers, [effort], rest.slice(0, 12), maker.outerStart)
}

function decided(context: RelateContext, passage: Passage, effort: Reference): FactDraft[] {
  const first = listed(passage, effort, isPromoted)[0] ?? effort
  const last = passage.lists.get(effort)?.end ?? effort.end
  if (!ON.test(maskedBetween(passage, first.outerStart - 4, first.outerStart)) || !DECISION.test(maskedBetween(passage, last, last + 12))) return []
  const organ = lastBefore(passage, first.outerStart, isMaker)
  if (!organ || !/^[、，]?(?:国务院|[^，。；□]{0,4})?关于[“《]?$/.test(maskedBetween(passage, organ.end, first.outerStart))) return []
  return drafts(context, passage, listed(passage, organ, isMaker), [effort], '关于', first.outerStart).map((draft) => ({ ...draft, modality: 'ASSERTED' }))
}

/** The list of the maker, and the one joined to it: A与B共同打造的X. */
function makersOf(context: RelateContext, passage: Passage, maker: Reference): readonly Reference[] {
  const own = listed(passage, maker, isMaker)
  const start = passage.lists.get(maker)?.start ?? maker.outerStart
  const left = lastBefore(passage, start, isMaker)
  return left && /^(?:与|和|同|会同|联合|携手)$/.test(context.discourse.text.slice(left.end, start)) ? [...listed(passage, left, isMaker), ...own] : own
}

function drafts(context: RelateContext, passage: Passage, makers: readonly Reference[], efforts: readonly Reference[], cue: string, at: number): FactDraft[] {
  const sentence = passage.sentence.index
  const modality = modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at))
  // A firm that builds a project takes part in it: other rules tell that.
  return makers.flatMap((maker) => efforts.filter((effort) => effort.entity !== maker.entity && !(effort.subkind === 'PROJECT' && maker.kind === 'COMPANY')).map((effort): FactDraft => ({
    type: 'PROMOTES', subject: maker.entity, object: effort.entity, fromSentence: sentence, toSentence: sentence, cue, modality: modality === 'URGED' ? 'ASSERTED' : modality, strength: maker.anaphoric ? 'IMPLIED' : 'STATED',
  })))
}
