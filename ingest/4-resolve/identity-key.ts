import { loadGazetteer } from '../3-extract/gazetteer.js'
import type { LocalEntity, ResolvedPost } from './resolved-article.js'
import { plainForm, regionPrefixLength } from './same-name.js'

/** Bodies of the whole country: their names need no place. */
const NATIONAL = /^(中国|中共|中央|国家|国务院|全国|中华|最高人民|新华|.{2,6}部$|.{1,8}部(办公厅|.{2,8}司)$)/
/** Events whose name alone tells nothing apart. */
const PLAIN_EVENT = /^.{0,6}(仪式|会议|座谈会|活动|大会|论坛|推介会|签约会|对接会|全体会议|现场会|推进会)$/
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
 * a person needs the body or place of a post, a body without a place needs the article's home, a plain event needs its article.
 */
export function identityKey(local: LocalEntity, index: number, context: KeyContext): string {
  const name = plainForm(local.name)
  const home = context.home ? regionKey(context.home) : ''
  const scope = home === '' ? `article:${context.articleId}` : home
  switch (local.kind) {
    case 'REGION': return regionKey(local)
    case 'COMPANY': return name
    case 'ORGANIZATION': {
      if (NATIONAL.test(name) || /(大学|银行)$/.test(name)) return normalOrgan(name)
      const prefix = regionPrefixLength(name)
      const code = prefix > 0 ? placeCode(name.slice(0, prefix)) : ''
      if (code !== '') return `${code}/${normalOrgan(name.slice(prefix))}`
      return LEVEL_HEAD.test(name) ? `${scope}/${normalOrgan(name)}` : `${name}@${scope}`
    }
    case 'INITIATIVE':
      if (local.subkind === 'EVENT' && PLAIN_EVENT.test(name)) return `${name}@article:${context.articleId}`
      if (local.subkind === 'ZONE' && regionPrefixLength(name) === 0 && /^.{0,3}(开发区|高新区|经开区|新区|园区|产业园|工业园|科技园|示范区)$/.test(name)) return `${name}@${scope}`
      return name.replace(/(企业|中小企业)$/, "")
    case 'PERSON': return `${name}@${context.anchors.get(index) ?? `article:${context.articleId}`}`
  }
}

const normalOrgan = (name: string): string => name.replace('人民政府', '政府')

function regionKey(local: LocalEntity): string {
  return local.code === '' ? local.name : `gb:${local.code}`
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
    const prefix = body.kind === 'ORGANIZATION' ? regionPrefixLength(name) : 0
    anchors.set(person, body.kind === 'REGION' ? regionKey(body) : prefix > 0 ? placeCode(name.slice(0, prefix)) : `${body.kind}:${name}`)
  }
  return anchors
}
