/** Where the name of a firm or body really starts and ends, when a proposer cut it short or took too much. */
import type { TextView } from './document.js'
import { loadGazetteer } from './gazetteer.js'
import { BRANDS, KNOWN_FIRMS } from './lexicon/known-firms.js'
import { NEVER_INSIDE } from './lexicon/stop-words.js'
import { quotedStart } from './phrase.js'
import { sentenceAt, tokenBefore } from './text-view.js'

const KNOWN: ReadonlySet<string> = new Set([...KNOWN_FIRMS, ...BRANDS])
const LATIN_BEHIND = /(?<=^[\u4e00-\u9fff]{2,4})[A-Za-z][\w-]*$/
/** What follows a firm within one name: the platform that it runs. */
const PLATFORM = /^(?:拍卖|电商|购物|招聘|外卖|直播)平台/
/** A second legal form, a site or an account behind a whole name (X有限公司公司). */
const DOUBLED = /(?<=有限公司|集团公司|总公司)公司$|(?<=.{2})(?:官网|官微|官方微博|公众号)$/
/** A product in Latin letters behind the name of its maker. */
const PRODUCT = /(?<=^[\u4e00-\u9fff]{2,10}) ?(?:CEO|CFO|CTO|COO)[A-Za-z .·]*$|(?<=^[\u4e00-\u9fff]{4,10})[A-Za-z][\w-]*$|(?<=^[\u4e00-\u9fff]{2,10})[\u4e00-\u9fff]? +[A-Za-z][\w -]*$/
/** A stock code, a site or a short name in brackets behind a name. */
const TEAM_BEHIND = /(?<=(?:公司|集团))[\u4e00-\u9fff]{0,6}(?:班|队|团队|车间|项目组|实验室|员工|总部大楼|总部)$/
const NOTE_BEHIND = /(?<=.{2})[（(](?:[\w:：/ -]*(?:\d{4,}|\.[A-Za-z]{1,3})[\w.:：/ -]*|(?:以下简称|下称|简称)[^（）()]*)[)）]$/
/** What was, before a post that follows the name (云岭银行原|董事长). */
const FORMERLY = /(?<=.{3})(?:原|时任|现任|前)$/
/** What belongs to a firm and is none. */
const BELONGING = /(?<=.{2})(?:的)?(?:(?:全资|控股)?子公司|门店)$/
/** What a firm is to another or does to it, right before its name: a name starts behind it. */
const ROLE_BEFORE =
  /^.*(?:(?:旗下|所属|下属|麾下)(?:[\u4e00-\u9fff]{0,2}子公司)?|子公司|上市公司|(?:共同|联合|合资)?组建|(?:共同|联合|合资|出资)(?:成立|设立)|收购|并购|巨头|运营商|供应商|制造商|开发商|经销商|厂商|(?:龙头|民营|国有|知名|本土|外资|头部|领军|骨干)企业|勒令|通报|同意|大厂|\d+号|[\u4e00-\u9fff]企业(?=[^集管服发家有咨总投文信征].+(?:公司|集团)$)|由(?=.{3,}公司$)|未经|接管|(?<=.)(?:平衡|减轻|讲述)|月初|●|关联方|记者致电|重组成立|^机构|(?:公告|情况|代理)(?=.{4,}有限公司$)|[\d一二三四五六七八九十百千]*[万亿](?:股|元|港元|美元|份)|委托|当事人|(?<!控|参)股东|保荐(?:人|机构)|承销商|一致行动人|发行人|原告|被告|申请人|出品方|(?:承办|主办|施工|承建|建设|监理|运营|中标|供货)(?:方|单位)|隶属于|同比|[\d年月]日自|\d(?:室|层|楼)|(?<![限团份])公司(?=.{4,}有限公司$)|签约(?=.{4,}$)|(?<=[\u4e00-\u9fff]{2})任(?=[^，]{4,}(?:有限公司|集团公司)$))(?=[\u4e00-\u9fff（(]{3,})/
const LEGAL = /(?:有限公司|有限责任公司|股份公司|集团公司)$/
const HAN = /^[\u4e00-\u9fff]+$/
/** Longest stretch that a proposer may have left between a mark and the name, in UTF-16 code units. */
const MOST_CUT = 4
/** Longest name of a firm that quotes hold whole. */
const MOST_QUOTED = 30
const MARK = /[，。；：！？、“‘《\s]/
/** Words that go before a name and are no part of it. */
const BEFORE_NAME = /[与和及同由在对为向被把将从到往经据是等的了者家业司团]|^(?:记者|董事|总裁|经理|旗下|所属|下属|控股|走进|来到|通过|支持|依托|助力|推动|赴|原|如|像|即|称|副|兼|指|令|使|让|因|而|或)/

/** Latin letters behind a short name that everybody knows are its product's (云岭Prime). */
function latinBehindKnown(name: string): number {
  const latin = LATIN_BEHIND.exec(name)?.[0].length ?? 0
  return latin > 0 && KNOWN.has(name.slice(0, -latin)) ? latin : 0
}

/** End of a firm's name that starts at `start`. */
export function firmEnd(text: string, start: number, end: number): number {
  const name = text.slice(start, end)
  const listed = name.indexOf('等')
  if (listed >= 2 && !LEGAL.test(name)) return start + listed
  const note = NOTE_BEHIND.exec(name)?.[0].length ?? 0
  if (note > 0) return end - note
  const team = TEAM_BEHIND.exec(name)?.[0].length ?? 0
  if (team > 0) return end - team
  if (FORMERLY.test(name)) return start + name.replace(FORMERLY, '').length
  const belonging = BELONGING.exec(name)
  if (belonging && loadGazetteer().byForm(name.slice(Math.max(0, belonging.index - 2), belonging.index)).length === 0) return end - belonging[0].length
  const product = PRODUCT.exec(name)?.[0].length ?? latinBehindKnown(name)
  if (product > 0) return end - product
  const doubled = DOUBLED.exec(name)?.[0].length ?? 0
  return end - doubled + (doubled === 0 ? (PLATFORM.exec(text.slice(end, end + 6))?.[0].length ?? 0) : 0)
}

/**
 * Start of a name that a proposer cut at the front: the level of a place goes with the place (乐山|市云岭公司), and the few characters between a
 * mark and a name with a legal form belong to it, as does all that its quotes hold, unless they are words that stand before names.
 */
export function fullStart(view: TextView, start: number, end: number): number {
  const { text } = view
  const gazetteer = loadGazetteer()
  if (/[省市县区州]/.test(text.charAt(start))) {
    for (let size = 4; size >= 2; size--) if (gazetteer.byForm(text.slice(start - size, start)).length > 0 && gazetteer.byForm(text.slice(start - size, start + 1)).length > 0) return start - size
  }
  if (!LEGAL.test(text.slice(start, end))) return start
  const sentence = sentenceAt(view.sentences, start)
  if (!sentence) return start
  const quoted = quotedStart(text, end, Math.max(sentence.span.start, end - MOST_QUOTED))
  if (quoted >= 0 && quoted < start) return quoted
  let at = start
  while (at > sentence.span.start && start - at <= MOST_CUT && !MARK.test(text.charAt(at - 1))) at--
  const cut = text.slice(at, start)
  if (cut.length > MOST_CUT || !HAN.test(cut) || BEFORE_NAME.test(cut) || gazetteer.byForm(cut).length > 0) return start
  // The words of the stretch, as far as the segmenter sees them, are none that end a name.
  for (let index = tokenBefore(view, sentence, at) + 1; (view.tokens[index]?.span.start ?? start) < start; index++) {
    const token = view.tokens[index]
    if (token && (NEVER_INSIDE.has(token.text) || /^[vpcdrut]$/.test(token.tag) && token.text.length > 1)) return start
  }
  return at
}

/** Length of what stands before the firm's own name within a proposed one (云岭集团旗下|星澜光电有限公司). */
export const beforeFirm = (name: string): number => ROLE_BEFORE.exec(name)?.[0].length ?? 0
