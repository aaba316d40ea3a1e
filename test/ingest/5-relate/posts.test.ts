import { describe, expect, test } from '@jest/globals'
import { factsOf, type Telling } from './told.js'

const posts = (text: string, telling?: Telling): string[] => factsOf(['HOLDS_POSITION'], text, telling)

describe('posts beside a name', () => {
  test.each<[string, string, string[]]>([
    ['a title before the name', '[O 青湖市教育局]局长[P 林一舟]表示。', ['林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['a run of titles shares its body', '[C 云岭公司]党委书记、董事长[P 林一舟]出席。', ['林一舟 HOLDS_POSITION 云岭公司 党委书记', '林一舟 HOLDS_POSITION 云岭公司 董事长']],
    ['a run over a comma', '[O 青湖市教育局]局长，[O 青湖市体育协会]会长[P 林一舟]致辞。', ['林一舟 HOLDS_POSITION 青湖市体育协会 会长', '林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['a comma after somebody else starts anew', '[O 青湖市教育局]局长[P 林一舟]，[O 青湖市体育局]局长[P 周望]参加。', ['周望 HOLDS_POSITION 青湖市体育局 局长', '林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['a title that no list holds, right after a body', '[C 云岭公司]数字营销部部长[P 林一舟]说。', ['林一舟 HOLDS_POSITION 云岭公司 数字营销部部长']],
    ['no place has a manager', '[R 南通市]广场店采购经理[P 林一舟]说。', []],
    ['one who lives there', '[R 南通市]居民[P 林一舟]说。', []],
    ['a body in quotes', '“[O 云上公益]”理事长[P 林一舟]说。', ['林一舟 HOLDS_POSITION 云上公益 理事长']],
    ['a body with a note in brackets', '[C 云岭科技有限公司]（筹）董事长[P 林一舟]说。', ['林一舟 HOLDS_POSITION 云岭科技有限公司 董事长']],
    ['a note after the title', '[O 青湖市教育局]局长（正处级）[P 林一舟]说。', ['林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['的 between body and title', '[O 青湖市税务局]的业务骨干[P 林一舟]说。', ['林一舟 HOLDS_POSITION 青湖市税务局 业务骨干']],
    ['the title after the name', '[O 青湖市教育局][P 林一舟]局长介绍。', ['林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['a post in brackets after the name', '[P 林一舟]（[C 云岭公司]董事长）说。', ['林一舟 HOLDS_POSITION 云岭公司 董事长']],
    ['a caption with a blank', '[C 云岭公司]生产厂长 [P 林一舟]', ['林一舟 HOLDS_POSITION 云岭公司 生产厂长']],
    ['names that share a title', '[S 青湖大学]教授[P 林一舟]、[P 周望]发言。', ['周望 HOLDS_POSITION 青湖大学 教授', '林一舟 HOLDS_POSITION 青湖大学 教授']],
    ['a title after the list', '[C 云岭公司][P 林一舟]、[P 周望]等负责同志参加。', ['周望 HOLDS_POSITION 云岭公司 负责同志', '林一舟 HOLDS_POSITION 云岭公司 负责同志']],
    ['the next in the list keeps the body', '[S 青湖大学]党委书记[P 林一舟]、校长[P 周望]参加。', ['周望 HOLDS_POSITION 青湖大学 校长', '林一舟 HOLDS_POSITION 青湖大学 党委书记']],
    ['the character that name and title share', '[R 南通市]长[P 林一舟]说。', ['林一舟 HOLDS_POSITION 南通市 市长']],
    ['former posts', '[O 青湖市教育局]原局长[P 林一舟]说。', ['林一舟 HOLDS_POSITION 青湖市教育局 原局长']],
    ['时任 is former', '时任[O 青湖市教育局]局长[P 林一舟]说。', ['林一舟 HOLDS_POSITION 青湖市教育局 原局长']],
    ['拟任 before the title is planned', '[C 云岭公司]董事长[P 林一舟]，拟任总经理[P 周望]出席。', ['周望 HOLDS_POSITION 云岭公司 PLANNED 总经理', '林一舟 HOLDS_POSITION 云岭公司 董事长']],
    ['no title, no post', '[O 青湖市教育局]邀请[P 林一舟]参加。', []],
    ['words between body and title part them', '在[C 云岭公司]调研的市长[P 林一舟]说。', []],
  ])('%s', (_, text, expected) => {
    expect(posts(text)).toEqual(expected)
  })
})

describe('bodies that are not written out', () => {
  test.each<[string, string, string[], Telling]>([
    ['a bare committee is the home region’s', '[R 南通市]召开大会。市委书记[P 林一舟]讲话。', ['林一舟 HOLDS_POSITION 南通市 市委书记'], { home: '南通市' }],
    ['or the body with its place, when the article names it', '[O 南通市委]印发通知，[R 南通市]召开大会。市委书记[P 林一舟]讲话。', ['林一舟 HOLDS_POSITION 南通市委 书记'], { home: '南通市' }],
    ['a mayor is the region’s, not the committee’s', '[R 南通市]召开大会，[O 南通市委]副书记、市长[P 林一舟]讲话。', ['林一舟 HOLDS_POSITION 南通市 市长', '林一舟 HOLDS_POSITION 南通市委 副书记'], { home: '南通市' }],
    ['the place of the person before in the list', '[R 江苏省]、[R 江西省]举行会谈。[O 江苏省委]书记[P 林一舟]，省委副书记、省长[P 周望]参加。', ['周望 HOLDS_POSITION 江苏省 省长', '周望 HOLDS_POSITION 江苏省委 副书记', '林一舟 HOLDS_POSITION 江苏省委 书记'], { home: '江西省' }],
    ['a governor joined to the party’s secretary', '[R 江苏省]举行会谈，[O 江苏省委]书记[P 林一舟]和省长[P 周望]参加。', ['周望 HOLDS_POSITION 江苏省 省长', '林一舟 HOLDS_POSITION 江苏省委 书记'], { home: '江苏省' }],
    ['集团 is the firm last named', '[C 云岭集团]签约。集团董事长[P 林一舟]说。', ['林一舟 HOLDS_POSITION 云岭集团 董事长'], {}],
    ['该局 is a bureau', '[O 青湖市教育局]与[C 云岭公司]座谈。该局局长[P 林一舟]说。', ['林一舟 HOLDS_POSITION 青湖市教育局 局长'], {}],
    ['管委会 is the zone’s', '[O 青湖新区党工委]副书记、管委会主任[P 林一舟]介绍了[ZONE 青湖新区]。', ['林一舟 HOLDS_POSITION 青湖新区 管委会主任', '林一舟 HOLDS_POSITION 青湖新区党工委 副书记'], {}],
    ['no firm named, no post', '集团董事长[P 林一舟]说。', [], {}],
  ])('%s', (_, text, expected, telling) => {
    expect(posts(text, telling)).toEqual([...expected].sort())
  })
})

describe('posts after a verb', () => {
  test.each<[string, string, string[]]>([
    ['任', '[P 林一舟]任[O 青湖市教育局]局长。', ['林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['任命为', '任命[P 林一舟]为[O 青湖市教育局]局长。', ['林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['曾任 is former and asserted', '[P 林一舟]曾任[O 青湖市教育局]党委书记、局长；[C 云岭公司]总经理。', ['林一舟 HOLDS_POSITION 云岭公司 原总经理', '林一舟 HOLDS_POSITION 青湖市教育局 原党委书记', '林一舟 HOLDS_POSITION 青湖市教育局 原局长']],
    ['a colon after the verb', '[P 林一舟]曾任：[O 青湖市教育局]局长。', ['林一舟 HOLDS_POSITION 青湖市教育局 原局长']],
    ['dates between posts', '2020年，[P 林一舟]任[O 青湖市教育局]局长，2022年任[O 青湖市体育局]局长。', ['林一舟 HOLDS_POSITION 青湖市体育局 局长', '林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['a life by dates without a verb', '[P 林一舟]，1961年4月出生。1982年7月至1984年11月 [O 青湖市教育局]科员；2015年6月至今，[O 青湖市体育局]局长。', ['林一舟 HOLDS_POSITION 青湖市体育局 局长', '林一舟 HOLDS_POSITION 青湖市教育局 原科员']],
    ['the next sentence of a life', '[P 林一舟]，1970年7月生。2019年3月，任[O 青湖市教育局]局长。', ['林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['a life in brief', '[P 林一舟]，男，汉族，[C 云岭公司]原董事长。', ['林一舟 HOLDS_POSITION 云岭公司 原董事长']],
    ['不再担任 is denied', '[P 林一舟]不再担任[O 青湖市教育局]局长职务。', ['林一舟 HOLDS_POSITION 青湖市教育局 DENIED 局长']],
    ['免去 is denied', '免去[P 林一舟]的[O 青湖市教育局]局长职务。', ['林一舟 HOLDS_POSITION 青湖市教育局 DENIED 局长']],
    ['辞去 is denied', '接受[P 林一舟]辞去[O 青湖市教育局]局长职务的请求。', ['林一舟 HOLDS_POSITION 青湖市教育局 DENIED 局长']],
    ['拟任 is planned', '[P 林一舟]拟任[O 青湖市教育局]局长。', ['林一舟 HOLDS_POSITION 青湖市教育局 PLANNED 局长']],
    ['the one replaced does not hold it', '[P 林一舟]接替[P 周望]，出任[O 青湖市教育局]局长。', ['林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['each verb has its own holder', '[P 林一舟]任[O 青湖市教育局]局长，[P 周望]任[O 青湖市体育局]局长。', ['周望 HOLDS_POSITION 青湖市体育局 局长', '林一舟 HOLDS_POSITION 青湖市教育局 局长']],
    ['任务 is no post', '[P 林一舟]完成任务，[O 青湖市教育局]局长缺席。', []],
  ])('%s', (_, text, expected) => {
    expect(posts(text)).toEqual([...expected].sort())
  })
})
