/** What a name is made of: its place in front, its core, its plain form. */
import { loadGazetteer, type Region } from '../3-extract/gazetteer.js'

const QUOTES = /[“”‘’"'《》〈〉\s]/g

/** The name without quotes, title marks and blanks. */
export const plainForm = (form: string): string => form.replace(QUOTES, '')

/** Length of the places that a name starts with (安徽省岳西县 in 安徽省岳西县民政局), or 0; never the whole name. */
export function regionPrefixLength(name: string): number {
  return regionPrefix(name).length
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
