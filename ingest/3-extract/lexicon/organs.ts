/** Names of bodies other than firms: fixed names, and the endings that tell one. */

/** A family of names told by their ending. `after` rejects what follows the ending when it makes another word (局长, 中学生). */
export interface EndingFamily {
  readonly id: string
  readonly subkind: string
  readonly endings: readonly string[]
  /** Fewest characters before the ending. */
  readonly minStem: number
  /** Counts only when a place, a level or a known body opens the name. */
  readonly anchoredOnly: boolean
  readonly after?: RegExp
  /** Rejects it by what stands right before (举办, 公司). */
  readonly before?: RegExp
  /** Only a known body of this kind may open it, not a place or a level. */
  readonly underBody?: boolean
}

/** Central bodies that stand without a place. Public facts. */
export const CENTRAL_PARTY = [
  '中共中央', '党中央', '中共中央政治局', '中央政治局', '中央军委', '中央办公厅', '中共中央办公厅', '中办', '中央组织部', '中组部', '中央宣传部', '中宣部', '中央统战部', '中央政法委', '中央纪委', '中央纪委国家监委', '中纪委', '中央巡视组', '中央党校', '中共中央党校', '中央外办', '中央网信办', '中央深改委', '中央文明办', '中央农办', '中央财办', '中央编办', '中央台办', '中联部', '中共中央组织部', '中共中央宣传部', '中共中央统战部',
  '中国共产党', '中国国民党', '国民党', '民进党', '民革', '民盟', '民建', '民进', '农工党', '致公党', '九三学社', '台盟',
] as const

export const CENTRAL_GOVERNMENT = [
  '国务院', '国务院办公厅', '国务院国资委', '国务院国有资产监督管理委员会', '国务院新闻办', '国务院新闻办公室', '国新办', '国务院台办', '国台办', '国务院港澳办', '外交部', '国防部', '国家发展和改革委员会', '国家发展改革委', '国家发改委', '发改委', '教育部', '科学技术部', '科技部', '工业和信息化部', '工信部', '国家民委', '国家民族事务委员会', '公安部', '国家安全部', '民政部', '司法部', '财政部', '人力资源和社会保障部', '人社部',
  '自然资源部', '生态环境部', '环境保护部', '环保部', '住房和城乡建设部', '住房城乡建设部', '住建部', '交通运输部', '交通部', '铁道部', '水利部', '农业农村部', '农业部', '商务部', '文化和旅游部', '文旅部', '文化部', '国家卫生健康委', '国家卫生健康委员会', '国家卫健委', '国家卫生计生委', '卫生部', '退役军人事务部', '应急管理部', '中国人民银行', '央行', '审计署', '国家审计署', '国资委', '海关总署', '国家税务总局', '税务总局', '国家市场监督管理总局', '国家市场监管总局', '市场监管总局',
  '国家广播电视总局', '国家广电总局', '广电总局', '国家体育总局', '体育总局', '国家统计局', '国家知识产权局', '国家能源局', '国家林草局', '国家林业和草原局', '国家铁路局', '中国民航局', '民航局', '国家邮政局', '国家文物局', '国家中医药管理局', '国家疾控局', '国家药监局', '国家药品监督管理局', '国家医保局', '国家信访局', '国家粮食和物资储备局', '国家数据局', '国家移民管理局', '国家外汇管理局', '中国证监会', '证监会', '银保监会', '中国银保监会', '国家金融监督管理总局', '国家乡村振兴局', '中国气象局', '中国地震局', '国家网信办', '国家互联网信息办公室',
  '全国人大', '全国人大常委会', '全国政协', '最高人民法院', '最高人民检察院', '最高法', '最高检', '国家监委', '国家监察委员会', '解放军总医院',
] as const

export const CENTRAL_OTHER: readonly (readonly [name: string, subkind: string])[] = [
  ['中国科学院', 'academic'], ['中科院', 'academic'], ['中国工程院', 'academic'], ['中国社会科学院', 'academic'], ['中国社科院', 'academic'], ['中国农业科学院', 'academic'], ['中国医学科学院', 'academic'], ['北大', 'academic'], ['清华', 'academic'],
  ['中国科协', 'association'], ['全国总工会', 'association'], ['中华全国总工会', 'association'], ['全国妇联', 'association'], ['共青团中央', 'association'], ['团中央', 'association'], ['全国工商联', 'association'], ['中国残联', 'association'], ['中国贸促会', 'association'], ['中国作协', 'association'], ['中国文联', 'association'], ['全国台联', 'association'], ['中国侨联', 'association'],
  ['团省委', 'association'], ['团市委', 'association'], ['团县委', 'association'], ['团区委', 'association'], ['联合国', 'other'], ['世界卫生组织', 'other'], ['中央广播电视总台', 'other'], ['联合国教科文组织', 'other'],
]

/** Departments of a party committee, after 省委, 市委 and the like. */
export const PARTY_DEPARTMENTS =
  '(?:组织部|宣传部|统战部|政法委员会|政法委|办公室|办公厅|政策研究室|政研室|网信办|编办|改革办|深改办|财经办|农办|农工委|老干部局|巡视办|巡察办|巡视组|巡察组|外办|台办|保密办|机要局|教育工委|教体工委|直属机关工委|直属机关工作委员会|直机关工委|两新工委|社会工作部|审计委员会办公室|国安办|文明办|讲师团|党校|党史研究室|党史办|军民融合办|金融办|金融工委|[\u4e00-\u9fff]{2,8}办公室|[\u4e00-\u9fff]{2,8}领导小组办公室|[\u4e00-\u9fff]{2,6}工委|[\u4e00-\u9fff]{2,4}办)'

export const ORGAN_FAMILIES: readonly EndingFamily[] = [
  {
    id: 'bureau', subkind: 'government', minStem: 2, anchoredOnly: true, before: /[布格大全当结开时棋变定终残僵破]$/, after: /^(?:长(?!期|远|效)|面|势|限|部|域|促)/,
    endings: ['局', '分局', '总局', '厅', '总署'],
  },
  {
    id: 'commission', subkind: 'government', minStem: 2, anchoredOnly: true, after: /^(?:员(?!会)|托|派|任|培|屈)/,
    endings: ['委员会', '管理委员会', '管委会', '发改委', '国资委', '卫健委', '卫计委', '住建委', '经信委', '经贸委', '工信委', '建管委', '科委', '教委', '农委', '商务委', '交通委', '城管委', '民宗委', '体委', '计生委', '安委会', '规委会', '环委会', '爱卫会', '编委', '公资办', '行署', '指挥部', '领导小组', '专班', '工作专班', '工作组', '工作队', '调查组', '督导组', '督查组', '指导组', '巡视组', '巡察组', '宣讲团', '代表团', '考察团'],
  },
  {
    id: 'office', subkind: 'government', minStem: 1, anchoredOnly: true, after: /^(?:理|学|公|法|案|事|成|好|证|赛|展|医|税|会|得|起|节|在)/,
    before: /[举主承协创联筹督交代开兴难经包查停严合试申补新]$/,
    endings: ['办公室', '办公厅', '办事处', '街道办事处', '街道办', '街办', '新闻办', '办', '营商办', '台办', '侨办', '网信办'],
  },
  {
    id: 'section', subkind: 'government', minStem: 2, anchoredOnly: true, after: /^(?:长|于|理|置|在|罚|技|学|普|研|创|级|员|境|分|以|有|幼|目|女|次)/,
    before: /[公上官打总商企学百社农内外妇儿牙眼文理工好教会浴居办]$/, underBody: true,
    endings: ['司', '处', '科', '室', '分部', '事务部'],
  },
  {
    id: 'centre', subkind: 'government', minStem: 2, anchoredOnly: true, after: /^(?:城|思想|任务|组|区|点|线|环节|位置|地带|广场|大厦|小学|中学|校|镇|村|工作|站|路|完全|医院|项目|建设项目)/,
    endings: ['服务中心', '管理中心', '发展中心', '促进中心', '交易中心', '事务中心', '监测中心', '指挥中心', '审核中心', '疾控中心', '新闻中心', '创业中心', '更新中心', '修缮中心', '核查中心', '查验中心', '审评中心', '应急中心', '信息中心', '数据中心', '文资中心', '未保中心', '投促中心', '接待中心', '监管中心', '检测中心', '执法中心', '保障中心', '联络中心', '统计中心'],
  },
  {
    id: 'force', subkind: 'government', minStem: 2, anchoredOnly: true, after: /^(?:长|员|伍)/,
    endings: ['支队', '大队', '总队', '中队', '海关', '海事处', '领事馆', '总领事馆', '大使馆', '人武部', '军分区', '警备区', '卫戍区', '消防救援站', '派出所', '边检站', '武装部'],
  },
  {
    id: 'court', subkind: 'government', minStem: 2, anchoredOnly: true, after: /^(?:长|内|外)/,
    endings: ['检察院', '人民检察院', '高检院', '审计局'],
  },
  {
    id: 'law-court', subkind: 'other', minStem: 2, anchoredOnly: true, after: /^(?:长|内)/,
    endings: ['法院', '人民法院', '中级人民法院', '中院', '高院', '仲裁委', '仲裁委员会'],
  },
  {
    id: 'university', subkind: 'academic', minStem: 2, anchoredOnly: false, after: /^(?:生|城|毕业|学历|文化|校(?!长|友|区|团|党)|科技园|路|本科|大学)/,
    endings: ['大学', '学院', '科技大学', '理工大学', '师范大学', '党校', '社会主义学院'],
  },
  {
    id: 'school', subkind: 'academic', minStem: 2, anchoredOnly: true, after: /^(?:生|校(?!长)|长|教育|教师|阶段|毕业|学历|文化|路|站)/,
    endings: ['中学', '小学', '学校', '幼儿园', '初中', '高中', '附中', '附小', '职高'],
  },
  {
    id: 'institute', subkind: 'academic', minStem: 2, anchoredOnly: false, after: /^(?:长(?!三角)|士|生|内|外|在|有|以|谓|需)/,
    endings: ['研究院', '研究所', '研究中心', '研究室', '实验室', '科学院', '工程院', '设计院', '规划院', '环科院', '农科院', '社科院', '设计研究院', '创新中心', '技术中心', '计算中心', '超算中心', '智库', '校区', '工作站', '教研室', '科普中心', '医学中心', '制剂中心', '共创中心'],
  },
  {
    id: 'association', subkind: 'association', minStem: 2, anchoredOnly: false, after: /^(?:员|长|址|费|计|议|场)/,
    endings: ['协会', '商会', '总商会', '联合会', '学会', '促进会', '贸促会', '工商联', '妇联', '妇女联合会', '总工会', '工会', '团委', '基金会', '研究会', '科协', '文联', '残联', '侨联', '台联', '作协', '新联会', '总会', '红十字会', '联谊会', '关工委', '理事会', '公会', '同业公会', '联合体', '创新联盟', '人才联盟', '产业联盟', '联盟', '志愿服务队', '志愿者协会', '合作组织'],
  },
  {
    id: 'service', subkind: 'other', minStem: 2, anchoredOnly: true, after: /^(?:长|学|内|路)/,
    endings: ['医院', '卫生院', '中医院', '人民医院', '妇幼保健院', '博物馆', '图书馆', '文化馆', '档案馆', '非遗馆', '美术馆', '纪念馆', '电视台', '广播电视台', '融媒体中心', '日报社', '出版社', '卫生服务中心', '演艺中心', '董事会', '监事会', '党群工作部', '组织人事部', '客户部', '人才驿站', '人才联谊中心', '示范中心', '服务站', '财经节目中心', '服务平台'],
  },
]

/** What says nothing of which body is meant. A name that is made of these alone names none. */
export const GENERIC_STEM = /^(?:省|市|区|县|州|旗|镇|乡|村|级|直|属|有|关|相|各|多|家|个|所|类|等|社会|政府|部门|单位|地方|基层|行业|企业|公司|产业|专业|重点|重大|主要|综合|工作|管理|服务|建设|发展|高等|高校|职业|技术|科技|在职|本科|专科|中小|中等|普通|公办|民办|优秀|先进|一流|知名|著名|大型|小型|新型|国内|国外|国际|国家|全国|中央|中国|我国|本地|当地|外地|家乡|农村|城市|乡镇|城乡|城区|片区|园区|开发区|高新区|经开区|新区|年度|当年|首届|研究|设计|规划|创新|示范|联合|合作|工程|实训|教学|培训|大|小|新|老|副|总)*$/
