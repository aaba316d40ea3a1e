/**
 * Phrasings with what they must come to, on the samples: outcome or intent, and, where it matters, the variables by which the answer
 * differs. Names in variables are given as names; the test puts their ids.
 */
export interface Phrasing {
  readonly ask: string
  /** Kind of question, or an outcome in capitals. */
  readonly is: string
  /** Variables that must be so; `=name` stands for the id of the entity of that name. */
  readonly with?: Readonly<Record<string, unknown>>
}

/** The day from which 去年 is counted. */
export const TODAY = new Date('2026-03-15T00:00:00Z')

const ZONE = '=长江口产业创新协同区'
const COORDINATION = '=云青产业协作区'
const VISITED = { types: ['VISITED'] }

export const PHRASINGS: readonly Phrasing[] = [
  // Firms linked to an initiative.
  { ask: '哪些企业与长江口有关', is: 'firmsLinkedTo', with: { initiative: ZONE } },
  { ask: '长江口协同区牵涉哪些公司？', is: 'firmsLinkedTo', with: { initiative: ZONE } },
  { ask: '请问，有哪些公司跟长江口产业创新协同区相关呢？', is: 'firmsLinkedTo', with: { initiative: ZONE } },
  { ask: '帮我查一下和云青产业协作区有联系的企业', is: 'firmsLinkedTo', with: { initiative: COORDINATION } },
  { ask: '我想知道哪些厂商和云青产业协作区有关联', is: 'firmsLinkedTo', with: { initiative: COORDINATION } },
  { ask: '“长江口产业创新协同区”涉及到哪几家企业', is: 'firmsLinkedTo', with: { initiative: ZONE } },
  { ask: '哪些企業與長江口產業創新協同區有關', is: 'firmsLinkedTo', with: { initiative: ZONE } },
  { ask: 'which firms are linked to 长江口产业创新协同区?', is: 'firmsLinkedTo', with: { initiative: ZONE } },
  { ask: 'Could you tell me what companies are connected with 云青产业协作区', is: 'firmsLinkedTo', with: { initiative: COORDINATION } },
  { ask: 'companies related to 长江口', is: 'firmsLinkedTo', with: { initiative: ZONE } },
  { ask: 'how many enterprises are involved in 云青产业协作区', is: 'firmsLinkedTo', with: { initiative: COORDINATION } },
  { ask: '云青产业协作区有哪些企业', is: 'firmsLinkedTo', with: { initiative: COORDINATION } },
  { ask: '截至2025年5月，哪些企业与云青产业协作区有关', is: 'firmsLinkedTo', with: { initiative: COORDINATION, asOf: '2025-05-31' } },
  // Visits.
  { ask: '张彤走访过哪些企业', is: 'related', with: { entity: '=张彤', ...VISITED, side: 'SUBJECT', otherKinds: ['COMPANY'] } },
  { ask: '张彤都去过哪些公司呀', is: 'related', with: { entity: '=张彤', ...VISITED, otherKinds: ['COMPANY'] } },
  { ask: '哪些企业被张彤考察过', is: 'related', with: { entity: '=张彤', ...VISITED, side: 'SUBJECT', otherKinds: ['COMPANY'] } },
  { ask: '张彤走访了多少家企业', is: 'related', with: { entity: '=张彤', ...VISITED, otherKinds: ['COMPANY'] } },
  { ask: '张彤调研的企业有哪些', is: 'related', with: { entity: '=张彤', ...VISITED, otherKinds: ['COMPANY'] } },
  { ask: '谁走访过江苏有感', is: 'related', with: { entity: '=江苏有感科技有限责任公司', ...VISITED, side: 'OBJECT' } },
  { ask: '江苏有感谁去过', is: 'related', with: { entity: '=江苏有感科技有限责任公司', ...VISITED, side: 'OBJECT' } },
  { ask: '江苏京芯光电被哪些官员走访过', is: 'related', with: { entity: '=江苏京芯光电科技有限公司', ...VISITED, side: 'OBJECT', otherKinds: ['PERSON'] } },
  { ask: '哪些领导到访过青屿理工大学', is: 'related', with: { entity: '=青屿理工大学', ...VISITED, side: 'OBJECT' } },
  { ask: 'which companies did 张彤 visit', is: 'related', with: { entity: '=张彤', ...VISITED, otherKinds: ['COMPANY'] } },
  { ask: 'who visited 江苏有感科技有限责任公司', is: 'related', with: { ...VISITED, side: 'OBJECT' } },
  { ask: 'firms that were visited by 张彤', is: 'related', with: { entity: '=张彤', ...VISITED, side: 'SUBJECT', otherKinds: ['COMPANY'] } },
  { ask: 'by whom was 江苏有感 visited', is: 'related', with: { ...VISITED, side: 'OBJECT' } },
  { ask: '2025年4月林致远去过哪些企业', is: 'related', with: { entity: '=林致远', ...VISITED, from: '2025-04-01', to: '2025-04-30' } },
  // Events.
  { ask: '林致远去年出席了什么会议', is: 'related', with: { entity: '=林致远', types: ['ATTENDED'], otherSubkinds: ['EVENT'], from: '2025-01-01', to: '2025-12-31' } },
  { ask: '林致远参加过哪些活动', is: 'related', with: { entity: '=林致远', types: ['ATTENDED'] } },
  { ask: '谁出席了第六届云澜湾智能装备博览会', is: 'related', with: { entity: '=第六届云澜湾智能装备博览会', types: ['ATTENDED'], side: 'OBJECT' } },
  { ask: '第六届云澜湾智能装备博览会有哪些人参加', is: 'related', with: { types: ['ATTENDED'], side: 'OBJECT', otherKinds: ['PERSON'] } },
  { ask: 'what has 林致远 attended', is: 'related', with: { entity: '=林致远', types: ['ATTENDED'] } },
  { ask: 'which events did 林致远 attend since 2023', is: 'related', with: { types: ['ATTENDED'], from: '2023-01-01' } },
  { ask: 'who took part in 第六届云澜湾智能装备博览会', is: 'related', with: { types: ['ATTENDED'], side: 'OBJECT' } },
  // Promoters and participants.
  { ask: '谁推动了长江口产业创新协同区', is: 'related', with: { entity: ZONE, types: ['PROMOTES'], side: 'OBJECT' } },
  { ask: '长江口产业创新协同区是谁在推动', is: 'related', with: { entity: ZONE, types: ['PROMOTES'], side: 'OBJECT' } },
  { ask: '长江口产业创新协同区由谁牵头', is: 'related', with: { entity: ZONE, types: ['PROMOTES'], side: 'OBJECT' } },
  { ask: '张彤推动了哪些举措', is: 'related', with: { entity: '=张彤', types: ['PROMOTES'], side: 'SUBJECT' } },
  { ask: 'who promotes 长江口产业创新协同区', is: 'related', with: { types: ['PROMOTES'], side: 'OBJECT' } },
  { ask: 'what initiatives does 张彤 support?', is: 'related', with: { types: ['PROMOTES'], side: 'SUBJECT' } },
  { ask: '哪些企业参与了云青产业协作区', is: 'related', with: { entity: COORDINATION, types: ['PARTICIPATES_IN'], side: 'OBJECT', otherKinds: ['COMPANY'] } },
  { ask: '青屿潮汐储能参与了哪些项目', is: 'related', with: { types: ['PARTICIPATES_IN'], side: 'SUBJECT' } },
  { ask: 'which regions take part in 云青产业协作区', is: 'related', with: { types: ['PARTICIPATES_IN'], side: 'OBJECT', otherKinds: ['REGION'] } },
  // Statuses.
  { ask: '江苏有感科技获得了哪些称号', is: 'related', with: { entity: '=江苏有感科技有限责任公司', types: ['DESIGNATED'], side: 'SUBJECT' } },
  { ask: '哪些企业是专精特新', is: 'holdersOf', with: { entity: '=国家级专精特新“小巨人”企业', types: ['DESIGNATED'], side: 'OBJECT' } },
  { ask: '高新技术企业有哪些', is: 'holdersOf', with: { entity: '=高新技术企业', types: ['DESIGNATED'] } },
  { ask: '哪些公司获评高新技术企业', is: 'related', with: { entity: '=高新技术企业', types: ['DESIGNATED'], side: 'OBJECT' } },
  { ask: '江苏有感有什么荣誉', is: 'statusesOf', with: { types: ['DESIGNATED'], side: 'SUBJECT' } },
  { ask: 'what awards did 江苏有感 win', is: 'related', with: { types: ['DESIGNATED'], side: 'SUBJECT' } },
  { ask: 'which firms hold 高新技术企业', is: 'related', with: { types: ['DESIGNATED'], side: 'OBJECT' } },
  { ask: '哪些官员走访过专精特新企业', is: 'visitorsOfHolders', with: { status: '=国家级专精特新“小巨人”企业' } },
  // Money, partners, parts.
  { ask: '谁投资了云澜聆风电子', is: 'related', with: { entity: '=云澜聆风电子股份有限公司', types: ['INVESTS_IN'], side: 'OBJECT' } },
  { ask: '青屿潮汐储能投资了谁', is: 'related', with: { types: ['INVESTS_IN'], side: 'SUBJECT' } },
  { ask: '云澜聆风电子的投资方是谁', is: 'related', with: { types: ['INVESTS_IN'], side: 'OBJECT' } },
  { ask: '云澜聆风电子被哪家公司投资了', is: 'related', with: { types: ['INVESTS_IN'], side: 'OBJECT' } },
  { ask: '哪些公司被青屿潮汐储能投资过', is: 'related', with: { types: ['INVESTS_IN'], side: 'SUBJECT' } },
  { ask: 'who invested in 云澜聆风电子股份有限公司', is: 'related', with: { types: ['INVESTS_IN'], side: 'OBJECT' } },
  { ask: 'which firms did 青屿潮汐储能 invest in', is: 'related', with: { types: ['INVESTS_IN'], side: 'SUBJECT' } },
  { ask: '青屿潮汐储能和谁合作', is: 'related', with: { types: ['COLLABORATES_WITH'] } },
  { ask: '青屿潮汐储能的合作伙伴有哪些', is: 'related', with: { types: ['COLLABORATES_WITH'] } },
  { ask: 'who works with 青屿潮汐储能', is: 'related', with: { types: ['COLLABORATES_WITH'] } },
  { ask: '澜川万舸重工集团有哪些子公司', is: 'related', with: { types: ['PART_OF'], side: 'OBJECT' } },
  { ask: '石湾区隶属于哪里', is: 'related', with: { entity: '=石湾区', types: ['PART_OF'], side: 'SUBJECT' } },
  { ask: '鹭原县下辖哪些地方', is: 'related', with: { entity: '=鹭原县', types: ['PART_OF'], side: 'OBJECT' } },
  // Places.
  { ask: '云澜聆风电子在哪里', is: 'whereIs', with: { entity: '=云澜聆风电子股份有限公司' } },
  { ask: '云澜湾高新技术产业开发区位于什么地方', is: 'whereIs' },
  { ask: 'where is 云澜聆风电子股份有限公司 located', is: 'whereIs' },
  { ask: '石湾区有哪些园区', is: 'foundIn', with: { entity: '=石湾区', side: 'OBJECT' } },
  { ask: '哪些企业落户云澜湾高新技术产业开发区', is: 'related', with: { types: ['LOCATED_IN', 'PARTICIPATES_IN'], side: 'OBJECT' } },
  { ask: '石湾区有哪些企业', is: 'foundIn', with: { side: 'OBJECT', otherKinds: ['COMPANY'] } },
  { ask: 'which firms are in 石湾区', is: 'foundIn', with: { side: 'OBJECT', otherKinds: ['COMPANY'] } },
  // Posts.
  { ask: '南通市长是谁', is: 'postHolder', with: { title: '市长' } },
  { ask: '谁是南通市市长', is: 'postHolder', with: { title: '市长' } },
  { ask: '2025年谁任鹭原县委书记', is: 'postHolder', with: { title: '书记', asOf: '2025-12-31' } },
  { ask: 'who is the mayor of 青屿市', is: 'postHolder', with: { entity: '=青屿市', title: '市长' } },
  { ask: 'who was the chairman of 青屿港务集团有限公司 in 2025', is: 'postHolder', with: { title: '董事长', asOf: '2025-12-31' } },
  { ask: '青屿市由谁领导', is: 'headsOf', with: { organization: '=青屿市' } },
  { ask: '青屿港务集团的负责人是谁', is: 'headsOf' },
  { ask: 'who runs 青屿港务集团', is: 'headsOf' },
  { ask: '张彤担任什么职务', is: 'posts', with: { entity: '=张彤' } },
  { ask: 'what posts does 张彤 hold', is: 'posts', with: { entity: '=张彤' } },
  // Two names and more.
  { ask: '江苏有感和长江口产业创新协同区是什么关系', is: 'connection', with: { from: '=江苏有感科技有限责任公司', to: ZONE } },
  { ask: '潮汐储能与聆风电子如何相连', is: 'connection' },
  { ask: '江苏有感跟长江口协同区怎么扯上关系的', is: 'connection' },
  { ask: 'how are 江苏有感 and 长江口产业创新协同区 connected', is: 'connection' },
  { ask: 'is there any link between 潮汐储能 and 聆风电子', is: 'connection' },
  { ask: '江苏有感、潮汐储能和聆风电子之间有什么联系', is: 'groupRelations' },
  { ask: '江苏有感参与长江口产业创新协同区了吗', is: 'checkClaim', with: { subject: '=江苏有感科技有限责任公司', relation: 'PARTICIPATES_IN', object: ZONE } },
  { ask: '张彤有没有走访过江苏有感', is: 'checkClaim', with: { subject: '=张彤', relation: 'VISITED' } },
  { ask: '江苏有感被张彤走访过吗', is: 'checkClaim', with: { subject: '=张彤', relation: 'VISITED' } },
  { ask: '张彤什么时候走访的江苏有感', is: 'checkClaim', with: { subject: '=张彤', relation: 'VISITED' } },
  { ask: '张彤是南通市长吗', is: 'checkClaim', with: { subject: '=张彤', relation: 'HOLDS_POSITION', title: '市长' } },
  { ask: '江苏有感是不是国家级专精特新“小巨人”企业', is: 'checkClaim', with: { relation: 'DESIGNATED' } },
  { ask: 'did 张彤 visit 江苏有感?', is: 'checkClaim', with: { subject: '=张彤', relation: 'VISITED' } },
  { ask: 'has 潮汐储能 invested in 聆风电子', is: 'checkClaim', with: { subject: '=青屿潮汐储能科技有限公司', relation: 'INVESTS_IN' } },
  { ask: '有没有文章说青屿潮汐储能投资了云澜聆风电子', is: 'checkClaim', with: { relation: 'INVESTS_IN' } },
  // Time and company.
  { ask: '云青产业协作区最近有什么动态', is: 'timeline', with: { entity: COORDINATION, latestFirst: true } },
  { ask: '云青产业协作区2025年发生了什么', is: 'timeline', with: { from: '2025-01-01', to: '2025-12-31' } },
  { ask: 'what happened to 云青产业协作区 between 2024 and 2025', is: 'timeline', with: { from: '2024-01-01', to: '2025-12-31' } },
  { ask: 'latest news about 云青产业协作区', is: 'timeline', with: { latestFirst: true } },
  { ask: '云青产业协作区每月有多少报道', is: 'trends', with: { entity: COORDINATION, by: 'MONTH' } },
  { ask: '云青产业协作区的报道逐年走势', is: 'trends', with: { by: 'YEAR' } },
  { ask: 'how many articles about 云青产业协作区 per month', is: 'trends', with: { by: 'MONTH' } },
  { ask: '和云青产业协作区经常一起出现的企业', is: 'neighbours', with: { entity: COORDINATION, kinds: ['COMPANY'] } },
  { ask: '哪些实体经常和云青产业协作区一起出现', is: 'neighbours', with: { entity: COORDINATION } },
  { ask: 'who is often mentioned together with 林致远', is: 'neighbours', with: { kinds: ['PERSON'] } },
  { ask: '哪些文章提到江苏有感', is: 'articlesAbout' },
  { ask: '关于江苏有感有哪些报道', is: 'articlesAbout' },
  { ask: '介绍一下张彤', is: 'profile', with: { entity: '=张彤' } },
  { ask: 'who is 张彤', is: 'profile', with: { entity: '=张彤' } },
  { ask: 'tell me about 江苏有感', is: 'profile' },
  { ask: '哪些人与长江口产业创新协同区有关', is: 'linkedOfKind', with: { entity: ZONE, otherKinds: ['PERSON'] } },
  // The graph itself.
  { ask: '图中有多少企业', is: 'list', with: { kinds: ['COMPANY'] } },
  { ask: 'list all zones', is: 'list', with: { kinds: ['INITIATIVE'], subkinds: ['ZONE'] } },
  { ask: '图谱规模有多大', is: 'stats' },
  { ask: '最近有哪些文章', is: 'articles' },
  // Said in other words.
  { ask: '张彤最近都跑了哪些公司？', is: 'related', with: { entity: '=张彤', ...VISITED, side: 'SUBJECT', otherKinds: ['COMPANY'] } },
  { ask: '哪家公司否认参与云青产业协作区', is: 'related', with: { entity: COORDINATION, types: ['PARTICIPATES_IN'], side: 'OBJECT', modalities: ['DENIED'] } },
  { ask: 'which firm denied joining 云青产业协作区', is: 'related', with: { entity: COORDINATION, types: ['PARTICIPATES_IN'], modalities: ['DENIED'] } },
  { ask: '禾野农业到底有没有进驻云青产业协作区', is: 'checkClaim', with: { relation: 'PARTICIPATES_IN', object: COORDINATION } },
  { ask: '云澜聆风电子有没有得到过投资', is: 'related', with: { types: ['INVESTS_IN'], side: 'OBJECT' } },
  { ask: 'has 聆风电子 received any investment?', is: 'related', with: { types: ['INVESTS_IN'], side: 'OBJECT' } },
  { ask: '哪些公司属于国家级专精特新“小巨人”企业', is: 'related', with: { types: ['DESIGNATED'], side: 'OBJECT', otherKinds: ['COMPANY'] } },
  { ask: '哪些公司属于澜川万舸重工集团', is: 'related', with: { types: ['PART_OF'], side: 'OBJECT', otherKinds: ['COMPANY'] } },
  { ask: '万舸智能装备的母公司是哪家', is: 'related', with: { side: 'SUBJECT' } },
  { ask: '张彤在哪里工作', is: 'posts', with: { entity: '=张彤' } },
  { ask: '第六届云澜湾智能装备博览会都有谁去了', is: 'related', with: { types: ['ATTENDED'], side: 'OBJECT' } },
  { ask: 'show me everything about 砾石机器人', is: 'profile' },
  { ask: 'What did 林致远 do in April 2025?', is: 'profile', with: { entity: '=林致远', from: '2025-04-01', to: '2025-04-30' } },
  // Names that are not clear, and what is not understood.
  { ask: '周敏走访过哪些企业', is: 'AMBIGUOUS_NAME' },
  { ask: 'who is 周敏', is: 'AMBIGUOUS_NAME' },
  { ask: '哪些企业与火星基地有关', is: 'UNKNOWN_NAME' },
  { ask: '江苏有感和火星基地是什么关系', is: 'UNKNOWN_NAME' },
  { ask: '张彤的妻子是谁', is: 'NOT_UNDERSTOOD' },
  { ask: '张彤的身高', is: 'NOT_UNDERSTOOD' },
  { ask: '今天天气怎么样', is: 'NOT_UNDERSTOOD' },
  { ask: 'what is the meaning of life', is: 'NOT_UNDERSTOOD' },
  { ask: '江苏有感的股价涨了吗', is: 'NOT_UNDERSTOOD' },
  { ask: '？？？', is: 'NOT_UNDERSTOOD' },
]
