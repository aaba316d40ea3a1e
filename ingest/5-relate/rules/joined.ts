import { agentsAt, isSubject } from '../agents.js'
import { factsTold, isBody } from '../facts-told.js'
import { clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'

/** X在P1、P2等地试点: what is carried out there has them take part. */
const CARRIED_OUT = /^等?(?:地|省份|城市|省市|市|县|区|[一二三四五六七八九十\d]+[个省市县区地]+)?(?:率先|同步|先行|陆续|相继|分别|正式|全面|首批)*(?:开展|试点|实施|推广|落地|先行先试|试行|推开|启动试点|推行|铺开)/
/** 在Z建设基地: a firm that builds in a zone settles in it. */
const SETTLES = /^[^，。；□]{0,8}?(?:投资|建设|设立|布局|投建|建立|新建|兴建|建厂|建成|落户|落地|扎根|投产|成立|设厂|注册)/
/** A列入首批X名单, A获批X立项. */
const LISTED = /(?:被列为|被确定为|确定为|列为|选为|列入|获批|进入|跻身|入围|纳入|入选|成为|当选|获评|承接|承担|加入|进驻)(?:了|到|为)?[^，。；□]{0,10}[“《]?$/
const LISTED_AS = /^[”》]?[^，。；□]{0,8}?(?:名单|立项|支持|试点|范围|名录|项目库|计划|城市|单位|地区|成员|行列|建设|项目|示范|首批)/
/** A负责X施工, A为X提供…. */
const SERVES = /(?:负责|承揽|总承包|参建|独家|联合|承担|中标)(?:了)?[^，。；□]{0,4}[“]?$/
const WORKS = /^[”》]?[^，。；□]{0,8}?(?:施工|建设|设计|监理|勘察|运营|开发|供应|总包|承包|安装|研制|实施|代建|运维)/
/** A旗下X项目, A运营的X. */
const ITS = /^(?:的)?(?:旗下|下属|所属)的?[“]?$|^(?:自主|独立|联合|倾力|重点|在□+|所)?(?:投资|运营|开发|建设|打造|研发|承建|实施|负责|主导|牵头|投建|投运|参与建设|参建|施工|设计|总承包|承揽|供货|报送|申报|承担|推荐|参与|中标|签约|引进|改造|代建|监理|规划|兴建)(?:运营|建设|开发|实施)?的[^，。；：、□]{0,12}[“]?$/
const JOINED = new Set(['PROGRAM', 'STRATEGY', 'PROJECT', 'POLICY'])

/** X在P试点, 在Z建设基地, 列入X名单, 负责X施工, A旗下X项目: who takes part, told around the initiative. */
export const joined: Rule = {
  id: 'joined/1',
  doc: 'Places where a programme is carried out, firms that build in a zone, bodies listed for or at work on an initiative, and the firm whose project it is.',
  emits: ['PARTICIPATES_IN'],
  match(context) {
    return context.discourse.linking.flatMap((passage) => passage.free.filter((reference) => reference.kind === 'INITIATIVE' && !reference.attributive).flatMap((target) => {
      if (target.subkind === 'ZONE') return settled(context, passage, target)
      return JOINED.has(target.subkind) ? [...carried(context, passage, target), ...entered(context, passage, target), ...owns(context, passage, target)] : []
    }))
  },
}

const drafts = (context: RelateContext, passage: Passage, subjects: readonly Reference[], target: Reference, cue: string, at: number): FactDraft[] =>
  factsTold(context, passage, 'PARTICIPATES_IN', { subjects, object: target.entity, cue, at, implied: target.anaphoric })

function carried(context: RelateContext, passage: Passage, target: Reference): FactDraft[] {
  if (target.subkind === 'PROJECT') return []
  const place = firstAfter(passage, target.end, (reference) => !reference.attributive)
  if (!place || place.kind !== 'REGION' || !/^[”》]?(?:工作|建设)?(?:[^，。；□]{0,6})?在$/.test(maskedBetween(passage, target.end, passage.lists.get(place)?.start ?? place.outerStart))) return []
  const places = listed(passage, place, (reference) => reference.kind === 'REGION')
  const verb = CARRIED_OUT.exec(maskedBetween(passage, places.at(-1)?.end ?? place.end, passage.end))
  return verb ? drafts(context, passage, places, target, verb[0], target.end) : []
}

function settled(context: RelateContext, passage: Passage, zone: Reference): FactDraft[] {
  if (context.discourse.text.charAt(zone.outerStart - 1) !== '在') return []
  const verb = SETTLES.exec(maskedBetween(passage, zone.end, clauseAt(passage, zone.end).end))
  if (!verb) return []
  const agents = agentsAt(context, passage, zone.outerStart - 1, ['COMPANY'], { carry: false, reach: 24 })
  return agents ? drafts(context, passage, agents.references, zone, verb[0], zone.outerStart) : []
}

function entered(context: RelateContext, passage: Passage, target: Reference): FactDraft[] {
  const first = listed(passage, target, (member) => JOINED.has(member.subkind))[0] ?? target
  const clause = clauseAt(passage, first.start)
  const before = maskedBetween(passage, clause.start, first.outerStart)
  const after = maskedBetween(passage, passage.lists.get(target)?.end ?? target.end, passage.end)
  const list = LISTED.exec(before)
  const verb = list && LISTED_AS.test(after) ? list : WORKS.test(after) ? SERVES.exec(before) : null
  if (!verb) return []
  const at = clause.start + verb.index
  const kinds = list ? (['COMPANY', 'ORGANIZATION', 'REGION'] as const) : (['COMPANY', 'ORGANIZATION'] as const)
  const agents = agentsAt(context, passage, at, kinds, { carry: false, reach: 40 })
  return agents ? drafts(context, passage, agents.references, target, verb[0], at) : []
}

/** A旗下X项目, A运营的X: the firm right before its project. */
function owns(context: RelateContext, passage: Passage, target: Reference): FactDraft[] {
  if (target.subkind !== 'PROJECT') return []
  const owner = lastBefore(passage, target.outerStart, () => true)
  if (!owner || !isBody(owner) || !isSubjectLike(context, passage, owner)) return []
  const gap = maskedBetween(passage, owner.end, target.outerStart)
  return ITS.test(gap) ? drafts(context, passage, listed(passage, owner, isBody), target, gap, owner.end) : []
}

/** An owner stands before 的, so that only what stands before it tells whether it acts. */
function isSubjectLike(context: RelateContext, passage: Passage, reference: Reference): boolean {
  const start = passage.lists.get(reference)?.start ?? reference.outerStart
  return !/[对向给为与和]$/.test(context.discourse.text.slice(Math.max(passage.start, start - 1), start)) || isSubject(context.discourse.text, passage, reference)
}
