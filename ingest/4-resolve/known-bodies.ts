import { CENTRAL_GOVERNMENT, CENTRAL_OTHER, CENTRAL_PARTY } from '../3-extract/lexicon/organs.js'

/** Bodies whose name alone says which one is meant. Public facts. */

/** Named like a body that every place has, so only with a place or a level before them. */
const OF_ANY_PLACE: ReadonlySet<string> = new Set(['发改委', '国资委', '中央巡视组'])
const LEVELLED = /^团[省市县区]委$/

/** News houses, and bodies of the world or of another country that Chinese texts name without a place. */
const OF_THE_WORLD = [
  '新华社', '新华网', '人民日报', '人民日报社', '人民网', '中新社', '中国新闻社', '中新网', '央视', '央视网', '央视新闻', '央视财经', '中央电视台', '光明日报', '经济日报', '科技日报', '解放军报', '环球时报', '环球网', '澎湃新闻', '界面新闻', '财联社',
  '路透社', '美联社', '法新社', '塔斯社', '彭博社', '共同社', '韩联社', '半岛电视台', '美联储', '欧洲央行', '欧盟', '欧盟委员会', '欧洲议会', '北约', '东盟', '非盟', '世卫组织', '世贸组织', '世界贸易组织', '世界银行', '国际货币基金组织', '国际原子能机构',
  '国际奥委会', '国际足联', '联合国安理会', '安理会', '联合国大会', '国际红十字会', '上合组织', '上海合作组织', '金砖国家', '二十国集团', '石油输出国组织', '欧佩克', '白宫', '五角大楼', '克里姆林宫', '西共体', '西非国家经济共同体', '国际能源署', '世界气象组织', '世界经济论坛',
] as const

const KNOWN: ReadonlySet<string> = new Set([...CENTRAL_PARTY, ...CENTRAL_GOVERNMENT, ...CENTRAL_OTHER.map(([name]) => name), ...OF_THE_WORLD].filter((name) => !OF_ANY_PLACE.has(name) && !LEVELLED.test(name)))

/** Words that open the name of a body of the whole country; 中央商务区 and 国家级新区 belong to places. */
const OF_THE_COUNTRY = /^(?:中国|中共(?=中央|第)|中央(?!商务区|公园|大街)|国家(?!级|森林|湿地|地质|矿山)|国务院|全国|中华|最高人民|新华社|人民日报)/

/** Offices and departments of central ministries: 财政部办公厅, 教育部高等教育司. */
const UNIT_OF_CENTRAL = /^(.{2,12}[部委局署院会])(?:办公厅|.{2,8}司|.{2,8}中心)$/

/** True for a body of which there is one. `name` in plain form. */
export const isKnownBody = (name: string): boolean => KNOWN.has(name) || OF_THE_COUNTRY.test(name) || KNOWN.has(UNIT_OF_CENTRAL.exec(name)?.[1] ?? '')
