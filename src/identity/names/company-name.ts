import { businessLines, commonTradeNames, companyShortNames, legalForms, once } from '../lexicon.js'
import { plainName } from './plain.js'
import { codesOfForm, levelOfCode, nearest, readPlace } from './places.js'

/** A firm's name in the parts that the register knows: region + trade name + line of business + legal form, and its branch. */
export interface CompanyName {
  readonly form: string
  /** Codes of the region in front or in brackets; the most specific of a chain. */
  readonly places: readonly string[]
  /** The region stands in brackets: X(江苏)有限公司 is most often a member of X. */
  readonly bracketed: boolean
  readonly trade: string
  /** The trade name is itself a word of business (上海电气): alone it tells nothing. */
  readonly generic: boolean
  /** Words of the line of business, in order. */
  readonly line: readonly string[]
  /** Class of the legal form (lexicon/legal-forms.tsv), or ''. */
  readonly legal: string
  /** Carries a legal form as registered, so that another such name is another firm. */
  readonly full: boolean
  readonly group: boolean
  /** A firm that everybody knows by this name (lexicon/company-short-names.tsv). */
  readonly known: boolean
  /** Branch or unit under the firm, normalised (gb:320600分行), or ''. */
  readonly unit: string
}

const knownNames = once(() => new Set(companyShortNames().values()))

const UNIT = '分公司|子公司|分行|支行|营业部|营业厅|办事处|分厂|分院|分店|门店|项目部|事业部|代表处|供电公司|工厂|厂区|基地|研究院'
const INNER_END = '有限责任公司|股份有限公司|有限公司|集团公司|总公司|集团|公司|银行'
const UNDER_LEGAL = new RegExp(`^(.{2,}(?:${INNER_END}))((?!股份|控股|财务|总公司|有限|公司|集团|\\(集团\\)).{2,}?(?:${UNIT}|有限责任公司|股份有限公司|有限公司|公司))$`)
const BARE_UNIT = new RegExp(`^(.{2,}?)(${UNIT.split('|').slice(0, 12).join('|')})$`)

interface Split {
  readonly parent: string
  readonly unit: string
}

/** 建行南通分行, X集团有限公司海门分公司: the firm and the branch under it. */
function splitUnit(name: string): Split {
  const under = UNDER_LEGAL.exec(name)
  if (under?.[1] !== undefined && under[2] !== undefined) return { parent: under[1], unit: unitKey(under[2]) }
  const bare = BARE_UNIT.exec(name)
  if (bare?.[1] === undefined || bare[2] === undefined) return { parent: name, unit: '' }
  const [, stem, kind] = bare
  // The last place before the word of the branch is the branch's: 中国移动|南通|分公司.
  for (let start = 2; start <= stem.length - 2; start++) {
    if (readPlace(stem.slice(start), 0).length === stem.length - start) return { parent: stem.slice(0, start), unit: unitKey(stem.slice(start) + kind) }
  }
  return { parent: stem, unit: kind }
}

/** 南通市分行 and 南通分行 are one. */
function unitKey(unit: string): string {
  const place = readPlace(unit)
  const [code] = place.codes
  return (code === undefined ? unit : `gb:${code}${unit.slice(place.length)}`).replace(/^(gb:\d+)(?:市|县|区)/, '$1').replace('供电分公司', '供电公司')
}

function expandShortName(name: string): string {
  for (let end = Math.min(6, name.length); end >= 2; end--) {
    const full = companyShortNames().get(name.slice(0, end))
    const rest = name.slice(end)
    if (full !== undefined && (rest === '' || new RegExp(`(?:${UNIT})$`).test(rest) || /^(?:集团)?(?:股份)?有限公司|^股份/.test(rest))) return full + rest
  }
  return name
}

interface Stem {
  readonly trade: string
  readonly line: readonly string[]
  readonly generic: boolean
}

const LONGEST_WORD = 8

/** The longest run of words of business at the end is the line; what stands before it, at least two characters, the trade name. */
function splitStem(stem: string): Stem {
  const words = businessLines()
  const wordAt: (string | undefined)[] = []
  for (let start = stem.length - 1; start >= 0; start--)
    for (let end = Math.min(stem.length, start + LONGEST_WORD); end >= start + 2; end--)
      if ((end === stem.length || wordAt[end] !== undefined) && words.has(stem.slice(start, end))) {
        wordAt[start] = stem.slice(start, end)
        break
      }
  const lineFrom = (start: number): string[] => {
    const line: string[] = []
    for (let at = start, word = wordAt[at]; word !== undefined; at += word.length, word = wordAt[at]) line.push(word)
    return line
  }
  const first = wordAt[0]
  if (first !== undefined) return { trade: first, line: lineFrom(first.length), generic: true }
  for (let start = 2; start < stem.length; start++) if (wordAt[start] !== undefined) return { trade: stem.slice(0, start), line: lineFrom(start), generic: false }
  // 大连公司: nothing but a place.
  return { trade: stem, line: [], generic: stem === '' || codesOfForm(stem).length > 0 }
}

/**
 * The region in front of a name. A county's everyday form may be part of the trade name instead: 长安|汽车 is no firm of 长安区, since a
 * word of business would be left; 东风|日产 none of 东风区, where the articles are about other provinces or about no place at all.
 */
function companyPlace(stem: string, around: readonly string[], registered: boolean): { readonly codes: readonly string[]; readonly rest: string } {
  const place = readPlace(stem, 2)
  const [code] = place.codes
  if (code === undefined) return { codes: [], rest: stem }
  const rest = stem.slice(place.length).replace(/^[省市县区](?=.{2})/, '')
  const weak = !place.full && (levelOfCode(code) === 'county' || levelOfCode(code) === 'area')
  if (!weak) return { codes: place.codes, rest }
  const { trade, generic } = splitStem(rest)
  const elsewhere = around.length > 0 ? (nearest(place.codes, around)?.value ?? -1) < 0 : !registered && !commonTradeNames().has(trade)
  return elsewhere || generic ? { codes: [], rest: stem } : { codes: place.codes, rest }
}

const BRACKETS = /\(([^()]*)\)/g

/** Reads a firm's name; `around` are places that it is known from. Never fails: what it cannot tell is empty. */
export function readCompanyName(written: string, around: readonly string[] = []): CompanyName {
  const form = plainName(written)
  let group = false
  let inner: readonly string[] = []
  let legal = ''
  const flat = form.replace(BRACKETS, (_all, text: string) => {
    const codes = codesOfForm(text)
    if (codes.length > 0) inner = codes
    else if (text === '集团') group = true
    else if (/合伙/.test(text)) legal = 'partnership'
    return ''
  })
  const expanded = expandShortName(flat)
  const { parent, unit } = splitUnit(expanded)
  let stem = parent
  const ending = legalForms().find(([end]) => stem.length > end.length + 1 && stem.endsWith(end))
  if (ending) {
    stem = stem.slice(0, -ending[0].length)
    if (legal === '') legal = ending[1]
  }
  if (/集团(?:控股)?$/.test(stem) && stem.length > 3) {
    group = true
    stem = stem.replace(/集团(控股)?$/, '$1')
  }
  const known = expanded !== flat || knownNames().has(stem)
  const place = companyPlace(stem, around, legal !== '' && legal !== 'bare')
  const full = !['', 'bare', 'shares-short'].includes(legal) && unit === ''
  return { form, places: inner.length > 0 ? inner : place.codes, bracketed: inner.length > 0, ...splitStem(place.rest), legal, full, group, known, unit }
}
