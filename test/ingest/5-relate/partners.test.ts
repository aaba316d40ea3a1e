import { describe, expect, test } from '@jest/globals'
import { factsOf } from './told.js'

const linked = (text: string): string[] => factsOf(['COLLABORATES_WITH'], text)

describe('working together', () => {
  test.each<[string, string, string[]]>([
    ['A与B签署', '[C 云岭公司]与[S 青湖大学]签署战略合作协议。', ['云岭公司 COLLABORATES_WITH 青湖大学']],
    ['A与B、C签约', '[C 云岭公司]与[S 青湖大学]、[C 青河公司]签约。', ['云岭公司 COLLABORATES_WITH 青河公司', '云岭公司 COLLABORATES_WITH 青湖大学']],
    ['A会同B', '[O 青湖市法院]会同[O 青湖市税务局]举行培训。', ['青湖市法院 COLLABORATES_WITH 青湖市税务局']],
    ['A、B、C联合', '[C 云岭公司]、[S 青湖大学]、[C 青河公司]联合打造平台。', ['云岭公司 COLLABORATES_WITH 青河公司', '云岭公司 COLLABORATES_WITH 青湖大学', '青河公司 COLLABORATES_WITH 青湖大学']],
    ['three parties over a comma', '[C 云岭公司]、[S 青湖大学]，[C 青河公司]三方签署备忘录。', ['云岭公司 COLLABORATES_WITH 青河公司', '云岭公司 COLLABORATES_WITH 青湖大学', '青河公司 COLLABORATES_WITH 青湖大学']],
    ['people sign for their bodies', '[C 云岭公司]董事长[P 林一舟]与[S 青湖大学]校长[P 周望]签署协议。', ['云岭公司 COLLABORATES_WITH 青湖大学']],
    ['a short name in brackets', '[C 云岭公司]与[C=青河有限公司 青河有限公司]（简称“[C=青河有限公司 青河]”）签约。', ['云岭公司 COLLABORATES_WITH 青河有限公司']],
    ['the name of a signing', '[EVENT 云岭公司与青湖大学战略合作签约仪式]举行。[C 云岭公司]、[S 青湖大学]很高兴。', ['云岭公司 COLLABORATES_WITH 青湖大学']],
    ['to come', '[C 云岭公司]将与[S 青湖大学]签约。', ['云岭公司 COLLABORATES_WITH 青湖大学 PLANNED']],
    ['denied', '[C 云岭公司]并未与[S 青湖大学]签约。', ['云岭公司 COLLABORATES_WITH 青湖大学 DENIED']],
  ])('%s', (_, text, expected) => {
    expect(linked(text)).toEqual([...expected].sort())
  })
})

describe('no link', () => {
  test.each<[string, string]>([
    ['two firms of one list beside 合作', '参展的有[C 云岭公司]、[C 青河公司]等，合作前景广阔。'],
    ['the partners of one side among themselves', '[C 白桦公司]、[C 红松公司]等，将与[C 云岭公司]、[C 青河公司]签约。'],
    ['more than four', '[C 甲一公司]、[C 乙二公司]、[C 丙三公司]、[C 丁四公司]、[C 戊五公司]联合发起倡议。'],
    ['group with group', '[C 云岭公司]、[C 青河公司]与[S 青湖大学]、[S 白桦大学]签约。'],
    ['those who see the signing', '[C 云岭公司]董事长[P 林一舟]与[S 青湖大学]校长[P 周望]共同出席签约仪式。'],
    ['firms of two places', '[R 南通市]相关企业与[R 苏州市]相关企业签约。'],
    ['a talk about cooperation', '[P 林一舟]说，合作很重要。[C 云岭公司]和[C 青河公司]都来了。'],
  ])('%s', (_, text) => {
    expect(linked(text)).toEqual([])
  })
})

describe('putting money in', () => {
  const invested = (text: string): string[] => factsOf(['INVESTS_IN'], text)
  test.each<[string, string, string[]]>([
    ['a project', '[C 云岭公司]投资[PROJECT 青湖电站]。', ['云岭公司 INVESTS_IN 青湖电站']],
    ['a firm', '[C 云岭公司]收购[C 青河公司]。', ['云岭公司 INVESTS_IN 青河公司']],
    ['a place', '[C 云岭公司]在[R 南通市]投资20亿元。', ['云岭公司 INVESTS_IN 南通市']],
    ['what the next clause builds', '[C 云岭公司]计划投资220亿元，在[ZONE 青湖新区]新建产线。', ['云岭公司 INVESTS_IN 青湖新区 PLANNED']],
    ['a noun is no verb', '[C 云岭公司]举行投资推介会，介绍[R 南通市]。', []],
    ['总投资 is a sum', '[PROJECT 青湖电站]总投资9亿元，[C 云岭公司]参观。', []],
  ])('%s', (_, text, expected) => {
    expect(invested(text)).toEqual(expected)
  })
})
