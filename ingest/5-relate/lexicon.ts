/** Cue words of modality, speech and reference, as data; every rule keeps its own verbs. */

/** Says that what follows is told by the subject. */
export const SPEECH_VERBS = ['强调', '指出', '要求', '希望', '表示', '介绍', '鼓励', '勉励', '认为', '说', '透露', '呼吁', '提出', '叮嘱', '寄语', '勉励', '坦言', '称', '建议', '号召', '嘱咐', '倡议', '宣布'] as const
/** Speech that itself urges. */
export const URGING_VERBS = ['要求', '希望', '鼓励', '勉励', '呼吁', '叮嘱', '寄语', '号召', '嘱咐', '建议', '倡议', '督促', '引导', '欢迎'] as const

/** 不 counts right before the verb or its 与 only: sought in the words that go before the verb. */
export const DENIAL = /((?<![无莫])不(?:$|与(?!时)|跟)|无法|放弃|中止|缺席|婉拒|谢绝|未能|并未|尚未|从未|未曾|没有|否认|不再|不曾|拒绝|取消|终止|退出|卸任|辞去|免去|免职|撤销|不予|无关|并非|不是(?![^，。]{0,16}(?:第一次|首次|唯一|头一))|(?<!悬而|尚)未(?!来|成年|满|必|知|免|央|雨|保|遂))/
/** What somebody is said to have said, without a name that answers for it. */
export const HEARSAY = /(?:网传|网帖|传言|据传|谣传|误传|传闻|流言|有消息称|网友称|有网友|坊间|谎称|自称|冒充|疑似)[^。]*$/
export const HYPOTHESIS = /(如果|假如|倘若|若是|一旦|或将|可能|有望|拟议|能否|是否|若)/
export const PLAN = /(?:将于|(?<![决稳固锁限签特设认规])定于|将在|即将|将会|将要|将|(?<![虚模])拟(?![议定态合])|计划(?!的|书|单|、|生育)|力争|争取|预计|准备(?!工作)|打算|下一步|接下来|(?:^|[，；])未来|今后|(?<![志意])愿(?![景望者])|有意(?!义)|期待|旨在|到20\d\d年|明年|明天|后天|目标是)/
/** 要 as "must" (企业要…, 某市要…), not as part of 主要, 重要, 需要, 要求, 要素; sought only in what somebody says. */
export const MUST =
  /(?<![主重需只首纪摘简概扼紧提若想机枢纲精显索邀不就快正])要(?![求素点件害领闻略么不])|必须|务必|应当|应该|(?<![响适反供相对理顺效回感])应(?![用对急邀付变聘答收])|(?<!必)需要|须(?!知)/
/** A call whose caller stands clauses before (走进某公司，鼓励企业…，加快推进…). */
export const CALLED = /(?:^|，)(?:并)?(?:鼓励|勉励|叮嘱|督促|号召|呼吁|要求|希望)(?!工程|小学|之)[^。；]*$/
export const NOT_PLAN = /不仅将|为将|将军|将近|将其|将把|即将(?:到来|来临|迎来)(?:之际)?/g

/** One-character names of provinces, as in 来津, 赴皖, 在沪: GB/T 2260 codes. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  京: '110000', 津: '120000', 冀: '130000', 晋: '140000', 蒙: '150000', 辽: '210000', 吉: '220000', 黑: '230000', 沪: '310000', 苏: '320000', 浙: '330000', 皖: '340000', 闽: '350000', 赣: '360000', 鲁: '370000', 豫: '410000',
  鄂: '420000', 湘: '430000', 粤: '440000', 桂: '450000', 琼: '460000', 渝: '500000', 川: '510000', 黔: '520000', 贵: '520000', 滇: '530000', 藏: '540000', 陕: '610000', 甘: '620000', 青: '630000', 宁: '640000', 港: '810000', 澳: '820000', 台: '710000',
}

/** Words that stand for something named before, by the kind or subkind of what they mean. Bare nouns count only as the subject of a clause. A sentence with none of `within` is passed over. */
export const ANAPHORS = [
  { within: ['她', '他'], pattern: /(?<![其吉])[她他](?!们|人|国|乡|山|日|律)/g, kind: 'PERSON' },
  { within: ['该', '这家'], pattern: /该(?:公司|企业|集团|行|厂)|这家(?:公司|企业)/g, kind: 'COMPANY' },
  { within: ['公司', '集团', '企业'], pattern: /(?<=^|[，；。：“])(?:公司|集团|企业)(?=将|已|也|还|始终|坚持|先后|现有|拥有|被|获|是|计划|投资|与|自)/g, kind: 'COMPANY' },
  { within: ['所属', '旗下', '下属', '子公司'], pattern: /(?<=^|[，；。：“、由])(?:公司|集团|企业|其)(?=(?:所属|旗下|下属|(?:全资|控股)?子公司)[^的，。；]{4})/g, kind: 'COMPANY' },
  { within: ['项目', '工程'], pattern: /(?:该|此|这一|本)(?:项目|工程)/g, kind: 'PROJECT' },
  { within: ['项目'], pattern: /(?<=来到|走进|深入|察看|查看|调研|考察|宣布)项目(?!所|负责)/g, kind: 'PROJECT' },
  { within: ['企业', '公司'], pattern: /(?<=来到|走进|深入|察看|查看|考察)(?:该)?(?:企业|公司)/g, kind: 'COMPANY' },
  { within: ['项目'], pattern: /(?<=^|[，；。：“])项目(?=位于|由|总投资|计划|将|建成|占地|落户|预计)/g, kind: 'PROJECT' },
  { within: ['园'], pattern: /(?:该|此|本)园区?|(?<=^|[，；。：“])园区(?=将|已|位于|内|先后|入驻)/g, kind: 'ZONE' },
  { within: ['校'], pattern: /(?<=^|[，；。：“])(?:学校|该校|我校)(?=将|已|也|与|还|先后|始终)/g, kind: 'academic' },
  { within: ['该'], pattern: /该(?:部门|单位|机构|局|厅|委|院|校|部|办|中心|协会|行)/g, kind: 'BODY' },
  { within: ['在', '来', '赴', '抵', '访'], pattern: /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵滇藏陕甘青宁港澳台](?<=[在来赴抵访].)(?=[，。；、“]|期间|考察|调研|访问|洽谈|举行|召开|深化|投资|推进|签|开展|会见|会谈|座谈|参加|出席|指导|视察|央企|企业|发展|布局|创业|走访|与|后|表示|之行|举办|启动|开幕|成立|揭牌|发布|闭幕|落幕|主持|会见|落户|亮相|设立|正式|隆重|顺利|成功|圆满|联合|共同|揭晓|上市|开赛|开展|开工|开业)/g, kind: 'SHORT' },
  { within: ['来', '赴', '抵'], pattern: /(?<=[来赴抵])[\u4e00-\u9fff](?=(?:开展)?(?:考察|调研|走访|视察|指导|慰问|洽谈|访问|督导|检查|座谈|投资|交流|之行))/g, kind: 'HOME_SHORT' },
  { within: ['政府'], pattern: /(?:(?:省委|自治区党委|市委|州委|县委|区委)?[、和]?(?:省|自治区|市|州|县|区)(?:人民)?政府)(?![\u4e00-\u9fff]{0,3}(?:秘书长|办公厅|办公室|副|党组|主席|新闻|领导|门户|官网|网站|有关|相关|各|常务|专题|部门|工作))/g, kind: 'ORGAN' },
  { within: ['我', '全'], pattern: /(?:我|全)(?:市|省|县|区|州|镇)/g, kind: 'HOME' },
] as const
