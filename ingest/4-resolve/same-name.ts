/** When two forms within one article mean one entity. One function a kind; each says why in its doc. */
import type { EntityKind } from '../../schema/ontology/index.js'
import { loadGazetteer } from '../3-extract/gazetteer.js'

const QUOTES = /[“”‘’"'《》\s]/g
export const plainForm = (form: string): string => form.replace(QUOTES, '')

const BRANCH = /(分公司|支行|分行|子公司|分局|分院|基地|工厂|项目部|办事处|营业部|分校|厂)$/
const GROUP_END = /(集团|公司|银行|大学|集团公司)$/
/** What may follow a short name within the full one without making it another firm. */
const LEGAL_TAIL = /^(控股|股份|集团|有限|责任|公司|总公司|实业|发展|（集团）|\(集团\))+$/

/** Characters of `short` in order within `long`, the first two of `short` adjoining the start of `long` or of its trade name. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const char of short) {
    at = long.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Length of the region that a name starts with, or 0. */
export function regionPrefixLength(name: string): number {
  const gazetteer = loadGazetteer()
  let at = 0
  for (;;) {
    const end = gazetteer.longestAt(name, at)
    if (end <= at || end >= name.length) return at
    const region = gazetteer.byForm(name.slice(at, end))[0]
    if (!region || region.level === 'town' && end - at < 3) return at
    at = end
  }
}

/** A short firm name is part of the full one: a stretch of it, or its characters in order from the trade name on; never parent for branch. */
function sameCompany(short: string, long: string): boolean {
  if (BRANCH.test(long) && !BRANCH.test(short)) return false
  const trade = long.slice(regionPrefixLength(long))
  if (long.startsWith(short)) return !GROUP_END.test(short) || LEGAL_TAIL.test(long.slice(short.length))
  if (trade.startsWith(short)) return !GROUP_END.test(short) || LEGAL_TAIL.test(trade.slice(short.length))
  if (long.endsWith(short)) return short.length >= 4 && regionPrefixLength(long) + short.length >= long.length
  if (short.length < 3) return false
  const stem = short.replace(/(集团公司|集团|公司|银行)$/, '')
  return stem.length >= 2 && (stem.charAt(0) === long.charAt(0) || stem.startsWith(trade.slice(0, 2))) && isSubsequence(stem, long) && (short === stem || isSubsequence(short, long))
}

const normalOrgan = (name: string): string => name.replace(/人民政府/, '政府').replace(/^中共/, '').replace(/人力资源(?:和|与)?社会保障/, '人社')

/** An organ with and without its place in front (民政局, 区民政局, 岳西县民政局), or a school's short form (西北工大). */
function sameOrganization(short: string, long: string): boolean {
  const a = normalOrgan(short)
  const b = normalOrgan(long)
  if (a === b) return true
  const rest = b.slice(regionPrefixLength(b))
  const bare = a.replace(/^(省|市|州|县|区|镇|自治区)(?=.{2,})/, '')
  if (b.endsWith(a)) return b.length - a.length <= regionPrefixLength(b) || regionPrefixLength(b) > 0 && a.length >= 3
  if (bare !== a && rest === bare) return levelOf(b) === a.charAt(0)
  return /(大学|学院)$/.test(long) && a.length >= 3 && a.length < b.length && b.startsWith(a.slice(0, 2)) && isSubsequence(a, b) && !/(大学|学院)$/.test(short)
}

/** Last character of the region that a name starts with: 省 市 区 …, or ''. */
function levelOf(name: string): string {
  const prefix = name.slice(0, regionPrefixLength(name))
  return prefix === '' ? '' : prefix.charAt(prefix.length - 1)
}

/** An initiative by its core: without quotes, without its place in front (高新区, 西安高新区), with or without the noun after its quotes. */
function sameInitiative(short: string, long: string, subkindsAgree: boolean): boolean {
  const a = plainForm(short)
  const b = plainForm(long)
  if (a === b) return true
  if (!subkindsAgree || a.length < 2) return false
  if (b.endsWith(a)) return b.length - a.length <= regionPrefixLength(b) || a.length >= 4 && regionPrefixLength(b) > 0
  if (b.startsWith(a)) return a.length >= 3 && /^(行动|计划|工程|活动|项目|战略|政策|企业|中小企业|制度|称号|开幕式|重大国家战略|国家战略|建设|工作|试点|发展)$/.test(b.slice(a.length))
  return false
}

/** True when `short` (the shorter form) means what `long` means within one article. */
export function meansTheSame(kind: EntityKind, short: string, long: string, subkindsAgree: boolean): boolean {
  switch (kind) {
    case 'COMPANY': return sameCompany(plainForm(short), plainForm(long))
    case 'ORGANIZATION': return sameOrganization(plainForm(short), plainForm(long))
    case 'INITIATIVE': return sameInitiative(short, long, subkindsAgree)
    case 'PERSON': case 'REGION': return false
  }
}
