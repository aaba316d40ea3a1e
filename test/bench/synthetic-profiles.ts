/** Invented profiles in any number for the identity bench; the same seed gives the same profiles. */
import { randomFrom } from '../../ingest/2-clean/damage/random.js'
import { loadGazetteer, type Region } from '../../ingest/3-extract/gazetteer.js'
import { givenNames, surnameShares } from '../../src/identity/lexicon.js'
import { makeProfile, type Profile } from '../../src/identity/profile.js'

const TRADE_CHARS = '安宝博昌长超辰诚城创春达大德鼎东方丰峰福富刚高冠光广贵国海汉航豪和恒宏鸿华辉汇惠吉佳嘉坚建江杰金锦晶京景静久巨聚骏康科凯乐力立利联亮林凌龙隆绿美铭明南宁平普奇启强勤清庆全泉荣瑞润森山盛胜时世顺思泰腾天通同万旺威维伟文希祥新信兴星雄秀旭雅炎阳耀业宜亿益英永优友宇裕元源远云运泽展兆振正志智中众洲卓'
const LINES = ['科技', '新材料', '光电科技', '智能装备', '生物医药', '汽车零部件', '环保科技', '纺织', '化工', '物流', '食品', '电子', '机械', '建设', '置业', '能源']
const FORMS = ['有限公司', '股份有限公司', '有限责任公司']
const ORGANS = ['发展和改革委员会', '教育局', '公安局', '民政局', '财政局', '人力资源和社会保障局', '住房和城乡建设局', '科学技术局', '市场监督管理局', '卫生健康委员会', '总工会', '妇女联合会', '人民法院', '人民检察院', '第一人民医院', '第二中学', '农业农村局', '统计局', '审计局', '文化和旅游局']
const SHORT: Readonly<Record<string, string>> = { 发展和改革委员会: '发改委', 人力资源和社会保障局: '人社局', 住房和城乡建设局: '住建局', 科学技术局: '科技局', 市场监督管理局: '市场监管局', 卫生健康委员会: '卫健委' }
const THEMES = ['数字经济', '新材料', '乡村振兴', '智能制造', '绿色低碳', '生物医药', '跨江融合', '人才', '营商环境', '海洋经济', '文化旅游', '低空经济', '集成电路', '现代农业', '养老服务']
const EFFORTS: readonly (readonly [string, string])[] = [['三年行动计划', 'PROGRAM'], ['产业园', 'ZONE'], ['发展大会', 'EVENT'], ['创新论坛', 'EVENT'], ['示范区', 'ZONE'], ['提升工程', 'PROGRAM'], ['促进条例', 'POLICY'], ['基地项目', 'PROJECT']]
const TITLES = ['市长', '副市长', '区长', '局长', '董事长', '总经理', '主任', '教授', '书记']

/** Codes of cities and counties under the gazetteer's provinces. */
function places(): Region[] {
  const gazetteer = loadGazetteer()
  const found: Region[] = []
  for (let province = 11; province <= 65; province++)
    for (let city = 0; city < 40; city++)
      for (const county of ['00', '01', '02', '03', '04', '05', '21', '22', '23', '81']) {
        const region = gazetteer.byCode(`${province}${String(city).padStart(2, '0')}${county}`)
        if (region && (region.level === 'city' || region.level === 'county')) found.push(region)
      }
  return found
}

interface Kit {
  readonly random: () => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly regions: readonly Region[]
  readonly surname: () => string
  readonly given: () => string
}

/** Draws by weight: a cumulative table and a binary search. */
function weighted(table: ReadonlyMap<string, number>, random: () => number): () => string {
  const names = [...table.keys()]
  const sums: number[] = []
  let total = 0
  for (const share of table.values()) sums.push((total += share))
  return () => {
    const wanted = random() * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return names[low] ?? ''
  }
}

function kitOf(seed: number): Kit {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => {
    const value = list[Math.floor(random() * list.length)]
    if (value === undefined) throw new RangeError('empty list')
    return value
  }
  return { random, pick, regions: places(), surname: weighted(surnameShares(), random), given: weighted(givenNames(), random) }
}

const used = (form: string): Profile['names'][number] => ({ form, count: 1, role: 'used' })
const trade = ({ random, pick }: Kit): string => Array.from({ length: random() < 0.75 ? 2 : random() < 0.7 ? 3 : 4 }, () => pick(Array.from(TRADE_CHARS))).join('')
const date = ({ random }: Kit): string => `20${20 + Math.floor(random() * 6)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`

/** One entity as one to three profiles, the way articles bring it: full, short, and told from a neighbouring place. */
function firm(kit: Kit): Omit<Profile, 'id'>[] {
  const [region, name, line] = [kit.pick(kit.regions), trade(kit), kit.pick(LINES)]
  const forms = [`${region.short}${name}${line}${kit.pick(FORMS)}`, `${region.short}${name}`, `${name}${line}`]
  return forms.slice(0, 1 + Math.floor(kit.random() * 3)).map((form) => makeProfile({ id: '', kind: 'COMPANY', names: [used(form)], homes: [region.code], first: date(kit) }))
}

function organ(kit: Kit): Omit<Profile, 'id'>[] {
  const [region, core] = [kit.pick(kit.regions), kit.pick(ORGANS)]
  const level = region.level === 'city' ? '市' : region.name.slice(-1)
  const forms = [`${region.name}${core}`, `${region.name}${SHORT[core] ?? core}`, `${level}${SHORT[core] ?? core}`]
  return forms.slice(0, 1 + Math.floor(kit.random() * 3)).map((form) => makeProfile({ id: '', kind: 'ORGANIZATION', names: [used(form)], homes: [region.code], first: date(kit) }))
}

function initiative(kit: Kit): Omit<Profile, 'id'>[] {
  const [region, theme, [effort, subkind]] = [kit.pick(kit.regions), kit.pick(THEMES), kit.pick(EFFORTS)]
  const core = `${kit.random() < 0.5 ? trade(kit) : ''}${theme}${effort}`
  const edition = subkind === 'EVENT' ? `第${1 + Math.floor(kit.random() * 9)}届` : ''
  const forms = [`${edition}${region.short}${core}`, `${region.short}${edition}${core}`]
  return forms.slice(0, 1 + Math.floor(kit.random() * 2)).map((form) => makeProfile({ id: '', kind: 'INITIATIVE', subkind, names: [used(form)], homes: [region.code], first: date(kit) }))
}

function person(kit: Kit): Omit<Profile, 'id'>[] {
  const [region, title] = [kit.pick(kit.regions), kit.pick(TITLES)]
  const given = kit.random() < 0.6 ? kit.given() : Array.from({ length: kit.random() < 0.3 ? 1 : 2 }, () => kit.pick(Array.from(TRADE_CHARS))).join('')
  const name = kit.surname() + given
  const from = date(kit)
  return Array.from({ length: 1 + Math.floor(kit.random() * 2) }, (_each, index) =>
    makeProfile({
      id: '', kind: 'PERSON', subkind: 'official', names: [used(name)], homes: [region.code], first: from,
      posts: index === 0 ? [{ title, bodyName: region.name, bodyId: '', regionCode: region.code, from, to: '' }] : [],
    }))
}

const MAKERS: readonly (readonly [share: number, make: (kit: Kit) => Omit<Profile, 'id'>[]])[] = [[0.45, firm], [0.7, person], [0.85, organ], [1, initiative]]

/** Exactly `count` profiles: 45% of entities firms, 25% people, 15% organs, 15% initiatives, one to three profiles each. */
export function syntheticProfiles(count: number, seed: number): Profile[] {
  const kit = kitOf(seed)
  const profiles: Profile[] = []
  while (profiles.length < count) {
    const draw = kit.random()
    const make = MAKERS.find(([share]) => draw < share)?.[1] ?? firm
    for (const profile of make(kit)) profiles.push({ ...profile, id: `s${profiles.length}` })
  }
  return profiles.slice(0, count)
}
