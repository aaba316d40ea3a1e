/** The grammar of posts as data: what may stand before a head, and the heads. Longest alternatives need no order: the regex is anchored at its end. */

/** Words that narrow a head: time, rank, the committee within a body. */
export const TITLE_MODIFIERS = [
  '原', '时任', '前任', '前', '现任', '新任', '代理', '代', '拟任', '候任', '名誉', '荣誉', '终身', '常务', '执行', '副', '第一', '首席', '总', '高级', '资深', '联席', '联合', '轮值',
  '特聘', '客座', '专职', '兼职', '兼', '党组', '党委', '党工委', '党总支', '党支部', '支部', '机关党委', '机关党组', '机关', '纪委', '纪检', '纪检组', '纪检监察组', '分党组', '团委', '工会', '监事会', '董事会',
  '董事局', '管委会', '理事会', '常务委员会', '常委会', '书记处', '分管日常工作', '主要', '相关', '有关', '市场', '财务', '技术', '运营', '行政', '人事', '人力资源', '学术', '法务', '安全',
  '生产', '营销', '销售', '研发', '科研', '战略', '公共事务', '品牌', '产品', '投资', '信息', '区域', '大区', '中国区', '大中华区', '亚太区', '全球', '专家', '一级', '二级', '三级', '四级', '正厅级', '副厅级', '正处级', '副处级', '党政', '校', '院', '部门', '项目', '党政军',
] as const

/** The noun that makes it a post. */
export const TITLE_HEADS = [
  '书记', '总书记', '市长', '省长', '区长', '县长', '镇长', '乡长', '州长', '盟长', '旗长', '村长', '行署专员', '专员', '主席', '总理', '国务委员', '局长', '厅长', '部长', '司长', '处长', '科长', '股长', '所长', '院长', '校长',
  '行长', '会长', '社长', '馆长', '站长', '团长', '队长', '大队长', '支队长', '总队长', '组长', '厂长', '店长', '园长', '场长', '台长', '庭长', '检察长', '督察长', '署长', '关长', '政委', '司令员', '参谋长', '舰长', '机长', '班长', '室主任', '主任',
  '主任委员', '委员', '常委', '秘书长', '理事长', '理事', '监事长', '监事', '董事长', '董事', '独立董事', '董事会秘书', '总经理', '经理', '总裁', '总监', '总工程师', '工程师', '总会计师', '会计师', '总经济师', '经济师', '总设计师', '设计师', '首席执行官', '首席科学家', '首席专家', '首席技术官', '首席财务官',
  '首席运营官', '首席代表', '首席分析师', '分析师', '首席经济学家', '经济学家', 'CEO', 'CFO', 'CTO', 'COO', '创始人', '合伙人', '教授', '讲师', '研究员', '院士', '博士生导师', '负责人', '负责同志', '领导', '助理', '校长助理', '总裁助理', '总经理助理', '市长助理', '主席助理', '省长助理',
  '总领事', '领事', '大使', '公使', '参赞', '发言人', '顾问', '调研员', '巡视员', '督导员', '专家', '学者', '代表', '村支书', '支书', '社长', '总编辑', '主编', '掌门人', '总干事', '干事', '会员', '成员', '专家库成员', '党组成员', '律师', '医师', '主任医师', '医生', '博士', '护士长', '农艺师', '技术员',
  '厂区负责人', '联合创始人', '公司负责人', '主要负责同志', '有关负责人', '相关负责人', '队员', '一把手', '主持人', '区域经理', '指挥长', '总指挥', '局座', '支部书记', '党支部书记', '传承人', '带头人', '理事会主席', '监事会主席', '董事局主席', '董事会主席', '工会主席',
] as const

/** Heads that several names may share (州领导甲、乙). */
export const SHARED_HEADS = /(领导|委员|常委|院士|教授|专家|代表|成员|副[^、]{0,6}长|副主任|副主席|副书记|负责人|负责同志|助理|董事|理事|律师|研究员)$/

/** Organs and bodies without a name of their own: which body they mean is for resolution to say. `level` picks the home region. */
export const BARE_ORGANS: Readonly<Record<string, 'province' | 'city' | 'county' | 'town' | 'state' | 'firm' | 'body'>> = {
  省委: 'province', 省政府: 'province', 省人民政府: 'province', 省人大常委会: 'province', 省人大: 'province', 省政协: 'province', 省纪委: 'province', 省: 'province',
  自治区党委: 'province', 自治区政府: 'province', 自治区人民政府: 'province', 自治区人大常委会: 'province', 自治区政协: 'province', 自治区党政军: 'province', 自治区: 'province', 区党委: 'province',
  市委: 'city', 市政府: 'city', 市人民政府: 'city', 市人大常委会: 'city', 市人大: 'city', 市政协: 'city', 市纪委: 'city', 市: 'city', 州委: 'city', 州政府: 'city', 州人民政府: 'city', 州人大常委会: 'city', 州政协: 'city', 州: 'city', 盟委: 'city', 地委: 'city', 行署: 'city',
  县委: 'county', 县政府: 'county', 县人民政府: 'county', 县人大常委会: 'county', 县人大: 'county', 县政协: 'county', 县纪委: 'county', 县: 'county', 区委: 'county', 区政府: 'county', 区人民政府: 'county', 区人大常委会: 'county', 区人大: 'county', 区政协: 'county', 区纪委: 'county', 区: 'county', 旗委: 'county', 旗政府: 'county',
  镇党委: 'town', 镇委: 'town', 镇政府: 'town', 镇人民政府: 'town', 镇: 'town', 乡党委: 'town', 乡政府: 'town', 乡: 'town', 街道党工委: 'town', 街道办事处: 'town', 街道: 'town', 村委会: 'town', 村党支部: 'town', 村: 'town',
  集团: 'firm', 集团公司: 'firm', 公司: 'firm', 该公司: 'firm', 企业: 'firm', 该企业: 'firm', 总行: 'firm', 分行: 'firm', 支行: 'firm', 银行: 'firm', 总公司: 'firm', 分公司: 'firm',
  学校: 'body', 大学: 'body', 学院: 'body', 医院: 'body', 协会: 'body', 商会: 'body', 管委会: 'body', 党工委: 'body', 研究院: 'body', 中心: 'body', 法院: 'body', 园区: 'body', 开发区: 'body', 高新区: 'body', 新区: 'body', 经开区: 'body',
}

/** Heads of government whose level tells the region when no body is written. */
export const HEAD_LEVELS: readonly (readonly [RegExp, 'province' | 'city' | 'county' | 'town'])[] = [
  [/省长/, 'province'], [/自治区/, 'province'], [/市长/, 'city'], [/州长|盟长|行署专员/, 'city'], [/区长|县长|旗长/, 'county'], [/镇长|乡长/, 'town'],
]
