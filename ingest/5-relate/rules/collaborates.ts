import { agentsAt, isJoined, isSubject } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

const PARTNERS = new Set(['COMPANY', 'ORGANIZATION', 'REGION'])
const isPartner = (reference: Reference): boolean => PARTNERS.has(reference.kind) && !reference.attributive
/** Joins the two sides. */
const WITH = /会同|联合(?![会国体社])|携手|联手|牵手|与|和|同|跟/g
/** After "A与B": what makes it a link between the two. */
const JOINT = /订立|签署|签订|签定|签约|达成[^，。]{0,10}(?:合作|共识|协议)|战略合作|[^，。]{0,10}合作|共建|携手|联合(?![会国体社])|协作|通力|对接(?!会)|结对|联手|牵手|联建|强强联合|联动|共创|结为|结成|(?:加强|深化|密切|保持)[^，。]{0,10}(?:交流|互动|往来|联系)|(?:组成|组建)[^，。]{0,10}(?:联合体|联盟)|共同(?:出资|申报|承担|制定|完成|实施|申请|培养|运营|策划|组织|探索|开发|搭建|构建|投资|发布|设立|打造|建设|推进|推动|开展|发起|成立|签署|举办|主办|研发|组建)|缔结|合资|(?:建立|设立|成立|建成|共建)[^，。]{0,12}(?:关系|机制|联盟|中心|实验室|基地|平台|流动站|研究院|工作站)/
/** After a list of up to four: all of them do it with each other. */
const TOGETHER = /(?:三方|双方|两地|四方|两市|两省|两县|两区|三地|三省|三市)?(?:共同|联合|携手|联手|合作|合资|强强联合|强强联手)(?!社)，?(?:积极|深入|全力|大力|努力|全面|加快)?(?:举办|主办|发起|打造|建设|推进|推动|开展|成立|发布|承办|签署|组建|创办|设立|投资|研发|出资|实施|编制|牵头|召开|举行|印发|出台|制定|组织|开发|研制|完成|建立|构建|启动|申报|攻关|培养|揭牌|推出|创建|运营|策划|制作|出品|打击|承担|主导|探索|部署|倡议|搭建|公布|建成)|(?:在[^，。]{1,6})?(?:三方|双方)?签(?:署|订|约)|合资|结对/g
/** Between the partners and the verb: they attend or see the signing, or sign for others. */
const NO_LINK = /出席|参加|见证|代表|会见|陪同/
/** 临沂相关企业: what follows is in the region, not the region. */
const OF_REGION = /^(?:市|省|县|区)?(?:[一二三四五六七八九十百\d]+[家个]|多家|当地|相关|有关|本地|稀土|重点|知名|民营|的)*[^，。；□]{0,4}(?:企业|部门|单位|学校|高校|客商|商户)/
const HELD = /(?:举行|举办|召开)(?:了)?[“《]?$/
/** A结对帮扶B. */
const TIED = /^[^，。；□]{0,4}(?:结对(?:合作|共建)?(?:帮扶)?|对口(?:支援|帮扶|协作|合作)|携手|联手|牵手)$/
/** A是B的战略合作伙伴. */
const IS_ALLY = /^[^，。；□]{0,8}(?:作为|是|成为|系|为)$/
const ALLY = /^的?[^，。；□]{0,10}(?:合作伙伴|战略伙伴|合作方|合作单位|共建单位|协作单位|合作企业|合作院校|供应商|经销商|代理商|服务商)/
/** Adverbs between a subject and 同, 和 and the like. */
const ADVERBS = /^(?:等|分别|先后|已|已经|还|也|将|均|正|再次|又|同时|积极|主动|并|首次|正式|拟|计划|愿|将继续|继续){1,3}$/
/** Before a name that is itself the other side, or an object. */
const OTHER_SIDE = /(?:与|同|跟|向|对|给|被|联合|会同|携手)$/
/** A的合作伙伴包括B、C. */
const ALLIES = /(?:合作伙伴|合作方|战略伙伴)(?:包括|有|为|是|还有)[^，。；□]{0,4}$/
/** After a region: the rest of a name that nobody took, and so no side. */
const NAME_GOES_ON = /^[^，。；、□在与和]{0,8}?(?:公益|公司|集团|大学|学院|银行|基金|协会|商会|研究院|医院|电视台|日报|石化|证券|保险|航空|科技有限|学校|中学|志愿)/
/** A note in brackets after the last name. */
const NOTE = /^[”]?(?:（[^（）]*）|\([^()]*\))/
const MOST_IN_LIST = 4
const MOST_ALLIES = 12
/** 企业负责人表示，愿与P…: the heads of the firms just told of. */
const HEADS_SAY = /^(?:与会|几位|各|多位|参会)?(?:的)?(?:企业|公司|集团)(?:家|主要)?(?:负责人|负责同志|代表|家)(?:们|代表)?(?:纷纷|均|一致|都)?(?:表示|说|谈到)/
const LOOK_BACK = 4
/** A ceremony named for those who sign there. */
const JOINT_EVENT = /(?:合作|共建|结对|签约)/

/** A与B签约, A会同B、C, A、B共同…; never two firms that merely share a list with 合作 somewhere. */
export const collaborates: Rule = {
  id: 'collaborates/2',
  doc: 'Two parties joined by 与, 和, 会同 or a list, with a verb of signing, co-building or cooperating right after them.',
  emits: ['COLLABORATES_WITH'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => [...withPartner(context, passage), ...together(context, passage), ...tied(context, passage)])
  },
}

function draft(context: RelateContext, passage: Passage, a: number, b: number, cue: string, at: number, implied: boolean): FactDraft {
  const sentence = passage.sentence.index
  return {
    type: 'COLLABORATES_WITH', subject: a, object: b, fromSentence: sentence, toSentence: sentence, cue,
    modality: modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: implied ? 'IMPLIED' : 'STATED',
  }
}

function withPartner(context: RelateContext, passage: Passage): FactDraft[] {
  const drafts: FactDraft[] = []
  for (const match of matchesOf(passage.masked, WITH)) {
    const at = passage.start + match.index
    const end = at + match[0].length
    const right = sideAfter(context, passage, end)
    if (!right) continue
    const own = maskedBetween(passage, right.end, Math.min(clauseAt(passage, right.end).end, right.end + 26))
    // A与B，在P举行…: the comma parts nothing.
    const tail = own === '' ? maskedBetween(passage, right.end, Math.min(clauseAt(passage, right.end + 1).end, right.end + 26)) : own
    const joint = JOINT.exec(tail) ?? jointEvent(context, passage, right.end)
    if (!joint && match[0] !== '会同' && match[0] !== '联合') continue
    const between = joint ? tail.slice(0, joint.index) : ''
    // What stands between, or what the cue itself reaches over: 共同出席了战略合作….
    if (NO_LINK.test(between + (joint?.[0].slice(0, -2) ?? '')) || between.length > 16) continue
    if (right.region && (OF_REGION.test(tail) || NAME_GOES_ON.test(tail))) continue
    const left = sideBefore(context, passage, at, match[0])
    // A联合B…: by itself only right after A.
    if (!joint && match[0] === '联合' && (left === undefined || at !== left.end || left.people || right.people)) continue
    if (!left || (left.bodies.length > 1 && right.bodies.length > 1)) continue
    if ((left.people || right.people) && !/签|协议|合作备忘录/.test(tail)) continue
    for (const a of left.bodies) for (const b of right.bodies) if (a !== b) drafts.push(draft(context, passage, a, b, joint?.[0] ?? match[0], joint ? right.end + joint.index : at, left.implied || right.implied))
  }
  return drafts
}

/** 举行X合作签约仪式: the occasion is named for what the sides do there. */
function jointEvent(context: RelateContext, passage: Passage, end: number): RegExpExecArray | null {
  const event = firstAfter(passage, end, () => true)
  const lead = event ? maskedBetween(passage, end, event.start) : ''
  if (!event || event.subkind !== 'EVENT' || !JOINT_EVENT.test(context.discourse.text.slice(event.start, event.end))) return null
  return HELD.exec(lead)
}

interface Side {
  readonly bodies: readonly number[]
  readonly end: number
  readonly implied: boolean
  /** The side is people who sign for their bodies. */
  readonly people: boolean
  readonly region: boolean
}

/** The bodies right after 与; for people who sign, the bodies of their posts. */
function sideAfter(context: RelateContext, passage: Passage, end: number): Side | undefined {
  const next = firstAfter(passage, end, (reference) => !reference.attributive)
  if (!next || next.outerStart - end > 2) return undefined
  if (next.kind === 'PERSON') return personSide(context, passage, next)
  const members = listed(passage, next, isPartner).filter((member) => member.start >= next.start)
  const last = members.at(-1)
  return last && isPartner(next) ? { bodies: members.map((member) => member.entity), end: last.end, implied: members.some((member) => member.anaphoric), people: false, region: last.kind === 'REGION' } : undefined
}

function sideBefore(context: RelateContext, passage: Passage, at: number, cue: string): Side | undefined {
  const { text } = context.discourse
  const far = /^(?:与|联合|会同|携手|联手|牵手)$/.test(cue)
  // 甲在京与乙签约: where they do it is no side.
  const side = (before: number): Reference | undefined => lastBefore(passage, before, (reference) => isPartner(reference) || reference.kind === 'PERSON')
  const nearest = side(at)
  const left = nearest?.kind === 'REGION' && text.charAt(nearest.outerStart - 1) === '在' ? side(nearest.outerStart) : nearest
  const clause = clauseAt(passage, at)
  if (left && left.end > clause.start && at - left.end <= (far || ADVERBS.test(maskedBetween(passage, left.end, at)) ? 16 : 1)) {
    if (left.kind === 'PERSON') return personSide(context, passage, left)
    const members = listed(passage, left, isPartner).filter((member) => member.end <= left.end)
    const start = members[0]?.outerStart ?? left.outerStart
    if (/^[和同跟]$/.test(cue) && OTHER_SIDE.test(text.slice(Math.max(clause.start, start - 2), start))) return undefined
    if (left.kind === 'REGION' && OF_REGION.test(maskedBetween(passage, left.end, at))) return undefined
    return { bodies: members.map((member) => member.entity), end: left.end, implied: members.some((member) => member.anaphoric), people: false, region: left.kind === 'REGION' }
  }
  if (!far) return undefined
  // 通过与B合作，A…: the subject opens the clause that follows.
  if (/通过$/.test(text.slice(Math.max(passage.start, at - 2), at))) {
    const next = firstAfter(passage, clause.end, isPartner)
    return next && next.outerStart - clause.end <= 6 ? { bodies: [next.entity], end: at, implied: false, people: false, region: false } : undefined
  }
  // An elided subject: that of the sentence so far, when it is a body.
  const nearer = left && isPartner(left) && isSubject(text, passage, left) ? left : undefined
  const subject = nearer ?? opening(context, passage, clause.start)
  const members = subject ? listed(passage, subject, isPartner) : []
  if ((subject === undefined || subject.kind === 'REGION') && HEADS_SAY.test(passage.masked)) return { bodies: firmsTold(context, passage.sentence.index), end: at, implied: true, people: false, region: false }
  const speech = speechAt(context.speeches[passage.sentence.index] ?? [], at)
  const firm = speech && (subject === undefined || subject.kind === 'REGION' || subject.end <= speech.from) ? firmOf(context, speech.speaker) : undefined
  if (firm !== undefined) return { bodies: [firm], end: at, implied: true, people: false, region: false }
  return members.length === 1 && members[0] ? { bodies: [members[0].entity], end: members[0].end, implied: true, people: false, region: false } : undefined
}

/** A与B签约，并与C…: the side that opened the sentence goes on. */
function opening(context: RelateContext, passage: Passage, at: number): Reference | undefined {
  const agents = at > passage.start ? agentsAt(context, passage, at - 1, ['COMPANY', 'ORGANIZATION', 'REGION'], { carry: false, topic: true, reach: 0 }) : undefined
  const side = agents?.references.length === 1 ? lastBefore(passage, agents.end, isPartner) : undefined
  return side && !/^(?:[^□]{0,6}，)?据[^，。□]{0,4}$/.test(maskedBetween(passage, passage.start, side.outerStart)) ? side : undefined
}

/** The firms whose people the sentences before tell of. */
function firmsTold({ discourse: { article } }: RelateContext, sentence: number): readonly number[] {
  const bodies = article.posts.filter((post) => post.sentence < sentence && post.sentence >= sentence - LOOK_BACK).map((post) => post.body)
  return [...new Set(bodies)].filter((body) => article.locals[body]?.kind === 'COMPANY').slice(0, MOST_ALLIES)
}

/** The firm for which somebody speaks: that of a post. */
const firmOf = ({ discourse: { article } }: RelateContext, person: number): number | undefined => article.posts.find((post) => post.person === person && article.locals[post.body]?.kind === 'COMPANY')?.body

/** The bodies for which people sign: those of the posts beside their names. */
function personSide(context: RelateContext, passage: Passage, person: Reference): Side | undefined {
  const post = context.discourse.postBeside(passage.sentence.index, person.entity)
  return post ? { bodies: [post.body], end: Math.max(person.end, post.end), implied: post.implied, people: true, region: false } : undefined
}

/** A结对帮扶B; A的合作伙伴包括B、C. */
function tied(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  return passage.free.filter(isPartner).flatMap((right): FactDraft[] => {
    if (passage.lists.get(right)?.members.find(isPartner) !== right) return []
    const left = lastBefore(passage, right.outerStart, (reference) => isPartner(reference))
    if (!left) return []
    const gap = maskedBetween(passage, left.end, right.outerStart)
    if (IS_ALLY.test(gap) && ALLY.test(maskedBetween(passage, right.end, clauseAt(passage, right.end).end)) && isSubject(text, passage, left)) return [draft(context, passage, left.entity, right.entity, gap, right.start, false)]
    if (TIED.test(gap) && isSubject(text, passage, left)) return [draft(context, passage, left.entity, right.entity, gap, right.start, false)]
    return ALLIES.test(gap) && !/[。；]/.test(gap) ? listed(passage, right, isPartner).slice(0, MOST_ALLIES).map((ally) => draft(context, passage, left.entity, ally.entity, '合作伙伴', right.start, false)) : []
  })
}

/** A与B、C: the list has sides; 和 may stand before its last member only. */
function isTwoSided(passage: Passage, members: readonly Reference[]): boolean {
  return members.some((member, index) => {
    const next = members[index + 1]
    const gap = next ? maskedBetween(passage, member.end, next.outerStart) : ''
    return /与|会同|携手|联合/.test(gap) || (/和|同/.test(gap) && index < members.length - 2)
  })
}

function together(context: RelateContext, passage: Passage): FactDraft[] {
  const drafts: FactDraft[] = []
  const all = (members: readonly number[], cue: string, at: number): void => {
    const bodies = [...new Set(members)]
    if (bodies.length > MOST_IN_LIST) return
    for (const [index, a] of bodies.entries()) for (const b of bodies.slice(index + 1)) drafts.push(draft(context, passage, a, b, cue, at, false))
  }
  for (const match of matchesOf(passage.masked, TOGETHER)) {
    const at = passage.start + match.index
    const last = lastBefore(passage, at, isPartner)
    const gap = last ? maskedBetween(passage, last.end, at).replace(NOTE, '') : ''
    if (!last || gap.length > 4 || /[，。；]/.test(gap) || (last.kind === 'REGION' && NAME_GOES_ON.test(gap))) continue
    if (!isSubject(context.discourse.text, passage, last) && !isJoined(context.discourse.text, passage, last)) continue
    const members = listed(passage, last, isPartner)
    if (isTwoSided(passage, members)) continue
    // A、B，C三方签署: the comma parts lists of one whole.
    const before = /^(?:三方|四方)/.test(match[0]) && members[0] ? lastBefore(passage, members[0].outerStart, isPartner) : undefined
    const wider = before && members[0] && maskedBetween(passage, before.end, members[0].outerStart) === '，' ? listed(passage, before, isPartner) : []
    all([...wider, ...members].map((member) => member.entity), match[0], at)
  }
  // 甲、乙签订…协议: people who sign, for their bodies.
  for (const match of matchesOf(passage.masked, /签(?:署|订|定)[^，。；]{0,30}(?:协议|备忘录|合同|意向书)/g)) {
    const at = passage.start + match.index
    const last = lastBefore(passage, at, (reference) => reference.kind === 'PERSON')
    const people = last ? listed(passage, last, (reference) => reference.kind === 'PERSON') : []
    if (!last || people.length !== 2 || NO_LINK.test(maskedBetween(passage, last.end, at))) continue
    all(people.flatMap((person) => personSide(context, passage, person)?.bodies ?? []), match[0].slice(0, 2), at)
  }
  for (const event of passage.free) {
    if (event.subkind !== 'EVENT') continue
    const name = context.discourse.text.slice(event.start, event.end)
    if (JOINT_EVENT.test(name)) all(context.parties(name), name, event.start)
  }
  return drafts
}
