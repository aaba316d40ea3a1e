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
    ['where they sign is no side', '[R 南通市]就在[R 北京]与[C 云岭公司]签约。', ['云岭公司 COLLABORATES_WITH 南通市']],
    ['an occasion named for it', '[O 青湖电视台]与[O 白桦电视台]、[C 云岭公司]举行了[EVENT “青桦视听”合作签约仪式]。', ['云岭公司 COLLABORATES_WITH 青湖电视台', '白桦电视台 COLLABORATES_WITH 青湖电视台']],
    ['结对帮扶', '[R 苏州市]结对帮扶[R 阜阳市]。', ['苏州市 COLLABORATES_WITH 阜阳市']],
    ['合作伙伴包括B、C', '[C 云岭公司]的合作伙伴包括[O 青湖部]、[C 青河公司]等。', ['云岭公司 COLLABORATES_WITH 青河公司', '云岭公司 COLLABORATES_WITH 青湖部']],
    ['both cities', '近年来[R 南通市]和[R 苏州市]两市共同积极推动产业转移。', ['南通市 COLLABORATES_WITH 苏州市']],
    ['two provinces by their characters', '[R 上海市]和[R 安徽省]来人。双方共商沪皖两地深化合作大计。', ['上海市 COLLABORATES_WITH 安徽省']],
    ['the firm of who speaks', '[C 云岭公司]董事长[P 林一舟]表示，将深化与[R 南通市]全方位合作。', ['云岭公司 COLLABORATES_WITH 南通市 PLANNED']],
    ['the heads of the firms told of', '[C 云岭公司]董事长[P 林一舟]、[C 青河公司]总裁[P 周望]发言。企业负责人表示，愿与[R 南通市]拓展深化合作。', ['云岭公司 COLLABORATES_WITH 南通市 PLANNED', '南通市 COLLABORATES_WITH 青河公司 PLANNED']],
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
    ['a signing both attend', '[C 云岭公司]董事长[P 林一舟]与[O 青湖省政府]省长[P 周望]共同出席了战略合作协议签约仪式。'],
    ['the place in the rest of a name', '[C 云岭公司]和[R 安徽]新华公益联合主办了夏令营。'],
    ['provinces that only share a sum', '[R 四川省]和[R 重庆市]来人，川渝两地共成立155支队伍。'],
    ['provinces in a longer name', '[R 广东省]和[R 澳门]来人，参观[ZONE 粤澳合作产业园]。'],
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
    ['a project and its place', '[C 云岭公司]在[R 南通市]投资建设[PROJECT 青湖电站]。', ['云岭公司 INVESTS_IN 南通市', '云岭公司 INVESTS_IN 青湖电站']],
    ['the firm that opened the sentence', '[C 云岭公司]将加快转型，加大在[R 南通市]投资布局力度。', ['云岭公司 INVESTS_IN 南通市 PLANNED']],
    ['the firm of who speaks', '[C 云岭公司]董事长[P 林一舟]表示，将在[R 南通市]投资20亿元。', ['云岭公司 INVESTS_IN 南通市 PLANNED']],
    ['吸引A前来投资', '[R 南通市]良好的环境吸引[C 云岭公司]前来投资。', ['云岭公司 INVESTS_IN 南通市']],
    ['a noun is no verb', '[C 云岭公司]举行投资推介会，介绍[R 南通市]。', []],
    ['总投资 is a sum', '[PROJECT 青湖电站]总投资9亿元，[C 云岭公司]参观。', []],
  ])('%s', (_, text, expected) => {
    expect(invested(text)).toEqual(expected)
  })
})
