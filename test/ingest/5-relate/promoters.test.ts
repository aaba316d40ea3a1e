import { describe, expect, test } from '@jest/globals'
import { factsOf, type Telling } from './told.js'

const promoted = (text: string, telling?: Telling): string[] => factsOf(['PROMOTES'], text, telling)

describe('who promotes, when the clause does not say it', () => {
  test.each<[string, string, string[], Telling]>([
    ['a meeting calls, not the last person named', '[R 南通市]召开会议，[P 林一舟]列席会议。会议强调，要推进[PROGRAM 星火行动]。要抓好[PROGRAM 清泉工程]。', ['南通市 PROMOTES 星火行动 URGED', '南通市 PROMOTES 清泉工程 URGED'], { home: '南通市' }],
    ['a meeting passes a document', '[R 南通市]召开会议。会议审议通过了[POLICY 《青湖行动方案》]。', ['南通市 PROMOTES 《青湖行动方案》'], { home: '南通市' }],
    ['a meeting without a home place', '会议审议通过了[POLICY 《青湖行动方案》]。', [], {}],
    ['the speaker and the body of the post', '[O 青湖市教育局]局长[P 林一舟]表示，今年将深入推进[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动 PLANNED', '青湖市教育局 PROMOTES 星火行动 PLANNED'], {}],
    ['该局 is the body of the post', '[O 青湖市建设专班]成立了。[O 青湖市教育局]局长[P 林一舟]介绍，该局推行[PROGRAM 星火行动]。', ['青湖市教育局 PROMOTES 星火行动'], {}],
    ['the place that a speech told of goes on', '[P 林一舟]说，[R 南通市]将坚持创新。同时，深入推进[PROGRAM 星火行动]。', ['南通市 PROMOTES 星火行动 PLANNED'], {}],
    ['but not over a subject of its own', '[P 林一舟]说，[R 南通市]很好。活动对照[POLICY 《青湖指南》]推进[PROGRAM 星火行动]。', [], {}],
    ['the place that is helped', '[C 云岭公司]助力[R 南通市]加快打造[STRATEGY 青湖高地]。', ['云岭公司 PROMOTES 青湖高地', '南通市 PROMOTES 青湖高地'], {}],
    ['who comes after the purpose', '为深入实施[PROGRAM 星火行动]，[O 青湖市教育局]举办讲座。', ['青湖市教育局 PROMOTES 星火行动'], {}],
    ['we, with the place named', '[P 林一舟]说，[R 南通市]发展很快，我们着力实施[PROGRAM 星火行动]。', ['南通市 PROMOTES 星火行动', '林一舟 PROMOTES 星火行动'], {}],
    ['in a speech that goes on, the body of the post', '[O 青湖市教育局]局长[P 林一舟]表示，教育是根本。在师资建设方面，将实施[PROGRAM 星火行动]。', ['青湖市教育局 PROMOTES 星火行动 PLANNED'], {}],
    ['all of them say it, and nobody by name', '[P 林一舟]出席会议。大家表示，将实施[PROGRAM 星火行动]。', [], {}],
    ['a sentence with a subject that nobody named', '[C 云岭公司]很大。据悉，该分部将实施[PROGRAM 星火行动]。', [], {}],
    ['a subject without a name', '[C 云岭公司]很大，红色旅游助推[STRATEGY 青湖高地]。', [], {}],
    ['该部门 is the body named last, not the dateline', '中新社[R 银川市]7月25日电 记者从[O 青湖市教育局]获悉，该部门印发[POLICY 《青湖方案》]。', ['青湖市教育局 PROMOTES 《青湖方案》'], {}],
    ['we are the place of the speaker’s office', '[R 扬州市]很好。[R 南通市]市长[P 林一舟]说，我们抢抓[STRATEGY 青湖高地]机遇。', ['南通市 PROMOTES 青湖高地', '林一舟 PROMOTES 青湖高地'], { home: '扬州市' }],
    ['he is the subject of the sentence before', '[P 林一舟]会见[P 周望]一行。他说，我们将推进[PROGRAM 星火行动]。', ['林一舟 PROMOTES 星火行动 PLANNED'], {}],
  ])('%s', (_, text, expected, telling) => {
    expect(promoted(text, telling)).toEqual([...expected].sort())
  })
})

describe('who holds a status or does a thing, among the names nearby', () => {
  test.each<[string, string, string[]]>([
    ['the firm after 的 and right before the verb', '[R 南通市]公布名单，[C 云岭集团]建设的[C 青河公司]成功入选[STATUS 专精特新企业]。', ['青河公司 DESIGNATED 专精特新企业']],
    ['given by another', '[C 云岭公司]被[O 青湖市科技局]授予“[STATUS 青湖创新平台]”称号。', ['云岭公司 DESIGNATED 青湖创新平台']],
    ['a place right before the status it is given', '[O 青湖市商会]授予[R 南通市]“[STATUS 青湖示范区]”称号。', ['南通市 DESIGNATED 青湖示范区']],
    ['a person who is given it', '[R 南通市]很好。[O 青湖市委]授予[P 林一舟]“[STATUS 青湖标兵]”称号。', []],
    ['recognised, before a name in a post', '通过[STATUS 高新技术企业]认定的[C 云岭公司]负责人[P 林一舟]说。', ['云岭公司 DESIGNATED 高新技术企业']],
    ['a subject without a name', '[O 青湖市税务局]很忙，全市有19家企业获得[STATUS 高新技术企业]称号。', []],
    ['a place that only says which', '[R 潜江市]，[R 湖北省]直管市，地处江汉平原，是[STATUS 国家卫生城市]。', ['潜江市 DESIGNATED 国家卫生城市']],
  ])('%s', (_, text, expected) => {
    expect(factsOf(['DESIGNATED'], text)).toEqual(expected)
  })

  test.each<[string, string, string[], Telling]>([
    ['what is made into it is no subject', '[R 南通市]将[R 崇川区]打造成为[ZONE 青湖示范区]。', ['南通市 PROMOTES 青湖示范区 PLANNED'], {}],
    ['a place to which heed is paid', '[R 南通市]对[ZONE 青湖示范区]建设高度重视。', ['南通市 PROMOTES 青湖示范区'], {}],
    ['我县 is a county, though the home is a city', '[R 南通市]日报。[R 如东县]很好。我县实施[PROGRAM 星火行动]。', ['如东县 PROMOTES 星火行动'], { home: '南通市' }],
    ['全省 is the province around the home', '[R 江苏省][R 南通市]很好。全省推进[PROGRAM 星火行动]。', ['江苏省 PROMOTES 星火行动'], { home: '南通市' }],
  ])('%s', (_, text, expected, telling) => {
    expect(promoted(text, telling)).toEqual(expected)
  })
})
