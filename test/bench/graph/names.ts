/** Invented names for the generated graph. */

/** Numbers in [0, 1). */
export type Random = () => number

const SURNAMES = '赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳史唐薛雷贺倪汤罗毕郝安常于傅齐康伍余顾孟黄萧尹姚邵汪祁毛戴谈宋庞熊纪舒屈项祝董梁杜阮蓝席季贾路江童颜郭'
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志文海燕玉兰春生宏晓晨宇轩浩然梓涵思源博远景行云舟清扬知微若水嘉禾怀瑾允恭致远承安'
/** Pairs of these make the names of places that are on no map. */
const PLACE = '澜砚岚屿汐槿砾溟鹭葭禾漪芷岫霁渚沅泠皋桐漩浔蓼篁峤隰'
const TRADE = '安宝博昌超诚创达德鼎方丰峰福冠光广海汉航恒宏鸿辉汇惠佳嘉坚金锦晶京巨聚骏康科凯力立联林凌隆绿美铭宁普奇启庆全荣瑞润森盛世顺思泰腾通同万旺伟祥新信兴雄秀雅益永优宇裕源远运泽兆振正智中卓'
const LINES = ['科技', '新材料', '光电', '智能装备', '生物医药', '汽车零部件', '环保科技', '纺织', '化工', '物流', '食品', '电子', '机械', '能源', '储能', '机器人']
const ORGANS = ['发展研究中心', '科技服务中心', '产业促进会', '商会', '理工大学', '职业学院', '人民医院', '技术研究院', '市场监督管理局', '科学技术局', '农业农村局', '文化和旅游局', '港务管理局', '交通运输局', '生态环境局']
const THEMES = ['数字经济', '新材料', '乡村振兴', '智能制造', '绿色低碳', '生物医药', '跨江融合', '营商环境', '海洋经济', '低空经济', '集成电路', '现代农业', '养老服务', '新型储能']
const EFFORTS: readonly (readonly [string, string])[] = [
  ['三年行动计划', 'PROGRAM'], ['产业协作区', 'ZONE'], ['促进条例', 'POLICY'], ['发展战略', 'STRATEGY'], ['示范企业', 'DESIGNATION'], ['基地项目', 'PROJECT'], ['发展大会', 'EVENT'], ['创新论坛', 'EVENT'],
]

export const SUBKINDS = EFFORTS.map(([, subkind]) => subkind)

const pick = (list: readonly string[] | string, random: Random): string => list[Math.floor(random() * list.length)] ?? ''
const some = (list: string, count: number, random: Random): string => Array.from({ length: count }, () => pick(list, random)).join('')

/** Tries until the name is new; a tail tells the rest apart where the words run out. */
function fresh(taken: Set<string>, make: () => string): string {
  for (let tries = 0; ; tries++) {
    const name = make()
    const tried = tries < 20 ? name : `${name}${taken.size}`
    if (taken.has(tried)) continue
    taken.add(tried)
    return tried
  }
}

export interface Named {
  readonly name: string
  readonly aliases: readonly string[]
  readonly subkind: string
}

/** Regions by rank: a few cities, then counties. */
export const region = (rank: number, taken: Set<string>, random: Random): Named & { readonly short: string } => {
  const city = rank < 40
  const short = fresh(taken, () => some(PLACE, rank < 300 ? 2 : 3, random))
  return { name: `${short}${city ? '市' : '县'}`, aliases: [], subkind: city ? 'city' : 'county', short }
}

/** People have namesakes; everything else has a name of its own. */
export const person = (random: Random): Named =>
  ({ name: `${pick(SURNAMES, random)}${some(GIVEN, 2, random)}`, aliases: [], subkind: random() < 0.7 ? 'official' : 'executive' })

export function company(place: string, taken: Set<string>, random: Random): Named {
  const core = fresh(taken, () => `${place}${some(TRADE, random() < 0.7 ? 2 : 3, random)}${pick(LINES, random)}`)
  return { name: `${core}有限公司`, aliases: [core], subkind: '' }
}

export const organization = (place: string, taken: Set<string>, random: Random): Named =>
  ({ name: fresh(taken, () => `${place}${random() < 0.5 ? '' : some(TRADE, 2, random)}${pick(ORGANS, random)}`), aliases: [], subkind: 'other' })

export function initiative(place: string, rank: number, taken: Set<string>, random: Random): Named {
  const [effort = '', subkind = ''] = EFFORTS[rank % EFFORTS.length] ?? []
  return { name: fresh(taken, () => `${place}${random() < 0.4 ? '' : some(TRADE, 2, random)}${pick(THEMES, random)}${effort}`), aliases: [], subkind }
}
