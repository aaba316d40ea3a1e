import type { EntityKind } from '../../../schema/ontology/index.js'

/** One family of names told by their ending. */
export interface SuffixFamily {
  readonly id: string
  readonly kind: EntityKind
  readonly subkind: string
  readonly suffixes: readonly string[]
  /** Fewest characters before the suffix. */
  readonly minStem: number
  /** The name may hold commas of enumeration, quotes and digits (events, projects). */
  readonly loose: boolean
  readonly weight: number
}

export const SUFFIX_FAMILIES: readonly SuffixFamily[] = [
  {
    id: 'company-legal', kind: 'COMPANY', subkind: '', minStem: 2, loose: false, weight: 0.95,
    suffixes: ['股份有限公司', '有限责任公司', '集团有限公司', '有限公司', '集团股份公司', '集团公司', '股份公司', '总公司', '分公司', '子公司', '株式会社', '合作社', '律师事务所', '会计师事务所'],
  },
  {
    id: 'company-common', kind: 'COMPANY', subkind: '', minStem: 2, loose: false, weight: 0.62,
    suffixes: ['集团', '公司', '银行', '支行', '分行', '证券', '控股', '股份', '药业', '重工', '石化', '钢铁', '电器', '电力', '航空', '铁路局', '酒店', '超市', '商场', '工厂'],
  },
  {
    id: 'organ-party', kind: 'ORGANIZATION', subkind: 'party', minStem: 2, loose: false, weight: 0.85,
    suffixes: ['委组织部', '委宣传部', '委统战部', '委政法委', '委办公室', '委办公厅', '纪委监委', '纪委', '党工委', '党委', '党支部', '党总支', '党组', '省委', '市委', '州委', '县委', '区委', '旗委', '镇委', '工委'],
  },
  {
    id: 'organ-government', kind: 'ORGANIZATION', subkind: 'government', minStem: 2, loose: false, weight: 0.8,
    suffixes: [
      '人民政府', '省政府', '市政府', '县政府', '区政府', '州政府', '镇政府', '乡政府', '自治区政府', '政府', '人大常委会', '人大', '政协', '管理委员会', '管委会', '委员会', '发改委', '国资委', '卫健委', '住建委', '经信委', '行署',
      '厅', '局', '分局', '监管局', '管理局', '税务局', '公安局', '支队', '大队', '总队', '街道办事处', '办事处', '街道办', '监管局', '营商办', '管理处', '服务中心', '管理中心', '发展中心', '总领事馆', '大使馆',
    ],
  },
  {
    id: 'organ-academic', kind: 'ORGANIZATION', subkind: 'academic', minStem: 2, loose: false, weight: 0.8,
    suffixes: ['大学', '学院', '研究院', '研究所', '研究中心', '实验室', '科学院', '职业技术学院', '中学', '小学', '学校', '党校', '幼儿园', '设计院', '规划院', '工程院'],
  },
  {
    id: 'organ-association', kind: 'ORGANIZATION', subkind: 'association', minStem: 2, loose: false, weight: 0.8,
    suffixes: ['协会', '商会', '联合会', '学会', '促进会', '工商联', '总工会', '工会', '妇联', '团委', '团省委', '团市委', '基金会', '联盟', '研究会', '科协', '文联', '残联', '总会', '红十字会'],
  },
  {
    id: 'organ-other', kind: 'ORGANIZATION', subkind: 'other', minStem: 2, loose: false, weight: 0.75,
    suffixes: ['人民法院', '法院', '检察院', '医院', '卫生院', '博物馆', '图书馆', '电视台', '日报社', '出版社', '仲裁委', '疾控中心'],
  },
  {
    id: 'zone', kind: 'INITIATIVE', subkind: 'ZONE', minStem: 2, loose: false, weight: 0.78,
    suffixes: [
      '经济技术开发区', '高新技术产业开发区', '高新技术开发区', '经济开发区', '开发区', '高新区', '经开区', '产业园区', '工业园区', '产业园', '工业园', '科技园', '科创园', '物流园', '创业园', '示范区', '试验区', '协同区', '自贸区', '自由贸易试验区', '自贸港', '自由贸易港', '保税区', '综保区',
      '合作区', '集聚区', '先导区', '先行区', '引领区', '创新区', '新区', '新城', '园区', '示范园', '软件园', '孵化园', '生态城', '科学城', '大学城', '产业城', '商务区', '创新港', '产业带', '走廊', '都市圈', '经济圈', '经济带', '城市群', '自创区', '示范带', '改革区', '片区', '试点区', '样板区',
    ],
  },
  {
    id: 'program', kind: 'INITIATIVE', subkind: 'PROGRAM', minStem: 2, loose: true, weight: 0.72,
    suffixes: [
      '三年行动计划', '三年行动方案', '三年行动', '五年行动', '行动计划', '专项行动', '攻坚行动', '提升行动', '整治行动', '培育行动', '倍增行动', '十项行动', '五项行动', '行动', '支持计划', '培育计划', '倍增计划', '专项计划', '人才计划', '计划', '工程', '试点', '专项', '攻坚战', '提升年', '攻坚年', '发展基金',
    ],
  },
  {
    id: 'strategy', kind: 'INITIATIVE', subkind: 'STRATEGY', minStem: 2, loose: true, weight: 0.75,
    suffixes: ['重大国家战略', '发展战略', '国家战略', '战略'],
  },
  {
    id: 'event', kind: 'INITIATIVE', subkind: 'EVENT', minStem: 4, loose: true, weight: 0.8,
    suffixes: [
      '博览会', '交易会', '洽谈会', '推介会', '招商会', '对接会', '发布会', '恳谈会', '年会', '峰会', '论坛', '研讨会', '高峰论坛', '展览会', '展销会', '文化节', '艺术节', '旅游节', '音乐节', '美食节', '购物节', '丰收节', '开幕式', '闭幕式', '签约仪式', '开工仪式', '揭牌仪式', '启动仪式', '奠基仪式',
      '颁奖仪式', '首发仪式', '竣工仪式', '投产仪式', '授牌仪式', '通车仪式', '开工活动', '推介活动', '实践活动', '系列活动', '主题活动', '仪式', '大会', '全会', '全体会议', '常务会议', '常委会会议', '工作会议', '座谈会', '现场会', '推进会', '动员会', '交流会', '联谊会', '大赛', '锦标赛', '运动会', '展会', '夏令营', '观摩会', '发布活动', '宣传周', '博览会开幕式',
    ],
  },
  {
    id: 'project', kind: 'INITIATIVE', subkind: 'PROJECT', minStem: 4, loose: true, weight: 0.7,
    suffixes: ['工程项目', '建设项目', '产业园项目', '生产项目', '基地项目', '改造项目', '投资项目', '一期项目', '二期项目', '项目', '高速公路', '高铁', '水电站', '核电站', '生产基地', '总部基地', '产业基地', '抽水蓄能电站'],
  },
]

/** Words that may end a name's stem on its left: verbs of context, prepositions, conjunctions. A name does not reach over them. */
export const LEFT_STOPS = new Set([
  '在', '与', '和', '及', '以及', '同', '跟', '由', '对', '向', '到', '从', '为', '是', '被', '把', '将', '让', '使', '给', '于', '自', '以', '了', '着', '过', '并', '或', '等', '的', '地', '得', '其', '该', '本', '各', '这', '那', '此', '每',
  '来到', '走进', '走访', '赴', '前往', '参观', '考察', '调研', '视察', '慰问', '督查', '深入', '抵达', '到访', '访问', '出席', '参加', '列席', '主持', '举办', '举行', '召开', '承办', '主办', '协办', '开展', '组织', '启动', '实施', '推进', '推动', '落实', '贯彻', '建设', '打造', '支持', '加快', '深化', '加强', '促进', '助力', '服务',
  '签署', '签订', '签约', '成立', '设立', '联合', '会同', '携手', '邀请', '欢迎', '感谢', '代表', '位于', '落户', '入驻', '投资', '收购', '控股', '任', '担任', '出任', '任命', '当选', '兼任', '曾任', '现任', '原任', '获', '获得', '荣获', '获评', '入选', '认定', '授予', '称', '表示', '指出', '强调', '介绍', '说', '认为', '要求', '希望', '包括', '包含', '其中', '以来', '期间', '随后', '当天',
  '关于', '围绕', '聚焦', '依托', '通过', '根据', '按照', '据', '作为', '成为', '不断', '持续', '积极', '全面', '进一步', '大力', '全力', '着力', '正式', '共同', '分别', '先后', '陆续', '正', '已', '又', '也', '还', '就', '都', '均', '再', '更', '仅', '全', '有', '要', '会', '能', '可', '应', '需', '即', '至', '经', '因', '虽', '但', '而', '且', '若', '如', '当', '一批', '多个', '一个', '两个', '几个', '多家', '一家', '近日', '日前', '目前',
])

/** Punctuation that ends any name. */
export const HARD_STOPS = '。，；：！？,;:!?\n'
/** Punctuation that ends a strict name but may stand inside a loose one. */
export const SOFT_STOPS = '、“”‘’《》（）()—·/ '
