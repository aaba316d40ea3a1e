/** What tells whether two bodies are one: place and level, and what the body is. */
import { compared, found, text, type Feature, type KindRules } from '../feature.js'
import { isSubsequence, pairOverlap } from '../names/plain.js'
import type { OrganName } from '../names/organ-name.js'
import type { PreparedOrgan } from '../prepared.js'
import { weightOf } from '../weights.js'
import { bestPair, disjoint, either, homesFeature, intersects, placeNames, registerGuards, registerProofs, relatedFeature, type BestPair } from './shared.js'

type OrganFeature = Feature<PreparedOrgan>

/** 经开区, 高新区 and 开发区 are told apart, yet a place's 开发区 is most often its 经开区. */
const zone = (name: string): string => name.replace('经开区', '开发区')

/** Sorts of bodies that every place has; other names tell more than a place does. */
const DEPARTMENT = /(委|委员会|局|厅|办公室|办公厅|法院|检察院|政府|政协|人大|人大常委会|联合会|总工会|工会|妇联|医院|中学|小学|学校|大学|学院|党校|大队|支队|中心|街道办事处|税务局|协会|商会|队|卫生院|工作组|派出所|救援站|消防站|指挥部|考察团|代表团|访问团|专班|小组|社区|村委会|居委会|管理处|服务站)$/
const telling = (organ: OrganName): boolean => organ.level === '' && organ.core.length >= 6 && !DEPARTMENT.test(organ.core)

function coreValue(a: OrganName, b: OrganName): number {
  // One core at two places (纽约时报, 洛杉矶时报) is no agreement.
  if (disjoint(a.places, b.places)) return -1
  if (a.core === b.core && a.unit === b.unit) return 1
  const [left, right] = [a.core + a.unit, b.core + b.unit]
  if (left === right) return 1
  if (zone(left) === zone(right)) return 0.5
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length >= 3 && short.charAt(0) === long.charAt(0) && short.at(-1) === long.at(-1) && isSubsequence(short, long)) return 0.5
  return pairOverlap(left, right) >= 0.8 ? 0 : -1
}

const coreOf = (a: PreparedOrgan, b: PreparedOrgan): BestPair => bestPair(a.names, b.names, coreValue, (name) => name.core + name.unit)

const core: OrganFeature = {
  id: 'core',
  doc: 'What the body is, with known short forms written out (发改委 is 发展和改革委员会).',
  weight: weightOf('ORGANIZATION', 'core'),
  compare(a, b) {
    const { value, left, right } = coreOf(a, b)
    return compared(value, value === 1 ? text('机构名称（去掉地名）相同', 'the same body apart from its place') : value > 0 ? text('机构名称相近', 'similar bodies') : text('机构名称不同', 'different bodies'), left, right)
  },
}

const place: OrganFeature = {
  id: 'place',
  doc: 'Whose body it is: the place written in both names.',
  weight: weightOf('ORGANIZATION', 'place'),
  compare(a, b) {
    if (a.main.national && b.main.national) return compared(1, text('同为全国性机构', 'both are national'), a.main.form, b.main.form)
    if (!a.placeWritten || !b.placeWritten) return undefined
    const value = intersects(a.places, b.places) ? (a.places.length > 1 && b.places.length > 1 ? 0.5 : 1) : -1
    return compared(value, either(value, text('所属地区相同', 'of the same place'), text('所属地区不同', 'of different places')), placeNames(a.places), placeNames(b.places))
  },
}

const levelled = (body: PreparedOrgan): boolean => body.placeWritten || body.main.level !== ''

const placeTold: OrganFeature = {
  id: 'place-told',
  doc: 'A body without a place in its name, against the place that its articles and its level (省 市 区) tell.',
  weight: weightOf('ORGANIZATION', 'place-told'),
  compare(a, b) {
    if ((a.placeWritten && b.placeWritten) || a.places.length === 0 || b.places.length === 0) return undefined
    const shared = a.places.filter((code) => b.places.includes(code))
    if (shared.length === 0) return compared(telling(a.main) ? -0.2 : -1, text('按报道所在地推断，所属地区不同', 'of different places, going by the articles'), placeNames(a.places), placeNames(b.places))
    // 市发改委 in articles of one city is that city's; a bare 发改委 may be of any level around.
    const both = levelled(a) && levelled(b)
    const sole = Math.max(a.places.length, b.places.length) === 1
    return compared(both ? (sole ? 1 : 0.6) : 0.2, both ? text('按级别和报道所在地推断，所属地区相同', 'of the same place, going by level and articles') : text('可能同属一地', 'may be of one place'), placeNames(a.places), placeNames(shared))
  },
}

const alias: OrganFeature = {
  id: 'alias',
  doc: 'A whole form in common, most of all one that an article introduced.',
  weight: weightOf('ORGANIZATION', 'alias'),
  compare(a, b) {
    const shared = a.forms.find((form) => form.length >= 3 && b.forms.includes(form)) ?? ''
    if (shared === '') return undefined
    return compared(a.introduced.includes(shared) || b.introduced.includes(shared) ? 1 : 0.5, text('有相同的称呼', 'a form in common'), shared, shared)
  },
}

const subkind: OrganFeature = {
  id: 'subkind',
  doc: 'Party, government, school, association: the sort of body.',
  weight: weightOf('ORGANIZATION', 'subkind'),
  compare({ profile: a }, { profile: b }) {
    if ([a.subkind, b.subkind].some((kind) => kind === '' || kind === 'other')) return undefined
    return compared(a.subkind === b.subkind ? 0.5 : -1, a.subkind === b.subkind ? text('机构类别相同', 'the same sort of body') : text('机构类别不同', 'different sorts of body'), a.subkind, b.subkind)
  },
}

export const ORGANIZATION_RULES: KindRules<PreparedOrgan> = {
  proofs: [
    ...registerProofs,
    {
      id: 'former-name',
      doc: 'One is said to have been called what the other is called.',
      find(a, b) {
        const former = a.former.find((form) => form.length >= 6 && b.forms.includes(form)) ?? b.former.find((form) => form.length >= 6 && a.forms.includes(form))
        return former === undefined ? undefined : found(text(`曾用名“${former}”`, `formerly called ${former}`), a.main.form, b.main.form)
      },
    },
  ],
  guards: [
    ...registerGuards,
    {
      id: 'place-differs',
      doc: 'Bodies of different places are different bodies, whatever they are called.',
      find(a, b) {
        if (a.main.national !== b.main.national && (a.placeWritten || b.placeWritten)) return found(text('全国机构与地方机构', 'a national and a local body'), a.main.form, b.main.form)
        return a.placeWritten && b.placeWritten && disjoint(a.places, b.places) ? found(text('所属地区不同', 'of different places'), placeNames(a.places), placeNames(b.places)) : undefined
      },
    },
    {
      id: 'level-differs',
      doc: '省X and 市X are two bodies.',
      find(a, b) {
        const [left, right] = [a.main.level, b.main.level]
        if (left === '' || right === '' || left === right || intersects(a.places, b.places)) return undefined
        return found(text('级别不同', 'of different levels'), a.main.form, b.main.form)
      },
    },
    {
      id: 'unit',
      doc: 'A unit is not the body it belongs to, nor another unit.',
      find(a, b) {
        const [left, right] = [a.main, b.main]
        return left.unit !== right.unit && left.core + left.unit !== right.core + right.unit && (left.core === right.core || left.unit !== '' && right.unit !== '')
          ? found(text('机构与其内设单位，或不同的内设单位', 'a body and a unit of it, or two units'), left.form, right.form)
          : undefined
      },
    },
    {
      id: 'bracket-differs',
      doc: 'Names that add different words in brackets say themselves that they are two.',
      find: (a, b) => (a.main.bracket !== '' && b.main.bracket !== '' && a.main.bracket !== b.main.bracket ? found(text('括注不同', 'different words in brackets'), a.main.bracket, b.main.bracket) : undefined),
    },
    {
      id: 'number-differs',
      doc: '第一人民医院 and 第二人民医院 are two.',
      find(a, b) {
        const [left, right] = [ordinal(a.main.core + a.main.unit), ordinal(b.main.core + b.main.unit)]
        return left !== right && left !== '' && right !== '' ? found(text('序号不同', 'different numbers in the name'), a.main.form, b.main.form) : undefined
      },
    },
  ],
  features: [core, place, placeTold, alias, subkind, homesFeature('ORGANIZATION'), relatedFeature('ORGANIZATION')],
  caps: [
    {
      id: 'place-ambiguous',
      doc: '市X in articles of a city and in articles of a county-level city within it may be two bodies.',
      find: (a, b) => {
        if (a.main.national || b.main.national || a.main.level !== 'city' || b.main.level !== 'city' || (a.placeWritten && b.placeWritten)) return undefined
        const [left, right] = [a.places.join(), b.places.join()]
        return left !== right && Math.max(a.places.length, b.places.length) > 1 ? found(text('“市”可指地级市，也可指县级市', '市 may mean the city or the county-level city'), placeNames(a.places), placeNames(b.places)) : undefined
      },
    },
    {
      id: 'core-differs',
      doc: 'Bodies that are not called the same apart from their place are at most possibly the same.',
      find(a, b) {
        const { value, left, right } = coreOf(a, b)
        return value === 1 || intersects(a.introduced, b.forms) || intersects(a.forms, b.introduced) ? undefined : found(text('机构名称不完全相同', 'the bodies are not called the same'), left, right)
      },
    },
    {
      id: 'place-unknown',
      doc: 'A body that every place has needs its place, written or told by its level; 发改委 alone may be of any level.',
      find: (a, b) => (a.main.national && b.main.national) || (telling(a.main) && a.main.core === b.main.core) || (intersects(a.places, b.places) && levelled(a) && levelled(b)) ? undefined : found(text('无法确定所属地区', 'nothing tells whose body it is'), a.main.form, b.main.form),
    },
  ],
}

const ordinal = (name: string): string => /第?([一二三四五六七八九十\d]+)(?=人民|中学|小学|医院|附属|中级|高级|幼儿|检察|师范|实验)/.exec(name)?.[1] ?? ''
