import { organForms, organShortNames, once } from '../lexicon.js'
import { plainName } from './plain.js'
import { levelOfCode, nameOfCode, readPlace, upward } from './places.js'

export type OrganLevel = 'country' | 'province' | 'city' | 'county' | 'town' | ''

/** A body's name: whose it is, what it is, and which unit of it. */
export interface OrganName {
  readonly form: string
  /** Codes of the place in front; empty when none is written. */
  readonly places: readonly string[]
  /** Level told by the place or by 省 市 区 县 in front. */
  readonly level: OrganLevel
  /** What it is without its place, in the full form: 发展和改革委员会. */
  readonly core: string
  /** Unit within it (综合处), or ''. */
  readonly unit: string
  /** What the name adds in brackets (UOC), or ''. */
  readonly bracket: string
  /** A body of the whole country: its name needs no place. */
  readonly national: boolean
}

const NATIONAL = /^(中国|中央|国家|国务院|全国|中华|最高人民|新华社|人民日报)/
const MINISTRY = /^(?!.*(?:组织|宣传|统战|社会工作|武装|俱乐|总|支|指挥|项目|本|分)部$)[^省市县区州委]{2,10}部$/
const HEAD_LEVELS: readonly (readonly [RegExp, OrganLevel])[] = [[/^(省|自治区)(?!级)/, 'province'], [/^(市|州)(?!级)/, 'city'], [/^(县|区|旗)(?!级|域)/, 'county'], [/^(镇|乡|街道)(?=党委|政府|人大)/, 'town']]
const UNIT = /^(.*(?:局|厅|委员会|党委|政府|法院|检察院|大学|医院|研究院|管理委员会))((?!.*办事处$).{1,12}(?:处|科|股|室|司|队|所|分局|分院|学院|系|校区|附属医院|附属.{1,8}医院|办公室|办公厅|中心))$/

const PARTY = /^(?:中国共产党|中共|中华人民共和国(?=.{2,}(?:海关|部)$|最高)|中国(?=[^省市县区州委]{2,6}部$|最高))/
const CONFERENCE = /^中国人民政治协商会议/
const TAXES = /^国家税务总局(?=.{2,}税务局)/

const forms = once(() => new Map(organForms()))
/** Longest first; 卫健委 is written out, the 委 of 委员会 is not touched. */
const formPattern = once(() => new RegExp(`(?:${organForms().map(([short]) => short).join('|')})(?!员会)`, 'g'))

/** Full form of a core: 发改委 → 发展和改革委员会; a text without short forms stays. */
export function fullCore(core: string): string {
  if (/^(委员会|市委|省委|县委|区委)$/.test(core)) return '委'
  if (core === '检察院' || core === '法院') return `人民${core}`
  return core.replace(formPattern(), (short) => forms().get(short) ?? short)
}

/** 共青团南通市委, 团市委 and 南通团市委 say one thing in three orders. */
function straighten(form: string): string {
  const league = /^(?:中国)?共产主义青年团(.+)委员会$|^共青团(.+)委(?:员会)?$/.exec(form)
  const whose = league?.[1] ?? league?.[2]
  if (whose !== undefined) return `${whose}团委`
  if (CONFERENCE.test(form)) return form.replace(CONFERENCE, '').replace(/(全国)?委员会$/, '$1政协')
  return form.replace(PARTY, '').replace(TAXES, '').replace(/^(.*?)团(省|市|区|县)委$/, '$1$2团委')
}

/** 省, 市, 区 … in front of a body of that level; 市中心 and 区域 are no level. */
function headLevel(rest: string): { readonly level: OrganLevel; readonly length: number } | undefined {
  if (/^(区|市|县)(域|中心|场)/.test(rest) || (rest.length < 3 && !/^.委$/.test(rest))) return undefined
  for (const [pattern, level] of HEAD_LEVELS) {
    const match = pattern.exec(rest)
    if (match) return { level, length: match[0].length }
  }
  return undefined
}

const BRACKETS = /\(([^()]*)\)/
const NOWHERE = { codes: [], length: 0, level: '', full: false } as const

/** Reads a body's name. Never fails: what it cannot tell is empty. */
export function readOrganName(written: string): OrganName {
  const whole = plainName(written)
  const plain = whole.replace(BRACKETS, '')
  const form = straighten(organShortNames().get(plain) ?? plain)
  const place = NATIONAL.test(form) ? NOWHERE : readPlace(form)
  let rest = form.slice(place.length)
  let level: OrganLevel = place.level === 'area' ? '' : place.level
  const head = place.length === 0 || !place.full ? headLevel(rest) : undefined
  if (head) {
    rest = rest.slice(head.length)
    if (place.length === 0) level = head.level
  }
  const places = head && place.codes.length > 1 ? place.codes.filter((code) => levelOfCode(code) === head.level) : place.codes
  const unit = UNIT.exec(rest)
  const national = place.length === 0 && level === '' && (NATIONAL.test(form) || MINISTRY.test(form))
  return { form: plain, bracket: BRACKETS.exec(whole)?.[1] ?? '', places, level: national ? 'country' : level, core: fullCore(unit?.[1] ?? rest), unit: fullCore(unit?.[2] ?? ''), national }
}

/** Where a body without a written place may belong, from the home regions of its articles: those of its level, or all above. */
export function placesFromHomes(organ: Pick<OrganName, 'level'>, homes: readonly string[]): readonly string[] {
  const chains = [...new Set(homes.flatMap((home) => [...upward(home)]))].filter((code) => levelOfCode(code) !== 'country' && levelOfCode(code) !== 'area')
  if (organ.level === '') return chains
  // 市 is said of municipalities and of cities of county level too.
  return chains.filter((code) => levelOfCode(code) === organ.level || (organ.level === 'city' && (/^(11|12|31|50)0000$/.test(code) || (levelOfCode(code) === 'county' && nameOfCode(code).endsWith('市')))))
}
