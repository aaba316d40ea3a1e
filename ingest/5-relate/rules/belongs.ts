import { loadGazetteer } from '../../3-extract/gazetteer.js'
import { isSubject } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

/** The whole stands after. */
const UP = /地处|位于|隶属于?|直属于?(?!单位|机构|企业|医院|学校)|属于|归属于?|(?:的)?(?:全资|控股|参股|二级|三级|直属|下属|所属|分支|核心|重要)*(?:子公司|分公司|成员企业|成员公司|系统企业|所属企业|下属企业|直属单位|直属机构|二级单位|附属机构|配套活动|系列活动(?:之一)?|主题活动|分会场活动|专项活动|分论坛|平行论坛|重要活动之一|子活动)|(?:作为|是)(?=[^，。；]{0,20}(?:子公司|成员企业|成员单位|重要组成部分|重要内容|组成部分|重点项目|重点工程|重大项目|重大工程|先导工程|示范工程|标志性工程|分论坛|活动之一|配套活动|系列活动|专项活动|核心区|子项目|子课题|首个项目|直属单位|下属单位|直属机构|附属学校|附属医院|下属企业|下属机构))|被列入|列入|纳入|(?:为|系)(?=[^，。；]{0,20}(?:子公司|重点项目|重点工程|重大项目|重大工程|分论坛|直属单位|下属单位|下属企业))|母公司(?:为|是)?(?=□)|入选|由(?=□[^，。；□]{0,2}(?:主管|代管|管理))/g
/** The whole stands before, its parts after. */
const DOWN = /旗下|下属|所属|下辖|现辖|(?<![直管省市])辖(?!区)|辖有|下设|(?:活动)?(?:包括|包含|涵盖|设置为|设有|分为|(?:期间|同期|同步|当日|当天|现场)，?(?:还|共|先后)?(?:将)?(?:同步)?(?:举办|举行|开展|召开)了?)|期间，(?=□)|(?<![建开创新增])设(?=“?□)|设置(?=了?“?□)/g
/** 潜江，湖北省直管市; 沈阳市是东北地区…城市. */
const REACH = 40
/** Nouns of a part, which stand between the whole and its name. */
const NOUN = /(?:子公司|分公司|企业|单位|机构|成员公司|活动(?:之一)?|论坛)$/
/** Between two lists of parts: counts and kinds (、2个县级市（). */
const NEXT_LIST = /^[^。；\u4e00-\u9fff]*等?(?:\d*个?(?:县级市|市辖区|自治县|县|区|市|旗))?[^。；\u4e00-\u9fff]*(?:和|及|以及)?(?:\d+个?(?:县级市|市辖区|自治县|县|区|市|旗))?[（(]?$/
/** 下属公司与B. */
const UNNAMED_PART = /(?:公司|企业|机构|单位|部门|医院|学校)[^、，。]{0,8}(?:与|和|同|向|对|在|联合|携手)/
/** 拥有A、D等子公司. */
const OWNS = /(?:拥有|包括|有|设有|设立了?|控股)[“]?(?=□)/g
const AS_PARTS = /^[”]?等?[^，。；□]{0,8}(?:子公司|分公司|成员企业|下属企业|控股公司)/
/** Between a part and the whole that it is said to be of. */
const IS = /^[^，。；□]{0,14}(?:是|为|系|作为|属于)$/
/** A comma that parts nothing. */
const OVER = /^[”）)]?，(?:现|目前|均|都|也|其)?$/
const isWhole = (reference: Reference): boolean => !reference.attributive && reference.kind !== 'PERSON'

/** 属于三菱集团, 旗下某公司, 现辖A区、B县, 大会包括A论坛、B论坛. */
export const belongs: Rule = {
  id: 'belongs/2',
  doc: 'A verb or noun of belonging between two of a kind: firms, bodies, regions, events, or a project and the plan it is part of.',
  emits: ['PART_OF'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => [
      ...matchesOf(passage.masked, UP).flatMap((match) => upwards(context, passage, match[0], passage.start + match.index)),
      ...subsidiaries(context, passage),
      ...matchesOf(passage.masked, DOWN).flatMap((match) => downwards(context, passage, match[0], passage.start + match.index)),
    ])
  },
}

const draft = (context: RelateContext, passage: Passage, part: Reference, whole: Reference, cue: string, at: number): FactDraft => ({
  type: 'PART_OF', subject: part.entity, object: whole.entity, fromSentence: passage.sentence.index, toSentence: passage.sentence.index, cue,
  modality: part.subkind === 'EVENT' ? modalityAt(passage, at, speechAt(context.speeches[passage.sentence.index] ?? [], at)) : 'ASSERTED',
  strength: part.anaphoric || whole.anaphoric ? 'IMPLIED' : 'STATED',
})

function upwards(context: RelateContext, passage: Passage, cue: string, at: number): FactDraft[] {
  const { text } = context.discourse
  const end = at + cue.length
  const noun = NOUN.test(cue)
  const whole = noun ? lastBefore(passage, at, isWhole) : firstAfter(passage, end, isWhole)
  if (!whole || (noun ? at - whole.end > 2 : whole.outerStart - end > 10)) return []
  // 入选X、Y: awards that are listed.
  if (cue === '入选' && (passage.lists.get(whole)?.members.length ?? 1) > 1) return []
  const part = noun ? firstAfter(passage, end, (reference) => reference.kind === whole.kind) : lastBefore(passage, at, (reference) => isWhole(reference))
  const near = noun && (!part || part.outerStart - end > (/子公司/.test(cue) ? 4 : 1)) ? lastBefore(passage, whole.outerStart, (reference) => reference.kind === whole.kind) : part
  // 拥有A、B等子公司: neither is the other's.
  if (near && near !== part && (passage.lists.get(near) === passage.lists.get(whole) || (!/子公司/.test(cue) && !IS.test(maskedBetween(passage, near.end, whole.outerStart))))) return []
  const other = noun || !near ? near : cue === '作为' && clauseAt(passage, at).start >= at - 1 ? leading(passage, at) : overCommas(passage, text, near, at)
  if (!other || other.entity === whole.entity || Math.abs(at - other.end) > REACH || /[。；]/.test(text.slice(Math.min(other.end, end), Math.max(at, other.start)))) return []
  return fits(context, other, whole, cue) ? [draft(context, passage, other, whole, cue, at)] : []
}

/** 作为G的重点项目，X…: the part opens the clause that follows. */
function leading(passage: Passage, at: number): Reference | undefined {
  const { end } = clauseAt(passage, at)
  const next = firstAfter(passage, end, isWhole)
  return next && next.outerStart - end <= 2 ? next : undefined
}

/** B拥有A、D等子公司. */
function subsidiaries(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, OWNS).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const [whole, first] = [lastBefore(passage, at, isWhole), firstAfter(passage, at, isWhole)]
    if (whole?.kind !== 'COMPANY' || first?.kind !== 'COMPANY' || at - whole.end > 8 || first.outerStart > at + match[0].length) return []
    const parts = listed(passage, first, (reference) => reference.kind === 'COMPANY')
    return AS_PARTS.test(maskedBetween(passage, parts.at(-1)?.end ?? first.end, passage.end)) ? parts.filter((part) => part.entity !== whole.entity).map((part) => draft(context, passage, part, whole, match[0], at)) : []
  })
}

/** 甲县，某省直管县，地处P: over a comma, the place that the sentence opened with, and no other kind of name. */
function overCommas(passage: Passage, text: string, nearest: Reference, at: number): Reference | undefined {
  const gap = maskedBetween(passage, nearest.end, at)
  if (!gap.includes('，') || OVER.test(gap)) return nearest
  if (nearest.kind !== 'REGION') return undefined
  return passage.free.find((reference) => reference.kind === 'REGION' && !reference.attributive && reference.end <= at && isSubject(text, passage, reference))
}

function downwards(context: RelateContext, passage: Passage, cue: string, at: number): FactDraft[] {
  const { text } = context.discourse
  const end = at + cue.length
  // X是Y旗下的企业: the part stands before.
  const owner = lastBefore(passage, at, isWhole)
  if (owner && /旗下|下属|所属/.test(cue) && at - owner.end <= 2 && /(?:是|为|系)$/.test(text.slice(Math.max(passage.start, owner.outerStart - 2), owner.outerStart))) {
    const part = lastBefore(passage, owner.outerStart, (reference) => reference.kind === owner.kind)
    return part && fits(context, part, owner, cue) ? [draft(context, passage, part, owner, cue, at)] : []
  }
  const first = firstAfter(passage, end, isWhole)
  if (!first || first.outerStart - end > (/包括|设置|分为|涵盖/.test(cue) ? 28 : 16)) return []
  // 某集团下属公司与B: the part has no name, and B is another.
  if (/旗下|下属|所属/.test(cue) && UNNAMED_PART.test(maskedBetween(passage, end, first.outerStart))) return []
  const near = (reference: Reference): boolean => /旗下|下属|所属/.test(cue) && at - reference.end <= 2
  const whole = first.kind === 'REGION' ? passage.free.find((reference) => reference.kind === 'REGION' && !reference.attributive && reference.end <= at && (isSubject(text, passage, reference) || (/辖/.test(cue) && at - reference.end <= 1))) : lastBefore(passage, at, (reference) => isWhole(reference) && reference.kind === first.kind && reference.entity !== first.entity && (near(reference) || isSubject(text, passage, reference)))
  const noun = whole === undefined && first.subkind === 'EVENT' ? ((/期间|同期|同步|当日|当天/.test(cue) ? context.mainEvent : undefined) ?? context.eventAt(passage, at, '')) : undefined
  if (noun) return listedOver(passage, text, first).filter((part) => part.entity !== noun.entity).map((part) => ({ ...draft(context, passage, part, { ...part, entity: noun.entity }, cue, at), strength: 'IMPLIED' }))
  if (!whole || (first.kind !== 'REGION' && at - whole.end > 2 * REACH) || /[。]/.test(text.slice(whole.end, at))) return []
  return listedOver(passage, text, first).filter((part) => fits(context, part, whole, cue)).map((part) => draft(context, passage, part, whole, cue, at))
}

/** The list at a reference and the lists that go on after it over a comma and the like (A区、B区，C县). */
function listedOver(passage: Passage, text: string, first: Reference): readonly Reference[] {
  const parts: Reference[] = []
  let next: Reference | undefined = first
  for (let guard = 0; next && guard < 8; guard++) {
    const members = listed(passage, next, (reference) => reference.kind === first.kind)
    parts.push(...members.filter((member) => member.start >= first.start))
    const end: number = members.at(-1)?.end ?? next.end
    const after = firstAfter(passage, end, isWhole)
    next = after && after.kind === first.kind && NEXT_LIST.test(text.slice(end, after.outerStart)) ? after : undefined
  }
  return parts
}

/** Only like belongs to like, and a region only to one that may hold it. */
function fits(context: RelateContext, part: Reference, whole: Reference, cue: string): boolean {
  if (part.kind !== whole.kind || part.entity === whole.entity) return false
  if (/地处|位于/.test(cue) && part.kind !== 'REGION') return false
  if (part.kind === 'REGION') {
    const { locals } = context.discourse.article
    if (/包括|包含|涵盖|设|举办|举行|开展|召开/.test(cue)) return false
    const [inner, outer] = [locals[part.entity]?.code ?? '', locals[whole.entity]?.code ?? '']
    return inner === '' || outer === '' || loadGazetteer().isWithin(inner, outer) || whole.subkind === 'area'
  }
  if (part.kind !== 'INITIATIVE') return !/^(?:期间，|设|设置)$/.test(cue) && !/活动|论坛/.test(cue) && !/包括|包含|涵盖|列入|纳入|作为|是/.test(cue) || /子公司|成员/.test(cue)
  if (part.subkind === 'EVENT') return whole.subkind === 'EVENT'
  return !/属|辖|旗下|期间|^设/.test(cue) && (cue !== '入选' || whole.subkind === 'PROGRAM' || whole.subkind === 'PROJECT') && whole.subkind !== 'EVENT' && whole.subkind !== 'DESIGNATION'
}
