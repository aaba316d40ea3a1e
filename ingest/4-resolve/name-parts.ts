/** What a name is made of: its place in front, its core, its plain form. */
import { loadGazetteer, type Region } from '../3-extract/gazetteer.js'

const QUOTES = /[“”‘’"'《》〈〉\s]/g

/** The name without quotes, title marks and blanks. */
export const plainForm = (form: string): string => form.replace(QUOTES, '')

/** Length of the places that a name starts with (安徽省岳西县 in 安徽省岳西县民政局), or 0; never the whole name. */
export function regionPrefixLength(name: string): number {
  return regionPrefix(name).length
}

/** What a place of that name alone may own; 区 and 旗 end many other words, so they need it. */
const OWN_ORGAN = '人民政府|政府|委(?!托|派|员(?!会))|党委|纪委|人大|政协|法院|检察院|人民法院|人民检察院|监委|公安|[\\u4e00-\\u9fff]{2,12}局$'
/** A division that no gazetteer lists, at the start of a name: two to four characters with the ending of a division, and something behind. */
const UNLISTED_PLACE = new RegExp(`^(?![各全本该某每外邻周省市县区州])(?:[\\u4e00-\\u9fff]{2,3}?(?:省|(?<![城都超门股上夜楼集菜房])市|县|自治州)(?=.)|[\\u4e00-\\u9fff]{2,3}?(?<!园|开发|高新|经开|示范|试验|城|新|老|矿|景|社|校|辖|地|山|片|战|防|保税)[区旗](?=${OWN_ORGAN}))`, 'u')

/** Length of a place that no gazetteer lists at the start of an organ's name (云锦市 in 云锦市科技局), or 0. */
export function unlistedPlaceLength(name: string): number {
  return UNLISTED_PLACE.exec(name)?.[0].length ?? 0
}

export interface RegionPrefix {
  readonly length: number
  /** What the last place of the prefix may be; empty when there is none. */
  readonly places: readonly Region[]
}

export function regionPrefix(name: string): RegionPrefix {
  const gazetteer = loadGazetteer()
  let length = 0
  let places: readonly Region[] = []
  for (;;) {
    const end = gazetteer.longestAt(name, length)
    if (end <= length || end >= name.length) return { length, places }
    const found = gazetteer.byForm(name.slice(length, end))
    if (found[0]?.level === 'town' && end - length < 3) return { length, places }
    places = found
    length = end
  }
}

/** True when the two prefixes may mean one place: they share a region, or one lies within the other. */
export function placesAgree(a: RegionPrefix, b: RegionPrefix): boolean {
  if (a.length === 0 || b.length === 0) return true
  const gazetteer = loadGazetteer()
  return a.places.some((one) => b.places.some((other) => one.code === other.code || gazetteer.isWithin(one.code, other.code) || gazetteer.isWithin(other.code, one.code)))
}

/** Characters of `short` in order within `long`. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const char of short) {
    at = long.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}
