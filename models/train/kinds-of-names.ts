/** Maps the labels of general corpora (ORG, LOC) to the project's kinds by the name's ending; what it cannot tell stays open. */
import type { TaggedKind } from '../../ingest/3-extract/recogniser/tags.js'

const COMPANY = /(公司|集团|厂|股份|证券|石化|药业|实业|控股|矿业|商场|超市|商店|酒店|宾馆|饭店|航空|重工|旅行社|事务所|合作社|工作室|财险|人寿|保险|信托|电器|百货|钢铁|通讯|航运|车行|书店|影业|传媒|地产|置业|农商行|支行|分行)$/
const BANK = /银行$/
const PUBLIC_BANK = /(人民银行|世界银行|开发银行|央行|中央银行|储备银行|清算银行)$/
const BODY =
  /(局|厅|署|委|会|部|院|府|处|科|室|司|办|党|军|队|团|所|站|台|报|社|网|校|中学|小学|大学|馆|园|中心|联盟|联合国|国会|议会|内阁|法院|检察院|组织|公署|支部|总部|工会|妇联|政协|人大|机关|集团军|委员会|联|同盟|会议|俱乐部|学会|基金|系|部门|政府|警方|欧盟|北约|杂志|晚报|日报|卫视)$/

/** Kinds an organisation's name may have; both when its ending does not tell. */
export const kindsOfOrganisation = (name: string): readonly TaggedKind[] => {
  if (PUBLIC_BANK.test(name)) return ['ORGANIZATION']
  if (COMPANY.test(name) || BANK.test(name)) return ['COMPANY']
  if (BODY.test(name)) return ['ORGANIZATION']
  return ['COMPANY', 'ORGANIZATION']
}

const DIVISION = /(省|市|县|区|镇|乡|州|旗|盟|自治区|街道|共和国|国|新区|地区)$/
const NO_DIVISION = /(路|街|大道|山|河|江|湖|海|峡|楼|桥|站|港|机场|广场|寺|宫|大厦|岛|洋|门|公园|馆|院|校|小区|景区|场|弄|号|库|铁路|公路|运河|水库|沟|巷|胡同|塔|庙|园|洞|谷|林|草原|沙漠|高原|平原|盆地|湾|角|线|河流域|流域)$/

/** `region`: a division for certain; `no`: a feature of the land or a building; `maybe`: open. */
export const regionOfPlace = (name: string, known: (name: string) => boolean): 'region' | 'no' | 'maybe' => {
  if (known(name)) return 'region'
  if (NO_DIVISION.test(name)) return 'no'
  if (name.length >= 2 && DIVISION.test(name)) return 'region'
  return 'maybe'
}
