import { LINES_OF_BUSINESS } from '../3-extract/lexicon/companies.js'
import { loadGazetteer } from '../3-extract/gazetteer.js'
import { isSubsequence, placesAgree, regionPrefix } from './name-parts.js'

/** Legal form and kind of firm at the end of a name. */
const LEGAL_TAIL = /(?:[（(][^（）()]{1,8}[)）])?(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|股份公司|株式会社|总公司|控股公司|公司|控股集团|集团|控股|股份|总部|官网)+$/
const BRANCH = /(?:分公司|支行|分行|子公司|分局|分院|基地|工厂|项目部|办事处|营业部|分校|分部|事业部|专卖店|厂区|店|厂|[\u4e00-\u9fff]{2,4}公司)$/
const BRANCH_ONLY = /(?:分公司|支行|分行|子公司|分局|分院|基地|工厂|项目部|办事处|营业部|分校|分部|事业部|专卖店|厂区|店|厂)$/
const NATIONAL = /^(?:中|国)/
const LINES_GLOBAL = new RegExp(LINES_OF_BUSINESS.source, 'g')
const LINE_AT_START = new RegExp(`^${LINES_OF_BUSINESS.source}`)

/** A firm under a group, named after it (云岭集团南通机场有限公司). */
const UNDER_GROUP = /集团(?!有限|股份|公司|控股|总|[（(]).+/
const LEGAL_ONLY = /^(?:(?:股份)?有限(?:责任)?公司|公司|总部)?$/

interface Parts {
  readonly place: ReturnType<typeof regionPrefix>
  /** Without place in front and legal form behind. */
  readonly core: string
  readonly isGroup: boolean
  readonly isBranch: boolean
}

export function companyParts(name: string): Parts {
  const bare = name.replace(LEGAL_TAIL, '')
  const place = regionPrefix(bare)
  return { place, core: bare.slice(place.length), isGroup: /集团/.test(name), isBranch: BRANCH_ONLY.test(name) }
}

/** A short firm name is the trade name, with or without its place and line of business; a parent is never its branch, nor a group its firm. */
export function sameCompany(short: string, long: string): boolean {
  const a = companyParts(short)
  const b = companyParts(long)
  if (b.isBranch) return a.isBranch ? long.endsWith(short) || a.core === b.core && placesAgree(a.place, b.place) : branchByPlace(short, long)
  if (a.isBranch || !placesAgree(a.place, b.place)) return false
  // 中石油昆仑燃气有限公司 has a firm of its own in 抚顺.
  if (NATIONAL.test(short) && !NATIONAL.test(long)) return false
  if (UNDER_GROUP.test(long) && !UNDER_GROUP.test(short) && !LEGAL_ONLY.test(long.slice(long.lastIndexOf('集团') + 2))) return false
  if (bareAlike(short, long)) return true
  if (a.core === b.core) return a.core.length >= 2 || a.place.length > 0
  if (a.isGroup && !b.isGroup) return false
  if (a.core.length >= 2 && b.core.startsWith(a.core)) {
    const rest = b.core.slice(a.core.length)
    if (LINE_AT_START.test(rest)) return !holdsPlace(rest)
    if (!a.isGroup) return false
  }
  if (a.core.length >= 4 && b.core.endsWith(a.core)) return true
  return isAbbreviation(short.replace(/(?:集团公司|集团|公司)$/, ''), long, b.core)
}

/** 凌云集团 for 凌云科技集团, though 凌云 is a county too: both begin alike, and what the longer one adds is its line of business. */
function bareAlike(short: string, long: string): boolean {
  const a = short.replace(LEGAL_TAIL, '')
  const b = long.replace(LEGAL_TAIL, '')
  if (a.length < 2 || !b.startsWith(a) || /集团/.test(short) !== /集团/.test(long)) return false
  const rest = b.slice(a.length)
  return rest !== '' && rest.replace(LINES_GLOBAL, '') === '' && !holdsPlace(rest)
}

/** 山东联通 for 中国联通山东省分公司: the same words, the place in front. */
function branchByPlace(short: string, long: string): boolean {
  const { length, places } = regionPrefix(short)
  const brand = short.slice(length)
  if (length === 0 || brand.length < 2 || !BRANCH.test(long)) return false
  const at = long.indexOf(brand)
  if (at < 0) return false
  const after = long.slice(at + brand.length)
  return places.some((place) => after.startsWith(place.name) || after.startsWith(place.short))
}

/** 吉林泰泽集团|图们公司: a place within tells a branch. */
function holdsPlace(rest: string): boolean {
  const end = loadGazetteer().longestAt(rest, 0)
  return end > 1
}

/** 厦航 for 厦门航空有限公司: characters in order, from the first of the name or of its core. */
function isAbbreviation(short: string, long: string, core: string): boolean {
  if (short.length < 2 || short.length > 6) return false
  const first = short.charAt(0)
  if (first !== long.charAt(0) && first !== core.charAt(0)) return false
  return isSubsequence(short, long.replace(LEGAL_TAIL, '') + '集团公司'.slice(0, /集团/.test(long) ? 4 : 0))
}
