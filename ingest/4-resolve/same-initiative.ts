import { plainForm, regionPrefixLength } from './name-parts.js'

/** Edition and year, which the short form leaves out. */
const EDITION = /(?:\d{4}年?度?|第[一二三四五六七八九十百\d]+(?:届|次|期|季|批|场)|首[届个次批]|[本上]届|\(第?[^()]{1,4}\)|（第?[^（）]{1,4}）)/g
/** Words at the end that do not make it another effort. */
const TAIL =
  /^(?:三年|专项|提升|攻坚|培育)?(?:行动|计划|工程|活动|项目|战略|政策|企业|中小企业|制度|称号|开幕式|闭幕式|重大国家战略|国家战略|目标|建设|工作|试点|发展|高质量发展|区域|方案|机制|模式|产品|主场活动|系列活动|主题活动|走访调研活动|慰问活动|行|平台|改革|城市|单位|名单|名录|（[^）]{1,8}）|\([^)]{1,8}\))*$/
const ZONES: readonly (readonly [RegExp, string])[] = [
  [/高新技术产业开发区|高新技术开发区/, '高新区'], [/经济技术开发区|经济开发区/, '经开区'], [/综合保税区/, '综保区'], [/自由贸易试验区|自贸试验区/, '自贸区'], [/自由贸易港/, '自贸港'], [/产业园区|工业园区|科技园区/, '园区'], [/留学人员创业园/, '留创园'],
]
/** What a bare word may mean where one zone fits it. */
const BARE_ZONES: readonly (readonly [bare: string, full: RegExp])[] = [['开发区', /(?:经开区|高新区|开发区)$/], ['园区', /(?:园区|产业园|工业园|科技园|创业园|园)$/], ['产业园', /(?:园区|产业园)$/], ['科技园', /科技园区?$/], ['新区', /新区$/], ['示范区', /示范区$/], ['自贸区', /(?:自贸区|片区)$/]]
const LEVELS = /^(?:国家级?|省级?|市级?|区级?|县级|州级|全国|全省|全市|首批|第[一二三四五六七八九十]+批|我省|我市)+/
const QUOTED = /[“‘《]([^“”‘’《》]{2,})[”’》]/

function normal(form: string, subkind: string): string {
  let name = plainForm(form).replace(/[·•]/g, '')
  if (subkind === 'EVENT') name = name.replace(EDITION, '').replace(/^(?:中共|党的)/, '').replace(/(?<=.{3})(?:开幕式|闭幕式|主场活动)$/, '')
  else if (subkind === 'ZONE') for (const [long, short] of ZONES) name = name.replace(long, short)
  else if (subkind === 'PROJECT') name = name.replace(/(?:建设|工程|改造)?(?:项目|工程)$/, '项目')
  else if (subkind === 'DESIGNATION') name = name.replace(LEVELS, '').replace(/(?:称号|企业|名单)+$/, '')
  else if (subkind === 'STRATEGY') name = name.replace(/^国家(?!级)(?=.{3,}战略$)/, '').replace(/(?:更高质量|高质量|区域)(?=一体化)/g, '').replace(/(?<=发展)(?:重大)?国家战略$/, '')
  else if (subkind === 'POLICY') name = name.replace(/[（(][^（）()]{1,12}[)）]$/, '')
  return name === '' ? plainForm(form) : name
}

/** An initiative by its core: without quotes, edition and place, with or without the noun after its quotes. */
export function sameInitiative(short: string, long: string, shortSubkind: string, longSubkind: string): boolean {
  const innerShort = QUOTED.exec(short)?.[1]
  const innerLong = QUOTED.exec(long)?.[1]
  if (innerShort !== undefined && innerShort === innerLong && innerShort.length >= 3 && TAIL.test(afterQuote(short)) && longSubkind !== 'EVENT') return true
  if (shortSubkind !== longSubkind) return plainForm(short) === plainForm(long)
  if (tellsApart(short, long, shortSubkind)) return false
  const a = normal(short, shortSubkind)
  const b = normal(long, longSubkind)
  if (a === b) return true
  if (a.length < 2) return false
  if (b.startsWith(a)) return a.length >= 2 && TAIL.test(b.slice(a.length))
  if (shortSubkind === 'ZONE' && BARE_ZONES.some(([bare, full]) => bare === a && full.test(b))) return true
  if (!b.endsWith(a)) return false
  const before = b.length - a.length
  if (before <= regionPrefixLength(b)) return true
  switch (shortSubkind) {
    case 'POLICY': return a.length >= 4
    case 'EVENT': return a.length >= 3
    case 'PROJECT': return a.length >= 5
    case 'ZONE': return (regionPrefixLength(b) > 0 && a.length >= 3) || /^(?:经开区|高新区)$/.test(a)
    case 'DESIGNATION': return a.length >= 4
    default: return a.length >= 5
  }
}

/** Two editions of one fair, two levels of one status: what both state and state differently keeps them apart. */
function tellsApart(one: string, other: string, subkind: string): boolean {
  if (subkind !== 'EVENT' && subkind !== 'DESIGNATION') return false
  const mark = subkind === 'EVENT' ? /\d{4}|第[一二三四五六七八九十百\d]+(?=[届次])/ : LEVELS
  const a = mark.exec(plainForm(one))?.[0]
  const b = mark.exec(plainForm(other))?.[0]
  return a !== undefined && b !== undefined && a !== b && !a.startsWith(b) && !b.startsWith(a)
}

const afterQuote = (form: string): string => form.slice(form.search(/[”’》]/) + 1)
