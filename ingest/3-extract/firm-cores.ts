/** Foreign and short firm names that look like people's or bodies' names: the firm's own words around them tell. */
import type { Candidate, TextView } from './document.js'
import { KNOWN_FIRMS } from './lexicon/known-firms.js'

/** Legal or trade form right behind a name: the name is the firm's core. */
const FORM_BEHIND = /^(?:公司|集团|控股|股份|有限)/
/** What only a firm has, right behind its name. */
const OWNED_BEHIND =
  /^的?(?:旗下|门店|分店|专卖店|旗舰店|体验店|直营店|加盟店|股价|股票|股东|股权|市值|财报|年报|季报|半年报|业绩|营收|净利润|销售额|出货量|高管|管理层|客服|员工|总部|工厂|官网|官方|供应商|经销商|代理商|子公司|分公司|董事会|产品|品牌|股份|报价|要约)/
/** What is done to a firm, right before its name. */
const DONE_BEFORE = /(?:收购|并购|竞购|入股|参股|控股|持有|起诉|代理|投诉|针对|加盟|供应商|品牌|巨头|厂商|旗下的?|公司|企业|集团)[“"]?$/
/** What only a person has. */
const PERSON_BEHIND = /^(?:先生|女士|同志|小姐|教授|博士|院士|告诉|[，,]\s?[男女][，,]|（[男女]|\(|出生|老人|夫妇|夫妻|一家|生于|毕业)/
const PERSON_BEFORE = /(?:先生|女士|书记|[省市县区镇]长|主任|局长|记者|名叫|教授|[董总经裁席官人]|员|他|她)$/
const SHAPE = /^[\u4e00-\u9fff]{2,6}$/
/** Fewest signs of a firm that make one. */
const LEAST = 2

/** The tagger's names with those made firms that the text treats as firms. */
export function withFirmCores(view: TextView, tagged: readonly Candidate[]): Candidate[] {
  const signs = new Map<string, number>()
  const firms = new Set<string>()
  for (const { kind, text } of tagged) if (kind === 'COMPANY') firms.add(text)
  for (const { kind, text, span } of tagged) {
    if (!isDoubtful(kind, text) || !SHAPE.test(text)) continue
    const behind = view.text.slice(span.end, span.end + 8)
    const before = view.text.slice(Math.max(0, span.start - 4), span.start)
    const sign = (FORM_BEHIND.test(behind) ? LEAST : OWNED_BEHIND.test(behind) || DONE_BEFORE.test(before) ? 1 : 0) - (kind === 'PERSON' && (PERSON_BEHIND.test(behind) || PERSON_BEFORE.test(before)) ? LEAST : 0)
    signs.set(text, (signs.get(text) ?? 0) + sign)
  }
  for (const name of besideFirms(view, tagged)) signs.set(name, (signs.get(name) ?? 0) + 1)
  for (const [name, count] of signs) if (WELL_KNOWN.has(name) || FORMS.some((form) => firms.has(name + form))) signs.set(name, count + LEAST)
  return tagged.map((candidate) => (isDoubtful(candidate.kind, candidate.text) && (signs.get(candidate.text) ?? 0) >= LEAST ? { ...candidate, kind: 'COMPANY', subkind: '' } : candidate))
}

/** Names of the tagger's that 和 or 与 joins to a firm, once for each time; tagged names are in text order. */
function* besideFirms(view: TextView, tagged: readonly Candidate[]): Iterable<string> {
  for (const [index, one] of tagged.entries()) {
    const other = tagged[index + 1]
    if (!other || other.span.start - one.span.end !== 1 || !/[和与]/.test(view.text.charAt(one.span.end))) continue
    const isFirm = (name: Candidate): boolean => name.kind === 'COMPANY' || WELL_KNOWN.has(name.text)
    if (isFirm(other) && one.kind === 'PERSON') yield one.text
    else if (isFirm(one) && other.kind === 'PERSON') yield other.text
  }
}

const WELL_KNOWN: ReadonlySet<string> = new Set(KNOWN_FIRMS)
const FORMS = ['公司', '集团', '控股', '股份', '有限公司', '集团公司', '集团有限公司', '股份有限公司']
/** What a body's name ends in; a short name without it may be a firm's (云联|集团). */
const ORGAN_END = /[院会局部委所校学社台报厅署办队站馆团党]$|中心$|大学$/
const MOST_ORGAN = 4
const isDoubtful = (kind: Candidate['kind'], text: string): boolean => kind === 'PERSON' || (kind === 'ORGANIZATION' && text.length <= MOST_ORGAN && !ORGAN_END.test(text))
