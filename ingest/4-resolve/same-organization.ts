import { GENERIC_STEM } from '../3-extract/lexicon/organs.js'
import { isSubsequence, placesAgree, regionPrefix } from './name-parts.js'

/** Long and everyday forms of one body; the everyday one stands for both. Order matters: longer wordings first. */
const EVERYDAY: readonly (readonly [RegExp, string])[] = [
  [/^中共中央(?!党校)|^党中央/, '中共中央'], [/^中共(?!中央)/, ''], [/委员会(?=组织部|宣传部|统战部|政法委|办公室)/, '委'], [/人民政府/, '政府'], [/(?:中级|高级)?人民法院/, '法院'], [/高级法院|高院/, '法院'], [/人民检察院/, '检察院'],
  [/发展(?:和|与)?改革(?:委员会|委)/, '发改委'], [/发展(?:和|与)?改革局/, '发改局'], [/卫生健康(?:委员会|委)/, '卫健委'], [/住房(?:和|与)?城乡建设/, '住建'], [/人力资源(?:和|与)?社会保障/, '人社'], [/工业(?:和|与)?信息化/, '工信'], [/市场监督管理/, '市场监管'], [/(?:人民)?(?:政府)?国有资产监督管理委员会/, '国资委'], [/自然资源(?:和|与)?规划/, '自规'],
  [/经济(?:和|与)?信息化委员会/, '经信委'], [/残疾人联合会/, '残联'], [/工商业联合会/, '工商联'], [/妇女联合会/, '妇联'], [/科学技术协会/, '科协'], [/作家协会/, '作协'], [/国际贸易促进委员会/, '贸促会'], [/新的社会阶层人士联谊会/, '新联会'], [/非物质文化遗产/, '非遗'], [/专业委员会/, '专委会'], [/管理委员会/, '管委会'], [/街道办事处/, '街道办'], [/政法委员会/, '政法委'], [/药品监督管理局/, '药监局'],
  [/药物监督管理局/, '药监局'], [/质量技术监督局/, '质监局'], [/食品药品监督管理局/, '食药监局'], [/国家税务总局(?=.{2,})/, ''], [/(?:经济技术|高新技术产业|高新技术|经济)开发区/, '开发区'], [/特别行政区政府/, ''], [/特别行政区/, ''], [/新闻办公室/, '新闻办'], [/委员会$/, '委'], [/委会$/, '委'], [/[（(][^（）()]{1,12}[)）]$/, ''],
]

/** Matches where any of the long forms does. */
const ANY_LONG = new RegExp(EVERYDAY.map(([long]) => long.source).join('|'))

export function everydayOrgan(name: string): string {
  if (!ANY_LONG.test(name)) return name
  let form = name
  for (const [long, short] of EVERYDAY) form = form.replace(long, short)
  return form
}

const LEVEL = /^(?:省|市|州|盟|县|区|旗|镇|乡|自治区|该[省市县区镇校]?)(?=.{2,})/
const SEAT = /^(?:委|政府|人大|人大常委会|政协|纪委|监委|纪委监委|法院|检察院|党委|党工委|管委会|武装部)$/

/** A body with and without its place, by its level (区民政局, 岳西县民政局), by its everyday form, or by its own last words. */
export function sameOrganization(short: string, long: string): boolean {
  const a = everydayOrgan(short)
  const b = everydayOrgan(long)
  if (a === b) return true
  const placeA = regionPrefix(a)
  const placeB = regionPrefix(b)
  const restA = a.slice(placeA.length)
  const restB = b.slice(placeB.length)
  const own = restA.replace(LEVEL, '')
  const ownB = restB.replace(LEVEL, '')
  if (placeA.length > 0 && placeB.length > 0) return ownB === own && own.length >= 1 && placesAgree(placeA, placeB) && sharesLast(placeA, placeB)
  if (placeB.length > 0 && ownB === own && !SEAT.test(own)) return levelsAgree(restA, own, b.slice(0, placeB.length))
  if (placeA.length === 0 && a.length >= 4 && b.endsWith(a) && !GENERIC_STEM.test(a.slice(0, -2))) return true
  return /(?:大学|学院|研究院)$/.test(long) && a.length >= 2 && a.length <= 5 && b.startsWith(a.charAt(0)) && isSubsequence(a, b) && !/(?:大学|学院)$/.test(short) && !/[局厅委处部办院所]$/.test(a)
}

/** The last place is the same in both (毕节市威宁县, 威宁县), not only within (巴中市, 平昌县). */
const sharesLast = (a: ReturnType<typeof regionPrefix>, b: ReturnType<typeof regionPrefix>): boolean =>
  a.places.some((one) => b.places.some((other) => one.code === other.code))

/** 市发改委 and 北京市发改委; a form without a level fits any place. */
function levelsAgree(rest: string, own: string, place: string): boolean {
  const level = rest.slice(0, rest.length - own.length)
  if (level === '' || level.startsWith('该')) return own.length >= 3
  return place.endsWith(level) || !/[省市州盟县区旗镇乡]$/.test(place)
}
