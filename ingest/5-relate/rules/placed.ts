import { isBody } from '../facts-told.js'
import { agentsAt, isSubject } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, innermost, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

/** Between the place of 在P and what is set up or held there. */
const DONE_THERE = /^[^，。；□]{0,14}(?:建设|建成|建起|新建|兴建|建立|投建|实施|设立|设有|设置|成立|组建|打造|开展|举办|举行|召开|启动|开设|创办|出席|参加)(?:了|起|出|的)?[^，。；□在]{0,14}[“《（]?$/
/** 赴P开展X: an occasion takes place where one goes for it. */
const OCCASION_THERE = /^(?:市|县|省)?(?:联合)?(?:开展|举行|举办|召开|出席|参加|参与)(?:了)?[^，。；□]{0,8}[“《]?$/
const GOING = /(?:赴|前往|来到|走进|抵达|到|来)$/
/** After 在P: what a firm or body does where it is. */
const SETTLED = /^[^，。；□]{0,12}?(?:揭牌|挂牌|注册|开业|营业|布局|设厂|建厂|投产|落地|落户|扎根|全面贯通|建成投产|上线运行|(?:成立|设立|落成|投用|启用|开工)(?=[，。；、]|$))/
const TO_PLACE = /^[^，。；□]{0,10}(?:在|落地|落户)$/
/** Verbs by which a place comes to have firms and bodies. */
const GATHER = /(?:引进入驻|引进|引育|吸引|集聚|汇聚|聚集|汇集|云集|孕育|培育|诞生|涌现|拥有|驻有|入驻|落户|现有|坐落着|分布着|扎根着|走出|形成|招引|聚拢|会聚|荟萃|已有|(?<![没只享具富据含稀])有)(?:了|出|起|着)?[^，。；：□]{0,12}(?=□)/g
const MANY = /^[”’]?(?:等|在内的)[^，。；□]{0,22}(?:企业|公司|机构|院校|高校|名校|院所|平台|医院|银行|工厂|品牌)/
/** 先后引进A、B。: several, and nothing after them. */
const IN_TURN = /^(?:先后|成功|相继|陆续|已|近年来|[^，。；□]{0,6}了)/
const ENDS = /^[”’]?(?:等)?(?:[，。；]|$)/
/** A、B等企业先后落户。: no place after the verb, so the one that the passage speaks of. */
const COMES = /^[”’]?等?[^，。；□]{0,16}?(?:先后|相继|纷纷|陆续|成功|均|已|都|正式|集中|签约)*(?:落户|入驻|进驻|落地|扎根|落子|安家|集聚|聚集)(?:于此|在此|此地|此间|园区|该区|该园|当地|这里|其中|其间|区内|园内)?(?=[，。；]|$)/
/** Z内，A、B…; 在Z，A、B等企业…. */
const INSIDE = /^[”’]?(?:内|里|区内|园内)，$/
/** The passage goes on with the place told of before. */
const GOES_ON = /^(?:目前|如今|现在|截至|近年来|今年以来|至今|已|先后|其中|这里|区内|园内|同时|此外|现已|眼下)/
const LOOK_BACK = 2
/** How far after firms their coming is told, and how close before them their place stands, in UTF-16 code units. */
const FARTHEST = 40
const CLOSE = 8
/** Settling in a zone is taking part in it too. */
const INTO_ZONE = /入驻|进驻|引进|吸引/
/** Words that make the place before a verb of gathering an object or an owner. */
const NOT_HOLDER = /(?:在|于|处|对|向|与|和|从|到|赴|以|为|由|把)$/
/** 在P主持召开X时的重要讲话: told of elsewhere. */
const ECHO = /^[”》]?(?:时|上|期间)?的?(?:重要)?(?:讲话|指示|批示)/
/** 全市, 我省: said of the whole, not of a spot in it. */
const WHOLE = /^[全我]/
/** 辖2个区、1个县和X开发区. */
const GOVERNS = /(?:现辖|下辖|管辖|(?<![直管省市])辖(?!区)|下设)/g
const IN_COUNT = /^[^。；]*$/
/** A place is told of so many names after it and no more. */
const MOST = 40

const isPlace = (reference: Reference): boolean => reference.kind === 'REGION' || reference.subkind === 'ZONE'
const isWholePlace = (reference: Reference): boolean => isPlace(reference) && !reference.attributive
const SITED = new Set(['EVENT', 'PROJECT', 'ZONE'])
const isThing = (reference: Reference): boolean => !reference.attributive && (isBody(reference) || SITED.has(reference.subkind))

/** 在P建成X, X在P揭牌, P集聚了A、B等企业, P辖…和X开发区. */
export const placed: Rule = {
  id: 'placed/1',
  doc: 'What is set up, held or settled in the place of 在P, the firms and bodies that a place gathers, and the zones that it governs.',
  emits: ['LOCATED_IN', 'PARTICIPATES_IN'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => [...there(context, passage), ...gathered(context, passage), ...settled(context, passage), ...governed(context, passage)])
  },
}

function draft(context: RelateContext, passage: Passage, thing: Reference, place: Reference, cue: string, at: number): FactDraft {
  const sentence = passage.sentence.index
  return {
    type: 'LOCATED_IN', subject: thing.entity, object: place.entity, fromSentence: sentence, toSentence: sentence, cue,
    modality: modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: thing.anaphoric || place.anaphoric ? 'IMPLIED' : 'STATED',
  }
}

function there(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  return passage.free.filter(isPlace).flatMap((outer): FactDraft[] => {
    const before = text.slice(Math.max(passage.start, outer.outerStart - 2), outer.outerStart)
    const isIn = before.endsWith('在')
    if (outer.outerStart !== outer.start || (!isIn && !GOING.test(before)) || (outer.anaphoric && WHOLE.test(text.slice(outer.start, outer.end)))) return []
    const place = innermost(passage, outer)
    const clause = clauseAt(passage, place.end)
    const drafts: FactDraft[] = []
    const thing = firstAfter(passage, place.end, (reference) => !reference.attributive)
    if (thing && isThing(thing) && !thing.anaphoric && thing.start < clause.end && !ECHO.test(text.slice(thing.end, thing.end + 10))) {
      const gap = maskedBetween(passage, place.end, thing.outerStart)
      if (isIn ? DONE_THERE.test(gap) : thing.subkind === 'EVENT' && OCCASION_THERE.test(gap)) drafts.push(...listed(passage, thing, (member) => isThing(member) && member.kind === thing.kind && member.start >= thing.start).map((member) => draft(context, passage, member, place, gap, thing.start)))
    }
    const body = lastBefore(passage, outer.outerStart, () => true)
    const rest = SETTLED.exec(maskedBetween(passage, place.end, clause.end))
    if (isIn && body && rest && isBody(body) && isSubject(text, passage, body) && TO_PLACE.test(maskedBetween(passage, body.end, outer.outerStart))) drafts.push(draft(context, passage, body, place, rest[0], place.end))
    return drafts
  })
}

/** P集聚了A、B等企业: the place opens the clause, or the sentence before. */
function gathered(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, GATHER).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const first = firstAfter(passage, at, () => true)
    if (!first || !isBody(first) || first.outerStart > at + match[0].length) return []
    const members = listed(passage, first, isBody).slice(0, MOST)
    const end = members.at(-1)?.end ?? first.end
    const rest = maskedBetween(passage, end, Math.min(passage.end, end + 28))
    const drawn = members.length > 1 && /引进|招引|引育/.test(match[0]) && ENDS.test(rest) && IN_TURN.test(maskedBetween(passage, at - 2, at) + match[0].slice(2))
    if (!MANY.test(rest) && !drawn) return []
    const place = placeBefore(context, passage, at)
    if (!place || place.start > at) return []
    const drafts = members.map((member) => draft(context, passage, member, place, match[0], at))
    return place.subkind === 'ZONE' && INTO_ZONE.test(match[0]) ? drafts.flatMap((each): FactDraft[] => [each, { ...each, type: 'PARTICIPATES_IN' }]) : drafts
  })
}

/** The zone that the sentence opened with, else the region that acts. */
function placeBefore(context: RelateContext, passage: Passage, at: number): Reference | undefined {
  const { text } = context.discourse
  const nearest = lastBefore(passage, at, isWholePlace)
  if (nearest && text.charAt(nearest.end) !== '的' && !NOT_HOLDER.test(text.slice(Math.max(passage.start, nearest.outerStart - 1), nearest.outerStart))) return nearest
  const agents = agentsAt(context, passage, at, ['REGION'], { topic: true })
  const [region] = agents?.references ?? []
  // Z位于P，已有A、B入驻: the zone that the sentence opens with has them.
  const opening = passage.free[0]
  if (opening && opening.end <= at && opening.subkind === 'ZONE' && isWholePlace(opening) && isSubject(text, passage, opening)) return opening
  if (region && agents?.sentence === passage.sentence.index) return region
  const first = passage.free[0]
  return GOES_ON.test(passage.text) && (first === undefined || first.start >= at) ? placeTold(context, passage) : undefined
}

/** The zone or place that the last sentence to name one spoke of: its first, when that opens it as a subject. */
function placeTold({ discourse: { passages, text } }: RelateContext, passage: Passage): Reference | undefined {
  for (let index = passage.sentence.index - 1; index >= Math.max(0, passage.sentence.index - LOOK_BACK); index--) {
    const earlier = passages[index]
    const first = earlier?.free.find((reference) => isWholePlace(reference) || isBody(reference))
    if (earlier && first) return isWholePlace(first) && isSubject(text, earlier, first) && !NOT_HOLDER.test(text.slice(Math.max(earlier.start, first.outerStart - 1), first.outerStart)) ? first : undefined
  }
  return undefined
}

/** A、B等企业先后落户; Z内，A、B等企业…: firms in the place that the passage speaks of. */
function settled(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  return passage.free.filter((reference) => reference.kind === 'COMPANY' && passage.lists.get(reference)?.members[0] === reference).flatMap((first): FactDraft[] => {
    const firms = listed(passage, first, (member) => member.kind === 'COMPANY').slice(0, MOST)
    const end = firms.at(-1)?.end ?? first.end
    const rest = maskedBetween(passage, end, Math.min(clauseAt(passage, end).end + 1, end + FARTHEST))
    const before = lastBefore(passage, first.outerStart, isWholePlace)
    const inside = before && first.outerStart - before.end <= CLOSE && (INSIDE.test(maskedBetween(passage, before.end, first.outerStart)) || (firms.length > 1 && text.charAt(before.outerStart - 1) === '在' && maskedBetween(passage, before.end, first.outerStart) === '，'))
    if (inside) return firms.map((firm) => draft(context, passage, firm, before, '在', end))
    const comes = COMES.exec(rest)
    if (!comes || !isSubject(text, passage, first)) return []
    // One moves into a zone, be it the object of what the place does, and settles in a place.
    const zone = INTO_ZONE.test(comes[0]) ? lastBefore(passage, first.start, (reference) => reference.subkind === 'ZONE' && !reference.attributive) : undefined
    const opening = zone ?? passage.free.find((reference) => reference.start < first.start && isWholePlace(reference))
    const place = opening ? (opening === zone || isSubject(text, passage, opening) ? opening : undefined) : placeTold(context, passage)
    if (!place) return []
    const drafts = firms.map((firm): FactDraft => ({ ...draft(context, passage, firm, place, comes[0], end), strength: 'IMPLIED' }))
    return place.subkind === 'ZONE' && INTO_ZONE.test(comes[0]) ? drafts.flatMap((each): FactDraft[] => [each, { ...each, type: 'PARTICIPATES_IN' }]) : drafts
  })
}

/** P现辖A区、B县和X开发区: the zones among what it governs. */
function governed(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  return matchesOf(passage.masked, GOVERNS).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const place = passage.free.find((reference) => reference.kind === 'REGION' && !reference.attributive && reference.end <= at && isSubject(text, passage, reference))
    if (!place) return []
    const zones = passage.free.filter((reference) => reference.subkind === 'ZONE' && reference.start > at && !reference.attributive && IN_COUNT.test(text.slice(at, reference.start))).slice(0, MOST)
    return zones.map((zone) => draft(context, passage, zone, place, match[0], at))
  })
}
