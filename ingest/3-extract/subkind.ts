/** Tells the subkind of a name from its form and the words beside it. Rules as data; the first that fits decides. */
import type { EntityKind } from '../../schema/ontology/index.js'

type Rule = readonly [subkind: string, form: RegExp]

const ORGANIZATION_FORMS: readonly Rule[] = [
  ['party', /(省委|市委|区委|县委|州委|旗委|镇委|盟委|地委|党委|党工委|党组|工委|纪委|纪委监委|组织部|宣传部|统战部|政法委|党支部|党总支|中共中央|党中央|中央统战部|国民党|民进党|民主党|民众党|中央委员会|共产党|委办公室|委办公厅|直属机关工作委员会|委[^员]{0,4}办|党校)$|^中共/],
  ['academic', /(大学|学院|学校|中学|小学|高中|初中|附中|附小|幼儿园|研究院|研究所|研究中心|研究室|实验室|科学院|工程院|设计院|规划院|院士工作站|书院|职校|技校|校区|博士后[^，]*站|中科院|社科院|智库)$/],
  ['association', /(协会|商会|联合会|学会|促进会|工商联|总工会|工会|妇联|团委|共青团[^，]*委|联盟|基金会|研究会|科协|文联|残联|侨联|台联|总会|红十字会|联谊会|同乡会|志愿者[^，]*队|共青团|青联|学联|贸促会|作协|慈善会|同盟|行会|公会|合作组织)$/],
  ['other', /(医院|卫生院|医学中心|博物馆|图书馆|文化馆|美术馆|科技馆|展览馆|纪念馆|电视台|广播电台|日报社?|晚报社?|晨报社?|时报社?|通讯社|出版社|报社|新华社|卫视|周刊|杂志社?|新闻网|俱乐部|剧团|剧院|歌舞团|艺术团|[足篮排]球队|国家队|代表队|球队|代表团|养老院|福利院|敬老院|殡仪馆|委员会赛事部|融媒体中心|法院|检察院|法庭|仲裁委员会|仲裁委)$/],
  ['government', /(政府|局|厅|署|部|委|办|处|司|院|所|队|站|室|海关|人大|政协|常委会|委员会|管委会|中心|街道|社区|村委会|居委会|法院|检察院|领事馆|大使馆|消防|公安|警方|国务院|行署|央行|人民银行|银保监会|证监会|金融办|国家电网|联合国|欧盟|议会|国会|内阁|部队|军区|组|专班|指挥部)$/],
]

const REGION_FORMS: readonly Rule[] = [
  ['area', /(三角|三角洲|大湾区|京津冀|地区|经济区|苏[南中北]|东北|西北|西南|华[东南北中]|沿[江海]|流域|[东南西北中]部|亚洲|欧洲|非洲|美洲|亚太|东盟|中东|两岸|港澳台?)$/],
  ['province', /(省|自治区|特别行政区)$/],
  ['city', /(市|自治州|州|盟)$/],
  ['county', /(县|自治县|区|旗|自治旗|新区)$/],
  ['town', /(镇|乡|街道|苏木|村|社区)$/],
]

const INITIATIVE_FORMS: readonly Rule[] = [
  ['POLICY', /(条例|办法|意见|规定|细则|纲要|通知|公告|决定|规划|方案|若干措施|措施|政策|公报|报告|白皮书|指南|法|协议|协定|规范|标准|目录|清单|法典|公约|[条款]新政|十[一二三四五六七八九]条|[0-9]+条|倡议|合同|备忘录|五年规划)$/],
  ['EVENT', /(大会|论坛|峰会|博览会|[展博]会|交易会|洽谈会|推介会|招商会|对接会|发布会|恳谈会|年会|研讨会|座谈会|现场会|推进会|动员会|交流会|联谊会|观摩会|音乐会|演唱会|分享会|说明会|展览|(?<!发|开|拓|进|扩|伸)展|仪式|典礼|开幕式|闭幕式|全会|全体会议|会议|会谈|大赛|联赛|锦标赛|公开赛|邀请赛|挑战赛|赛|杯|运动会|[亚奥大全残]运会|奥运|世界杯|(?<!环|季|情|调|细)节|活动|活动周|活动月|宣传周|宣传月|夏令营|巡展|巡演|集市|路演|沙龙|讲坛|讲座|培训班|全国两会|两会|之夜|晚会|会演|汇演)$/],
  ['DESIGNATION', /(小巨人|专精特新|高新技术企业|中小企业|瞪羚企业|独角兽|独角兽企业|单项冠军|冠军企业|隐形冠军|龙头企业|[示领]范企业|优秀企业|先进企业|百强企业|500强|百强|孵化器|众创空间|技术中心|重点实验室|老字号|商标|地理标志|示范[县市镇村校]|试点[县市城]|示范单位|示范城市|文明[单城村校家]|卫生[城县镇]|森林城市|园林城市|历史文化名[城镇村]|称号|先进集体|劳动模范|先进个人|五一劳动奖章|奖章|奖|之乡|之城|绿色工厂|智能工厂|灯塔工厂|强县|强市|强镇|百强县|标杆|名录|遗产|景区|资质|企业)$|^专精特新/],
  ['ZONE', /(开发区|高新区|经开区|园区|产业园|工业园|科技园|科创园|物流园|创业园|示范区|试验区|协同区|协作区|自贸区|自贸港|贸易港|保税区|综保区|合作区|集聚区|先导区|先行区|引领区|创新区|新区|新城|示范园|软件园|孵化园|生态城|科学城|大学城|产业城|商务区|创新港|产业带|走廊|都市圈|经济圈|经济带|城市群|自创区|示范带|片区|试点区|样板区|核心区|启动区|港区|空港|陆港|小镇|综合体|街区|基地|园|城|谷|港|圈|带|湾)$/],
  ['STRATEGY', /(战略|一体化|一体化发展|协同发展|振兴|全面振兴|大开发|崛起|一带一路|双碳|高质量发展|碳中和|碳达峰|强国|强省|强市|双循环|新发展格局|数字中国|健康中国|美丽中国|平安中国|中国式现代化|对外开放|双城经济圈建设|大保护|立市|兴市|先行|发展格局|总体布局)$/],
  ['PROJECT', /(项目|高速公路|高速|高铁|铁路|地铁[^，]*线|号线|电站|水电站|核电站|风电场|生产线|隧道|大桥|特大桥|大厦|广场|机场|航站楼|水库|枢纽|改扩建|一期|二期|三期|总部|管道|管线|通道|工厂|数据中心|航线|中欧班列|班列|码头|综合利用)$/],
  ['PROGRAM', /(行动|计划|工程|试点|专项|攻坚战|攻坚|整治|改革|提升年|攻坚年|年|基金|资金|机制|制度|平台|主题教育|学习教育|服务|补贴|课题|体系|模式|保护|帮扶|协作|两新|两重|以旧换新|放管服|双减|革命|创建|建设)$/],
]

const OFFICIAL =
  /(书记|市长|省长|区长|县长|镇长|乡长|州长|盟长|旗长|村长|村主任|主席|总统|首相|总理|议长|局长|厅长|部长|司长|处长|科长|所长|站长|主任|委员|常委|巡视员|调研员|检察长|庭长|队长|支队长|政委|专员|秘书长|领导|副组长|组长|发言人|大使|领事|参赞|国务委员|代表|支书|指挥长|民警|干事|法官|检察官|警长|干部|党组成员|负责人|督察长|司令员|第一书记|常务副|关长|行署专员)$/
const EXECUTIVE = /(董事长|总经理|经理|总裁|CEO|首席执行官|首席[^，。]{0,4}官|创始人|合伙人|厂长|行长|总监|董事|监事|监事长|店长|老板|掌门人|企业家|法定代表人|法人|场长|社长|理事长|总工程师|总会计师|总工|控制人|带头人|股东|投资人|经纪人|董秘|执行官|园长)$/
const EXPERT = /(教授|研究员|院士|专家|博士|博导|学者|医师|医生|护士|护士长|律师|分析师|经济学家|科学家|工程师|讲师|导师|评论员|设计师|农艺师|技术员|顾问|校长|院长|会计师|研究所所长|首席科学家|研究院院长|老师|教师|班主任|馆长)$/

/** A title between name and context: 市长、 / 市委书记兼 and the like leave these behind. */
const TRAIL = /[、，：:兼（(“"‘\s]+$/

const personSubkind = (left: string, right: string): string => {
  const before = left.replace(TRAIL, '')
  const after = /^[\s（(，]{0,2}([^，。；、]{0,8})/.exec(right)?.[1] ?? ''
  for (const [subkind, titles] of [['executive', EXECUTIVE], ['expert', EXPERT], ['official', OFFICIAL]] as const) {
    if (titles.test(before)) return EXPERT_HEAD.test(before) && OFFICE.test(before) ? 'official' : subkind
  }
  const title = /^(书记|[副代]?[市省区县镇乡州局厅部司处主]长|主任|主席|总统|首相|总理|董事长|总经理|总裁|经理|总|教授|院士|研究员|博士|医生|律师|老师)/.exec(after)?.[0]
  if (title === undefined) return 'other'
  return EXECUTIVE.test(title) || title === '总' ? 'executive' : EXPERT.test(title) ? 'expert' : 'official'
}
/** 院长 and 社长 of a court or an agency are officials. */
const EXPERT_HEAD = /(院长|馆长|校长|社长)$/
const OFFICE = /(法院|检察院|党校|新华社|日报社|报社|市委|省委|区委|县委)[^，。]{0,12}$/

const first = (rules: readonly Rule[], name: string): string => rules.find(([, form]) => form.test(name))?.[0] ?? ''

/**
 * Subkind of a name, one of those that the ontology lists for the kind; '' for COMPANY.
 * `left` and `right` are the texts beside the name in its sentence; only PERSON looks at them. What nothing tells is
 * `other` for PERSON and ORGANIZATION, `area` for REGION (pass the gazetteer's level where there is one), `PROGRAM` for INITIATIVE.
 */
export const subkindOf = (kind: EntityKind, name: string, left = '', right = ''): string => {
  const bare = name.replace(/["'“”‘’《》「」\s]/g, '').replace(/[（(][^（）()]*[)）]$/, '')
  switch (kind) {
    case 'COMPANY': return ''
    case 'PERSON': return personSubkind(left, right)
    case 'ORGANIZATION': return first(ORGANIZATION_FORMS, bare) || 'other'
    case 'REGION': return first(REGION_FORMS, bare) || 'area'
    case 'INITIATIVE': return /《/.test(name) ? 'POLICY' : first(INITIATIVE_FORMS, bare) || 'PROGRAM'
  }
}
