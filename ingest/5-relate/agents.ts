import type { EntityKind } from '../../schema/ontology/index.js'
import { clauseAt, lastBefore, listed, maskedBetween, type Passage, type Reference } from './passage.js'
import type { RelateContext } from './rule.js'

export interface Agents {
  readonly references: readonly Reference[]
  /** Sentence in which they stand. */
  readonly sentence: number
  /** A pronoun or an elided subject stands for them. */
  readonly implied: boolean
  /** Where the last of them ends. */
  readonly end: number
}

export interface AgentOptions {
  /** False: only within the sentence. */
  readonly carry?: boolean
  /** True: over clauses, what opens one counts before what is merely nearer, however far. */
  readonly topic?: boolean
  /** How far before the cue they may end, in UTF-16 code units. */
  readonly reach?: number
}

/** Words before a reference that make it an object or a place, not the one who acts. */
const NOT_AGENT_BEFORE = /(?:在|对|向|与|和|同|跟|为|从|于|到|赴|至|被|把|给|(?<![年以日])来|经|陪同|接替|由于|依托|围绕|来到|走进|视察|深入|位于|地处|直属|隶属|归属|支持|推动|帮助|助力|毗邻|西接|东临|北临|南接|建设|打造|发展|推进|包括|的|欢迎|感谢|通过|按照|根据|免去|传达|传达学习|听取|(?<!主|大)将|(?:会见|拜会|拜访|看望|慰问|接见|会晤|采访|访问|邀请|吸引|引进|引入|收购|并购|参股|控股|入驻|落户|委托|授予|聘请|聘任|任命|选举|提名|推荐|批准|获得|组建|设立|成立|携手|联系|对接|服务|走访|调研|考察|参观)(?:了|过)?)$/
/** After a place: it only says which or where something is. */
const ATTRIBUTE = /^(?:省?内外|省?直管|直辖|下辖|地级市|县级市|东部|西部|南部|北部|中部|东南|西南|东北|西北|境内|辖区|沿海|沿江|腹地)/
const AGENT_BEFORE = /(?:由|经由)$/
/** A会同B: between a subject and those who act with it. */
const WITH = /^[^，。；□]{0,8}(?:会同|联合|携手|联手|协同)$/
/** Between a subject and its verb. */
const RIGHT_BEFORE = /^(?:等)?(?:也|已|还|均|都|将|正|成功|先后|再次|全力|积极|深入|持续|大力|共同|联合|分别){0,2}$/
/** How many lists are tried, from the cue to the left. */
const TRIES = 6

/**
 * Who acts at a cue: the list nearest before it in the sentence that is not an object or a place; when none stands there, the
 * subject of the sentence before (an elided subject), told as implied.
 */
export function agentsAt(context: RelateContext, passage: Passage, offset: number, kinds: readonly EntityKind[], options: AgentOptions = {}): Agents | undefined {
  const { text } = context.discourse
  const accept = (reference: Reference): boolean => kinds.includes(reference.kind) && !reference.attributive
  const found = (last: Reference): Agents => {
    const own = listed(passage, last, accept).filter((member) => member.end <= offset)
    const start = startOf(passage, last)
    const lead = lastBefore(passage, start, accept)
    const leaders = lead && start - lead.end <= 12 && WITH.test(maskedBetween(passage, lead.end, start)) && isSubject(text, passage, lead) ? listed(passage, lead, accept) : []
    const references = [...leaders, ...own]
    return { references, sentence: passage.sentence.index, implied: references.some((member) => member.anaphoric), end: last.end }
  }
  const clause = clauseAt(passage, offset).start
  let last = lastBefore(passage, offset, accept)
  let nearest: Reference | undefined
  for (let tries = 0; last && tries < TRIES; tries++) {
    const near = offset - last.end <= (options.reach ?? 60)
    if (!near && options.topic !== true) break
    if (isSubject(text, passage, last) || isHead(text, passage, last, offset)) {
      // In an earlier clause only what opens it goes on as the subject.
      if (options.topic !== true || last.start >= clause || opensClause(passage, last)) return found(last)
      if (near) nearest ??= last
    }
    last = lastBefore(passage, startOf(passage, last), accept)
  }
  if (nearest) return found(nearest)
  return options.carry === false ? undefined : carriedSubject(context, passage, kinds)
}

/** Nothing but a word of time or linkage stands before the list in its clause. */
function opensClause(passage: Passage, reference: Reference): boolean {
  const start = startOf(passage, reference)
  const lead = maskedBetween(passage, clauseAt(passage, start).start, start)
  return lead.length <= 10 && !lead.includes('□')
}

/** False for what stands after a preposition or as the object of another verb, and for an owner (X的). */
export function isSubject(text: string, passage: Passage, reference: Reference): boolean {
  const list = passage.lists.get(reference)
  const start = list?.start ?? reference.outerStart
  const left = text.slice(Math.max(passage.start, start - 4), start)
  if (NOT_AGENT_BEFORE.test(left) && !AGENT_BEFORE.test(left)) return false
  // 李某代表A签约.
  if (reference.kind !== 'PERSON' && left.endsWith('代表')) return false
  const end = list?.end ?? reference.end
  // 潜江，湖北省直管市，…: a place that only says which or where.
  if (reference.kind === 'REGION' && ATTRIBUTE.test(text.slice(end, end + 4))) return false
  return text.charAt(end) !== '的'
}

/** The subject of the sentence before, else of the one before that: its first list of the kind, when that is no object. */
export function carriedSubject(context: RelateContext, passage: Passage, kinds: readonly EntityKind[]): Agents | undefined {
  for (let index = passage.sentence.index - 1; index >= Math.max(0, passage.sentence.index - 2); index--) {
    const earlier = context.discourse.passages[index]
    const first = earlier?.free.find((reference) => kinds.includes(reference.kind) && !reference.attributive)
    if (earlier && first && isSubject(context.discourse.text, earlier, first)) return { references: [first], sentence: index, implied: true, end: first.end }
  }
  return undefined
}

/** Where the list of a reference begins, posts and places before it included. */
export const startOf = (passage: Passage, reference: Reference): number => passage.lists.get(reference)?.start ?? reference.outerStart

/** 某地的A公司获评…: after 的, yet right before the verb. */
function isHead(text: string, passage: Passage, reference: Reference, offset: number): boolean {
  const start = startOf(passage, reference)
  return start > passage.start && text.charAt(start - 1) === '的' && RIGHT_BEFORE.test(text.slice(reference.end, offset))
}

/** A会同B, A与B: B acts too, when another name stands right before the 会同. */
export function isJoined(text: string, passage: Passage, reference: Reference): boolean {
  const start = startOf(passage, reference)
  const joint = /(?:会同|联合|携手|与|和|同)$/.exec(text.slice(Math.max(passage.start, start - 2), start))
  const left = joint ? lastBefore(passage, start, (each) => !each.attributive) : undefined
  return joint !== null && left !== undefined && start - left.end === joint[0].length
}

/** The lists that together make up the subject at a cue: the nearest, and those joined to it by 会同, 与 and the like. */
export function jointAgentsAt(context: RelateContext, passage: Passage, offset: number, kinds: readonly EntityKind[], reach: number): readonly Reference[] {
  const { text } = context.discourse
  const accept = (reference: Reference): boolean => kinds.includes(reference.kind) && !reference.attributive
  const found: Reference[] = []
  let last = lastBefore(passage, offset, accept)
  if (!last || offset - last.end > reach) return found
  for (let tries = 0; last && tries < TRIES; tries++) {
    const joined = isJoined(text, passage, last)
    if (joined || isSubject(text, passage, last)) found.unshift(...listed(passage, last, accept).filter((member) => member.end <= offset))
    if (!joined && found.length > 0) return found
    last = lastBefore(passage, startOf(passage, last), accept)
  }
  return found
}
