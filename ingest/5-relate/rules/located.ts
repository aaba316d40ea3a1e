import { isSubject } from '../agents.js'
import { modalityAt } from '../modality.js'
import { plainForm } from '../../4-resolve/same-name.js'
import { clauseAt, firstAfter, innermost, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

const LIES = /位于|坐落于|坐落在|坐落|地处|落户于?|落地于?|落子于?|落址于?|花落|扎根|总部(?:位于|设在|落户|落户在)|(?:总部|生产基地|生产线|工厂)?(?:整体)?(?:搬迁|搬|迁)(?:到|至|入|往|址)(?:了)?|设在|入驻|扎根于?|选址(?:在|于)?|进驻|注册(?:地(?:位于|在|为)|[在于])|(?:创立|创建|创办|始建|组建)[于在](?=□)|位居(?=□)|(?:（|\()(?:总部|位于)[:：]?(?=□)|总部(?:在|设于)|设[立于](?:在|于)?(?=□)|建[在于](?=□)|(?:诞生|成立|立足)于?(?=□)/g
/** 在P举行. */
const HELD = /启幕|落幕|闭幕|谢幕|开机|首发|开市|颁奖|揭晓|首秀|热映|巡演|亮灯|点火|开馆|竞拍|拉开序幕|圆满结束|顺利举行|开跑|开播|开营|开讲|开班|揭幕|收官|举行|举办|召开|开幕|启动|开工|奠基|揭牌|投产|落成|上演|开赛|成立|投用|开园|动工|签约|拉开帷幕|建成|实施|开展|吊装|通车|通航|封顶|并网|竣工|完工|投运|亮相|发布|挂牌|首演|首映/
/** What an activity does where it is; a programme is carried out everywhere. */
const OCCASION = /开跑|开播|开营|开讲|开班|揭幕|收官|举行|举办|召开|开幕|启动|上演|开赛|落幕|拉开帷幕|亮相|首演|启幕|闭幕|谢幕|拉开序幕|圆满结束/
/** P举办X, 在P出席X. */
const HOSTS = /^[^，。；]{0,10}(?:举行|举办|召开|承办|开展|启动)(?:了)?[^，。；]{0,20}$/
const IN_PLACE_HELD = /^(?:市|省)?(?:主持召开|出席|举行|举办|召开|参加)(?:的|了)?[^，。；]{0,10}$/
/** 在P召开X时的讲话: told of elsewhere. */
const ECHO = /^[”》]?(?:时|上|期间)?的?(?:重要)?(?:讲话|指示|批示)/
/** P企业A、P重点企业A, P的A. */
const FROM = /^(?:市|省)?(?:(?:境|辖区|辖|区|市|县|园)?内的?|的|[^，。；：、□在与和同向对被]{0,12}(?:企业|公司|运营商|制造商|通路商|供应商|开发商|服务商|工厂|高校|医院|商会|协会|龙头|名企|老字号|农企|药企|车企|民企|国企|央企|代表)[——]*)[“]?$/
/** P企业包括A、B. */
const FIRMS_OF = /^(?:的)?[^，。；：□在]{0,10}(?:企业|公司|单位|商会|协会|公会|高校|医院|机构)(?:[^。；：□]{0,16}，)?(?:包括|包含|有|如|：|分别是|分别为)[^，。；□]{0,14}$/
/** A、B等P企业. */
const AMONG = /^等(?:[一二三四五六七八九十百多余\d]*[家个])?$/
const FIRM_TAIL = /^[^，。；]{0,6}(?:企业|公司|单位|机构)/

/** How far before the verb what lies there may end, in UTF-16 code units; farther over a place that is not meant. */
const NEAR = 24
const FAR = 40
const DIRECTION = /^(?:最?[东南西北中]+[部端侧]|境内|城区)$/
/** 位于P某路某号的X: between the place and what lies there. */
const OWNS = /^[^，。；□]{0,12}的/
const OWNED = /^[^，。；□]{0,12}的[^，。；□]{0,10}[“]?$/
/** 最大, 首家: said of one firm, not of all in a list. */
const SINGULAR = /最|首|唯一|第一|老牌/
/** 作为P唯一拥有Z的区域. */
const AS_PART_OF = /(?:作为|是|为)$/
/** A place is told of so many firms after it and no more. */
const MOST_FIRMS = 40
/** P集聚了A、B等企业. */
const GATHERS = /^[^，。；]{0,12}(?:，)?(?:先后)?(?:引进入驻|集聚了?|汇聚了?|引进了?|吸引了?|入驻了?|落户了?)[^，。；□]{0,4}$/
const MANY = /^等[^，。；]{0,12}(?:企业|公司|机构|项目)/
/** P成立X. */
const FOUNDED = /^(?![^，。；]{0,8}(?:\d家|[数多几]家|与|和|同|企业|公司(?!——)))[^，。；□]{0,14}?(?:率先)?(?:成立|设立|组建|建成|建起|新建|兴建|规划建设|引进|签约引进|招引|落地|布局|建有|创办)了?[^，。；：□]{0,10}$/
/** P拥有X区. */
const HAS = /^[^，。；]{0,12}(?:拥有|设有|建有|现有|境内有|坐拥|建成了?)[^，。；]{0,8}$/
/** 销往P的A、B: where goods go. */
const SOLD_TO = /(?:销往|发往|运往|输往|送往|销售到|销至)$/
/** 赴P, 来P: where one goes, not where one is from. */
const AWAY = /[赴访抵往来到至]$/
/** X是P的百年老企业, X是P重大建设项目之一. */
const IS_OF = /^(?:是|作为|系|为)(?:落户|入驻|扎根|驻)?[^，。；□]{0,6}$/
const AS_FIRM = /^(?:的|市|省)?[^，。；]{0,16}(?:企业|公司|银行|高校|大学|医院|机构|平台|院校)$/
const IS_OF_TAIL = /^(?:的|市|省)?[^，。；]{0,16}(?:龙头|企业|公司|项目|平台|园区|大学|基地|银行|医院|工程|机构)(?=[，。；之、的]|$)/

const isPlace = (reference: Reference): boolean => !reference.inPost && (reference.kind === 'REGION' || reference.subkind === 'ZONE')
const isThing = (reference: Reference): boolean => !reference.attributive && (reference.kind === 'COMPANY' || reference.kind === 'ORGANIZATION' || reference.kind === 'INITIATIVE')
const isFirm = (reference: Reference): boolean => reference.kind === 'COMPANY'
/** Initiatives that have a place. */
const SITED = new Set(['EVENT', 'PROJECT', 'ZONE'])
const isSited = (reference: Reference): boolean => isThing(reference) && (reference.kind !== 'INITIATIVE' || SITED.has(reference.subkind))

/** 位于, 落户, 在…举行, 某地的某公司. */
export const located: Rule = {
  id: 'located/2',
  doc: 'A firm, body or initiative that the text puts in a place: by a verb, by 在…举行, or by 某地的 before its name.',
  emits: ['LOCATED_IN'],
  match(context) {
    return context.discourse.linking.flatMap((passage) => [...byVerb(context, passage), ...held(context, passage), ...beside(context, passage), ...among(context, passage), ...being(context, passage)])
  },
}

function draft(context: RelateContext, passage: Passage, thing: Reference, place: Reference, cue: string, at: number, from = passage.sentence.index): FactDraft {
  const sentence = passage.sentence.index
  return {
    type: 'LOCATED_IN', subject: thing.entity, object: place.entity, fromSentence: from, toSentence: sentence, cue,
    modality: modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: thing.anaphoric || place.anaphoric || from !== sentence ? 'IMPLIED' : 'STATED',
  }
}

function byVerb(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, LIES).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const end = at + match[0].length
    const clause = clauseAt(passage, at)
    const first = firstAfter(passage, end, isPlace)
    if (!first || first.start - end > 8 || first.start >= clause.end) return []
    const place = inmost(passage, innermost(passage, first))
    // 位于P的X公司: what lies there follows.
    const rest = maskedBetween(passage, place.end, Math.min(passage.end, place.end + 20))
    if (OWNS.test(rest)) {
      const after = firstAfter(passage, place.end, isSited)
      return after && OWNED.test(maskedBetween(passage, place.end, after.outerStart)) ? [draft(context, passage, after, place, match[0], at)] : []
    }
    const thing = subjectBefore(context, passage, at)
    if (!thing || thing.entity === place.entity) return []
    return listed(passage, thing, isSited).map((member) => draft(context, passage, member, place, match[0], at))
  })
}

/** What lies there: the nearest name before the verb that is no place or object of another verb. */
function subjectBefore(context: RelateContext, passage: Passage, at: number): Reference | undefined {
  let thing = lastBefore(passage, at, isSited)
  for (let tries = 0; thing && tries < 3; tries++) {
    if (at - thing.end > (tries === 0 ? NEAR : FAR)) return undefined
    if (thing.subkind !== 'ZONE' || isSubject(context.discourse.text, passage, thing)) return thing
    thing = lastBefore(passage, thing.outerStart, isSited)
  }
  return undefined
}

/** 清远市最南端清城区: over a word of direction to the place within. */
function inmost(passage: Passage, first: Reference): Reference {
  let place = first
  for (let guard = 0; guard < 4; guard++) {
    const next = firstAfter(passage, place.end, () => true)
    if (!next || next.kind !== 'REGION' || !DIRECTION.test(maskedBetween(passage, place.end, next.start))) return place
    place = innermost(passage, next)
  }
  return place
}

/** X在P举行; 在P举行的X; P举办X; 在P出席X. */
function held(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  return passage.free.filter((reference) => reference.kind === 'INITIATIVE' && (SITED.has(reference.subkind) || reference.subkind === 'PROGRAM') && !reference.anaphoric).flatMap((event): FactDraft[] => {
    const clause = clauseAt(passage, event.end)
    const tail = maskedBetween(passage, event.end, clause.end)
    const inAt = tail.search(/在|(?<!位)于/)
    const verb = HELD.exec(tail)
    if (inAt >= 0 && inAt <= 20 && verb && verb.index > inAt) {
      const place = lastBefore(passage, event.end + verb.index, (reference) => isPlace(reference) && !reference.attributive && reference.start > event.end + inAt)
      const near = place && (event.end + verb.index - place.end <= 24)
      const held = event.subkind !== 'PROGRAM' || OCCASION.test(verb[0])
      if (place && near && held) return [event, ...projectOf(context, event, verb[0])].flatMap((thing) => listed(passage, place, isPlace).map((each) => draft(context, passage, thing, each, verb[0], event.end + verb.index)))
    }
    const place = lastBefore(passage, event.outerStart, (reference) => isPlace(reference) && !reference.attributive)
    if (!place || AWAY.test(text.slice(Math.max(passage.start, place.outerStart - 2), place.outerStart)) || place.start < clauseAt(passage, event.start).start || event.subkind === 'ZONE') return []
    const gap = text.slice(place.end, event.outerStart)
    const after = text.charAt(place.outerStart - 1) === '在'
    if (event.subkind === 'EVENT' && !ECHO.test(text.slice(event.end, event.end + 10)) && (after ? IN_PLACE_HELD.test(gap) || /^举行的$/.test(gap) : HOSTS.test(gap) && !place.anaphoric && isSubject(text, passage, place))) return [draft(context, passage, event, place, gap, event.start)]
    return []
  })
}

/** X项目开工仪式在P举行: the project is there too. */
function projectOf(context: RelateContext, event: Reference, verb: string): Reference[] {
  const { text, article } = context.discourse
  const name = plainForm(text.slice(event.start, event.end))
  if (event.subkind !== 'EVENT' || !/举行|启动|举办/.test(verb) || !/(?:开工|奠基|动工|竣工|投产)[^，]{0,6}$/.test(name)) return []
  const index = article.locals.findIndex((local) => local.subkind === 'PROJECT' && [local.name, ...local.aliases].some((form) => plainForm(form).length > 3 && name.startsWith(plainForm(form))))
  return index < 0 ? [] : [{ ...event, entity: index, subkind: 'PROJECT' }]
}

/** P的X公司, P企业X. A place right before a project's or firm's name says where it is. */
function beside(context: RelateContext, passage: Passage): FactDraft[] {
  return passage.free.filter(isPlace).flatMap((place): FactDraft[] => {
    const thing = firstAfter(passage, place.end, (reference) => reference.start >= place.end)
    if (!thing || !isSited(thing) || thing.anaphoric || place.anaphoric || (!place.attributive && SOLD_TO.test(context.discourse.text.slice(Math.max(passage.start, place.outerStart - 3), place.outerStart)))) return []
    const gap = maskedBetween(passage, place.end, thing.outerStart > place.end ? thing.outerStart : thing.start)
    if (place.attributive ? thing.subkind !== 'ZONE' && thing.kind !== 'ORGANIZATION' && place.kind === 'REGION' : FROM.test(gap) && thing.subkind !== 'EVENT') {
      const members = place.attributive || SINGULAR.test(gap) ? [thing] : listed(passage, thing, isSited).filter((member) => member === thing || (isFirm(member) && member.start > thing.start)).slice(0, MOST_FIRMS)
      return members.map((member): FactDraft => ({ ...draft(context, passage, member, place, gap, member.start), modality: 'ASSERTED' }))
    }
    return []
  })
}

/** P企业包括A、B; A、B等P企业. */
function among(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  return passage.free.filter((reference) => isPlace(reference) && !reference.attributive).flatMap((place): FactDraft[] => {
    const next = firstAfter(passage, place.end, isFirm)
    if (AWAY.test(text.slice(Math.max(passage.start, place.outerStart - 2), place.outerStart))) return []
    if (next && next.start - place.end <= 40 && FIRMS_OF.test(maskedBetween(passage, place.end, next.outerStart))) return (SINGULAR.test(maskedBetween(passage, place.end, next.outerStart)) ? [next] : listed(passage, next, isFirm)).map((member): FactDraft => ({ ...draft(context, passage, member, place, '包括', member.start), modality: 'ASSERTED' }))
    const before = lastBefore(passage, place.start, isFirm)
    if (before && AMONG.test(text.slice(before.end, place.outerStart)) && FIRM_TAIL.test(text.slice(place.end, place.end + 10))) return listed(passage, before, isFirm).map((member): FactDraft => ({ ...draft(context, passage, member, place, '等', member.start), modality: 'ASSERTED' }))
    // P引进入驻A、B等企业.
    if (next && GATHERS.test(maskedBetween(passage, place.end, next.outerStart)) && MANY.test(maskedBetween(passage, passage.lists.get(next)?.end ?? next.end, passage.end).slice(0, 16))) return listed(passage, next, isFirm).map((member) => draft(context, passage, member, place, '入驻', member.start))
    // P拥有综合保税区、X园区.
    const zone = firstAfter(passage, place.end, (reference) => reference.subkind === 'ZONE')
    const founded = firstAfter(passage, place.end, (reference) => isSited(reference) && reference.subkind !== 'EVENT')
    if (place.kind === 'REGION' && founded && isSubject(text, passage, place) && FOUNDED.test(maskedBetween(passage, place.end, founded.outerStart))) return [draft(context, passage, founded, place, '成立', founded.start)]
    if (place.kind === 'REGION' && zone && !AS_PART_OF.test(text.slice(Math.max(passage.start, place.outerStart - 2), place.outerStart)) && HAS.test(maskedBetween(passage, place.end, zone.outerStart))) return listed(passage, zone, (member) => member.subkind === 'ZONE').map((member) => draft(context, passage, member, place, '拥有', member.start))
    return []
  })
}

/** 作为P的龙头企业，X…. */
function asOne(context: RelateContext, passage: Passage, place: Reference): FactDraft[] {
  const clause = clauseAt(passage, place.end)
  if (!/^(?:[^，。；□]{0,6})?作为[^，。；□]{0,4}$/.test(maskedBetween(passage, clause.start, place.outerStart)) || !AS_FIRM.test(maskedBetween(passage, place.end, clause.end))) return []
  const thing = firstAfter(passage, clause.end, () => true)
  return thing && isThing(thing) && (isFirm(thing) || thing.kind === 'ORGANIZATION') && thing.outerStart - clause.end <= 2 ? [{ ...draft(context, passage, thing, place, '作为', place.start), modality: 'ASSERTED' }] : []
}

/** X是P的百年老企业. */
function being(context: RelateContext, passage: Passage): FactDraft[] {
  return passage.free.filter((reference) => isPlace(reference) && !reference.attributive).flatMap((place): FactDraft[] => {
    const as = asOne(context, passage, place)
    if (as.length > 0) return as
    const thing = lastBefore(passage, place.outerStart, isSited)
    if (!thing || thing.subkind === 'EVENT' || (place.subkind === 'ZONE' && !isFirm(thing)) || !IS_OF.test(maskedBetween(passage, thing.end, place.outerStart)) || !IS_OF_TAIL.test(maskedBetween(passage, place.end, Math.min(passage.end, place.end + 30)))) return []
    return [{ ...draft(context, passage, thing, place, '是', place.start), modality: 'ASSERTED' }]
  })
}
