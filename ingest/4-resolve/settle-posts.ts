import type { ExtractedArticle, Post } from '../3-extract/document.js'
import { loadGazetteer, type Region } from '../3-extract/gazetteer.js'
import { BARE_ORGANS, BODY_ENDS, FIRM_TITLES, HEAD_LEVELS, SCHOOL_TITLES } from '../3-extract/lexicon/titles.js'
import { titleStartBefore } from '../3-extract/titles.js'
import type { LocalEntity, ResolvedPost } from './resolved-article.js'
import { plainForm } from './same-name.js'

const GOVERNMENT_HEAD = /^(?:副|代|代理|常务副|常务|原|前|时任)*(?:省长|市长|区长|县长|镇长|乡长|州长|旗长)/
const PARTY_ORGAN = /(省委|市委|州委|县委|区委|旗委|镇委|党委|党工委|工委)$/
/** What may stand between two people of one list. */
const LIST_GAP = /^(?:[、，；和与及 \u3000]|以及|等|同志)*$/
/** No place has a manager, and those who live there hold no post. */
const NO_OFFICE = /(?:经理|董事长|董事|总裁|总监|厂长|店长|创始人|合伙人|(?:村|居|市|农|渔|牧)民|住户|菜农|果农|业主|群众|游客|球迷|歌手|演员|学生|家长)$/
const ZONE_ORGAN = /(?:中共|党委|党工委|工委|管委会|管理委员会|党组)$/

type Level = 'province' | 'city' | 'county' | 'town'

interface Settler {
  readonly extracted: ExtractedArticle
  readonly locals: readonly LocalEntity[]
  readonly entityOf: readonly number[]
  readonly scores: ReadonlyMap<string, number>
}

interface Settled {
  readonly body: number
  readonly title: string
  readonly implied: boolean
}

/** What is looked up again and again, made once per article. */
interface Index {
  readonly regionByCode: ReadonlyMap<string, number>
  readonly organByForm: ReadonlyMap<string, number>
  readonly zoneByForm: ReadonlyMap<string, number>
}

/**
 * Says which body each post belongs to, after the guideline's rulings: the body written; a bare organ's body with its place if
 * the article names it, else the region of its level, that of the person before in the list or else the home region; 市长 and
 * the like without a body, the region; a title alone, the body of the person before in the list; a firm's bare 集团 or 公司,
 * the firm last named. A post whose body cannot be told is left out.
 */
export function settlePosts(input: Settler): ResolvedPost[] {
  const index = indexOf(input)
  const settled: ResolvedPost[] = []
  const siblings = writtenBodies(input)
  let before: { readonly post: Post; readonly body: number } | undefined
  for (const post of input.extracted.posts) {
    const person = post.person === undefined ? undefined : input.entityOf[post.person]
    if (post.person !== undefined && person === undefined) continue
    const neighbour = before && follows(input, before.post, post) ? before.body : undefined
    const found = settle(input, index, post, neighbour, siblings.get(post.person ?? -1))
    if (!found) continue
    settled.push({ person, verb: post.verb, body: found.body, title: found.title, implied: found.implied, start: post.span.start, end: post.span.end, sentence: post.sentence })
    before = { post, body: found.body }
  }
  return settled
}

function indexOf({ locals }: Settler): Index {
  const regionByCode = new Map<string, number>()
  const organByForm = new Map<string, number>()
  const zoneByForm = new Map<string, number>()
  locals.forEach((local, index) => {
    const put = (map: Map<string, number>, key: string): void => {
      if (!map.has(key)) map.set(key, index)
    }
    if (local.kind === 'REGION' && local.code !== '') put(regionByCode, local.code)
    for (const form of [local.name, ...local.aliases]) {
      if (local.kind === 'ORGANIZATION') put(organByForm, organKey(form))
      else if (local.kind === 'REGION' || local.subkind === 'ZONE') put(zoneByForm, plainForm(form))
    }
  })
  return { regionByCode, organByForm, zoneByForm }
}

/** True when the post stands in the same list or run as the one before: only separators, and names without a post, between. */
function follows(input: Settler, before: Post, post: Post): boolean {
  if (before.sentence !== post.sentence) return false
  const gap = input.extracted.view.text.slice(before.span.end, post.span.start)
  return LIST_GAP.test(gap) || (before.person === undefined && post.person === undefined && gap.length <= 30 && !gap.includes('。'))
}

function settle(input: Settler, index: Index, post: Post, neighbour: number | undefined, sibling: number | undefined): Settled | undefined {
  const { title, organ } = post
  if (post.body !== undefined) return settleWritten(input, index, post, post.body, neighbour, sibling)
  if (organ !== '') {
    const level = BARE_ORGANS[organ]
    if (level === 'firm') return mainBefore(input, post, (local) => local.kind === 'COMPANY')
    if (level === 'body') return lastBefore(input, post, bodyFor(organ) ?? ((local) => (local.kind === 'ORGANIZATION' && !PARTY_ORGAN.test(local.name)) || local.subkind === 'ZONE'))
    if (level === undefined || level === 'state') return undefined
    const region = regionFor(input, index, level, organ.charAt(0), neighbour, sibling)
    if (region === undefined) return undefined
    const local = input.locals[region]
    const named = local && !GOVERNMENT_HEAD.test(title) ? organOf(index, local, organ) : undefined
    return { body: named ?? region, title: named === undefined && !GOVERNMENT_HEAD.test(title) ? organ + title : title, implied: true }
  }
  const level = HEAD_LEVELS.find(([pattern]) => pattern.test(title))
  if (level && GOVERNMENT_HEAD.test(title)) {
    const region = regionFor(input, index, level[1], /(.)长/.exec(title)?.[1] ?? '', neighbour, sibling)
    return region === undefined ? undefined : { body: region, title, implied: true }
  }
  if (neighbour !== undefined && (post.person === undefined || title.length <= 6 || titleStartBefore(title, title.length, 0) === 0)) {
    const local = input.locals[neighbour]
    const zone = local && /^管委会/.test(title) ? zoneOf(index, local) : undefined
    return { body: zone ?? neighbour, title, implied: true }
  }
  if (FIRM_TITLES.test(title)) return lastBefore(input, post, (local) => local.kind === 'COMPANY')
  if (SCHOOL_TITLES.test(title)) return lastBefore(input, post, (local) => local.kind === 'ORGANIZATION' && local.subkind === 'academic')
  const named = post.person === undefined ? undefined : bodyFor(title)
  return named ? lastBefore(input, post, named) : undefined
}

function settleWritten(input: Settler, index: Index, post: Post, mention: number, neighbour: number | undefined, sibling: number | undefined): Settled | undefined {
  const { title, organ } = post
  const body = input.entityOf[mention]
  const local = body === undefined ? undefined : input.locals[body]
  if (body === undefined || !local) return undefined
  // 市政协主席: an organ without its place is no body of its own.
  const bare = local.kind === 'ORGANIZATION' || local.kind === 'REGION' ? plainForm(local.name) : ''
  if (organ === '' && /^(?:省|市|州|县|区|自治区|镇|乡|街道)/.test(bare) && BARE_ORGANS[bare] !== undefined) return settle(input, index, { ...post, body: undefined, organ: bare }, neighbour, sibling)
  // Inherited from the title to the left: the body is not beside this one.
  const implied = (input.extracted.mentions[mention]?.span.start ?? 0) < post.span.start
  if (/^(?:原|时任|现任|拟任)?管委会/.test(title)) return { body: zoneOf(index, local) ?? body, title, implied }
  if (local.kind === 'INITIATIVE' && local.subkind !== 'ZONE') return undefined
  if (local.kind === 'REGION' && organ === '' && NO_OFFICE.test(title)) return undefined
  // 某省人大代表: one who sits for the place.
  if (title === '代表' && /人大$/.test(local.name)) return { body: regionInName(index, local) ?? body, title: '人大代表', implied }
  // 天津市委副书记、市长: a mayor is the city's, not the committee's.
  if (GOVERNMENT_HEAD.test(title) && (organ !== '' || PARTY_ORGAN.test(local.name))) {
    const region = local.kind === 'REGION' ? body : regionInName(index, local)
    return region === undefined ? undefined : { body: region, title, implied }
  }
  if (organ !== '' && local.kind === 'REGION') {
    const named = organOf(index, local, organ)
    return named === undefined ? { body, title: organ + title, implied } : { body: named, title, implied }
  }
  return { body, title, implied }
}

/** Which bodies a bare organ or a lone title can mean, by the end of the name; undefined when it does not tell. */
function bodyFor(word: string): ((local: LocalEntity) => boolean) | undefined {
  const ends = BODY_ENDS.find(([pattern]) => pattern.test(word))?.[1]
  return ends && ((local) => (local.kind === 'ORGANIZATION' || local.kind === 'COMPANY' || local.subkind === 'ZONE') && [local.name, ...local.aliases].some((form) => ends.test(plainForm(form))))
}

/** The region a bare organ or head of government means: that of the neighbour's body, else the one of which the article speaks most. */
function regionFor(input: Settler, index: Index, level: Level, head: string, neighbour: number | undefined, sibling: number | undefined): number | undefined {
  const gazetteer = loadGazetteer()
  const fits = (region: Region | undefined): boolean => region !== undefined && fitsLevel(region, level, head)
  for (const near of [neighbour, sibling]) {
    const beside = near === undefined ? undefined : input.locals[near]
    if (near === undefined || !beside) continue
    const at = beside.kind === 'REGION' ? near : regionInName(index, beside)
    const code = at === undefined ? '' : (input.locals[at]?.code ?? '')
    for (let region = gazetteer.byCode(code); region !== undefined; region = gazetteer.byCode(region.parent)) {
      const found = fits(region) ? index.regionByCode.get(region.code) : undefined
      if (found !== undefined) return found
    }
  }
  return mostTold(input, index, fits, 0.4) ?? mostTold(input, index, fits, 0.2)
}

/** The region that fits and of which the article speaks most, but for a tie. */
function mostTold(input: Settler, index: Index, fits: (region: Region | undefined) => boolean, least: number): number | undefined {
  const gazetteer = loadGazetteer()
  let best: { readonly code: string; readonly score: number } | undefined
  let tied = false
  for (const [code, score] of input.scores) {
    if (score < least || !fits(gazetteer.byCode(code)) || !index.regionByCode.has(code)) continue
    if (best && score === best.score) tied = true
    else if (!best || score > best.score) {
      best = { code, score }
      tied = false
    }
  }
  return best === undefined || tied ? undefined : index.regionByCode.get(best.code)
}

const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000'])

/** 市委 is a city's, be it of prefecture or county rank; 州委 a prefecture's; 区委 a district's. */
function fitsLevel(region: Region, level: Level, head: string): boolean {
  const tail = region.name.charAt(region.name.length - 1)
  if (level === 'province') return region.level === 'province' && !MUNICIPALITIES.has(region.code) && (head === '自' || head === '区' ? tail === '区' : true)
  if (head === '市') return tail === '市' && (region.level === 'city' || region.level === 'county' || MUNICIPALITIES.has(region.code))
  if (level === 'city') return region.level === 'city' && (head === '州' ? tail === '州' : true)
  if (level === 'county') return region.level === 'county' && (head === '' || tail === head)
  return region.level === 'town' && (head === '' || tail === head || head === '街')
}

const organKey = (form: string): string => plainForm(form).replace('人民政府', '政府').replace(/^中共/, '')

/** X市委 when the article names it, for the region X and the bare organ 市委. */
function organOf(index: Index, region: LocalEntity, organ: string): number | undefined {
  const known = loadGazetteer().byCode(region.code)
  for (const stem of new Set([region.name, ...region.aliases, ...(known ? [known.name, known.short] : [])])) {
    for (const form of [stem + organ, stem + organ.slice(1)]) {
      const found = index.organByForm.get(organKey(form))
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** The innermost region that an organ carries in its name, when the article names it by itself. */
function regionInName(index: Index, organ: LocalEntity): number | undefined {
  const gazetteer = loadGazetteer()
  const name = organKey(organ.name)
  let found: number | undefined
  for (let at = 0; at < name.length; ) {
    const end = gazetteer.longestAt(name, at)
    if (end <= at) {
      at++
      continue
    }
    const region = gazetteer.byForm(name.slice(at, end)).find(({ code }) => index.regionByCode.has(code))
    if (region) found = index.regionByCode.get(region.code)
    at = end
  }
  return found
}

/** 管委会副主任 after X开发区党工委: the zone or area X开发区. */
function zoneOf(index: Index, body: LocalEntity): number | undefined {
  for (const form of [body.name, ...body.aliases]) {
    const name = plainForm(form)
    const found = index.zoneByForm.get(name) ?? index.zoneByForm.get(name.replace(ZONE_ORGAN, '')) ?? index.zoneByForm.get(name.replace(/^中共/, '').replace(ZONE_ORGAN, ''))
    if (found !== undefined) return found
  }
  return undefined
}

const LOOK_BACK = 60

/** For each person mention, the body written beside one of its posts. */
function writtenBodies(input: Settler): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const post of input.extracted.posts) {
    const body = post.body === undefined ? undefined : input.entityOf[post.body]
    if (post.person !== undefined && body !== undefined && !found.has(post.person)) found.set(post.person, body)
  }
  return found
}

/** The entity that fits and is named most often in the article, among those of the sentence so far, else of the two before. */
function mainBefore(input: Settler, post: Post, fits: (local: LocalEntity) => boolean): Settled | undefined {
  const { mentions } = input.extracted
  const from = post.person ?? firstAfter(input, post.span.start)
  let best: { readonly body: number; readonly count: number; readonly sentence: number } | undefined
  for (let i = from - 1; i >= Math.max(0, from - LOOK_BACK); i--) {
    const mention = mentions[i]
    if (!mention || mention.span.start >= post.span.start) continue
    if (mention.sentence < post.sentence - 2 || (best && best.sentence === post.sentence && mention.sentence < post.sentence)) break
    const body = input.entityOf[i]
    const local = body === undefined ? undefined : input.locals[body]
    if (body !== undefined && local && fits(local) && local.mentions.length > (best?.count ?? 0)) best = { body, count: local.mentions.length, sentence: mention.sentence }
  }
  return best && { body: best.body, title: post.title, implied: true }
}

/** The last entity named before the post that fits, in its sentence or one of the two before. */
function lastBefore(input: Settler, post: Post, fits: (local: LocalEntity) => boolean): Settled | undefined {
  const { mentions } = input.extracted
  const from = post.person ?? firstAfter(input, post.span.start)
  for (let i = from - 1; i >= Math.max(0, from - LOOK_BACK); i--) {
    const mention = mentions[i]
    if (!mention || mention.span.start >= post.span.start) continue
    if (mention.sentence < post.sentence - 2) break
    const body = input.entityOf[i]
    const local = body === undefined ? undefined : input.locals[body]
    if (body !== undefined && local && fits(local)) return { body, title: post.title, implied: true }
  }
  return undefined
}

/** Index of the first mention that starts at or after the offset. */
function firstAfter({ extracted: { mentions } }: Settler, offset: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.span.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}
