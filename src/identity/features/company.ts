/** What tells whether two firms are one. */
import { compared, found, text, type Check, type Feature, type KindRules } from '../feature.js'
import { businessLines, commonTradeNames, type LineClass } from '../lexicon.js'
import type { CompanyName } from '../names/company-name.js'
import { differsByOne, isSubsequence } from '../names/plain.js'
import { cityOf, nameOfCode, nearest } from '../names/places.js'
import type { PreparedCompany } from '../prepared.js'
import { weightOf } from '../weights.js'
import { bestPair, disjoint, either, first, homesFeature, intersects, placeNames, registerGuards, registerProofs, relatedFeature, type BestPair } from './shared.js'

type CompanyFeature = Feature<PreparedCompany>
type CompanyCheck = Check<PreparedCompany>

const NO_CLASS: LineClass = 'plain'
const classOf = (word: string): LineClass => businessLines().get(word) ?? NO_CLASS
const telling = (name: CompanyName): readonly string[] => name.line.filter((word) => classOf(word) !== 'light')
const strong = (name: CompanyName): boolean => name.line.some((word) => classOf(word) === 'strong')
const lineText = (name: CompanyName): string => name.line.join('')
/** 医疗 is 医疗器械 cut short. */
const cutShort = (a: CompanyName, b: CompanyName): boolean => lineText(a).startsWith(lineText(b)) || lineText(b).startsWith(lineText(a))
const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.join('') === b.join('') || [...a].sort().join(' ') === [...b].sort().join(' ')

/** Equal trade names by the names that agree best. */
const tradeOf = (a: PreparedCompany, b: PreparedCompany): BestPair => bestPair(a.names, b.names, tradeValue, (name) => name.trade)

function tradeValue(a: CompanyName, b: CompanyName): number {
  if (a.trade === b.trade) return 1
  const [short, long] = a.trade.length <= b.trade.length ? [a, b] : [b, a]
  const whole = long.trade + lineText(long)
  if (short.trade.length >= 3 && differsByOne(short.trade, long.trade)) return 0.3
  if (short.trade.length >= 2 && !short.generic && whole.startsWith(short.trade)) return 0.2
  if (short.line.length === 0 && short.trade.length >= 2 && short.trade.charAt(0) === long.form.charAt(0) && isSubsequence(short.trade, long.form)) return 0
  return -1
}

/** Nearness of two places of one city; a province is wide. */
const SAME_CITY = 0.4

/** Place of a firm that writes none in its name: where it lies, else where its articles are at home. */
const around = (firm: PreparedCompany): readonly string[] => (firm.regions.length > 0 ? firm.regions : firm.homes)

const trade: CompanyFeature = {
  id: 'trade',
  doc: 'The trade name (字号) is what a firm is called by; one lost or wrong character may be damage.',
  weight: weightOf('COMPANY', 'trade'),
  compare(a, b) {
    const { value, left, right } = tradeOf(a, b)
    return compared(value, value === 1 ? text('字号相同', 'the same trade name') : value > 0 ? text('字号相近', 'similar trade names') : text('字号不同', 'different trade names'), left, right)
  },
}

const region: CompanyFeature = {
  id: 'region',
  doc: 'The region written in the name, the strongest part of a registered name after the trade name.',
  weight: weightOf('COMPANY', 'region'),
  compare(a, b) {
    if (a.places.length === 0 || b.places.length === 0) return undefined
    const value = intersects(a.places, b.places) ? 1 : Math.min(0, (nearest(a.places, b.places)?.value ?? 0) - 1)
    return compared(value, either(value, text('名称中的行政区划一致', 'the same region in the name'), text('名称中的行政区划不同', 'different regions in the name')), placeNames(a.places), placeNames(b.places))
  },
}

const seat: CompanyFeature = {
  id: 'seat',
  doc: 'A name without a region, against the region that the other name carries: whether the firm lies there, else whether its articles do.',
  weight: weightOf('COMPANY', 'seat'),
  compare(a, b) {
    if (a.places.length > 0 === b.places.length > 0) return undefined
    const near = a.places.length > 0 ? nearest(a.places, around(b)) : nearest(around(a), b.places)
    return near && compared(near.value, either(near.value, text('所在地与名称中的行政区划相符', 'lies in the region that the other name carries'), text('所在地与名称中的行政区划不符', 'lies outside the region that the other name carries')), nameOfCode(near.left), nameOfCode(near.right))
  },
}

const line: CompanyFeature = {
  id: 'line',
  doc: 'Line of business: the same words speak for; a word that only one has speaks against, the more it names a subsidiary (银行, 置业, 风电).',
  weight: weightOf('COMPANY', 'line'),
  compare(a, b) {
    const [left, right] = [a.main, b.main]
    if (left.line.length === 0 && right.line.length === 0) return undefined
    const value = lineValue(left, right)
    return compared(value, either(value, text('行业用语一致', 'the same line of business'), text('行业用语不一致', 'lines of business do not agree')), lineText(left), lineText(right))
  },
}

function lineValue(a: CompanyName, b: CompanyName): number {
  if (sameWords(a.line, b.line)) return 1
  const [left, right] = [telling(a), telling(b)]
  if (sameWords(left, right)) return a.line.length === 0 || b.line.length === 0 ? 0 : 0.3
  if (a.line.length === 0 || b.line.length === 0) return strong(a) || strong(b) ? -0.7 : -0.1
  if (cutShort(a, b)) return strong(a) !== strong(b) ? -0.7 : -0.4
  if (left.length === 0 || right.length === 0) return -0.6
  if (left.every((word) => right.includes(word)) || right.every((word) => left.includes(word))) return strong(a) !== strong(b) ? -0.7 : -0.1
  return -1
}

const rarity: CompanyFeature = {
  id: 'rarity',
  doc: 'A long or rare trade name is seldom shared by chance; a name like 中天 or 恒通 often is.',
  weight: weightOf('COMPANY', 'rarity'),
  compare(a, b) {
    const { value, left } = tradeOf(a, b)
    if (value < 1) return undefined
    if (a.main.generic || b.main.generic) return compared(-0.5, text('字号是行业通用词', 'the trade name is a word of business'), left, left)
    const rare = commonTradeNames().has(left) ? -1 : left.length === 2 ? 0.1 : left.length === 3 ? 0.6 : 1
    return compared(rare, either(rare, text('字号少见', 'the trade name is rare'), text('字号常见，易重名', 'many firms carry this trade name')), left, left)
  },
}

const legal: CompanyFeature = {
  id: 'legal',
  doc: 'Legal form and 集团: registered names that agree in these too.',
  weight: weightOf('COMPANY', 'legal'),
  compare(a, b) {
    const [left, right] = [a.main, b.main]
    if (!left.full || !right.full) return left.group !== right.group && left.full !== right.full ? compared(-0.3, text('一方称集团', 'only one is called a group'), left.form, right.form) : undefined
    const value = left.group !== right.group ? -1 : left.legal === right.legal ? 1 : 0
    return compared(value, value > 0 ? text('组织形式相同', 'the same legal form') : text('组织形式不同', 'different legal forms'), left.form, right.form)
  },
}

const alias: CompanyFeature = {
  id: 'alias',
  doc: 'A whole form in common, most of all one that an article introduced (以下简称).',
  weight: weightOf('COMPANY', 'alias'),
  compare(a, b) {
    const shared = a.forms.find((form) => b.forms.includes(form)) ?? ''
    if (shared === '') return undefined
    const introduced = a.introduced.includes(shared) || b.introduced.includes(shared)
    return compared(introduced ? 1 : 0.6, introduced ? text('文中写明的简称相同', 'a short name that the text introduces') : text('有相同的称呼', 'a form in common'), shared, shared)
  },
}

const formerName: CompanyCheck = {
  id: 'former-name',
  doc: 'One is said to have been called what the other is called, by a name long enough to mean one firm.',
  find(a, b) {
    const former = a.former.find((form) => form.length >= 6 && b.forms.includes(form)) ?? b.former.find((form) => form.length >= 6 && a.forms.includes(form))
    return former === undefined ? undefined : found(text(`曾用名“${former}”`, `formerly called ${former}`), first(a.forms), first(b.forms))
  },
}

const sameCity = (a: PreparedCompany, b: PreparedCompany): boolean => (seat.compare(a, b)?.value ?? 0) >= 0.8 || (nearest(around(a), around(b))?.value ?? 0) >= SAME_CITY

/** A name that everybody knows, or a short name that the text introduces. */
const known = (a: PreparedCompany, b: PreparedCompany): boolean => (a.main.known && b.main.known) || intersects(a.introduced, b.forms) || intersects(a.forms, b.introduced)

/** Cities of China in whose articles it stands, or where it is said to lie. */
const citiesOf = (firm: PreparedCompany): readonly string[] => [...new Set(around(firm).filter((code) => /^\d/.test(code)).map(cityOf))].filter((code) => code !== '')

/** Known by a few characters alone: no place, no legal form, and not a name that everybody knows. */
const onlyShort = ({ main, places, forms }: PreparedCompany): boolean => !main.full && !main.known && places.length === 0 && forms.every((form) => /^\p{Script=Han}{2,4}$/u.test(form))

export const COMPANY_RULES: KindRules<PreparedCompany> = {
  proofs: [...registerProofs, formerName],
  guards: [
    ...registerGuards,
    {
      id: 'branch',
      doc: 'A branch or unit is not its parent, nor another branch.',
      find: (a, b) => (a.main.unit === b.main.unit ? undefined : found(text('总部与分支，或不同的分支', 'parent and branch, or two branches'), a.main.form, b.main.form)),
    },
    {
      id: 'region-differs',
      doc: 'Names that carry different regions are different entries of the register (南通中天, 海门中天); a short name may still stand for a firm of the region around it.',
      find(a, b) {
        if (!disjoint(a.places, b.places)) return undefined
        const nested = (nearest(a.places, b.places)?.value ?? -1) > 0.4
        return nested && a.main.full !== b.main.full ? undefined : found(text('名称中的行政区划不同', 'different regions in the name'), a.main.form, b.main.form)
      },
    },
    {
      id: 'line-differs',
      doc: 'Different lines of business under one trade name are different legal entities (上海电气, 上海电气风电).',
      find(a, b) {
        const [left, right] = [a.main, b.main]
        if (sameWords(left.line, right.line)) return undefined
        const generic = (left.generic || right.generic) && left.trade === right.trade && !sameWords(telling(left), telling(right))
        const registered = left.full && right.full && left.trade === right.trade
        const finance = left.line.length > 0 && right.line.length > 0 && strong(left) !== strong(right) && !cutShort(left, right)
        const apart = telling(left).length > 0 && telling(right).length > 0 && !intersects(telling(left), telling(right)) && !cutShort(left, right)
        return generic || registered || finance || apart ? found(text('行业用语不同，是不同的法人', 'different lines of business: different legal entities'), left.form, right.form) : undefined
      },
    },
    {
      id: 'short-elsewhere',
      doc: 'A short name alone does not carry a firm from one city to another; one that everybody knows (lexicon/company-short-names.tsv) does.',
      find(a, b) {
        if (!onlyShort(a) || !onlyShort(b)) return undefined
        const [left, right] = [citiesOf(a), citiesOf(b)]
        return disjoint(left, right) ? found(text('简称相同，但见于不同城市', 'a short name only, in articles of different cities'), placeNames(left), placeNames(right)) : undefined
      },
    },
    {
      id: 'form-differs',
      doc: 'A firm, a cooperative, a partnership and an office of lawyers are never one.',
      find(a, b) {
        const kinds = [a.main.legal, b.main.legal].map((legalForm) => (['partnership', 'cooperative', 'office'].includes(legalForm) ? legalForm : 'firm'))
        return kinds[0] === kinds[1] || !a.main.full || !b.main.full ? undefined : found(text('组织形式互不相容', 'legal forms that exclude each other'), a.main.form, b.main.form)
      },
    },
  ],
  features: [trade, region, seat, line, rarity, legal, alias, homesFeature('COMPANY'), relatedFeature('COMPANY')],
  caps: [
    {
      id: 'group',
      doc: 'X集团 and X, X集团 and X稀土, X and X(江苏)有限公司 are often parent and member, and a group has members of its name in other legal forms: these want a look.',
      find(a, b) {
        const [left, right] = [a.main, b.main]
        const members = left.group !== right.group && (left.group ? right : left).full
        const lines = left.group !== right.group && telling(left.group ? right : left).length > 0 && !sameWords(telling(left), telling(right))
        const bracket = left.bracketed !== right.bracketed && (left.bracketed ? right : left).places.length === 0
        const stock = left.group !== right.group && (left.group ? right : left).legal === 'shares-short'
        const forms = left.group && right.group && left.full && right.full && left.legal !== right.legal
        return members || lines || bracket || stock || forms ? found(text('集团与成员企业可能并存', 'a group and its member may both exist'), left.form, right.form) : undefined
      },
    },
    {
      id: 'line-unclear',
      doc: 'X and X银行, X科技 and X智慧能源, or two short names of which only one has a line of business (华润, 华润医药), may be group and member.',
      find(a, b) {
        const [left, right] = [a.main, b.main]
        if (sameWords(telling(left), telling(right))) return undefined
        const placed = intersects(a.places, b.places)
        const [bare, lined] = telling(left).length < telling(right).length ? [left, right] : [right, left]
        const oneSided = telling(bare).length === 0 && (bare.line.length > 0 || (strong(lined) && !(lined.full && placed)) || (!lined.full && !placed))
        return oneSided && !known(a, b) ? found(text('一方的行业用语另有所指', 'a line of business that only one of them carries'), left.form, right.form) : undefined
      },
    },
    {
      id: 'trade-differs',
      doc: 'Trade names that are not equal are at most possibly the same.',
      find(a, b) {
        const { value, left, right } = tradeOf(a, b)
        return value === 1 || intersects(a.introduced, b.forms) || intersects(a.forms, b.introduced) ? undefined : found(text('字号不完全相同', 'the trade names are not equal'), left, right)
      },
    },
    {
      id: 'common-trade',
      doc: 'A trade name that many carry needs the region of both names, or a shared whole form, or the same line in the same city.',
      find(a, b) {
        const { left, right } = tradeOf(a, b)
        const common = commonTradeNames().has(left) || a.main.generic || b.main.generic
        const seated = a.main.line.length > 0 && sameWords(a.main.line, b.main.line) && sameCity(a, b)
        const office = a.main.generic && a.main.legal === 'office'
        return !common || ((seated || intersects(a.places, b.places) || (!a.main.generic && intersects(a.forms, b.forms))) && !office) ? undefined : found(text('字号常见且缺少共同的行政区划', 'a common trade name without a common region'), left, right)
      },
    },
    {
      id: 'region-left-away',
      doc: 'Registered names are whole: one with a region and one without are often two firms, unless the seat is known to fit.',
      find(a, b) {
        if (!a.main.full || !b.main.full || a.places.length > 0 === b.places.length > 0) return undefined
        return (seat.compare(a, b)?.value ?? 0) >= 0.5 ? undefined : found(text('两个登记名称只有一个带行政区划', 'only one of two registered names carries a region'), a.main.form, b.main.form)
      },
    },
    {
      id: 'bare-elsewhere',
      doc: 'A short trade name with neither region nor line, told of in another city, may be anybody\'s.',
      find(a, b) {
        const bare = [a, b].find((firm) => firm.places.length === 0 && firm.main.line.length === 0 && firm.main.trade.length < 3)
        if (!bare || known(a, b) || intersects(a.forms, b.forms)) return undefined
        return sameCity(a, b) ? undefined : found(text('只有字号，且报道所在地不同', 'a bare trade name from another city'), a.main.form, b.main.form)
      },
    },
    {
      id: 'seat-unknown',
      doc: 'A short name without a region, of which nothing tells where it lies, is at most possibly the same.',
      find(a, b) {
        if ((a.places.length > 0 && b.places.length > 0) || a.main.unit.startsWith('gb:') || (a.main.known && b.main.known)) return undefined
        const known = a.places.length + around(a).length > 0 && b.places.length + around(b).length > 0
        return known || intersects(a.forms, b.forms) || (a.main.full && b.main.full) || tradeOf(a, b).left.length >= 4 ? undefined : found(text('一方所在地不明', 'nothing tells where one of them lies'), a.main.form, b.main.form)
      },
    },
  ],
}
