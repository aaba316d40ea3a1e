import { namesIn } from './rules-alone.js'

describe('regions', () => {
  test.each([
    ['full names and everyday names of cities', '江苏省南通市的代表从南通来到苏州。', ['江苏省', '南通市', '南通', '苏州']],
    ['a chain gives each of its places', '会议在江苏省南通市崇川区举行。', ['江苏省', '南通市', '崇川区']],
    ['the title keeps its 市', '南通市长周远帆出席。', ['南通']],
    ['everyday names of counties where the county stands in full', '如皋市发布公告，如皋的企业响应。', ['如皋市', '如皋']],
    ['autonomous prefectures by their everyday form', '延边州与迪庆州结对。', ['延边州', '迪庆州']],
    ['countries and wide areas', '长三角与德国的企业签约，京津冀同步推进。', ['长三角', '德国', '京津冀']],
    ['towns behind the place that holds them', '他来到如东县河口镇、如东县青禾村看望乡亲。', ['如东县', '河口镇', '青禾村']],
    ['villages and communities by themselves', '他来到青禾村党支部，又向澜石社区居民了解情况。', ['青禾村', '澜石社区']],
    ['areas named after a place', '合肥都市圈加快建设。', ['合肥都市圈']],
    ['corners of a province', '产业向渝东北地区转移。', ['渝东北地区']],
    ['the place keeps its 市 where the title has its own', '他任南通市市长，兼崇川区区长。', ['南通市', '崇川区']],
    ['areas with 地区, blocs and 大陆', '华东地区与台湾地区的企业，向欧盟和大陆供货。', ['华东地区', '台湾地区', '欧盟', '大陆']],
    ['economic belts named after a place', '项目落户鲁南经济带。', ['鲁南经济带']],
    ['places that no gazetteer lists, told by what is theirs', '青岚市人民政府与澜川县委商定，青岚市出资，澜川县出地。', ['青岚市', '澜川县']],
    ['members of a list whose container is named, words though they are', '三明市辖永安1市、三元、沙县2区，明溪、清流、宁化、大田等县。', ['三明市', '永安', '三元', '沙县', '明溪', '清流', '宁化', '大田']],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text, 'REGION')).toEqual(expected)
  })

  test.each([
    ['words that are also county names', '双方就产业合作达成一致，资源共享，振兴乡村。'],
    ['a station, a bridge or an airport', '全线设南通西、常熟北两站，南京长江大桥通车，抵达广州白云国际机场。'],
    ['the police', '他被公安机关抓获。'],
    ['a road or a street', '车辆驶过南京路，停在北京东路。'],
    ['a medium', '据南通日报报道。'],
    ['the nation within a turn of speech', '谱写中国式现代化新篇章，新中国成立以来。'],
    ['a word before a listed place', '据悉，传递镇党委的关心。'],
    ['an old land bridge', '这里是新亚欧大陆桥的起点。'],
    ['a kind of village, or a deed done in one', '推进美丽乡村建设，解决社区难题，示范村、帮扶村的代表走进社区。'],
    ['a word across the seam', '他历任县级市市长。'],
    ['the countryside behind a verb', '林远在会上说，他将调研乡村产业。'],
  ])('%s is no place', (_, text) => {
    expect(namesIn(text, 'REGION')).toEqual([])
  })
})
