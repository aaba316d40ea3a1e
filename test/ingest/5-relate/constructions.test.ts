import { describe, expect, test } from '@jest/globals'
import { factsOf } from './told.js'

/** One sentence for each way in which news says it; what is planned or denied never comes out as asserted. */
describe('promoting', () => {
  test.each<[string, string[]]>([
    ['[R 南通市]全面启动[PROGRAM 星火行动]。', ['南通市 PROMOTES 星火行动']],
    ['[O 青湖市教育局]日前出台[POLICY 《青湖方案》]。', ['青湖市教育局 PROMOTES 《青湖方案》']],
    ['日前，[O 青湖市教育局]、[O 青湖市财政局]联合印发[POLICY 《青湖方案》]。', ['青湖市教育局 PROMOTES 《青湖方案》', '青湖市财政局 PROMOTES 《青湖方案》']],
    ['[POLICY 《青湖方案》]由[O 青湖市教育局]印发。', ['青湖市教育局 PROMOTES 《青湖方案》']],
    ['[O 青湖市教育局]发布的[POLICY 《青湖方案》]提出，到2025年建成体系。', ['青湖市教育局 PROMOTES 《青湖方案》']],
    ['根据[O 青湖市教育局][POLICY 《青湖方案》]，将加大投入。', ['青湖市教育局 PROMOTES 《青湖方案》']],
    ['近年来，[R 南通市]深入实施[STRATEGY 乡村振兴战略]，取得成效。', ['南通市 PROMOTES 乡村振兴战略']],
    ['近年来，[R 南通市]紧扣高质量发展主题，以[STRATEGY 乡村振兴战略]为统领，补齐短板。', ['南通市 PROMOTES 乡村振兴战略']],
    ['[R 南通市]坚持把[STRATEGY 乡村振兴战略]作为重中之重。', ['南通市 PROMOTES 乡村振兴战略']],
    ['[R 南通市]大力推进[ZONE 青河产业园]建设。', ['南通市 PROMOTES 青河产业园']],
    ['[ZONE 青河产业园]是[R 南通市]重点打造的新能源园区。', ['南通市 PROMOTES 青河产业园']],
    ['[R 南通市]规划建设的[ZONE 青河产业园]初具规模。', ['南通市 PROMOTES 青河产业园']],
    ['[R 南通市]设立[ZONE 青河产业园]。', ['南通市 PROMOTES 青河产业园']],
    ['[O 国务院]批复同意设立[ZONE 青河新区]。', ['国务院 PROMOTES 青河新区']],
    ['[P 林一舟]强调，要深入实施[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动 URGED']],
    ['[P 林一舟]对[PROGRAM 星火行动]作出部署。', ['林一舟 PROMOTES 星火行动']],
    ['[P 林一舟]就推进[PROGRAM 星火行动]作动员讲话。', ['林一舟 PROMOTES 星火行动']],
    ['[P 林一舟]宣布[PROGRAM 星火行动]正式启动。', ['林一舟 PROMOTES 星火行动']],
    ['[P 林一舟]介绍了[PROGRAM 星火行动]有关情况。', ['林一舟 PROMOTES 星火行动']],
    ['[O 青湖市教育局]将于9月起开展[PROGRAM 星火行动]。', ['青湖市教育局 PROMOTES 星火行动 PLANNED']],
    ['[O 青湖市教育局]组织实施了[PROGRAM 星火行动]。', ['青湖市教育局 PROMOTES 星火行动']],
    ['[PROGRAM 星火行动]自启动以来，[O 青湖市教育局]高度重视，精心组织。', ['青湖市教育局 PROMOTES 星火行动']],
    ['为贯彻落实[POLICY 《青湖方案》]，[O 青湖市教育局]召开会议。', ['青湖市教育局 PROMOTES 《青湖方案》']],
    ['按照[POLICY 《青湖方案》]要求，[O 青湖市教育局]对学校开展检查。', ['青湖市教育局 PROMOTES 《青湖方案》']],
    ['[C 云岭公司]积极响应[STRATEGY “双碳”战略]，减少排放。', ['云岭公司 PROMOTES “双碳”战略']],
    ['[C 云岭公司]启动[PROGRAM 星火计划]，三年内招募百人。', ['云岭公司 PROMOTES 星火计划']],
    ['[C 云岭公司]推出[PROGRAM 星火计划]。', ['云岭公司 PROMOTES 星火计划']],
    ['[C 云岭公司]发起[PROGRAM 星火公益行动]。', ['云岭公司 PROMOTES 星火公益行动']],
    ['[R 南通市]加快[PROJECT 青河大桥]建设。', ['南通市 PROMOTES 青河大桥']],
    ['[O 国家发展改革委]批复[PROJECT 青河铁路工程]可行性研究报告。', ['国家发展改革委 PROMOTES 青河铁路工程']],
    ['[R 南通市]正在开展[PROGRAM 星火专项行动]。', ['南通市 PROMOTES 星火专项行动']],
    ['[R 南通市]积极争创[STATUS 国家文明城市]。', ['南通市 PROMOTES 国家文明城市 PLANNED']],
    ['[R 南通市][PROGRAM 星火行动]取得阶段性成果。', ['南通市 PROMOTES 星火行动']],
    ['[O 青湖市教育局]副局长[P 林一舟]表示，将持续推进[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动 PLANNED', '青湖市教育局 PROMOTES 星火行动 PLANNED']],
    ['[O 青湖市教育局]聚焦[PROGRAM 星火行动]，压实责任。', ['青湖市教育局 PROMOTES 星火行动']],
    ['在[O 青湖市教育局]的推动下，[PROGRAM 星火行动]落地见效。', ['青湖市教育局 PROMOTES 星火行动']],
    ['[O 青湖市教育局]牵头的[PROGRAM 星火行动]落地见效。', ['青湖市教育局 PROMOTES 星火行动']],
    ['[O 青湖市教育局]为[PROGRAM 星火行动]提供资金支持。', ['青湖市教育局 PROMOTES 星火行动']],
    ['[R 南通市]召开[PROGRAM 星火行动]推进会。', ['南通市 PROMOTES 星火行动']],
    ['[R 南通市]未实施[PROGRAM 星火行动]。', ['南通市 PROMOTES 星火行动 DENIED']],
    ['会议审议了[POLICY 《青湖方案》]。', []],
    ['根据[POLICY 《青湖教育法》]，[O 青湖市教育局]对学校处罚。', []],
    ['[P 林一舟]要求，以[STRATEGY 青湖战略]为抓手推进工作。', ['林一舟 PROMOTES 青湖战略 URGED']],
    ['[R 南通市]将以[STRATEGY 青湖战略]为抓手推进工作。', ['南通市 PROMOTES 青湖战略 PLANNED']],
    ['[P 林一舟]强调，[R 南通市]要落实[O 党中央]关于[STRATEGY 青湖战略]的部署。', ['党中央 PROMOTES 青湖战略', '南通市 PROMOTES 青湖战略 URGED', '林一舟 PROMOTES 青湖战略 URGED']],
    ['[R 南通市]制定了国内首部跨度十五年、覆盖各个领域的长远发展规划——[POLICY 《青湖方案》]。', ['南通市 PROMOTES 《青湖方案》']],
  ])('%s', (text, expected) => {
    expect(factsOf(['PROMOTES'], text)).toEqual([...expected].sort())
  })
})

describe('taking part', () => {
  test.each<[string, string[]]>([
    ['[C 云岭公司]入驻[ZONE 青河产业园]。', ['云岭公司 PARTICIPATES_IN 青河产业园']],
    ['[C 云岭公司]落户[ZONE 青河产业园]。', ['云岭公司 PARTICIPATES_IN 青河产业园']],
    ['[ZONE 青河产业园]已入驻[C 云岭公司]、[C 白桦公司]等企业。', ['云岭公司 PARTICIPATES_IN 青河产业园', '白桦公司 PARTICIPATES_IN 青河产业园']],
    ['[ZONE 青河产业园]引进[C 云岭公司]、[C 白桦公司]等龙头企业。', ['云岭公司 PARTICIPATES_IN 青河产业园', '白桦公司 PARTICIPATES_IN 青河产业园']],
    ['[ZONE 青河产业园]吸引了[C 云岭公司]、[C 白桦公司]等企业入驻。', ['云岭公司 PARTICIPATES_IN 青河产业园', '白桦公司 PARTICIPATES_IN 青河产业园']],
    ['[C 云岭公司]、[C 白桦公司]等一批企业先后入驻[ZONE 青河产业园]。', ['云岭公司 PARTICIPATES_IN 青河产业园', '白桦公司 PARTICIPATES_IN 青河产业园']],
    ['[C 云岭公司]将在[ZONE 青河产业园]建设生产基地。', ['云岭公司 PARTICIPATES_IN 青河产业园 PLANNED']],
    ['[C 云岭公司]参与[PROGRAM 星火行动]。', ['云岭公司 PARTICIPATES_IN 星火行动']],
    ['[C 云岭公司]积极参与[STRATEGY “一带一路”]建设。', ['云岭公司 PARTICIPATES_IN “一带一路”']],
    ['[C 云岭公司]承建的[PROJECT 青河大桥]通车。', ['云岭公司 PARTICIPATES_IN 青河大桥']],
    ['[PROJECT 青河大桥]由[C 云岭公司]承建。', ['云岭公司 PARTICIPATES_IN 青河大桥']],
    ['[C 云岭公司]中标[PROJECT 青河大桥项目]。', ['云岭公司 PARTICIPATES_IN 青河大桥项目']],
    ['[C 云岭公司]负责[PROJECT 青河大桥]施工。', ['云岭公司 PARTICIPATES_IN 青河大桥']],
    ['[C 云岭公司]参与[PROJECT 青河大桥]设计。', ['云岭公司 PARTICIPATES_IN 青河大桥']],
    ['[C 云岭公司][PROJECT 青河大桥项目]负责人说。', ['云岭公司 PARTICIPATES_IN 青河大桥项目']],
    ['[C 云岭公司]的[PROJECT 青河电池项目]投产。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[C 云岭公司]旗下[PROJECT 青河电池项目]投产。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[C 云岭公司]投资建设的[PROJECT 青河电池项目]投产。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['由[C 云岭公司]（以下简称“云岭”）所属[C 白桦公司]投资建设的[PROJECT 青河电池项目]投产。', ['白桦公司 PARTICIPATES_IN 青河电池项目']],
    ['[PROJECT 青河电池项目]业主单位为[C 云岭公司]。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[PROJECT 青河电池项目]总投资50亿元，由[C 云岭公司]投资建设。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[R 南通市]入选[PROGRAM 星火试点]。', ['南通市 PARTICIPATES_IN 星火试点']],
    ['[R 南通市]被纳入[PROGRAM 星火试点]。', ['南通市 PARTICIPATES_IN 星火试点']],
    ['[R 南通市]列入首批[PROGRAM 星火试点]名单。', ['南通市 PARTICIPATES_IN 星火试点']],
    ['[R 南通市]成为[PROGRAM 星火试点]城市。', ['南通市 PARTICIPATES_IN 星火试点']],
    ['[PROGRAM 星火试点]在[R 南通市]、[R 南京市]等地开展。', ['南京市 PARTICIPATES_IN 星火试点', '南通市 PARTICIPATES_IN 星火试点']],
    ['[R 南通市]加入[STRATEGY 长三角一体化]。', ['南通市 PARTICIPATES_IN 长三角一体化']],
    ['[R 南通市]深度融入[STRATEGY 长三角一体化]。', ['南通市 PARTICIPATES_IN 长三角一体化']],
    ['[S 青湖大学]承担[PROGRAM 星火计划]项目。', ['青湖大学 PARTICIPATES_IN 星火计划']],
    ['[S 青湖大学]牵头的[PROJECT 青湖研发项目]获批。', ['青湖大学 PARTICIPATES_IN 青湖研发项目']],
    ['[S 青湖大学]获批[PROGRAM 星火计划]立项。', ['青湖大学 PARTICIPATES_IN 星火计划']],
    ['[C 云岭公司]与[R 南通市]签约[PROJECT 青河电池项目]。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['[C 云岭公司]未参与[PROGRAM 星火行动]。', ['云岭公司 PARTICIPATES_IN 星火行动 DENIED']],
    ['[C 云岭公司]拟在[ZONE 青河产业园]建设生产基地。', ['云岭公司 PARTICIPATES_IN 青河产业园 PLANNED']],
    ['[R 南通市]未列入首批[PROGRAM 星火试点]名单。', ['南通市 PARTICIPATES_IN 星火试点 DENIED']],
    ['[C 云岭公司]中标[ZONE 青河产业园]。', ['云岭公司 PARTICIPATES_IN 青河产业园']],
  ])('%s', (text, expected) => {
    expect(factsOf(['PARTICIPATES_IN'], text)).toEqual([...expected].sort())
  })
})

describe('putting money in', () => {
  test.each<[string, string[]]>([
    ['[C 云岭公司]投资50亿元建设[PROJECT 青河电池项目]。', ['云岭公司 INVESTS_IN 青河电池项目']],
    ['[C 云岭公司]总投资50亿元的[PROJECT 青河电池项目]开工。', ['云岭公司 INVESTS_IN 青河电池项目']],
    ['[C 云岭公司]在[R 南通市]投资50亿元。', ['云岭公司 INVESTS_IN 南通市']],
    ['[C 云岭公司]投资50亿元在[R 南通市]建设电池基地。', ['云岭公司 INVESTS_IN 南通市']],
    ['[C 云岭公司]计划在[R 南通市]投资建厂。', ['云岭公司 INVESTS_IN 南通市 PLANNED']],
    ['[C 云岭公司]拟斥资10亿元收购[C 青河公司]60%股权。', ['云岭公司 INVESTS_IN 青河公司 PLANNED']],
    ['[C 云岭公司]以10亿元收购[C 青河公司]。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]完成对[C 青河公司]的收购。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]将[C 青河公司]收入囊中。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 青河公司]被[C 云岭公司]收购。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]向[C 青河公司]增资2亿元。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]对[C 青河公司]增资2亿元。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]持有[C 青河公司]51%的股份。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]持股[C 青河公司]51%。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 青河公司]由[C 云岭公司]持股51%。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 青河公司]由[C 云岭公司]全资控股。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 青河公司]由[C 云岭公司]和[C 白桦公司]共同出资成立。', ['云岭公司 INVESTS_IN 青河公司', '白桦公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]和[C 白桦公司]共同出资组建了[C 青河公司]。', ['云岭公司 INVESTS_IN 青河公司', '白桦公司 INVESTS_IN 青河公司']],
    ['[C 青河公司]获得[C 云岭公司]2亿元战略投资。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 青河公司]完成2亿元B轮融资，由[C 云岭公司]领投，[C 白桦公司]跟投。', ['云岭公司 INVESTS_IN 青河公司', '白桦公司 INVESTS_IN 青河公司']],
    ['[C 青河公司]完成B轮融资，投资方包括[C 云岭公司]、[C 白桦公司]。', ['云岭公司 INVESTS_IN 青河公司', '白桦公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]成为[C 青河公司]第一大股东。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 青河公司]控股股东[C 云岭公司]公告。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 青河公司]的股东包括[C 云岭公司]、[C 白桦公司]。', ['云岭公司 INVESTS_IN 青河公司', '白桦公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]入股[C 青河公司]。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]控股的[C 青河公司]上市。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 云岭公司]出资1亿元设立[C 青河公司]。', ['云岭公司 INVESTS_IN 青河公司']],
    ['[C 青河公司]是[C 云岭公司]与[C 白桦公司]的合资公司。', ['云岭公司 INVESTS_IN 青河公司', '白桦公司 INVESTS_IN 青河公司']],
    ['[PROJECT 青河电池项目]由[C 云岭公司]投资50亿元兴建。', ['云岭公司 INVESTS_IN 青河电池项目']],
    ['[C 云岭公司][PROJECT 青河电池项目]总投资50亿元。', ['云岭公司 INVESTS_IN 青河电池项目']],
    ['[C 云岭公司]否认收购[C 青河公司]。', ['云岭公司 INVESTS_IN 青河公司 DENIED']],
    ['[C 云岭公司]的全资子公司[C 青河公司]投产。', []],
    ['[C 青河公司]将由[C 云岭公司]控股。', ['云岭公司 INVESTS_IN 青河公司 PLANNED']],
    ['[C 青河公司]未被[C 云岭公司]收购。', ['云岭公司 INVESTS_IN 青河公司 DENIED']],
  ])('%s', (text, expected) => {
    expect(factsOf(['INVESTS_IN'], text)).toEqual([...expected].sort())
  })
})

describe('lying in a place', () => {
  test.each<[string, string[]]>([
    ['[C 云岭公司]总部位于[R 南通市]。', ['云岭公司 LOCATED_IN 南通市']],
    ['[C 云岭公司]落户[R 南通市]。', ['云岭公司 LOCATED_IN 南通市']],
    ['[C 云岭公司]注册于[R 南通市]。', ['云岭公司 LOCATED_IN 南通市']],
    ['[C 云岭公司]成立于2009年，注册地位于[R 南通市]。', ['云岭公司 LOCATED_IN 南通市']],
    ['总部设在[R 南通市]的[C 云岭公司]投产。', ['云岭公司 LOCATED_IN 南通市']],
    ['总部位于[R 南通市]的[C 云岭公司]投产。', ['云岭公司 LOCATED_IN 南通市']],
    ['来自[R 南通市]的[C 云岭公司]参展。', ['云岭公司 LOCATED_IN 南通市']],
    ['[R 南通市]的[C 云岭公司]投产。', ['云岭公司 LOCATED_IN 南通市']],
    ['[R 南通市]本土企业[C 云岭公司]投产。', ['云岭公司 LOCATED_IN 南通市']],
    ['[R 南通市]一家企业——[C 云岭公司]投产。', ['云岭公司 LOCATED_IN 南通市']],
    ['走进[R 南通市]的[C 云岭公司]，机器轰鸣。', ['云岭公司 LOCATED_IN 南通市']],
    ['在[R 南通市][C 云岭公司]的车间里一派忙碌。', ['云岭公司 LOCATED_IN 南通市']],
    ['在[R 南通市]的[C 云岭公司]车间，工人忙碌。', ['云岭公司 LOCATED_IN 南通市']],
    ['[PROJECT 青河电池项目]落户[R 南通市]。', ['青河电池项目 LOCATED_IN 南通市']],
    ['[PROJECT 青河电池项目]选址[R 南通市]。', ['青河电池项目 LOCATED_IN 南通市']],
    ['[PROJECT 青河电池项目]在[R 南通市]开工。', ['青河电池项目 LOCATED_IN 南通市']],
    ['[PROJECT 青河电池项目]拟落户[R 南通市]。', ['青河电池项目 LOCATED_IN 南通市 PLANNED']],
    ['[EVENT 第三届云岭大会]在[R 南通市]拉开帷幕。', ['第三届云岭大会 LOCATED_IN 南通市']],
    ['8月3日，[EVENT 第三届云岭大会]在[R 江苏省][R 南通市]国际会展中心开幕。', ['第三届云岭大会 LOCATED_IN 南通市']],
    ['在[R 南通市]举办的[EVENT 第三届云岭大会]上，[P 林一舟]致辞。', ['第三届云岭大会 LOCATED_IN 南通市']],
    ['[R 南通市]将承办[EVENT 第三届云岭大会]。', ['第三届云岭大会 LOCATED_IN 南通市 PLANNED']],
    ['[EVENT 第三届云岭大会]将于9月在[R 南通市]召开。', ['第三届云岭大会 LOCATED_IN 南通市 PLANNED']],
    ['[ZONE 青河产业园]位于[R 南通市]西部。', ['青河产业园 LOCATED_IN 南通市']],
    ['[ZONE 青河产业园]地处[R 南通市]。', ['青河产业园 LOCATED_IN 南通市']],
    ['[R 南通市]拥有[ZONE 青河产业园]、[ZONE 白桦产业园]。', ['白桦产业园 LOCATED_IN 南通市', '青河产业园 LOCATED_IN 南通市']],
    ['[S 青湖大学]坐落在[R 南通市]。', ['青湖大学 LOCATED_IN 南通市']],
    ['作为[R 南通市]的龙头企业，[C 云岭公司]年产值百亿。', ['云岭公司 LOCATED_IN 南通市']],
    ['[C 云岭公司]是[R 南通市]的龙头企业。', ['云岭公司 LOCATED_IN 南通市']],
    ['[C 云岭公司]在[R 南通市]成立。', ['云岭公司 LOCATED_IN 南通市']],
    ['[P 林一舟]来到[R 南通市]，走访了[C 云岭公司]。', []],
    ['产品销往[R 南通市]的[C 云岭公司]、[C 白桦公司]。', []],
    ['[PROGRAM 星火公益行动]在[R 南通市]启动。', ['星火公益行动 LOCATED_IN 南通市']],
    ['[PROGRAM 星火公益行动]在[R 南通市]深入推进。', []],
    ['[EVENT 第三届云岭大会]在[R 南通市]、[R 南京市]两地举办。', ['第三届云岭大会 LOCATED_IN 南京市', '第三届云岭大会 LOCATED_IN 南通市']],
    ['[ZONE 青河产业园]召开[EVENT 第三届云岭大会]。', ['第三届云岭大会 LOCATED_IN 青河产业园']],
  ])('%s', (text, expected) => {
    expect(factsOf(['LOCATED_IN'], text)).toEqual([...expected].sort())
  })
})

describe('working together', () => {
  test.each<[string, string[]]>([
    ['[C 云岭公司]联合[S 青湖大学]举办讲座。', ['云岭公司 COLLABORATES_WITH 青湖大学']],
    ['[C 云岭公司]与[S 青湖大学]联合研制新机型。', ['云岭公司 COLLABORATES_WITH 青湖大学']],
    ['[C 云岭公司]与[S 青湖大学]共建实验室。', ['云岭公司 COLLABORATES_WITH 青湖大学']],
    ['[C 云岭公司]与[S 青湖大学]、[S 白桦大学]建立了联合研究院。', ['云岭公司 COLLABORATES_WITH 白桦大学', '云岭公司 COLLABORATES_WITH 青湖大学']],
    ['[C 云岭公司]与[O 青湖基金会]，在青湖小学举行捐赠签约仪式。', ['云岭公司 COLLABORATES_WITH 青湖基金会']],
    ['[O 青湖市教育局]、[O 青湖市体育局]共同召开推进会。', ['青湖市体育局 COLLABORATES_WITH 青湖市教育局']],
    ['[C 云岭公司]、[C 白桦公司]等企业参加合作洽谈。', []],
    ['[C 云岭公司]未与[C 白桦公司]签约。', ['云岭公司 COLLABORATES_WITH 白桦公司 DENIED']],
    ['[C 云岭公司]将与[C 白桦公司]联合研制新机型。', ['云岭公司 COLLABORATES_WITH 白桦公司 PLANNED']],
    ['[C 云岭公司]和[C 白桦公司]加入联合会。', []],
  ])('%s', (text, expected) => {
    expect(factsOf(['COLLABORATES_WITH'], text)).toEqual([...expected].sort())
  })
})

describe('being part', () => {
  test.each<[string, string[]]>([
    ['暴雨袭击[R 江苏省][R 南京市]、[R 无锡市]和[R 杭州市]。', ['南京市 PART_OF 江苏省', '无锡市 PART_OF 江苏省']],
    ['一行走进[R 江苏省]所辖[R 南京市]、[R 无锡市]。', ['南京市 PART_OF 江苏省', '无锡市 PART_OF 江苏省']],
  ])('%s', (text, expected) => {
    expect(factsOf(['PART_OF'], text)).toEqual([...expected].sort())
  })
})

describe('visiting', () => {
  test.each<[string, string[]]>([
    ['[P 林一舟]赴[C 云岭公司]调研，副区长[P 周望]参加。', ['周望 VISITED 云岭公司', '林一舟 VISITED 云岭公司']],
    ['[P 林一舟]到佛山拜会了会长[P 周望]，参观了[C 云岭公司]。', ['林一舟 VISITED 云岭公司']],
  ])('%s', (text, expected) => {
    expect(factsOf(['VISITED'], text)).toEqual([...expected].sort())
  })
})

describe('attending', () => {
  test.each<[string, string[]]>([
    ['[EVENT 第三届云岭大会]由[C 云岭公司]全程策划、执行。', ['云岭公司 ATTENDED 第三届云岭大会']],
    ['[P 林一舟]、[P 周望]共同按下启动按钮，[EVENT 第三届云岭大会]正式启动。', ['周望 ATTENDED 第三届云岭大会', '林一舟 ATTENDED 第三届云岭大会']],
  ])('%s', (text, expected) => {
    expect(factsOf(['ATTENDED'], text)).toEqual([...expected].sort())
  })
})
