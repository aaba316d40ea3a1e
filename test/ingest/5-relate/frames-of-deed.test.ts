import { describe, expect, test } from '@jest/globals'
import { factsOf } from './told.js'

/** One sentence a frame of the language, with all its facts of the types; what is denied, planned, asked for or supposed is never asserted. */
type Row = readonly [sentence: string, facts: readonly string[]]

describe('working together', () => {
  test.each<Row>([
    ['[C 云岭公司]与[C 白桦公司]联手打造[PROJECT 青河电池项目]。', ['云岭公司 COLLABORATES_WITH 白桦公司']],
    ['[C 云岭公司]作为[C 白桦公司]的合作伙伴，参加了活动。', ['云岭公司 COLLABORATES_WITH 白桦公司']],
    ['[C 云岭公司]是[C 白桦公司]的战略合作伙伴。', ['云岭公司 COLLABORATES_WITH 白桦公司']],
    ['[C 云岭公司]是[C 白桦公司]的长期客户。', []],
    ['[C 云岭公司]是[C 白桦公司]的供应商。', ['云岭公司 COLLABORATES_WITH 白桦公司']],
    ['[C 云岭公司]成为[C 白桦公司]的供应商。', ['云岭公司 COLLABORATES_WITH 白桦公司']],
    ['[C 云岭公司]将与[C 白桦公司]合作建设[PROJECT 青河电池项目]。', ['云岭公司 COLLABORATES_WITH 白桦公司 PLANNED']],
    ['[C 云岭公司]拟与[C 白桦公司]签署协议。', ['云岭公司 COLLABORATES_WITH 白桦公司 PLANNED']],
    ['[C 云岭公司]计划与[C 白桦公司]合作。', ['云岭公司 COLLABORATES_WITH 白桦公司 PLANNED']],
    ['[C 云岭公司]愿与[R 南通市]深化合作。', ['云岭公司 COLLABORATES_WITH 南通市 PLANNED']],
    ['[P 苏长风]表示，[C 云岭公司]愿与[R 南通市]加强合作。', ['云岭公司 COLLABORATES_WITH 南通市 PLANNED']],
    ['[P 林一舟]希望[C 云岭公司]与[R 南通市]深化合作。', ['云岭公司 COLLABORATES_WITH 南通市 URGED']],
    ['[P 林一舟]表示，希望双方深化合作。', []],
    ['[C 云岭公司]未与[C 白桦公司]签署协议。', ['云岭公司 COLLABORATES_WITH 白桦公司 DENIED']],
    ['[C 云岭公司]否认与[C 白桦公司]合作。', ['云岭公司 COLLABORATES_WITH 白桦公司 DENIED']],
    ['[C 云岭公司]终止与[C 白桦公司]的合作。', ['云岭公司 COLLABORATES_WITH 白桦公司 DENIED']],
    ['如果[C 云岭公司]与[C 白桦公司]合作，成本将下降。', ['云岭公司 COLLABORATES_WITH 白桦公司 HYPOTHETICAL']],
    ['[C 云岭公司]依托[S 青湖大学]建立实验室。', []],
    ['[C 云岭公司]与[C 白桦公司]都参加了合作大会。', []],
    ['[C 云岭公司]、[C 白桦公司]等企业参加合作签约仪式。', []],
    ['[C 云岭公司]、[C 白桦公司]出席合作大会。', []],
    ['[C 云岭公司]与[C 白桦公司]是竞争对手。', []],
    ['[C 云岭公司]与[C 白桦公司]股价上涨。', []],
    ['[C 云岭公司]、[C 白桦公司]两家公司受处罚。', []],
    ['[C 云岭公司]和[C 白桦公司]股东大会召开。', []],
    ['[C 云岭公司]向[C 白桦公司]采购设备。', []],
    ['[C 云岭公司]起诉[C 白桦公司]。', []],
    ['[C 云岭公司]收购[C 白桦公司]。', []],
    ['[C 云岭公司]在[C 白桦公司]支持下完成研发。', []],
    ['[C 云岭公司]与[C 白桦公司]共同出资成立[C 青河公司]。', ['云岭公司 COLLABORATES_WITH 白桦公司']],
    ['[C 云岭公司]引入[C 白桦公司]的技术。', []],
    ['会上，[C 云岭公司]分别同[C 白桦公司]和[C 青河公司]签署合作协议。', ['云岭公司 COLLABORATES_WITH 白桦公司', '云岭公司 COLLABORATES_WITH 青河公司']],
    ['[C 云岭公司]牵头，联合[C 白桦公司]、[C 青河公司]组建联盟。', ['云岭公司 COLLABORATES_WITH 白桦公司', '云岭公司 COLLABORATES_WITH 青河公司']],
    ['[C 白桦公司]董事长[P 苏长风]表示，将与[R 南通市]深化合作。', ['南通市 COLLABORATES_WITH 白桦公司 PLANNED']],
  ])('%s', (sentence, told) => {
    expect(factsOf(['COLLABORATES_WITH'], sentence, { home: '南通市' })).toEqual([...told].sort())
  })
})

describe('taking part', () => {
  test.each<Row>([
    ['[C 云岭公司]计划建设[PROJECT 青河电池项目]。', ['云岭公司 PARTICIPATES_IN 青河电池项目 PLANNED']],
    ['[C 云岭公司]联合[C 白桦公司]建设[PROJECT 青河电池项目]。', ['云岭公司 PARTICIPATES_IN 青河电池项目', '白桦公司 PARTICIPATES_IN 青河电池项目']],
    ['[C 云岭公司]是[PROJECT 青河电池项目]业主单位。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[C 云岭公司]系[PROJECT 青河电池项目]施工方。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[C 云岭公司]建设[ZONE 青湖开发区]。', []],
    ['[C 云岭公司]拟入驻[ZONE 青湖开发区]。', ['云岭公司 PARTICIPATES_IN 青湖开发区 PLANNED']],
    ['[C 云岭公司]将入驻[ZONE 青湖开发区]。', ['云岭公司 PARTICIPATES_IN 青湖开发区 PLANNED']],
    ['[C 云岭公司]未参与[PROJECT 青河电池项目]。', ['云岭公司 PARTICIPATES_IN 青河电池项目 DENIED']],
    ['[C 云岭公司]没有参与[PROJECT 青河电池项目]建设。', ['云岭公司 PARTICIPATES_IN 青河电池项目 DENIED']],
    ['如果[C 云岭公司]参与[PROJECT 青河电池项目]，成本将下降。', ['云岭公司 PARTICIPATES_IN 青河电池项目 HYPOTHETICAL']],
    ['[P 林一舟]希望[C 云岭公司]参与[PROJECT 青河电池项目]。', ['云岭公司 PARTICIPATES_IN 青河电池项目 URGED']],
    ['[P 林一舟]鼓励[C 云岭公司]积极参与[PROGRAM 星火行动]。', ['云岭公司 PARTICIPATES_IN 星火行动 URGED']],
    ['[P 林一舟]要求[C 云岭公司]加快推进[PROJECT 青河电池项目]建设。', ['云岭公司 PARTICIPATES_IN 青河电池项目 URGED']],
    ['[ZONE 青湖开发区]已有[C 云岭公司]、[C 白桦公司]等企业入驻。', ['云岭公司 PARTICIPATES_IN 青湖开发区', '白桦公司 PARTICIPATES_IN 青湖开发区']],
    ['[PROJECT 青河电池项目]参建单位[C 云岭公司]、[C 白桦公司]派出人员。', ['云岭公司 PARTICIPATES_IN 青河电池项目', '白桦公司 PARTICIPATES_IN 青河电池项目']],
    ['[PROJECT 青河电池项目]的承建单位[C 云岭公司]表示，工程进展顺利。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[PROJECT 青河电池项目]项目负责人、[C 云岭公司]经理[P 苏长风]介绍。', []],
    ['[PROJECT 青河电池项目]总承包单位为[C 云岭公司]。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[R 南通市]、[R 苏州市]共同推进[STRATEGY 青河走廊]。', []],
    ['[C 云岭公司]助力[STRATEGY 青河走廊]。', []],
    ['[C 云岭公司]服务[PROGRAM 星火行动]。', []],
    ['[R 南通市]加快[PROJECT 青河电池项目]建设。', []],
    ['[C 云岭公司]报送的[PROJECT 青河电池项目]入选名单。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[C 云岭公司]施工的[PROJECT 青河电池项目]通车。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[C 云岭公司]设计的[PROJECT 青河电池项目]通车。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[C 云岭公司]总承包的[PROJECT 青河电池项目]通车。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[C 云岭公司]供货的[PROJECT 青河电池项目]投运。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[PROJECT 青河电池项目]为[C 云岭公司]全资建设。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[PROJECT 青河电池项目]业主为[C 云岭公司]。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
  ])('%s', (sentence, told) => {
    expect(factsOf(['PARTICIPATES_IN'], sentence, { home: '南通市' })).toEqual([...told].sort())
  })
})

describe('putting money in', () => {
  test.each<Row>([
    ['[C 云岭公司]来[R 南通市]投资。', ['云岭公司 INVESTS_IN 南通市']],
    ['[C 云岭公司]赴[R 南通市]投资。', ['云岭公司 INVESTS_IN 南通市']],
    ['[C 云岭公司]计划在[R 南通市]投资10亿元。', ['云岭公司 INVESTS_IN 南通市 PLANNED']],
    ['[C 云岭公司]将投资10亿元在[R 南通市]建设基地。', ['云岭公司 INVESTS_IN 南通市 PLANNED']],
    ['[C 云岭公司]并购[C 白桦公司]。', ['云岭公司 INVESTS_IN 白桦公司']],
    ['[C 白桦公司]是[C 云岭公司]的全资子公司。', []],
    ['[C 云岭公司]拟收购[C 白桦公司]。', ['云岭公司 INVESTS_IN 白桦公司 PLANNED']],
    ['[C 云岭公司]拟以10亿元收购[C 白桦公司]。', ['云岭公司 INVESTS_IN 白桦公司 PLANNED']],
    ['[C 云岭公司]拟出资10亿元设立[C 白桦公司]。', ['云岭公司 INVESTS_IN 白桦公司 PLANNED']],
    ['[C 云岭公司]未投资[C 白桦公司]。', ['云岭公司 INVESTS_IN 白桦公司 DENIED']],
    ['[C 云岭公司]放弃收购[C 白桦公司]。', ['云岭公司 INVESTS_IN 白桦公司 DENIED']],
    ['[C 云岭公司]否认投资[C 白桦公司]。', ['云岭公司 INVESTS_IN 白桦公司 DENIED']],
    ['如果[C 云岭公司]收购[C 白桦公司]，将受审查。', ['云岭公司 INVESTS_IN 白桦公司 HYPOTHETICAL']],
    ['[P 林一舟]希望[C 云岭公司]投资[R 南通市]。', ['云岭公司 INVESTS_IN 南通市 URGED']],
    ['[C 云岭公司]在[R 南通市]累计投资10亿元。', ['云岭公司 INVESTS_IN 南通市']],
    ['[PROJECT 青河电池项目]是[C 云岭公司]投资10亿元建设的。', ['云岭公司 INVESTS_IN 青河电池项目']],
    ['[C 云岭公司]砸10亿元建设[PROJECT 青河电池项目]。', []],
    ['[C 云岭公司]投入10亿元建设[PROJECT 青河电池项目]。', ['云岭公司 INVESTS_IN 青河电池项目']],
    ['[C 云岭公司]向[PROJECT 青河电池项目]投入资金10亿元。', ['云岭公司 INVESTS_IN 青河电池项目']],
    ['[C 云岭公司]计划总投资10亿元建设[PROJECT 青河电池项目]。', ['云岭公司 INVESTS_IN 青河电池项目 PLANNED']],
    ['[C 云岭公司]预计投资10亿元建设[PROJECT 青河电池项目]。', ['云岭公司 INVESTS_IN 青河电池项目 PLANNED']],
    ['[C 云岭公司]为[PROJECT 青河电池项目]投资10亿元。', ['云岭公司 INVESTS_IN 青河电池项目']],
    ['[C 云岭公司]成为[C 白桦公司]的战略投资者。', ['云岭公司 INVESTS_IN 白桦公司']],
    ['[C 白桦公司]引入战略投资者[C 云岭公司]。', ['云岭公司 INVESTS_IN 白桦公司']],
    ['[C 云岭公司]与[C 白桦公司]签署投资协议。', []],
    ['[C 云岭公司]投资者大会。', []],
    ['[C 云岭公司]布局[R 南通市]。', []],
    ['[C 云岭公司]在[R 南通市]布局[PROJECT 青河电池项目]。', []],
    ['[C 云岭公司]从[C 白桦公司]撤资。', []],
    ['[C 云岭公司]独资建设[PROJECT 青河电池项目]。', ['云岭公司 INVESTS_IN 青河电池项目']],
    ['[C 云岭公司]投建[PROJECT 青河电池项目]。', ['云岭公司 INVESTS_IN 青河电池项目']],
    ['[C 云岭公司]投建的[PROJECT 青河电池项目]投产。', ['云岭公司 INVESTS_IN 青河电池项目']],
  ])('%s', (sentence, told) => {
    expect(factsOf(['INVESTS_IN'], sentence, { home: '南通市' })).toEqual([...told].sort())
  })
})

describe('carrying out', () => {
  test.each<Row>([
    ['[O 青湖市商务局]联合[S 青湖大学]印发[POLICY 《青湖方案》]。', ['青湖大学 PROMOTES 《青湖方案》', '青湖市商务局 PROMOTES 《青湖方案》']],
    ['[POLICY 《青湖方案》]经[O 青湖市商务局]审议通过。', ['青湖市商务局 PROMOTES 《青湖方案》']],
    ['[O 青湖市商务局]立足[STRATEGY 青河走廊]，加快发展。', ['青湖市商务局 PROMOTES 青河走廊']],
    ['[O 青湖市商务局]将推进[PROGRAM 星火行动]。', ['青湖市商务局 PROMOTES 星火行动 PLANNED']],
    ['[O 青湖市商务局]计划实施[PROGRAM 星火行动]。', ['青湖市商务局 PROMOTES 星火行动 PLANNED']],
    ['[O 青湖市商务局]拟实施[PROGRAM 星火行动]。', ['青湖市商务局 PROMOTES 星火行动 PLANNED']],
    ['[O 青湖市商务局]未实施[PROGRAM 星火行动]。', ['青湖市商务局 PROMOTES 星火行动 DENIED']],
    ['[O 青湖市商务局]叫停[PROGRAM 星火行动]。', []],
    ['如果[O 青湖市商务局]实施[PROGRAM 星火行动]，就业将增加。', ['青湖市商务局 PROMOTES 星火行动 HYPOTHETICAL']],
    ['[P 林一舟]强调，要推进[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动 URGED']],
    ['[P 林一舟]强调，要深入实施[STRATEGY 青河走廊]。', ['林一舟 PROMOTES 青河走廊 URGED']],
    ['[P 林一舟]要求，各级要抓好[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动 URGED']],
    ['[P 林一舟]指出，要抢抓[STRATEGY 青河走廊]机遇。', ['林一舟 PROMOTES 青河走廊 URGED']],
    ['[P 林一舟]表示，[R 南通市]将推进[PROGRAM 星火行动]。', ['南通市 PROMOTES 星火行动 PLANNED']],
    ['[P 林一舟]表示，将推进[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动 PLANNED']],
    ['[P 林一舟]说，我们将推进[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动 PLANNED']],
    ['[P 林一舟]主持召开[PROGRAM 星火行动]推进会。', ['林一舟 PROMOTES 星火行动']],
    ['[P 林一舟]调度[PROGRAM 星火行动]推进情况。', ['林一舟 PROMOTES 星火行动']],
    ['[P 林一舟]提出[STRATEGY 青河走廊]。', ['林一舟 PROMOTES 青河走廊']],
    ['[P 林一舟]提出实施[STRATEGY 青河走廊]。', ['林一舟 PROMOTES 青河走廊']],
    ['[P 林一舟]提出建设[ZONE 青湖开发区]。', ['林一舟 PROMOTES 青湖开发区']],
    ['[R 南通市]赋能[PROGRAM 星火行动]。', ['南通市 PROMOTES 星火行动']],
    ['[R 南通市]对接[STRATEGY 青河走廊]。', ['南通市 PROMOTES 青河走廊']],
    ['[C 云岭公司]将助力[STRATEGY 青河走廊]。', ['云岭公司 PROMOTES 青河走廊 PLANNED']],
    ['[ZONE 青湖开发区]获[O 青湖市商务局]批复。', ['青湖市商务局 PROMOTES 青湖开发区']],
    ['经[O 青湖市商务局]批准，[ZONE 青湖开发区]正式设立。', ['青湖市商务局 PROMOTES 青湖开发区']],
    ['[O 青湖市商务局]公示[PROGRAM 星火行动]名单。', ['青湖市商务局 PROMOTES 星火行动']],
    ['[O 青湖市商务局]举行[POLICY 《青湖方案》]新闻发布会。', ['青湖市商务局 PROMOTES 《青湖方案》']],
    ['通过[PROGRAM 星火行动]，[O 青湖市商务局]帮助群众。', ['青湖市商务局 PROMOTES 星火行动']],
    ['结合[PROGRAM 星火行动]，[O 青湖市商务局]走访群众。', ['青湖市商务局 PROMOTES 星火行动']],
    ['以[PROGRAM 星火行动]为引领，[O 青湖市商务局]走访群众。', ['青湖市商务局 PROMOTES 星火行动']],
    ['围绕[PROGRAM 星火行动]，[O 青湖市商务局]走访群众。', ['青湖市商务局 PROMOTES 星火行动']],
    ['聚焦[STRATEGY 青河走廊]，[R 南通市]加快发展。', ['南通市 PROMOTES 青河走廊']],
    ['依托[STRATEGY 青河走廊]，[R 南通市]加快发展。', ['南通市 PROMOTES 青河走廊']],
    ['抢抓[STRATEGY 青河走廊]机遇，[R 南通市]加快发展。', ['南通市 PROMOTES 青河走廊']],
    ['在[STRATEGY 青河走廊]背景下，[R 南通市]加快发展。', []],
    ['[R 南通市]的[PROGRAM 星火行动]成效明显。', ['南通市 PROMOTES 星火行动']],
    ['[O 青湖市商务局]的[PROGRAM 星火行动]成效明显。', ['青湖市商务局 PROMOTES 星火行动']],
    ['[O 青湖市商务局][PROGRAM 星火行动]成效明显。', ['青湖市商务局 PROMOTES 星火行动']],
  ])('%s', (sentence, told) => {
    expect(factsOf(['PROMOTES'], sentence, { home: '南通市' })).toEqual([...told].sort())
  })
})

describe('calls', () => {
  test.each<Row>([
    ['[P 林一舟]希望[R 南通市]积极融入[STRATEGY 青河走廊]。', ['南通市 PARTICIPATES_IN 青河走廊 URGED', '林一舟 PROMOTES 青河走廊 URGED']],
    ['[P 林一舟]强调，[R 南通市]要深化与[R 苏州市]的合作。', ['南通市 COLLABORATES_WITH 苏州市 URGED']],
    ['[P 林一舟]强调，[R 南通市]要加强与[R 苏州市]、[R 扬州市]协同联动。', ['南通市 COLLABORATES_WITH 扬州市 URGED', '南通市 COLLABORATES_WITH 苏州市 URGED']],
  ])('%s', (sentence, told) => {
    expect(factsOf(['PROMOTES', 'PARTICIPATES_IN', 'COLLABORATES_WITH'], sentence, { home: '南通市' })).toEqual([...told].sort())
  })
})

describe('holding a post', () => {
  test.each<Row>([
    ['[C 云岭公司]董事会依法任命[P 林一舟]为公司总经理，任命[P 苏长风]、[P 周海]为副总经理。', ['周海 HOLDS_POSITION 云岭公司 副总经理', '林一舟 HOLDS_POSITION 云岭公司 总经理', '苏长风 HOLDS_POSITION 云岭公司 副总经理']],
    ['[C 云岭公司]聘任[P 林一舟]为总经理。', ['林一舟 HOLDS_POSITION 云岭公司 总经理']],
    ['[C 云岭公司]任命[P 林一舟]为总裁。', ['林一舟 HOLDS_POSITION 云岭公司 总裁']],
    ['来自[C 云岭公司]的[P 林一舟]介绍。', []],
    ['[P 林一舟]，[C 云岭公司]董事长。', ['林一舟 HOLDS_POSITION 云岭公司 董事长']],
    ['[C 云岭公司]法定代表人为[P 林一舟]。', ['林一舟 HOLDS_POSITION 云岭公司 法定代表人']],
    ['[C 云岭公司]董事长为[P 林一舟]。', ['林一舟 HOLDS_POSITION 云岭公司 董事长']],
    ['[P 林一舟]不再担任[C 云岭公司]董事长。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 董事长']],
    ['[P 林一舟]拟任[C 云岭公司]董事长。', ['林一舟 HOLDS_POSITION 云岭公司 PLANNED 董事长']],
    ['[R 泰山村]村民[P 林一舟]介绍。', []],
    ['[C 云岭公司]公告，[P 林一舟]因个人原因申请辞去公司董事长职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 董事长']],
    ['[P 林一舟]辞去[C 云岭公司]董事长职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 董事长']],
    ['[P 林一舟]因工作调动辞去[C 云岭公司]董事、副总经理职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 副总经理', '林一舟 HOLDS_POSITION 云岭公司 DENIED 董事']],
    ['[P 林一舟]卸任[C 云岭公司]董事长。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 董事长']],
    ['[P 林一舟]不再担任[C 云岭公司]法定代表人。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 法定代表人']],
    ['[P 林一舟]将不再担任[C 云岭公司]董事长。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 董事长']],
    ['[C 云岭公司]免去[P 林一舟]总经理职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 总经理']],
    ['[C 云岭公司]解聘[P 林一舟]总经理职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 总经理']],
    ['[C 云岭公司]董事会免去[P 林一舟]的总经理职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 总经理']],
    ['免去[P 林一舟]的[C 云岭公司]总经理职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 总经理']],
    ['[P 林一舟]被免去[C 云岭公司]总经理职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 总经理']],
    ['[P 林一舟]离任[C 云岭公司]总经理。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 总经理']],
    ['[P 林一舟]退出[C 云岭公司]董事会。', []],
    ['[P 林一舟]辞任[C 云岭公司]总经理一职。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 总经理']],
    ['[C 云岭公司]宣布，[P 林一舟]卸任总裁，由[P 苏长风]接任。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 总裁', '苏长风 HOLDS_POSITION 云岭公司 总裁']],
    ['[C 云岭公司]法定代表人由[P 林一舟]变更为[P 苏长风]。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 法定代表人', '苏长风 HOLDS_POSITION 云岭公司 法定代表人']],
    ['[C 云岭公司]任命[P 林一舟]为首席执行官。', ['林一舟 HOLDS_POSITION 云岭公司 首席执行官']],
    ['[C 云岭公司]选举[P 林一舟]为公司董事长，聘任[P 苏长风]为总经理、[P 周海]为副总经理。', ['周海 HOLDS_POSITION 云岭公司 副总经理', '林一舟 HOLDS_POSITION 云岭公司 董事长', '苏长风 HOLDS_POSITION 云岭公司 总经理']],
    ['[C 云岭公司]公告，选举[P 林一舟]、[P 苏长风]为公司董事。', ['林一舟 HOLDS_POSITION 云岭公司 董事', '苏长风 HOLDS_POSITION 云岭公司 董事']],
    ['[P 林一舟]、[P 苏长风]辞去[C 云岭公司]董事职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 董事', '苏长风 HOLDS_POSITION 云岭公司 DENIED 董事']],
    ['[C 云岭公司]公告，[P 林一舟]、[P 苏长风]辞去公司董事职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 董事', '苏长风 HOLDS_POSITION 云岭公司 DENIED 董事']],
    ['[C 云岭公司]公告，[P 林一舟]申请辞去公司董事、战略委员会委员职务。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 战略委员会委员', '林一舟 HOLDS_POSITION 云岭公司 DENIED 董事']],
    ['[P 林一舟] [C 云岭公司]董事长', ['林一舟 HOLDS_POSITION 云岭公司 董事长']],
    ['[P 林一舟]:[C 云岭公司]董事长', ['林一舟 HOLDS_POSITION 云岭公司 董事长']],
    ['[P 林一舟]，[C 云岭公司]董事长，表示订单增加。', ['林一舟 HOLDS_POSITION 云岭公司 董事长']],
    ['[C 云岭公司]成立于2001年，法定代表人为[P 林一舟]。', ['林一舟 HOLDS_POSITION 云岭公司 法定代表人']],
    ['[C 云岭公司]成立于2001年，法定代表人[P 林一舟]。', ['林一舟 HOLDS_POSITION 云岭公司 法定代表人']],
    ['[C 云岭公司]成立，注册资本1亿元，法定代表人为[P 林一舟]，由[C 白桦公司]全资持股。', ['林一舟 HOLDS_POSITION 云岭公司 法定代表人']],
    ['天眼查显示，[C 云岭公司]法定代表人由[P 林一舟]变更为[P 苏长风]。', ['林一舟 HOLDS_POSITION 云岭公司 DENIED 法定代表人', '苏长风 HOLDS_POSITION 云岭公司 法定代表人']],
    ['[P 林一舟]将担任[C 云岭公司]总裁。', ['林一舟 HOLDS_POSITION 云岭公司 PLANNED 总裁']],
    ['[P 林一舟]将出任总裁，[C 云岭公司]宣布。', []],
    ['[C 云岭公司]运营部的[P 林一舟]表示。', []],
  ])('%s', (sentence, told) => {
    expect(factsOf(['HOLDS_POSITION'], sentence, { home: '南通市' })).toEqual([...told].sort())
  })
})
