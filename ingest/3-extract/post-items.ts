import type { EntityMention } from './document.js'
import { endsInHead, organsAtStart, titleStartBefore } from './titles.js'

/** A title with the body or bare organ that stands before it. */
export interface PostItem {
  readonly title: string
  /** Index into the mentions. */
  readonly body: number | undefined
  readonly organ: string
  readonly start: number
  readonly end: number
}

/** The text with its mentions by where they start and end. */
export interface PostText {
  readonly text: string
  readonly mentions: readonly EntityMention[]
  readonly startingAt: ReadonlyMap<number, number>
  readonly endingAt: ReadonlyMap<number, number>
}

/** Ends the stretch in which a title may stand. */
const SEPARATORS = '、，；。：！？“”‘’（）()《》〈〉,;:!?\n\r|｜/—…·'
const CLOSERS = '”’》）)'
/** Words of running text: a stretch that holds one is no title. */
const NOT_IN_TITLE = /[与的了在是对向把被将到就也还着过说使给您你我他她它这那几很其]|贯彻|落实|学习|认真|举行|出席|参加|表示|任命|宣布|带领|邀请|感谢|欢迎|来自|陪同|会见|率领|率队|召开|开展|签署|签约|介绍|要求|强调|指出|认为|一行|等人|等地|以及|由于|通过|作为|担任|曾任|历任|先后|同时|其中|当天|当日|今日|昨日|上午|下午|晚上|记者|通讯员|摄影|撰文|日讯|日电|已派|委派|(?<!应)该[省市县区镇乡州校院局厅公]/
const UNNAMED_BODY = /(?:集团|公司|银行|大学|学院|协会|商会|医院|研究院|.局|.厅|法院|检察院|中心|支队)(?!长)|(?:总裁|总经理|董事长|总监)$/
/** What may stand before a title that has no body of its own. */
const BEFORE_BARE = /^(?:[、，；。：！？“”‘’（）()《》,;:!?\s|｜由对向与和及跟同请让使据是为的了在经兼暨时任中日]|$)/
const REACH = 26
const FILLER = /(?:[ \u3000\t]+|（[^（）]{1,12}）|\([^()]{1,12}\)|同志)$/
const PLACES = new Set(['ORGANIZATION', 'COMPANY', 'REGION', 'INITIATIVE'])

export function postText(text: string, mentions: readonly EntityMention[]): PostText {
  const startingAt = new Map<number, number>()
  const endingAt = new Map<number, number>()
  mentions.forEach((mention, index) => {
    startingAt.set(mention.span.start, index)
    endingAt.set(mention.span.end, index)
  })
  return { text, mentions, startingAt, endingAt }
}

/** The title that ends at `end`, with its body, not reaching below `floor`; undefined when none stands there. */
export function itemEndingAt(source: PostText, end: number, floor: number): PostItem | undefined {
  const { text } = source
  const at = skipFiller(text, end, floor)
  let from = at
  while (from > floor && at - from < REACH && !SEPARATORS.includes(text.charAt(from - 1)) && !source.endingAt.has(from)) from--
  const stretch = text.slice(from, at)
  if (stretch === '') return undefined
  const body = bodyBefore(source, from, floor)
  if (body !== undefined) {
    const name = source.text.charAt((source.mentions[body]?.span.end ?? from) - 1)
    // 南京市长, 某研究院长: the last character of the name belongs to both.
    const plain = stretch.startsWith('长') && '省市区县镇乡州旗社局部院校所厅处科站台厂馆队'.includes(name) ? name + stretch : stretch.replace(/^的/, '')
    // 南通市+某某集团董事长: a body that nobody took for a name stands between.
    const kind = source.mentions[body]?.kind
    const unnamed = (kind === 'REGION' && UNNAMED_BODY.test(plain)) || (kind === 'INITIATIVE' && /^(?:集团|公司)/.test(plain))
    if (endsInHead(plain) && !unnamed && !NOT_IN_TITLE.test(plain.replace('分管日常工作的', ''))) return itemOf(source, plain, body, from, at)
    const start = titleStartBefore(text, at, from)
    // 在X公司调研的市长: words between body and title part the two.
    return start > from && BEFORE_BARE.test(text.charAt(start - 1)) ? itemOf(source, text.slice(start, at), undefined, start, at) : undefined
  }
  // 书记王某和省长李某: the link to the name before is no part of the title.
  const link = from === floor ? (/^(?:以及|[和及同])/.exec(stretch)?.[0].length ?? 0) : 0
  return bareItem(source, from + link, at, floor + link)
}

/** A title without a body next to it: with a bare organ (市委书记), or alone after a separator or preposition. */
function bareItem(source: PostText, from: number, at: number, floor: number): PostItem | undefined {
  const { text } = source
  const stretch = text.slice(from, at)
  const isWhole = (from === floor || SEPARATORS.includes(text.charAt(from - 1))) && stretch.length <= 14 && !NOT_IN_TITLE.test(stretch)
  if (isWhole && endsInHead(stretch) && !/^[省市区县]级|部门|单位/.test(stretch)) return itemOf(source, stretch, undefined, from, at)
  const start = titleStartBefore(text, at, from)
  if (start < 0) return undefined
  // The longest bare organ that ends where the title starts, then what stands before both.
  for (let length = 8; length > 0; length--) {
    const organStart = start - length
    if (organStart < from) continue
    const organ = text.slice(organStart, start)
    if (organsAtStart(organ)[0] === organ && BEFORE_BARE.test(text.slice(Math.max(floor, organStart - 1), organStart))) return { title: text.slice(start, at), body: undefined, organ, start: organStart, end: at }
  }
  return BEFORE_BARE.test(text.slice(Math.max(floor, start - 1), start)) ? { title: text.slice(start, at), body: undefined, organ: '', start, end: at } : undefined
}

/** Splits a bare organ off the front of the stretch: 市委 + 书记. */
function itemOf(source: PostText, stretch: string, body: number | undefined, start: number, end: number): PostItem {
  const mention = body === undefined ? undefined : source.mentions[body]
  const outer = mention ? mention.span.start : start
  if (mention === undefined || mention.kind === 'REGION') {
    for (const organ of organsAtStart(stretch)) {
      const title = stretch.slice(organ.length)
      if (title !== '' && endsInHead(title)) return { title, body, organ, start: outer, end }
    }
  }
  return { title: stretch, body, organ: '', start: outer, end }
}

function skipFiller(text: string, end: number, floor: number): number {
  for (let at = end; ; ) {
    const match = FILLER.exec(text.slice(Math.max(floor, at - 16), at))
    if (!match) return at
    at -= match[0].length
  }
}

/** The mention that ends at `at`, or before a closing quote or a bracketed note there. */
function bodyBefore(source: PostText, at: number, floor: number): number | undefined {
  for (let end = at, guard = 0; guard < 3 && end > floor; guard++) {
    const index = source.endingAt.get(end)
    if (index !== undefined) return PLACES.has(source.mentions[index]?.kind ?? '') ? index : undefined
    const char = source.text.charAt(end - 1)
    if (!CLOSERS.includes(char)) return undefined
    const open = char === '）' ? source.text.lastIndexOf('（', end) : char === ')' ? source.text.lastIndexOf('(', end) : end - 1
    if (open < floor || end - open > 40) return undefined
    end = open
  }
  return undefined
}

const TITLE_ENDS = /^(?:[、，；。：！？“”‘’（）(),;:!?\s]|等|兼|及|和|职务|一职|职|后|时|期间|以来|至今|的|$)/
const ITEM_REACH = 22

/** 海基会董事长 where nobody took 海基会 for a name: the title's body is there, and is not known. */
export function hidesBody(item: PostItem): boolean {
  const start = titleStartBefore(item.title, item.title.length, 0)
  return item.body === undefined && item.organ === '' && start > 1 && BODY_END.test(item.title.slice(0, start))
}

const BODY_END = /[会局司团院心厅委社办所校厂店区县市镇乡村行室处科部队站道馆园港]$/

/** The title that starts at `start`, after one body or several (省 + 局), up to `ceiling`. */
export function itemStartingAt(source: PostText, start: number, ceiling: number): PostItem | undefined {
  const { text } = source
  let body: number | undefined
  let from = start
  if ('“‘《'.includes(text.charAt(from)) && source.startingAt.has(from + 1)) from++
  for (let next = source.startingAt.get(from); next !== undefined; next = source.startingAt.get(from)) {
    const mention = source.mentions[next]
    if (!mention || !PLACES.has(mention.kind) || mention.span.end > ceiling) return undefined
    body = next
    from = mention.span.end
    if ('”’》'.includes(text.charAt(from))) from++
  }
  let best = -1
  for (let end = from + 1; end <= Math.min(ceiling, from + ITEM_REACH); end++) {
    if (SEPARATORS.includes(text.charAt(end - 1)) || source.startingAt.has(end - 1) && end - 1 > from) break
    if (endsInHead(text.slice(from, end)) && TITLE_ENDS.test(text.slice(end, Math.min(ceiling, end + 3)))) {
      best = end
      break
    }
  }
  const stretch = best < 0 ? '' : text.slice(from, best).replace(/^的/, '')
  if (stretch === '' || NOT_IN_TITLE.test(stretch)) return undefined
  return { ...itemOf(source, stretch, body, from, best), start }
}
