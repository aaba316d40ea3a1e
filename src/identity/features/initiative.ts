/** What tells whether two initiatives are one: core name, place, year and edition. */
import { compared, found, text, type Feature, type KindRules } from '../feature.js'
import type { InitiativeName } from '../names/initiative-name.js'
import { pairOverlap } from '../names/plain.js'
import { levelOfCode, nameOfCode, nearest, nearness } from '../names/places.js'
import type { PreparedInitiative } from '../prepared.js'
import type { Profile } from '../profile.js'
import { weightOf } from '../weights.js'
import { bestPair, disjoint, either, homesFeature, intersects, placeNames, registerGuards, registerProofs, relatedFeature, type BestPair } from './shared.js'

type InitiativeFeature = Feature<PreparedInitiative>

/** Cores that tell nothing by themselves. */
const BARE = /^(通知|公告|决定|报告|意见|实施意见|指导意见|办法|管理办法|方案|实施方案|工作方案|条例|规定|规划|纲要|措施|若干措施|清单|倡议|政策|战略|会议|紧急会议|大会|论坛|峰会|活动|仪式|开幕式|闭幕式|启动仪式|签约仪式|座谈会|项目|工程|计划|行动|专项|园区|基地)$/

function coreValue(a: InitiativeName, b: InitiativeName): number {
  if (a.core === b.core) return BARE.test(a.core) ? 0 : 1
  const [short, long] = a.core.length <= b.core.length ? [a.core, b.core] : [b.core, a.core]
  if (short.length >= 4 && (long.startsWith(short) || long.endsWith(short))) return long.length - short.length <= 2 ? 0.5 : 0.3
  const overlap = pairOverlap(short, long)
  return overlap >= 0.75 ? 0.3 : overlap >= 0.5 ? -0.3 : -1
}

const coreOf = (a: PreparedInitiative, b: PreparedInitiative): BestPair => bestPair(a.names, b.names, coreValue, (name) => name.core)

/** Names so plain that only the place tells them apart. */
const PLAIN = /^.{0,3}(开发区|高新区|经开区|新区|园区|产业园|工业园|科技园|示范区|综保区|自贸区|片区|三年行动|行动|工程|条例|规划|大会|论坛|推介会|招商会|对接会|博览会|年会|座谈会|工作会议)$/

const core: InitiativeFeature = {
  id: 'core',
  doc: 'The name without place, year, edition, quotes and the noun that may be left away (行动计划, 行动).',
  weight: weightOf('INITIATIVE', 'core'),
  compare(a, b) {
    const { value, left, right } = coreOf(a, b)
    return compared(value, value === 1 ? text('核心名称相同', 'the same core name') : value > 0 ? text('核心名称相近', 'similar core names') : text('核心名称不同', 'different core names'), left, right)
  },
}

const length: InitiativeFeature = {
  id: 'length',
  doc: 'A long core name is seldom shared by chance; a plain one (开发区, 三年行动) always is.',
  weight: weightOf('INITIATIVE', 'length'),
  compare(a, b) {
    const { value, left } = coreOf(a, b)
    if (value < 1) return undefined
    // Strategies are few and national; their short names (双碳) are as telling as long ones.
    const rare = a.profile.subkind === 'STRATEGY' && b.profile.subkind === 'STRATEGY' ? 0.5 : PLAIN.test(left) ? -1 : Math.min(1, (left.length - 4) / 4)
    return compared(rare, either(rare, text('核心名称独特', 'a telling core name'), text('核心名称普通', 'a plain core name')), left, left)
  },
}

const place: InitiativeFeature = {
  id: 'place',
  doc: 'The place written in both names.',
  weight: weightOf('INITIATIVE', 'place'),
  compare(a, b) {
    if (a.places.length === 0 || b.places.length === 0) return undefined
    const value = intersects(a.places, b.places) ? 1 : (nearest(a.places, b.places)?.value ?? 0) - 1
    return compared(value, either(value, text('名称中的地名相同', 'the same place in the name'), text('名称中的地名不同', 'different places in the name')), placeNames(a.places), placeNames(b.places))
  },
}

const seat: InitiativeFeature = {
  id: 'seat',
  doc: 'A name without a place against the place of the other: where it lies, else where its articles are at home.',
  weight: weightOf('INITIATIVE', 'seat'),
  compare(a, b) {
    if (a.places.length > 0 === b.places.length > 0) return undefined
    const near = a.places.length > 0 ? nearest(a.places, seatOf(b)) : nearest(seatOf(a), b.places)
    return near && compared(near.value, either(near.value, text('所在地与名称中的地名相符', 'lies in the place that the other name carries'), text('所在地与名称中的地名不符', 'lies outside the place that the other name carries')), nameOfCode(near.left), nameOfCode(near.right))
  },
}

const seatOf = (initiative: PreparedInitiative): readonly string[] => (initiative.regions.length > 0 ? initiative.regions : initiative.homes)

const issue: InitiativeFeature = {
  id: 'issue',
  doc: 'Year and edition: the same in both names speaks for; in one name only, a little against.',
  weight: weightOf('INITIATIVE', 'issue'),
  compare(a, b) {
    const [left, right] = [[...a.editions, ...a.years], [...b.editions, ...b.years]]
    if (left.length === 0 && right.length === 0) return undefined
    const value = intersects(left, right) ? 1 : left.length > 0 && right.length > 0 ? -0.2 : -0.4
    return compared(value, either(value, text('年份或届次相同', 'the same year or edition'), text('只有一方写明年份或届次', 'year and edition are not known of both')), left.join('、'), right.join('、'))
  },
}

const DAY = 86_400_000

/** Days between the reports of two profiles; 0 when they overlap. */
const gapOf = (a: Profile, b: Profile): number =>
  Math.max(0, Date.parse(a.first) - Date.parse(b.last === '' ? b.first : b.last), Date.parse(b.first) - Date.parse(a.last === '' ? a.first : a.last)) / DAY

const bothEvents = (a: Profile, b: Profile): boolean => a.subkind === 'EVENT' && b.subkind === 'EVENT'

const time: InitiativeFeature = {
  id: 'time',
  doc: 'Reports of one event stand close together in time; for other kinds time tells little and is not used.',
  weight: weightOf('INITIATIVE', 'time'),
  compare({ profile: a }, { profile: b }) {
    if (!bothEvents(a, b) || a.first === '' || b.first === '') return undefined
    const gap = gapOf(a, b)
    const value = gap <= 14 ? 1 : gap <= 60 ? 0.3 : gap <= 200 ? -0.3 : -1
    return compared(value, either(value, text('报道时间相近', 'reported at about the same time'), text('报道时间相隔很久', 'reported long apart')), a.first, b.first)
  },
}

const subkind: InitiativeFeature = {
  id: 'subkind',
  doc: 'Programme, zone, document, strategy, status, project or event.',
  weight: weightOf('INITIATIVE', 'subkind'),
  compare({ profile: a }, { profile: b }) {
    if (a.subkind === '' || b.subkind === '') return undefined
    return compared(a.subkind === b.subkind ? 0.5 : -1, a.subkind === b.subkind ? text('类别相同', 'the same sort') : text('类别不同', 'different sorts'), a.subkind, b.subkind)
  },
}

const alias: InitiativeFeature = {
  id: 'alias',
  doc: 'A short name that an article introduced.',
  weight: weightOf('INITIATIVE', 'alias'),
  compare(a, b) {
    const shared = a.introduced.find((form) => b.forms.includes(form)) ?? b.introduced.find((form) => a.forms.includes(form))
    return shared === undefined ? undefined : compared(1, text('文中写明的简称相同', 'a short name that the text introduces'), shared, shared)
  },
}

/** Length of the shorter of the two cores that agree best. */
function shorterCore(a: PreparedInitiative, b: PreparedInitiative): number {
  const { left, right } = coreOf(a, b)
  return Math.min(left.length, right.length)
}

const anywhere = homesFeature('INITIATIVE')
/** Sorts of which every place has its own. */
const LOCAL = ['EVENT', 'PROJECT']
/** Sorts that are the state's unless the name says otherwise. */
const NATIONWIDE = ['STRATEGY', 'DESIGNATION']
/** From this length a core name tells more than a place does. */
const TELLING_LENGTH = 7
/** Nearness of two places of one city. */
const SAME_CITY = 0.4

const homes: InitiativeFeature = {
  ...anywhere,
  doc: 'Articles about the same place more often mean the same one; a long core name that is no event or project is told of everywhere.',
  compare(a, b) {
    const comparison = anywhere.compare(a, b)
    if (comparison === undefined || comparison.value >= 0 || LOCAL.includes(a.profile.subkind) || shorterCore(a, b) < TELLING_LENGTH) return comparison
    return { ...comparison, value: comparison.value * 0.3 }
  },
}

/** 长三角一体化 carries an area as its place and is general all the same. */
const ofArea = (initiative: PreparedInitiative): boolean => initiative.places.some((code) => levelOfCode(code) === 'area')

/** A place that an initiative is of: regions of one country, not the country or an area such as 长三角. */
const local = (codes: readonly string[]): boolean => codes.length > 0 && codes.every((code) => ['province', 'city', 'county', 'town'].includes(levelOfCode(code)))

export const INITIATIVE_RULES: KindRules<PreparedInitiative> = {
  proofs: registerProofs,
  guards: [
    ...registerGuards,
    {
      id: 'edition-differs',
      doc: '第二届 is not 第三届; 一期 is not 二期.',
      find: (a, b) => (disjoint(a.editions, b.editions) && a.editions.some((left) => b.editions.some((right) => left.charAt(0) === right.charAt(0))) ? found(text('届次或期次不同', 'different editions'), a.main.form, b.main.form) : undefined),
    },
    {
      id: 'year-differs',
      doc: 'The same effort of another year is another one.',
      find: (a, b) => (disjoint(a.years, b.years) ? found(text('年份不同', 'different years'), a.years.join('、'), b.years.join('、')) : undefined),
    },
    {
      id: 'place-differs',
      doc: 'Initiatives that carry different places are different.',
      find: (a, b) => (disjoint(a.places, b.places) && (local(a.places) || local(b.places)) ? found(text('名称中的地名不同', 'different places in the name'), placeNames(a.places), placeNames(b.places)) : undefined),
    },
    {
      id: 'level-differs',
      doc: 'A status of the state is not one of the province.',
      find: (a, b) => (a.main.level !== '' && b.main.level !== '' && a.main.level !== b.main.level ? found(text('级别不同', 'of different levels'), a.main.form, b.main.form) : undefined),
    },
    {
      id: 'part',
      doc: 'The opening of an event is not the event; a draft is not the document.',
      find: (a, b) => (a.main.part !== b.main.part && coreOf(a, b).value > 0 ? found(text('整体与部分，或草案与正式文件', 'a whole and a part, or a draft and the document'), a.main.form, b.main.form) : undefined),
    },
    {
      id: 'long-apart',
      doc: 'Two events reported more than 200 days apart are two, unless both carry one edition or year.',
      find(a, b) {
        const [left, right] = [a.profile, b.profile]
        if (!bothEvents(left, right) || left.first === '' || right.first === '' || intersects(a.editions, b.editions) || intersects(a.years, b.years)) return undefined
        return gapOf(left, right) > 200 ? found(text('报道时间相隔过久，应为不同届次', 'reported too long apart to be one event'), left.first, right.first) : undefined
      },
    },
    {
      id: 'event-or-not',
      doc: 'An event is not the zone, plan or project it is about.',
      find: ({ profile: a }, { profile: b }) => ((a.subkind === 'EVENT') !== (b.subkind === 'EVENT') && a.subkind !== '' && b.subkind !== '' ? found(text('会议活动与其他举措', 'an event and an effort of another sort'), a.subkind, b.subkind) : undefined),
    },
  ],
  features: [core, length, place, seat, issue, time, subkind, alias, homes, relatedFeature('INITIATIVE')],
  caps: [
    {
      id: 'core-differs',
      doc: 'Core names that are not equal are at most possibly the same.',
      find(a, b) {
        const { value, left, right } = coreOf(a, b)
        return value === 1 || intersects(a.introduced, b.forms) || intersects(a.forms, b.introduced) ? undefined : found(text('核心名称不完全相同', 'the core names are not equal'), left, right)
      },
    },
    {
      id: 'plain-core',
      doc: 'A plain core name (开发区, 三年行动) needs a common place.',
      find(a, b) {
        const { left, right } = coreOf(a, b)
        if (!(PLAIN.test(left) || PLAIN.test(right)) || intersects(a.places, b.places)) return undefined
        return a.places.length === 0 && b.places.length === 0 ? found(text('名称普通且没有地名', 'a plain name without a place'), left, right) : intersects(a.places, seatOf(b)) || intersects(seatOf(a), b.places) ? undefined : found(text('名称普通且所在地不明', 'a plain name, and nothing tells where'), left, right)
      },
    },
    {
      id: 'general-or-local',
      doc: 'A name without a place may be the general effort (瞪羚企业, 中欧班列) of which the other is a place\'s own, unless it is only told of there.',
      find(a, b) {
        if (a.places.length > 0 === b.places.length > 0 || ofArea(a) || ofArea(b)) return undefined
        const [placed, open] = a.places.length > 0 ? [a, b] : [b, a]
        const only = seatOf(open).length > 0 && seatOf(open).every((code) => placed.places.some((place) => (nearness(place, code) ?? -1) >= 0.5))
        const sameIssue = intersects(a.editions, b.editions) || intersects(a.years, b.years)
        return only || sameIssue ? undefined : found(text('一方没有地名，可能是总称', 'the one without a place may be the general effort'), a.main.form, b.main.form)
      },
    },
    {
      id: 'level-left-away',
      doc: 'A plain zone is not every 国家级 zone of its sort.',
      find: (a, b) => (a.main.level !== b.main.level && a.profile.subkind === 'ZONE' ? found(text('一方只写明级别', 'only one carries a level'), a.main.form, b.main.form) : undefined),
    },
    {
      id: 'far-apart',
      doc: 'Without a place in its name, an event, a project or an effort with a short name that is reported from two cities, or an event reported months apart or at unknown times, wants a look.',
      find(a, b) {
        const subkind = a.profile.subkind
        const local = LOCAL.includes(subkind) || (!NATIONWIDE.includes(subkind) && shorterCore(a, b) < TELLING_LENGTH)
        if (!local || intersects(a.places, b.places) || intersects(a.editions, b.editions) || intersects(a.years, b.years)) return undefined
        const far = (nearest(seatOf(a), seatOf(b))?.value ?? (LOCAL.includes(subkind) && shorterCore(a, b) < TELLING_LENGTH ? -1 : 1)) < SAME_CITY
        const long = subkind === 'EVENT' && (time.compare(a, b)?.value ?? -1) < 0.5
        return far || long ? found(text('报道地区或时间相距较远', 'reported from far apart or at different times'), placeNames(seatOf(a)), placeNames(seatOf(b))) : undefined
      },
    },
    {
      id: 'issue-unknown',
      doc: 'An event with an edition, against one without, needs reports of the same days.',
      find(a, b) {
        if (a.profile.subkind !== 'EVENT' || (a.editions.length + a.years.length === 0) === (b.editions.length + b.years.length === 0)) return undefined
        return (time.compare(a, b)?.value ?? 0) === 1 ? undefined : found(text('一方没有写明届次', 'the edition of one is not known'), a.main.form, b.main.form)
      },
    },
  ],
}
