import { describe, expect, test } from '@jest/globals'
import { factsOf, type Telling } from './told.js'

describe('promoting', () => {
  const promoted = (text: string, telling?: Telling): string[] => factsOf(['PROMOTES'], text, telling)
  test.each<[string, string, string[], Telling]>([
    ['a verb and its initiatives', '[R 南通市]深入推进[PROGRAM 星火行动]、[PROGRAM 清泉工程]。', ['南通市 PROMOTES 星火行动', '南通市 PROMOTES 清泉工程'], {}],
    ['names side by side', '[R 南通市]实施“[PROGRAM 星火]”“[PROGRAM 清泉]”行动。', ['南通市 PROMOTES 星火', '南通市 PROMOTES 清泉'], {}],
    ['the opener of the sentence goes on', '[R 南通市]以产业为先，加强招商，推进[PROGRAM 星火行动]。', ['南通市 PROMOTES 星火行动'], {}],
    ['an object nearer by does not', '[P 林一舟]一行深入[C 云岭公司]开展[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动'], {}],
    ['issuing a document', '[O 青湖市教育局]印发[POLICY 《云岭方案》]。', ['青湖市教育局 PROMOTES 《云岭方案》'], {}],
    ['an organ before its document', '按照[O 青湖市总工会][POLICY 《关于做好防暑的通知》]要求。', ['青湖市总工会 PROMOTES 《关于做好防暑的通知》'], {}],
    ['a call', '[P 林一舟]强调，要推进[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动 URGED'], {}],
    ['a call that goes on in the next sentence', '[P 林一舟]强调，教育是根本。要推进[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动 URGED'], {}],
    ['a call of a meeting', '[R 南通市]召开会议。会议强调，要推进[PROGRAM 星火行动]。', ['南通市 PROMOTES 星火行动 URGED'], { home: '南通市' }],
    ['what we will do: the speaker and the place', '[R 南通市]发展很快。[P 林一舟]说，我们将推进[PROGRAM 星火行动]。', ['南通市 PROMOTES 星火行动 PLANNED', '林一舟 PROMOTES 星火行动 PLANNED'], { home: '南通市' }],
    ['what a firm will do', '[C 云岭公司]将推进[PROGRAM 星火行动]。', ['云岭公司 PROMOTES 星火行动 PLANNED'], {}],
    ['giving to it', '[C 云岭公司]为[STRATEGY 长江大保护]作出贡献。', ['云岭公司 PROMOTES 长江大保护'], {}],
    ['declaring a project begun', '[P 林一舟]宣布[PROJECT 云岭电池项目]开工。', ['林一舟 PROMOTES 云岭电池项目'], {}],
    ['a status is sought, not held', '[R 南通市]打造[STATUS 国家绿色样板市]。', ['南通市 PROMOTES 国家绿色样板市 PLANNED'], {}],
    ['a zone that only says where', '[R 南通市]推动[ZONE 青湖新区]企业发展。', [], {}],
    ['nobody there', '加快推进[PROGRAM 星火行动]。', [], {}],
  ])('%s', (_, text, expected, telling) => {
    expect(promoted(text, telling)).toEqual([...expected].sort())
  })
})

describe('participating', () => {
  const joined = (text: string): string[] => factsOf(['PARTICIPATES_IN'], text)
  test.each<[string, string, string[]]>([
    ['joining', '[C 云岭公司]、[S 青湖大学]参与[PROGRAM 星火行动]。', ['云岭公司 PARTICIPATES_IN 星火行动', '青湖大学 PARTICIPATES_IN 星火行动']],
    ['settling in a zone', '[C 云岭公司]入驻[ZONE 青湖新区]。', ['云岭公司 PARTICIPATES_IN 青湖新区']],
    ['building a project', '[C 云岭公司]承建[PROJECT 青湖电站]。', ['云岭公司 PARTICIPATES_IN 青湖电站']],
    ['signing a document', '[C 云岭公司]签署[POLICY 《青湖合作备忘录》]。', ['云岭公司 PARTICIPATES_IN 《青湖合作备忘录》']],
    ['being part of it', '[R 南通市]是[ZONE 青湖科创走廊]的重要节点。', ['南通市 PARTICIPATES_IN 青湖科创走廊']],
    ['as a part of it', '作为[ZONE 青湖科创走廊]的节点城市，[R 南通市]发展很快。', ['南通市 PARTICIPATES_IN 青湖科创走廊']],
    ['a project with the firm’s name', '[C 云岭集团]很大。[PROJECT 云岭集团电池项目]开工。', ['云岭集团 PARTICIPATES_IN 云岭集团电池项目']],
    ['being urged to', '[P 林一舟]鼓励[C 云岭公司]推进[PROGRAM 星火行动]。', ['云岭公司 PARTICIPATES_IN 星火行动 URGED']],
    ['it will', '[C 云岭公司]将入驻[ZONE 青湖新区]。', ['云岭公司 PARTICIPATES_IN 青湖新区 PLANNED']],
    ['it does not', '[C 云岭公司]未参与[PROGRAM 星火行动]。', ['云岭公司 PARTICIPATES_IN 星火行动 DENIED']],
    ['standing beside it tells nothing', '[C 云岭公司]与[PROGRAM 星火行动]都很有名。', []],
  ])('%s', (_, text, expected) => {
    expect(joined(text)).toEqual(expected)
  })
})

describe('holding a status', () => {
  const held = (text: string): string[] => factsOf(['DESIGNATED'], text)
  test.each<[string, string, string[]]>([
    ['是', '[C 云岭公司]是[STATUS 高新技术企业]。', ['云岭公司 DESIGNATED 高新技术企业']],
    ['获评 a list', '[R 南通市]获评[STATUS 国家森林城市]、[STATUS 国家卫生城市]。', ['南通市 DESIGNATED 国家卫生城市', '南通市 DESIGNATED 国家森林城市']],
    ['the giver does not hold it', '[O 青湖市工信局]授予[C 云岭公司]“[STATUS 专精特新]”称号。', ['云岭公司 DESIGNATED 专精特新']],
    ['right before the name', '[STATUS 专精特新“小巨人”]企业[C 云岭公司]投产。', ['云岭公司 DESIGNATED 专精特新“小巨人”']],
    ['作为 before the holder', '作为[STATUS 国家森林城市]，[R 南通市]很绿。', ['南通市 DESIGNATED 国家森林城市']],
    ['a place cannot be an enterprise', '[C 云岭公司]投产。[P 周远]是[R 南通市]人。他介绍，公司正在申报[STATUS 专精特新“小巨人”企业]。', ['云岭公司 DESIGNATED 专精特新“小巨人”企业 PLANNED']],
    ['a wish', '[R 南通市]争创[STATUS 国家森林城市]。', ['南通市 DESIGNATED 国家森林城市 PLANNED']],
    ['not yet', '[C 云岭公司]尚未获评[STATUS 高新技术企业]。', ['云岭公司 DESIGNATED 高新技术企业 DENIED']],
  ])('%s', (_, text, expected) => {
    expect(held(text)).toEqual(expected)
  })
})
