import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Candidate, Detector, Sentence, TextView } from '../document.js'
import { isCoined } from '../coined-names.js'
import type { KnownNames } from '../known-names.js'
import { LINES_OF_BUSINESS } from '../lexicon/companies.js'
import { NAME_VERBS, NEVER_INSIDE } from '../lexicon/stop-words.js'
import { phraseStart, type PhraseStyle } from '../phrase.js'
import { spanOf } from '../text-view.js'

interface Listing {
  readonly id: string
  readonly kind: EntityKind
  readonly subkind: string
  /** What follows the last member. */
  readonly close: RegExp
  /** What a member looks like. */
  readonly member: RegExp
  /** What none is. */
  readonly never: RegExp
  /** What a member looks like where the list counts and names what it holds (等62个重点项目). */
  readonly counted?: RegExp
  /** Words that leave nothing of a member that is a kind of thing. */
  readonly generic?: RegExp
}

/** Some firms counted, with what is said of them (等7家全国领先的磁材企业, 等一批科技含量高、实力强的企业). */
const COUNTED_FIRMS = '等(?:\\d+|一批|多|若干|数|[一二三四五六七八九十两]+)(?:余|多)?家?[^，。；！？]{0,16}?(?:企业|公司)|'
const COUNT = '(?:等|在内的)(?:\\d+|一批|多|若干|一系列|系列|[一二三四五六七八九十两]+)?(?:余|多)?(?:个|家|项|条|大)?'
const LISTINGS: readonly Listing[] = [
  {
    id: 'project', kind: 'INITIATIVE', subkind: 'PROJECT', close: new RegExp(`^${COUNT}[\\u4e00-\\u9fff]{0,8}?(?:项目|工程)(?![\\u4e00-\\u9fff]{0,1}[部组])`),
    member: /(?:项目|工程|中心|基地|园|厂|矿|站|线|段|高铁|铁路|高速|公路|大道|大桥|通道|平台|小镇|广场|总部|电站|风电场|机场|码头|港|改造|扩容|升级|生产线|医院|学校|乐园|综合体)(?:[一二三]期)?$/, never: /等|的|其他|类$|方面|领域/,
    counted: /^等(?:\d+|[一二三四五六七八九十两]+)(?:余|多)?(?:个|项|大)/,
  },
  {
    id: 'firm', kind: 'COMPANY', subkind: '', close: new RegExp(`^(?:${COUNTED_FIRMS}${COUNT}(?![\\u4e00-\\u9fff]{0,6}(?:领域|行业|产业|类))[\\u4e00-\\u9fff]{0,8}?(?:企业|公司|厂商|车企|药企|央企|民企))(?![\\u4e00-\\u9fff]?[家代负])`),
    member: /^[\u4e00-\u9fff\w（）()]{2,12}$/, never: /[的了在是有把将被个级类种等及]|产业|行业|制造业|服务业|领域|市场|电商|外贸|内贸|流通|生产|消费|[省市县区]$|方面|企业$|服务$|咨询$|加工$|销售$|纺织$|建材$|餐饮$|零售$|物流$|食品$|化工$|医药$|汽车$|电子$|机械$|家居$|服装$/, generic: new RegExp(LINES_OF_BUSINESS.source, 'g'),
  },
]

const ANY_MEMBER = /^.{5,}$/
/** What is done with builds, before the first of a counted list. */
const DONE_WITH = /^.*(?:[的了]|推进|推动|引进|建设|实施|开展|包括|建成|签约|落地|开工|推荐)/
const LEAST_COUNTED = 5
const MOST_COUNTED = 20
/** 等生产企业: what is listed are trades, unless one of them is a firm that somebody knows. */
const TRADES_TOLD = /^(?:等|在内的)(?:生产|加工|制造|施工|运输|服务|销售)/
const COMPANY: ReadonlySet<EntityKind> = new Set(['COMPANY'])
function holdsFirm(known: KnownNames, from: number, to: number): boolean {
  for (let at = from + 2; at <= to; at++) if (known.endingAt(at, COMPANY, from)) return true
  return false
}

/** What is done with firms and builds, right before the first member of a list. */
const BROUGHT = /^.*(?:引进入驻|引进|签约|入驻|引育|培育|孕育|诞生|涌现|拥有|集聚|聚集|吸引|推动|支持|走访|来到|走进|考察|调研|包括|包含|依托|(?<!所|没|持|享|含|国|公)有(?!限|色))(?:了|出|着|到)?(?:一批)?/
/** Words before a first member that no verb sets apart. */
const SET_OFF = /[的了在是把将被与和及由从对向到为以其等]/
/** Longest first member that a mark alone opens, in UTF-16 code units. */
const MOST_FIRST = 8

/** Start of the first member: behind what is done with it, at the mark before a short one, or where the phrase starts. */
function firstStart(view: TextView, sentence: Sentence, known: KnownNames, start: number, end: number, kind: EntityKind, counted: boolean): number {
  const walked = Math.max(start, phraseStart(view, sentence, known, end, STYLE))
  if (kind !== 'COMPANY') {
    const doing = counted ? (DONE_WITH.exec(view.text.slice(start, end))?.[0].length ?? 0) : end
    return end - start - doing >= LEAST_COUNTED && end - start - doing <= MOST_COUNTED ? start + doing : walked
  }
  const brought = BROUGHT.exec(view.text.slice(start, end))?.[0].length ?? 0
  if (brought > 0 && end - start - brought >= 2) return Math.max(start + brought, end - start - brought <= MOST_FIRST ? 0 : walked)
  return end - start <= MOST_FIRST && !SET_OFF.test(view.text.slice(start, walked)) ? start : walked
}

/** The first member starts after a verb; verbs that stand in names of projects pass. */
const style = (maxStem: number): PhraseStyle => ({ maxStem, stops: NEVER_INSIDE, verbs: NAME_VERBS, hosts: false, joins: false, isBare: () => false })
const STYLE = style(40)
const NAMES: ReadonlySet<EntityKind> = new Set(['REGION', 'COMPANY', 'ORGANIZATION', 'INITIATIVE'])

export const enumerations: Detector = {
  id: 'enumerations',
  doc: 'Members of a list whose last words say what they are (甲、乙等3个重点项目).',
  detect(view, known) {
    const found: Candidate[] = []
    for (const sentence of view.sentences) {
      if (!sentence.text.includes('、')) continue
      for (const [from, to, rest] of lists(sentence)) {
        const listing = LISTINGS.find(({ close }) => close.test(rest))
        if (listing && !(listing.kind === 'COMPANY' && TRADES_TOLD.test(rest) && !holdsFirm(known, from, to))) found.push(...membersOf(view, sentence, known, listing.counted?.test(rest) === true ? { ...listing, member: ANY_MEMBER } : listing, from, to))
      }
    }
    return found
  },
}

/** Clauses with 、 up to 等 or 在内的: start and end in the whole text, and what follows. Brackets and quotes are stepped over. */
function* lists({ text, span }: Sentence): Iterable<readonly [number, number, string]> {
  let from = 0
  let marks = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if ('，。；：！？,;\n'.includes(char)) {
      from = i + 1
      marks = 0
    } else if (char === '、') marks++
    else if (marks > 0 && ((char === '等' && text.charAt(i + 1) !== '级') || text.startsWith('在内的', i))) {
      yield [span.start + from, span.start + i, text.slice(i, i + 20)]
      from = i + 1
      marks = 0
    }
  }
}

/** 家 counts firms and the like, not trades. */
const COUNTED_AS_FIRMS = /^(?:等|在内的)(?:\d+|[一二三四五六七八九十两几数百]+)(?:余|多)?家/
/** Signs that the members are firms: two for a firm that is known, one for a coined name, one against for plain words; the first member has other words in front. */
function firmsAmong(view: TextView, known: KnownNames, parts: readonly (readonly [number, number])[]): number {
  let signs = 0
  for (const [index, [start, end]] of parts.entries()) signs += known.endingAt(end, COMPANY, start) ? 2 : isCoined(view, start, end) ? 1 : index === 0 ? 0 : -1
  return signs
}

function membersOf(view: TextView, sentence: Sentence, known: KnownNames, { id, kind, subkind, member, never, generic }: Listing, from: number, to: number): Candidate[] {
  const parts: (readonly [number, number])[] = []
  let at = from
  for (const part of view.text.slice(from, to).split('、')) {
    parts.push([at, at + part.length])
    at += part.length + 1
  }
  // A list that holds single characters is of materials (钢、铜、铝).
  if (kind === 'COMPANY' && parts.some(([start, end]) => end - start < 2)) return []
  // Trades and things are listed before 企业 as well.
  const trusted = kind !== 'COMPANY' || firmsAmong(view, known, parts) >= (COUNTED_AS_FIRMS.test(view.text.slice(to, to + 8)) ? 0 : parts.some(([start, end]) => known.endingAt(end, COMPANY, start)) ? 1 : 2)
  return parts.flatMap(([start, end], index): Candidate[] => {
    const begin = index === 0 ? firstStart(view, sentence, known, start, end, kind, member === ANY_MEMBER) : start
    const text = view.text.slice(begin, end)
    if (!trusted || text.length < (kind === 'COMPANY' ? 2 : 4) || !member.test(text) || never.test(text) || (generic && text.replace(generic, '') === '')) return []
    const named = known.startsAt(begin, NAMES)
    return [{ span: spanOf(begin, end), text, kind, subkind, by: `listed/${id}${index === 0 ? '/first' : named ? '/named' : ''}`, weight: 0.5 }]
  })
}
