import { describe, expect, test } from '@jest/globals'
import { factsOf, type Telling } from './told.js'

describe('lying in a place', () => {
  const lies = (text: string): string[] => factsOf(['LOCATED_IN'], text)
  test.each<[string, string, string[]]>([
    ['位于', '[C 云岭公司]位于[R 南通市][R 崇川区]。', ['云岭公司 LOCATED_IN 崇川区']],
    ['位于P的X', '位于[R 南通市]的[C 云岭公司]投产。', ['云岭公司 LOCATED_IN 南通市']],
    ['X在P举行', '8月3日，[EVENT 第三届云岭大会]8月3日至5日在[R 南通市]举行。', ['第三届云岭大会 LOCATED_IN 南通市']],
    ['P举办X', '[R 南通市]举办[EVENT 云岭早餐会]。', ['云岭早餐会 LOCATED_IN 南通市']],
    ['在P出席X', '[P 林一舟]10日在[R 南通市]出席[EVENT 云岭座谈会]。', ['云岭座谈会 LOCATED_IN 南通市']],
    ['a project whose start is held there', '[PROJECT 云岭电池项目]受关注。[EVENT 云岭电池项目开工仪式]在[R 南通市]举行。', ['云岭电池项目 LOCATED_IN 南通市', '云岭电池项目开工仪式 LOCATED_IN 南通市']],
    ['P企业X', '[R 南通市]企业[C 云岭公司]投产。', ['云岭公司 LOCATED_IN 南通市']],
    ['P企业包括A、B', '[R 南通市]三大企业包括[C 云岭公司]、[C 青河公司]。', ['云岭公司 LOCATED_IN 南通市', '青河公司 LOCATED_IN 南通市']],
    ['A、B等P企业', '[C 云岭公司]、[C 青河公司]等10多个[R 南通市]重点企业参展。', ['云岭公司 LOCATED_IN 南通市', '青河公司 LOCATED_IN 南通市']],
    ['X是P的企业', '[C 云岭公司]是[R 南通市]的百年老企业。', ['云岭公司 LOCATED_IN 南通市']],
    ['P拥有Z', '[R 南通市]拥有[ZONE 综合保税区]、[ZONE 青湖新区]。', ['综合保税区 LOCATED_IN 南通市', '青湖新区 LOCATED_IN 南通市']],
    ['在P建成X', '[C 云岭公司]在[R 江苏省][R 南通市]投资建成了[PROJECT 青河电池项目]。', ['青河电池项目 LOCATED_IN 南通市']],
    ['在P设立一个机构', '[O 青湖市药监局]在[ZONE 青湖新区]设立“[O 青湖市药监局服务中心]”。', ['青湖市药监局服务中心 LOCATED_IN 青湖新区']],
    ['在P拟建X', '[C 云岭公司]拟在[R 南通市]建设[PROJECT 青河电池项目]。', ['青河电池项目 LOCATED_IN 南通市 PLANNED']],
    ['X在P揭牌', '[C 云岭公司]在[ZONE 青湖新区]揭牌成立。', ['云岭公司 LOCATED_IN 青湖新区']],
    ['赴P开展活动', '[P 林一舟]带队赴[R 南通市]开展[EVENT “青苗行动”实践活动]。', ['“青苗行动”实践活动 LOCATED_IN 南通市']],
    ['P集聚了A、B等企业', '[ZONE 青湖新区]已成规模，引进入驻[C 云岭公司]、[C 青河公司]等一批企业。', ['云岭公司 LOCATED_IN 青湖新区', '青河公司 LOCATED_IN 青湖新区']],
    ['P孕育出A、B等企业', '[R 南通市]不断壮大农业，孕育出[C 云岭公司]、[C 青河公司]等龙头企业。', ['云岭公司 LOCATED_IN 南通市', '青河公司 LOCATED_IN 南通市']],
    ['P辖县和开发区', '[R 南通市]现辖[R 崇川区]、[R 如东县]和[ZONE 青湖新区]、[ZONE 白桦度假区]。', ['白桦度假区 LOCATED_IN 南通市', '青湖新区 LOCATED_IN 南通市']],
    ['P最大的企业A, of one only', '[R 南通市]最大的电器经销企业[C 云岭公司]、[C 青河公司]参展。', ['云岭公司 LOCATED_IN 南通市']],
    ['P的单位：A、B', '有几家是[R 南通市]区的单位：[C 云岭公司]、[C 青河公司]。', ['云岭公司 LOCATED_IN 南通市', '青河公司 LOCATED_IN 南通市']],
    ['over a word of direction', '[C 云岭公司]位于[R 南通市]最南端[R 崇川区]。', ['云岭公司 LOCATED_IN 崇川区']],
    ['over a place that is not meant', '[C 云岭公司]在[ZONE 青湖新区]办会，入驻[ZONE 白桦产业园]。', ['云岭公司 LOCATED_IN 白桦产业园']],
    ['a speech made there', '学习[P 林一舟]在[R 南通市]主持召开[EVENT 青河座谈会]时的重要讲话。', []],
    ['全市', '在全市开展[EVENT 青苗评选活动]。', []],
    ['作为P唯一拥有Z的', '[R 崇川区]作为[R 南通市]唯一拥有[ZONE 青湖新区]的区域。', ['青湖新区 LOCATED_IN 崇川区']],
    ['to come', '[C 云岭公司]将落户[ZONE 青湖新区]。', ['云岭公司 LOCATED_IN 青湖新区 PLANNED']],
    ['a place where one goes', '赴[R 台湾]的企业有[C 云岭公司]、[C 青河公司]。', []],
    ['a firm that a visitor from there sees', '[R 南通市]市长来到[C 云岭公司]。', []],
  ])('%s', (_, text, expected) => {
    expect(lies(text)).toEqual([...expected].sort())
  })
})

describe('being part', () => {
  const part = (text: string, telling?: Telling): string[] => factsOf(['PART_OF'], text, telling)
  test.each<[string, string, string[]]>([
    ['adjoining regions', '[R 江苏省][R 南通市][R 崇川区]开会。', ['南通市 PART_OF 江苏省', '崇川区 PART_OF 南通市']],
    ['regions that do not hold each other', '[R 南通市][R 苏州市]开会。', []],
    ['a village that no list has', '[R 崇川区][R 青杨村]开会。', ['青杨村 PART_OF 崇川区']],
    ['地处', '[R 南通市]地处[R 江苏省]东部。', ['南通市 PART_OF 江苏省']],
    ['辖, with counts and brackets', '[R 南通市]地处[R 江苏省]，现辖2个区（[R 崇川区]、[R 海门区]）、1个县（[R 如东县]）。', ['南通市 PART_OF 江苏省', '如东县 PART_OF 南通市', '崇川区 PART_OF 南通市', '海门区 PART_OF 南通市']],
    ['a body named for its parent', '[O 青湖市教育局]开会，[O 青湖市教育局机关党委]参加。', ['青湖市教育局机关党委 PART_OF 青湖市教育局']],
    ['旗下', '[C 云岭集团]旗下[C 白桦软件]投产。', ['白桦软件 PART_OF 云岭集团']],
    ['X是Y下属企业', '[C 白桦软件]是[C 云岭集团]下属企业。', ['白桦软件 PART_OF 云岭集团']],
    ['属于', '[C 白桦软件]属于[C 云岭集团]成员公司。', ['白桦软件 PART_OF 云岭集团']],
    ['parts of an event', '[EVENT 云岭文化节]活动包括[EVENT 青湖论坛]、[EVENT 白桦音乐会]。', ['白桦音乐会 PART_OF 云岭文化节', '青湖论坛 PART_OF 云岭文化节']],
    ['an event named for the whole', '[EVENT 第四届云岭周]开幕，[EVENT 第四届云岭周媒体会议]举行。', ['第四届云岭周媒体会议 PART_OF 第四届云岭周']],
    ['firms of one list', '[C 云岭集团]、[C 白桦软件]参展。', []],
  ])('%s', (_, text, expected) => {
    expect(part(text)).toEqual([...expected].sort())
  })
})
