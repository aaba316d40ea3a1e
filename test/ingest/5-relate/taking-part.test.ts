import { describe, expect, test } from '@jest/globals'
import { factsOf } from './told.js'

describe('taking part', () => {
  test.each<[string, string, string[]]>([
    ['由A承建', '[PROJECT 青河电池项目]由[C 云岭公司]、[C 白桦公司]承建。', ['云岭公司 PARTICIPATES_IN 青河电池项目', '白桦公司 PARTICIPATES_IN 青河电池项目']],
    ['由A投资建设的X', '由[C 云岭公司]投资建设的[PROJECT 青河电池项目]投产。', ['云岭公司 INVESTS_IN 青河电池项目', '云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['由A拟建', '[PROJECT 青河电池项目]将由[C 云岭公司]承建。', ['云岭公司 PARTICIPATES_IN 青河电池项目 PLANNED']],
    ['由于', '由于[C 云岭公司]停产，[PROJECT 青河电池项目]建设受阻。', []],
    ['X是A的项目', '[PROJECT 青河电池项目]是[C 云岭公司]自主研发的大型项目。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['建设单位为A', '[PROJECT 青河电池项目]进展顺利。据介绍，建设单位为[C 云岭公司]。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['A是施工单位', '[PROJECT 青河电池项目]开工，[C 云岭公司]是项目施工单位。', ['云岭公司 PARTICIPATES_IN 青河电池项目']],
    ['X在A实施', '[PROJECT 烟气净化项目]成功在[C 云岭公司]、[C 白桦公司]实施。', ['云岭公司 PARTICIPATES_IN 烟气净化项目', '白桦公司 PARTICIPATES_IN 烟气净化项目']],
    ['each of a list with its own', '[C 云岭公司]带来的[PROJECT 青河音乐项目]、[C 白桦公司]带来的[PROJECT 青湖影像项目]亮相。', ['云岭公司 PARTICIPATES_IN 青河音乐项目', '白桦公司 PARTICIPATES_IN 青湖影像项目']],
    ['a project beside its firm, over a place', '[C 云岭公司][R 南通市][PROJECT 市民公园项目]开工。', ['云岭公司 PARTICIPATES_IN 市民公园项目']],
    ['a place that does it', '[C 云岭公司]表示，对[R 江苏省]打造[PROJECT 千亿光伏基地]有意义。', []],
    ['会同, a signing for a plan', '[O 青湖法院]会同[O 青湖税务局]、[O 青湖审批局]共同举行[POLICY 《青湖处置方案》]签约仪式。', ['青湖审批局 PARTICIPATES_IN 《青湖处置方案》', '青湖法院 PARTICIPATES_IN 《青湖处置方案》', '青湖税务局 PARTICIPATES_IN 《青湖处置方案》']],
    ['a signing named for a plan', '[O 青湖法院]印发[POLICY 《青湖处置方案》]。[O 青湖税务局]举行[EVENT 《青湖处置方案》签约仪式]。', ['青湖税务局 PARTICIPATES_IN 《青湖处置方案》']],
    ['an agreement about a plan', '[O 青湖大学团委]、[O 青湖团区委]签订[PROGRAM 共建五项行动]合作协议。', ['青湖团区委 PARTICIPATES_IN 共建五项行动', '青湖大学团委 PARTICIPATES_IN 共建五项行动']],
    ['享受政策', '[C 云岭公司]享受[POLICY 小微减税政策]。', ['云岭公司 PARTICIPATES_IN 小微减税政策']],
    ['members of several', '[R 南通市]是[STRATEGY 青河走廊]的核心城市，[ZONE 青湖示范区]、[ZONE 白桦示范区]的重要成员。', ['南通市 PARTICIPATES_IN 白桦示范区', '南通市 PARTICIPATES_IN 青河走廊', '南通市 PARTICIPATES_IN 青湖示范区']],
    ['a call to a firm that is named', '[P 林一舟]走访企业，希望[C 云岭公司]抢抓[STRATEGY 青河走廊]机遇。', ['云岭公司 PARTICIPATES_IN 青河走廊 URGED']],
    ['a call to the firm told of', '[P 林一舟]来到[C 云岭公司]。他希望企业为助力[PROGRAM 三年行动]作出贡献。', ['云岭公司 PARTICIPATES_IN 三年行动 URGED']],
    ['a call to nobody told of', '[P 林一舟]希望企业助力[PROGRAM 三年行动]。', []],
    ['a zone that a call only says where', '希望[C 云岭公司]为[ZONE 青湖新区]增添绿色。', []],
  ])('%s', (_, text, expected) => {
    expect(factsOf(['PARTICIPATES_IN', 'INVESTS_IN'], text)).toEqual([...expected].sort())
  })

  test('a work that is part of a plan does not take part in it', () => {
    expect(factsOf(['PARTICIPATES_IN', 'PART_OF'], '[C 云岭公司]承建[PROJECT 青河快速路工程]，该工程是[PROGRAM 七横七纵路网]的重要组成部分。')).toEqual(['云岭公司 PARTICIPATES_IN 青河快速路工程', '青河快速路工程 PART_OF 七横七纵路网'])
  })
})
