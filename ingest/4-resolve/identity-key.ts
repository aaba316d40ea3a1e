import { loadGazetteer } from '../3-extract/gazetteer.js'
import { isKnownBody } from './known-bodies.js'
import type { LocalEntity, ResolvedPost } from './resolved-article.js'
import { plainForm, regionPrefixLength, unlistedPlaceLength } from './name-parts.js'

/** Events whose name alone tells nothing apart. */
const PLAIN_EVENT = /^.{0,6}(仪式|会议|座谈会|活动|大会|论坛|推介会|签约会|对接会|全体会议|现场会|推进会)$/
/** Efforts that every city has one of, or more: a kind of paper or plan and nothing that tells it apart. */
const PLAIN_PAPER = /^(?:指导|实施|若干|管理|工作|行动|试行|暂行|专项|总体|具体|相关|三年|五年)*(?:意见|通知|方案|办法|规定|条例|规划|计划|公告|通告|决定|措施|细则|纲要|公报|报告|政策|项目|工程|行动|活动)$/
const PLAIN_EFFORT = /^.{1,5}(?:项目|工程|计划|行动|基地|方案)$/
const PLAIN_ZONE = /^(?:国家级?|省级|市级|经济|技术|高新|高科技|产业|工业|科技|创新|创业|综合|保税|现代|农业|文化|旅游|物流|临港|临空|自由贸易|自贸|试验|示范|协同|融合|发展|合作|先行|开发|集聚|高质量|新|经开|区|园)*(?:区|园|园区|基地|片区)$/

/** A firm's name that other firms may bear too: a few Chinese characters without place and legal form. Of banks there is one each. */
const SHORT_FIRM = /^(?!.*银行$)(?!中国|中华|国家)\p{Script=Han}{2,4}$/u
const LEVEL_HEAD = /^(省|市|州|县|区|镇|乡|自治区)(?=[^级])/

/** What a key is made from beside the entity itself. */
export interface KeyContext {
  /** By local index: what tells a person from namesakes; see personAnchors. */
  readonly anchors: ReadonlyMap<number, string>
  readonly home: LocalEntity | undefined
  readonly articleId: string
}

/**
 * The key that an id is made from. Equal keys in two articles are one entity, so a key must hold what tells namesakes apart:
 * a person needs the body or place of a post, a body without a place needs the article's home, and so do a short firm name and a plain
 * zone or project; a plain event or paper needs its article. What a home tells apart too finely the identity run joins again.
 */
export function identityKey(local: LocalEntity, index: number, context: KeyContext): string {
  const name = plainForm(local.name)
  const home = context.home ? regionKey(context.home) : ''
  const scope = home === '' ? `article:${context.articleId}` : home
  switch (local.kind) {
    case 'REGION': return regionKey(local)
    case 'COMPANY': return home !== '' && SHORT_FIRM.test(name) && regionPrefixLength(name) === 0 ? `${name}@${cityOf(home)}` : name
    case 'ORGANIZATION': {
      if (isKnownBody(name) || /(大学|银行)$/.test(name)) return normalOrgan(name)
      const place = leadingPlace(name)
      if (place.key !== '') return `${place.key}/${normalOrgan(name.slice(place.length))}`
      return LEVEL_HEAD.test(name) ? `${scope}/${normalOrgan(name)}` : `${name}@${scope}`
    }
    case 'INITIATIVE':
      if (local.subkind === 'EVENT' && PLAIN_EVENT.test(name)) return `${name}@article:${context.articleId}`
      if (PLAIN_PAPER.test(name)) return `${name}@article:${context.articleId}`
      if (isPlainEffort(local.subkind, name)) return `${name}@${scope}`
      return name.replace(/(企业|中小企业)$/, "")
    case 'PERSON': return `${name}@${context.anchors.get(index) ?? `article:${context.articleId}`}`
  }
}

const isPlainEffort = (subkind: string, name: string): boolean =>
  regionPrefixLength(name) === 0 && (PLAIN_ZONE.test(name) || ((subkind === 'PROJECT' || subkind === 'PROGRAM') && PLAIN_EFFORT.test(name)))

/** A firm is told apart by its city; an article of one of the city's districts means the same firm. */
const cityOf = (key: string): string => key.replace(/^gb:(\d{4})\d\d$/, 'gb:$100').replace(/^gb:(11|12|31|50)\d{4}$/, 'gb:$10000')

const normalOrgan = (name: string): string => name.replace('人民政府', '政府')

function regionKey(local: LocalEntity): string {
  return local.code === '' ? local.name : `gb:${local.code}`
}

/** The place that an organ's name starts with, as the key of that region: its code, or its name where no gazetteer lists it. */
function leadingPlace(name: string): { readonly length: number; readonly key: string } {
  const length = regionPrefixLength(name)
  if (length > 0) return { length, key: placeCode(name.slice(0, length)) }
  const unlisted = unlistedPlaceLength(name)
  return { length: unlisted, key: name.slice(0, unlisted) }
}

function placeCode(form: string): string {
  const gazetteer = loadGazetteer()
  let code = ''
  for (let at = 0; at < form.length; ) {
    const end = gazetteer.longestAt(form, at)
    if (end < 0) break
    const choices = gazetteer.byForm(form.slice(at, end))
    const within = choices.find((region) => code !== '' && gazetteer.isWithin(region.code, code))
    code = (within ?? choices[0])?.code ?? code
    at = end
  }
  return code === '' ? '' : `gb:${code}`
}

/** The place or body that each person's first post ties the name to: the region of an organ, else the body itself. */
export function personAnchors(locals: readonly LocalEntity[], posts: readonly ResolvedPost[]): ReadonlyMap<number, string> {
  const anchors = new Map<number, string>()
  for (const { person, body: index } of posts) {
    const body = locals[index]
    if (person === undefined || body === undefined || anchors.has(person)) continue
    const name = plainForm(body.name)
    const place = body.kind === 'ORGANIZATION' ? leadingPlace(name) : undefined
    anchors.set(person, body.kind === 'REGION' ? regionKey(body) : place !== undefined && place.length > 0 ? place.key : `${body.kind}:${name}`)
  }
  return anchors
}
