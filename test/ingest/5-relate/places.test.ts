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
    ['the zone has the firms, not the place that it lies in', '[ZONE 青湖新区]位于[R 南通市]东部，已有[C 云岭公司]、[C 青河公司]等企业入驻。', ['云岭公司 LOCATED_IN 青湖新区', '青河公司 LOCATED_IN 青湖新区', '青湖新区 LOCATED_IN 南通市']],
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

describe('being part, by what is said of it', () => {
  test.each<[string, string, string[]]>([
    ['a work that carries out a plan', '[P 林一舟]说，[PROJECT 青河电池项目]是深入贯彻讲话精神、认真落实[STRATEGY 一主六双战略]的重要举措。', ['青河电池项目 PART_OF 一主六双战略']],
    ['a work that is no step of it', '[PROJECT 青河电池项目]投产，[P 林一舟]要求推进[STRATEGY 一主六双战略]。', []],
    ['a work that is not it', '[PROJECT 青河电池项目]还是没有落实[STRATEGY 一主六双战略]的要求。', []],
    ['A、B等某地国家', '关注[R 泰国]、[R 菲律宾]等[R 青洋联盟]国家市场。', []],
    ['作为P唯一…的区域', '[R 如东县]作为[R 南通市]唯一拥有口岸的区域，对外开放。', ['如东县 PART_OF 南通市']],
    ['作为…的伙伴', '[R 如东县]作为[R 南通市]最好的伙伴开放。', []],
    ['a team that a body forms', '[O 青湖县人社局]组建了[O 就业服务小分队]。', ['就业服务小分队 PART_OF 青湖县人社局']],
    ['an occasion in quotes at another', '[EVENT 第三届青河博览会]“[EVENT 白桦专场推介活动]”举行。', ['白桦专场推介活动 PART_OF 第三届青河博览会']],
    ['a run of quoted names', '节目有[EVENT 《青河盛典》][EVENT 《白桦论坛》][EVENT 《云岭之夜》]。', []],
    ['places in the name of a body', '[R 南通市]、[R 崇川区]开会，[O 南通市崇川区人民政府]参加。', ['崇川区 PART_OF 南通市']],
    ['a place before the name of a body', '[R 崇川区]开会，[R 南通市][O 崇川区教育局]参加。', ['崇川区 PART_OF 南通市']],
    ['地处, over what the place is', '[R 南通市]，[R 江苏省]直管市，地处[R 青洋平原]腹地。', ['南通市 PART_OF 青洋平原']],
    ['归属于, said of somebody else', '公司归[O 青湖厅]管，现在集团归属于[O 青湖国资委]。', []],
  ])('%s', (_, text, expected) => {
    expect(factsOf(['PART_OF'], text)).toEqual([...expected].sort())
  })
})
