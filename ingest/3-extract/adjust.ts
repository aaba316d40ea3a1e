/** Sets a proposed span right: closes its brackets, drops what clings to its ends, and refuses what cannot be a name. */
import type { EntityKind } from '../../schema/ontology/index.js'
import type { CleanSpan } from '../../src/core/span.js'
import { CharSet } from './char-set.js'
import type { Candidate, TextView } from './document.js'
import { beforeFirm, firmEnd, fullStart } from './firm-bounds.js'
import { loadGazetteer } from './gazetteer.js'
import { LINES_OF_BUSINESS } from './lexicon/companies.js'
import { KNOWN_FIRMS, THING_OF, VERBLIKE } from './lexicon/known-firms.js'
import { GENERIC_STEM } from './lexicon/organs.js'
import { SIGNS } from './lexicon/region-words.js'
import { LEADING_FUNCTION, VETOES } from './lexicon/vetoes.js'
import { NAME_VERBS } from './lexicon/stop-words.js'
import { sentenceAt, spanOf, tokenBefore } from './text-view.js'
import { surnameLength } from './surnames.js'
import { titleStartBefore } from './titles.js'
import { matchesOf } from './matches.js'

const PAIRS: readonly (readonly [open: string, close: string])[] = [['（', '）'], ['(', ')'], ['“', '”'], ['‘', '’'], ['《', '》']]
const BRACKETS = new CharSet(PAIRS.flat().map((mark) => mark.charCodeAt(0)))
const BODIES: ReadonlySet<EntityKind> = new Set(['COMPANY', 'ORGANIZATION', 'INITIATIVE'])
/** A committee within a bureau, firm or school goes to the title that follows (北京航空航天大学党委副书记). */
const INNER_COMMITTEE = /(?<=大学|学院|集团|公司|局|厅|院|总局|协会|联合会|研究所|银行|厂|中学|部)(?:党委|党组|分党组|党总支)$/
/** A大学共建B实验室: what a body builds with others is not part of its name. */
const BUILDS = /(?<=大学|学院|集团|公司|研究院|研究所|政府|局|委)(?:共建|共同(?:组建|成立|设立|建设)|联合(?:组建|成立|共建|建设))(?=.{4})/
const POST_AFTER = /^(?:专职|常务)?(?:副?书记|委员|常委|成员|纪检)/
/** What makes a place before it a part of a medium, of a way or of a firm's post. */
const PART_OF_WORD = /^(?:式现代|经济网|证券报|新闻网|基金报|青年报|青年网|区总裁|区首席|日报|晚报|卫视|国际机场|台湾网)/
/** 宣传部长 without a committee is a title whole. */
const DEPARTMENT_HEAD = /^(?:宣传|组织|统战|武装)部长$/
/** An office cut within its last word (港澳台办|公室). */
const OFFICE_CUT = /办公室$/
/** A body told by its level, when a proposer left the level out (省|社科院). */
const LEVEL_BEFORE = /(?:^|[，。；：、！？\s]|[与和由据但经从向对在])([省市县区州])$/
const LEVELLED = /^(?:社科院|农科院|科协|文联|作协|社科联|侨联|残联|工商联|妇联|总工会|红十字会|经信委|发改委|国资委|卫健委|住建委|教委|科委|农委|商务委|交通委|编办|委办公室|档案馆|图书馆|博物馆|委党校)/
/** The board of a firm goes to the title that follows (云岭集团董事会主席): the firm is proposed by itself. */
const BOARD = /(?:集团|公司|银行|股份)(?:董事会|监事会|董事局)$/
const BOARD_POST = /^(?:副?主席|成员|秘书|办公室)/
/** An aside in brackets before a name （下同）. */
const ASIDE = /^[（(][^（）()]{1,8}[）)](?=.{4})/
/** What only a firm's name ends in, whatever the tagger took it for. */
const FIRM_FORM = /(?:有限公司|有限责任公司|股份公司|株式会社|分公司|信用合作联社|信用合作社|农信社|合作社联合社)$|农村信用社联合社/

/** A head that only a firm has, behind a name that the tagger took for a body's. */
const FIRM_HEAD = /^(?:原|前)?(?:常务|执行|高级)?(?:副?总经理|副?董事长|副?总裁|首席执行官)/
/** What is a body all the same. */
const BODY_END = /(?:委|局|部|厅|处|办|室|院|会|校|学|社|台|报|馆|团|盟|组|队|政府|大学|学院|传媒|(?<!交易|购物)中心)$/

/** The candidate with its span set right, or undefined. */
export function adjusted(view: TextView, proposed: Candidate): Candidate | undefined {
  const candidate: Candidate = proposed.kind === 'ORGANIZATION' && (FIRM_FORM.test(proposed.text) || (FIRM_HEAD.test(view.text.slice(proposed.span.end, proposed.span.end + 10)) && !BODY_END.test(proposed.text))) ? { ...proposed, kind: 'COMPANY', subkind: '' } : proposed
  let { start, end } = candidate.span
  const { text } = view
  // Most names hold no bracket, and then nothing opens or closes in them.
  for (const [open, close] of BRACKETS.within(text, start, end) ? PAIRS : []) {
    const inside = text.slice(start, end)
    const opened = inside.split(open).length - inside.split(close).length
    if (opened === 0) continue
    if (opened === 1 && text.startsWith(close, end)) end += 1
    else if (opened === -1 && start > 0 && text.charAt(start - 1) === open) start -= 1
    else if (opened === 1 && inside.startsWith(open)) start += 1
    else if (opened === -1 && inside.endsWith(close)) end -= 1
    else if (opened === 1 && candidate.kind === 'COMPANY') {
      // 企业（云岭股份有限公司，76件）, 云岭网（www.
      const open1 = start + inside.indexOf(open)
      if (FIRM_FORM.test(inside)) start = open1 + 1
      else if (open1 - start > 1) end = open1
    }
  }
  if (candidate.kind === 'PERSON') end = personEnd(text, start, end)
  else if (BODIES.has(candidate.kind)) {
    const lead = LEADING_FUNCTION.exec(text.slice(start, end))?.[0].length ?? 0
    if (lead > 0 && end - start - lead >= 3) start += lead
    if (candidate.kind === 'ORGANIZATION' && DEPARTMENT_HEAD.test(text.slice(start, end + 1))) return undefined
    if (candidate.kind === 'ORGANIZATION' && LEVELLED.test(text.slice(start, end)) && LEVEL_BEFORE.test(text.slice(Math.max(0, start - 2), start))) start -= 1
    if (candidate.kind === 'ORGANIZATION' && OFFICE_CUT.test(text.slice(start, end + 2))) end += 2
    if (candidate.kind === 'ORGANIZATION' && BOARD.test(text.slice(start, end)) && BOARD_POST.test(text.slice(end, end + 4))) return undefined
    if (candidate.kind === 'ORGANIZATION') end = start + (BUILDS.exec(text.slice(start, end))?.index ?? end - start)
    if (candidate.kind === 'INITIATIVE') start += ASIDE.exec(text.slice(start, end))?.[0].length ?? 0
    if (candidate.kind === 'COMPANY') {
      end = firmEnd(text, start, end)
      start = fullStart(view, start, end)
      start += beforeFirm(text.slice(start, end))
    }
    if (candidate.kind === 'ORGANIZATION' && POST_AFTER.test(text.slice(end, end + 6))) end -= INNER_COMMITTEE.exec(text.slice(start, end))?.[0].length ?? 0
  }
  if (candidate.kind === 'REGION' && PART_OF_WORD.test(text.slice(end, end + 4))) return undefined
  const name = text.slice(start, end)
  if (end - start < 1 || VETOES[candidate.kind]?.some((veto) => veto.test(name)) === true || saysNothing(candidate.kind, name) || (candidate.kind === 'INITIATIVE' && candidate.subkind !== 'DESIGNATION' && isCounted(text, start, end)) || isDoubtfulFirm(view, candidate, name) || (candidate.kind === 'COMPANY' && text.charAt(start - 1) === '某')) return undefined
  return start === candidate.span.start && end === candidate.span.end ? candidate : { ...candidate, span: spanOf(start, end), text: name }
}

/** How sure the tagger must be of a firm that is a place and a word of one or two characters, when no fuller name backs it. */
const SURE = 0.9

/** 南通好通: a place and a short word, taken by the tagger alone; with 南通好通科技有限公司 in the text it would stand. */
function isDoubtfulFirm(view: TextView, { by, kind, weight, span }: Candidate, name: string): boolean {
  if (kind !== 'COMPANY' || by !== 'recogniser') return false
  if (!FIRM_END.test(name) && (THING_OF.test(view.text.slice(span.end, span.end + 4)) || (VERBLIKE.test(name) && /^[\u4e00-\u9fff]/.test(view.text.slice(span.end)) && !/^(?:公司|集团|等|和|与|及|的|在|宣布|表示|将|已|也|方面)/.test(view.text.slice(span.end, span.end + 2))) || actsItself(view, span))) return true
  if (weight >= SURE) return false
  const place = loadGazetteer().longestAt(name, 0)
  return place >= 2 && name.length > place && name.length - place <= SHORT && !backedFirms(view).has(name)
}

/** True of a stretch that opens with a place and holds a verb (云岭抢抓新能源): a clause cut short. */
function actsItself(view: TextView, { start, end }: CleanSpan): boolean {
  const place = loadGazetteer().longestAt(view.text, start)
  const sentence = place > 0 && place < end ? sentenceAt(view.sentences, start) : undefined
  if (!sentence) return false
  for (let index = tokenBefore(view, sentence, place) + 1; (view.tokens[index]?.span.end ?? end + 1) <= end; index++) {
    const token = view.tokens[index]
    if (token && token.span.start >= place && token.text.length > 1 && token.tag === 'v' && (token.text === '建设' || (!NAME_VERBS.has(token.text) && token.text.replace(LINES_GLOBAL, '') !== ''))) return true
  }
  return false
}

const SHORT = 2
const FULL_END = /公司|集团|银行/g
/** Longest stretch between a firm's place and its legal form. */
const REACH = 22
const backed = new WeakMap<TextView, ReadonlySet<string>>()

/** Places with the one or two characters behind them that start a full firm name somewhere in the text. */
function backedFirms(view: TextView): ReadonlySet<string> {
  const ready = backed.get(view)
  if (ready) return ready
  const gazetteer = loadGazetteer()
  const { text } = view
  const starts = new Set<string>()
  for (const { index } of matchesOf(text, FULL_END)) {
    for (let at = index - 1; at >= Math.max(0, index - REACH) && /[\u4e00-\u9fff（）()]/.test(text.charAt(at)); at--) {
      const place = gazetteer.longestAt(text, at)
      for (let size = 1; place > 0 && size <= SHORT && place + size < index; size++) starts.add(text.slice(at, place + size))
    }
  }
  backed.set(view, starts)
  return starts
}

/** 林远之原任: an adverb before a verb of holding, not a third character of the given name. */
const ADVERB_TAKEN = /^[\u4e00-\u9fff]{3}[原现曾已又拟前也还](?=任|系|为|担任|兼|是)/

/** Without a title that the tagger took in (习近平总书记), without 同志, and without an adverb. */
function personEnd(text: string, start: number, end: number): number {
  const name = text.slice(start, end)
  if (name.length < 4) return end
  if (name.endsWith('同志')) return end - 2
  if (name.length === 4 && surnameLength(name, 0) === 1 && ADVERB_TAKEN.test(text.slice(start, end + 2))) return end - 1
  const title = titleStartBefore(text, end, start + 2)
  return title > start + 1 && title < end ? title : end
}

/** 湖南能源, 天津市场: a place and a trade is no firm. */
const BARE_TRADE = /^(?:省|市|县|区|新区|开发区|高新区|经开区)?(?:能源|太阳能|光伏|民营资本|电力|农业|工业|发展|市场|经济|产业|旅游|文旅产业|文化|教育|科技|国际|金融|投资|投资兴业|生物医药|生物医药科技|医药|智能|环保|力量|企业|民企|制造|智造|速度|贸易|外贸|交通|物流|人才|品牌|特色|建设|振兴|篇章)$/
/** 智慧能源, 西安—银川联合, 陕甘宁蒙能源: a manner or a row of signs before a trade. */
const MANNER_AND_TRADE = /^(?:智慧|智能|绿色|数字|现代|清洁|[京津沪渝冀豫辽湘皖鲁苏浙赣鄂桂晋陕闽黔粤川琼甘宁吉黑蒙]{2,4})(?:能源|农业|工业|旅游|文旅|文化|教育|物流|医疗|医药|交通|制造|金融|环保|材料)$/
/** 国家能源集团: the state's own, though each word is general. */
const NATIONAL_GROUP = /^国家(?!级).{2,}集团$/
const FIRM_END = /(?:有限公司|公司|集团)$/
/** 煤炭生产公司: lines of business without a trade name or a place. */
function saysNothing(kind: EntityKind, name: string): boolean {
  if (kind !== 'COMPANY') return false
  if (!HAN.test(name)) return !WELL_KNOWN.has(name)
  const place = loadGazetteer().longestAt(name, 0)
  if (place === name.length) return true
  if ((place > 1 && !name.startsWith('中国') && BARE_TRADE.test(name.slice(place))) || (SIGNS[name.charAt(0)] !== undefined && BARE_TRADE.test(name.slice(1)))) return true
  if (MANNER_AND_TRADE.test(name)) return true
  if (LINES_ONLY.test(name) && ![4, 3, 5, 6].some((size) => WELL_KNOWN.has(name.slice(0, size)))) return true
  if (place > 1 && /公司$/.test(name) && !/(?:有限|集团|总|分|支|股份)公司$/.test(name) && isAbroad(name.slice(0, place))) return PLAIN_FIRM.test(name.slice(place, -2).replace(LINES_GLOBAL, '行'))
  if (!FIRM_END.test(name) || place > 1 || NATIONAL_GROUP.test(name)) return false
  const stem = name.replace(FIRM_END, '').replace(LINES_GLOBAL, '').replace(/中外|合资|独资|跨国|中介|零售|批发|连锁|大型|小型|专业化|专业|综合|性|运营|城市|利用|废弃|资源|火力|风力|水力|发电|煤炭|煤制油|生产|制造|销售|民营|国有|龙头|上市|外资|头部|主渠道|商贸|和|、|煤/g, '')
  return stem === '' || GENERIC_STEM.test(stem)
}
const HAN = /[\u4e00-\u9fff]/
const LINES_GLOBAL = new RegExp(LINES_OF_BUSINESS.source, 'g')
/** 国际物流, 算力投资, 百货超市: a trade in general. */
const LINES_ONLY = new RegExp(`^(?:国际|国内|通用|跨境|现代|算力|社交|线上|线下|大型|各类|高端|通信|海外|本地|民用|商用|固定|战略|海洋|自动驾驶|平台|${LINES_OF_BUSINESS.source}){2,}$`)
const WELL_KNOWN: ReadonlySet<string> = new Set(KNOWN_FIRMS)
/** What a country's firms in general are told by (一家法国自动驾驶公司). */
const PLAIN_FIRM = /^(?:行|自动|驾驶|电动|新|老牌|大型|小型|知名|著名|人工|机器|社交|媒体|公关|律师|会计|游戏|芯片|研究|咨询|调查|分析|数据|私营|民营|国有|母|子|独角兽|初创|创业)*$/
const isAbroad = (place: string): boolean => loadGazetteer().byForm(place).some(({ level }) => level === 'country' || level === 'area')

/** 项目31个, 41个央地合作项目, 众多医疗项目: a kind of thing, not one thing. */
const isCounted = (text: string, start: number, end: number): boolean =>
  /^(?:\d+|[一二三四五六七八九十两]+)(?:余|多)?(?:个|项|家|条|场|次|座|处|大项)/.test(text.slice(end, end + 8)) ||
  /(?:(?!(?<![\d二三四五六七八九十])[1一](?:场|座))[\d一二三四五六七八九十两几数多]+(?:余|多)?(?:个|项|家|条|场|座|处|大)|一批批?|众多|多|各类|各项|各|等)$/.test(text.slice(Math.max(0, start - 6), start)) ||
  /^(?:[\d一二三四五六七八九十两几多]+(?:余|多)?(?:余)?(?:个|项|家|条|场|座|处|次|大项)|众多|各类|各)/.test(text.slice(start, end))

