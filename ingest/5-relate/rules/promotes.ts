import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, firstListed, lastBefore, type Passage, type Reference } from '../passage.js'
import { calledPlace, causedAt, promotersAt } from '../promoters.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt, type Speech } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

const VERB = /(?:结合|介绍|阐述|推进|推动|实施|开展|打造|落实|贯彻|印发|出台|发布|启动|推出|支持|深化|构建|完善|服务|融入|践行|建设|谋划|制定|编制|抓好|抢抓|做深做实|做实|做好|助力|助推|加快|聚焦|紧扣|部署|牵头|培育|创建|争创|提升|擦亮|拓展|推广|推介|宣布|执行|坚持|围绕|用好|探索|依托|锚定|紧抓|启用|全面实行|推行|强化|审议通过|通过|公布|递交|宣讲|讲解|建立|设立|搭建|投身|促进|响应|组织|引进|指导|全力以赴|完成|办好|拓宽|发起|推荐|解读|打好|守护|扛牢|扛起|担起|审议|原则通过|接续|抓实|抓牢|兑现|健全|策划|谱写|编写|编印|报送|批准|批复|印制|主办|颁布|下发|签发|起草|修订|承办|开通|倡导|立足|赋能|对接|公示|提出(?!希望)|擘画|引领|申建|护航|做大做强|做强|筹建|新建|兴建)(?:了|好|到|和|落实|实施)?/g
/** 为X贡献力量, 为X揭牌. */
const FOR = /(?:为|对)(?:全面|更好|加快|深入|进一步|高质量|服务|推进|推动|促进|助力|支持)*[“《]?$/
const GIVES = /^[^，。；]{0,12}(?:高度重视|大力支持|贡献|添砖加瓦|注入|作出|做出|提供|揭牌|助力|赋能|努力|夯实)/
const ANNOUNCED = /^[“”》]?(?:项目)?(?:正式)?(?:开工|奠基|启动|开园|投产|揭牌|成立|上线)/
const PROMOTED = new Set(['PROGRAM', 'ZONE', 'POLICY', 'STRATEGY', 'PROJECT', 'DESIGNATION'])
/** A zone that only says where something is. */
const PLACE_ONLY = /^(?:各项|内|企业|经济|高质量|产业发展|的(?!建设)|招商|营商|工作|党工委|管委会)/
/** A firm that builds a project takes part in it. */
const BUILDS = /建设|打造|引进|实施|推进|建成|启动|投资|开展/
const WANTED = /打造|争创|创建|培育|建设|建成|申报|构建/
const GAP = 24
/** 以X为抓手, 把X作为…: the initiative stands within the frame. */
const FRAMES: readonly (readonly [RegExp, RegExp])[] = [
  [/(?<![所可予给加难足何])以[“《]?$/, /^[”》]?[^，。；□]{0,6}为(?:抓手|契机|引领|载体|牵引|主线|重点|核心|统领|目标|支撑|依托|突破口|基础|平台|纽带|引擎|导向|动力|龙头|主体)/],
  [/[把将][“《]?$/, /^[”》]?[^，。；□]{0,6}(?:作为|打造|建成|列为|纳入|摆在|放在|贯穿|抓)/],
]
/** Over a long description that a dash ends: 制定了…的发展战略——《X》. */
const LONG_GAP = 60
/** 落实党中央关于X的部署: whose part it is stands between. */
const ABOUT = /^(?:、?国务院|、[^，。；]{2,6})?关于[“《]?$/
const isPromoted = (reference: Reference): boolean => PROMOTED.has(reference.subkind) && !reference.attributive

/** 推进, 实施, 打造 + an initiative: by the one who speaks of it or does it. */
export const promotes: Rule = {
  id: 'promotes/2',
  doc: 'A verb of carrying out and the initiatives listed after it, by the speaker of a call or by the subject of the clause.',
  emits: ['PROMOTES', 'PARTICIPATES_IN'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => passage.free.filter(isPromoted).flatMap((reference) => promotion(context, passage, reference)))
  },
}

/** The verb that governs the initiative: the last one before it, or before its list, in its clause. */
function governing(context: RelateContext, passage: Passage, reference: Reference): { cue: string; at: number } | undefined {
  const { text } = context.discourse
  const first = firstListed(passage, reference, isPromoted)
  const clause = clauseAt(passage, first.start)
  const before = text.slice(clause.start, first.outerStart)
  const after = text.slice(reference.end, reference.end + 24)
  const verb = matchesOf(before, VERB).at(-1)
  const end = verb ? verb.index + verb[0].length : 0
  // Another name, or an adjunct, between verb and initiative parts them.
  const parted = verb && lastBefore(passage, first.outerStart, (each) => each.start >= clause.start + end && !ABOUT.test(text.slice(each.end, first.outerStart)) && !(isPromoted(each) && /^[“《]?$/.test(text.slice(each.end, first.outerStart)))) !== undefined
  if (verb && !parted && before.length - end <= (/——[《“]?$/.test(before) ? LONG_GAP : GAP)) return { cue: verb[0], at: clause.start + verb.index }
  if (FOR.test(before)) {
    const gives = GIVES.exec(after)
    if (gives) return { cue: gives[0].replace(/^[^，。；]*(?=.{2}$)/, ''), at: clause.start + before.length }
  }
  const frame = FRAMES.find(([left, right]) => left.test(before) && right.test(after))
  if (frame) return { cue: before.slice(-1), at: clause.start + before.length - 1 }
  const says = /宣布[：:]?[“]?$/.exec(text.slice(Math.max(passage.start, reference.outerStart - 6), reference.outerStart))
  return says && ANNOUNCED.test(after) ? { cue: '宣布', at: reference.outerStart - says[0].length } : undefined
}

function promotion(context: RelateContext, passage: Passage, reference: Reference): FactDraft[] {
  const verb = governing(context, passage, reference)
  if (!verb || (reference.subkind === 'DESIGNATION' && !WANTED.test(verb.cue))) return []
  if (reference.subkind === 'ZONE' && PLACE_ONLY.test(context.discourse.text.slice(reference.end, reference.end + 6))) return []
  const sentence = passage.sentence.index
  const speech = speechAt(context.speeches[sentence] ?? [], verb.at)
  const plain = modalityAt(passage, verb.at, speech)
  const modality = reference.subkind === 'DESIGNATION' && plain === 'ASSERTED' ? 'PLANNED' : plain
  const base = { object: reference.entity, toSentence: sentence, cue: verb.cue, modality }
  const caused = causedAt(context, passage, verb.at)
  const helped: readonly FactDraft[] = caused ? [{ ...base, type: 'PROMOTES', subject: caused.entity, fromSentence: sentence, strength: caused.anaphoric ? 'IMPLIED' : 'STATED' }] : []
  if (speech && modality === 'URGED') {
    const drafts: FactDraft[] = [...helped, { ...base, type: 'PROMOTES', subject: speech.speaker, fromSentence: sentence, strength: speech.carried ? 'IMPLIED' : 'STATED', speaker: speech.speaker }]
    for (const place of calledPlace(context, passage, verb.at, speech)) if (place.entity !== speech.speaker) drafts.push({ ...base, type: 'PROMOTES', subject: place.entity, fromSentence: sentence, strength: 'IMPLIED', speaker: speech.speaker })
    const addressee = addresseeOf(context, passage, speech)
    if (addressee !== undefined) drafts.push({ ...base, type: 'PARTICIPATES_IN', subject: addressee, fromSentence: sentence, strength: 'IMPLIED', speaker: speech.speaker })
    return drafts
  }
  const actors = promotersAt(context, passage, verb.at, speech)
  // 某市将…。推动…: the plan goes on with its subject.
  if (modality === 'ASSERTED' && actors.sentence < sentence && actors.planned) base.modality = 'PLANNED'
  return [...helped, ...actors.subjects.filter((subject) => subject !== reference.entity && subject !== caused?.entity).map((subject): FactDraft => ({
    ...base, type: reference.subkind === 'PROJECT' && BUILDS.test(verb.cue) && context.discourse.article.locals[subject]?.kind === 'COMPANY' ? ('PARTICIPATES_IN' as const) : ('PROMOTES' as const), subject, fromSentence: actors.sentence === sentence - 1 ? actors.sentence : sentence, strength: actors.implied ? 'IMPLIED' : 'STATED',
    ...(speech ? { speaker: speech.speaker } : {}),
  }))]
}

/** 鼓励企业…: the firm that the call is made to, named or the one just visited. */
function addresseeOf(context: RelateContext, passage: Passage, speech: Speech): number | undefined {
  if (speech.carried || !/鼓励|勉励|希望|要求|叮嘱|引导|督促|建议/.test(speech.verb)) return undefined
  const { text } = context.discourse
  const isBody = (reference: Reference): boolean => reference.kind === 'COMPANY' || reference.kind === 'ORGANIZATION'
  const named = firstAfter(passage, speech.from, isBody)
  if (named && named.start - speech.from <= 4) return named.entity
  if (!/^(?:该)?(?:企业|公司)/.test(text.slice(speech.from, speech.from + 4))) return undefined
  return lastBefore(passage, speech.from, (reference) => reference.kind === 'COMPANY')?.entity
}
