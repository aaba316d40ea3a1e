import type { ExtractedArticle, Post } from '../3-extract/document.js'
import { loadGazetteer } from '../3-extract/gazetteer.js'
import { BARE_ORGANS, HEAD_LEVELS } from '../3-extract/lexicon/titles.js'
import { regionOfLevel } from './home-region.js'
import type { LocalEntity, ResolvedPost } from './resolved-article.js'
import { plainForm } from './same-name.js'

const GOVERNMENT_HEAD = /^(副|代|代理|常务副|原)*(省长|市长|区长|县长|镇长|乡长|州长|旗长)/
const PARTY_ORGAN = /(省委|市委|州委|县委|区委|旗委|镇委|党委|党工委)$/

interface Settler {
  readonly extracted: ExtractedArticle
  readonly locals: readonly LocalEntity[]
  readonly entityOf: readonly number[]
  readonly scores: ReadonlyMap<string, number>
}

/**
 * Says which body each post belongs to, after the guideline's rulings: the body written; a bare organ's body with its place if
 * the article names it, else the home region of its level; 市长 and the like without a body, the region; a firm's bare 集团 or
 * 公司, the firm last named. A post whose body cannot be told is left out.
 */
export function settlePosts(input: Settler): ResolvedPost[] {
  return input.extracted.posts.flatMap((post): ResolvedPost[] => {
    const person = input.entityOf[post.person]
    const settled = settle(input, post)
    if (person === undefined || settled === undefined) return []
    return [{ person, body: settled.body, title: settled.title, implied: settled.implied, start: post.span.start, end: post.span.end, sentence: post.sentence }]
  })
}

interface Settled {
  readonly body: number
  readonly title: string
  readonly implied: boolean
}

function settle(input: Settler, post: Post): Settled | undefined {
  const { title, organ } = post
  if (post.body !== undefined) {
    const body = input.entityOf[post.body]
    const local = body === undefined ? undefined : input.locals[body]
    if (body === undefined || !local) return undefined
    const zone = /^管委会/.test(title) ? zoneOf(input, local) : undefined
    if (zone !== undefined) return { body: zone, title, implied: false }
    if (local.kind === 'INITIATIVE' && local.subkind !== 'ZONE') return undefined
    if (organ !== '' && local.kind === 'REGION') {
      const named = organOf(input, local, organ)
      return named === undefined ? { body, title: organ + title, implied: false } : { body: named, title, implied: false }
    }
    // 天津市委副书记、市长: a mayor is the city's, not the committee's.
    if (GOVERNMENT_HEAD.test(title) && PARTY_ORGAN.test(local.name)) {
      const region = regionInName(input, local)
      return region === undefined ? undefined : { body: region, title, implied: false }
    }
    return { body, title, implied: false }
  }
  if (organ !== '') {
    const level = BARE_ORGANS[organ]
    if (level === 'firm') return lastBefore(input, post, title, (local) => local.kind === 'COMPANY')
    if (level === 'body') return lastBefore(input, post, title, (local) => local.kind === 'ORGANIZATION' || (local.kind === 'INITIATIVE' && local.subkind === 'ZONE'))
    if (level === undefined || level === 'state') return undefined
    const home = homeAt(input, level)
    if (home === undefined) return undefined
    const local = input.locals[home]
    const named = local ? organOf(input, local, organ) : undefined
    return named === undefined ? { body: home, title: organ + title, implied: true } : { body: named, title, implied: true }
  }
  const level = HEAD_LEVELS.find(([pattern]) => pattern.test(title))?.[1]
  const home = level === undefined ? undefined : homeAt(input, level)
  return home === undefined ? undefined : { body: home, title, implied: true }
}

function homeAt(input: Settler, level: 'province' | 'city' | 'county' | 'town'): number | undefined {
  const region = regionOfLevel(input.scores, level)
  if (!region) return undefined
  const index = input.locals.findIndex((local) => local.kind === 'REGION' && local.code === region.code)
  return index < 0 ? undefined : index
}

/** X市委 when the article names it, for the region X and the bare organ 市委. */
function organOf(input: Settler, region: LocalEntity, organ: string): number | undefined {
  const gazetteer = loadGazetteer()
  const known = gazetteer.byCode(region.code)
  const stems = known ? [known.name, known.short] : [region.name]
  const wanted = new Set(stems.flatMap((stem) => [stem + organ, stem + organ.slice(1)]).map(organKey))
  const index = input.locals.findIndex((local) => local.kind === 'ORGANIZATION' && [local.name, ...local.aliases].some((form) => wanted.has(organKey(form))))
  return index < 0 ? undefined : index
}

const organKey = (form: string): string => plainForm(form).replace('人民政府', '政府')

/** The region that an organ carries in its name, when the article names it by itself. */
function regionInName(input: Settler, organ: LocalEntity): number | undefined {
  const gazetteer = loadGazetteer()
  const name = plainForm(organ.name)
  for (let end = gazetteer.longestAt(name, 0); end > 1; end--) {
    const codes = new Set(gazetteer.byForm(name.slice(0, end)).map((region) => region.code))
    const index = input.locals.findIndex((local) => local.kind === 'REGION' && codes.has(local.code))
    if (index >= 0) return index
  }
  return undefined
}

/** 管委会副主任 after X开发区党工委: the zone X开发区. */
function zoneOf(input: Settler, body: LocalEntity): number | undefined {
  if (body.kind === 'INITIATIVE' && body.subkind === 'ZONE') return input.locals.indexOf(body)
  const name = plainForm(body.name)
  const index = input.locals.findIndex((local) => local.kind === 'INITIATIVE' && local.subkind === 'ZONE' && [local.name, ...local.aliases].some((form) => name.startsWith(plainForm(form))))
  return index < 0 ? undefined : index
}

/** The last entity named before the post that fits, in its sentence or one of the two before. */
function lastBefore(input: Settler, post: Post, title: string, fits: (local: LocalEntity) => boolean): Settled | undefined {
  const { mentions } = input.extracted
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i]
    if (!mention || mention.span.start >= post.span.start || mention.sentence < post.sentence - 2) continue
    const body = input.entityOf[i]
    const local = body === undefined ? undefined : input.locals[body]
    if (body !== undefined && local && fits(local)) return { body, title, implied: true }
  }
  return undefined
}
