import { meansTheSame, type Named } from '../../../ingest/4-resolve/same-name.js'

const named = (kind: Named['kind'], text: string, subkind = ''): Named => ({ kind, text, subkind })

describe('meansTheSame', () => {
  test.each([
    ['the trade name', '星澜光电', '南通星澜光电科技有限公司'],
    ['trade name and place', '南通星澜', '南通星澜光电科技有限公司'],
    ['without the place', '星澜光电科技有限公司', '南通星澜光电科技有限公司'],
    ['group and group company', '云岭公司', '云岭集团'],
    ['characters in order', '云航', '云岭航空有限公司'],
    ['a group by its first characters', '云澜集团', '南通云澜酒厂集团有限公司'],
    ['a trade name that is a county too', '凌云集团', '凌云科技集团有限责任公司'],
    ['a branch by brand and place', '江苏海辰', '中国海辰江苏省分公司'],
  ])('firms: %s', (_, short, long) => {
    expect(meansTheSame(named('COMPANY', short), named('COMPANY', long))).toBe(true)
  })

  test.each([
    ['a parent and its branch', '云岭集团', '云岭集团南通分公司'],
    ['a group and a firm of like name', '星澜集团', '星澜重工'],
    ['firms of two places', '南通星澜有限公司', '苏州星澜光电有限公司'],
    ['a national firm and its firm in a place', '中海辰燃气有限公司', '南通中海辰燃气有限公司'],
    ['a group and a firm under it', '云岭机场集团', '云岭机场集团南通机场有限公司'],
    ['trade names that only begin alike', '星澜', '星澜湾物业有限公司'],
  ])('firms apart: %s', (_, short, long) => {
    expect(meansTheSame(named('COMPANY', short), named('COMPANY', long))).toBe(false)
  })

  test.each([
    ['by the level of its place', '市发改委', '南通市发展和改革委员会'],
    ['without a place', '民政局', '如东县民政局'],
    ['with the outer place', '如东县政府', '南通市如东县人民政府'],
    ['by everyday wording', '南通市残联', '南通市残疾人联合会'],
    ['by its last words', '海岸湿地实验室', '南通大学海岸湿地实验室'],
    ['a school cut short', '南大', '南通大学'],
    ['a court', '如东法院', '南通市如东县人民法院'],
  ])('bodies: %s', (_, short, long) => {
    expect(meansTheSame(named('ORGANIZATION', short), named('ORGANIZATION', long))).toBe(true)
  })

  test.each([
    ['another level', '省发改委', '南通市发展和改革委员会'],
    ['another place', '如皋市民政局', '如东县民政局'],
    ['the city and its county', '南通市财政局', '南通市如东县财政局'],
    ['bare seats', '县委', '如东县委'],
  ])('bodies apart: %s', (_, short, long) => {
    expect(meansTheSame(named('ORGANIZATION', short), named('ORGANIZATION', long))).toBe(false)
  })

  test.each([
    ['PROGRAM', '百企联百村', '“百企联百村”行动'],
    ['ZONE', '高新区', '南通高新技术产业开发区'],
    ['EVENT', '云锦博览会', '2023第五届南通云锦博览会'],
    ['EVENT', '观潮节', '2023年如东观潮节开幕式'],
    ['POLICY', '《责任清单》', '《海岸带生态保护责任清单》'],
    ['STRATEGY', '“双碳”', '双碳战略'],
    ['STRATEGY', '江海一体化发展国家战略', '江海更高质量一体化发展'],
    ['DESIGNATION', '高新技术企业', '高新技术企业称号'],
    ['PROJECT', '星澜年产2万吨薄膜项目', '星澜年产2万吨薄膜建设项目'],
    ['DESIGNATION', '专精特新“小巨人”', '国家级专精特新“小巨人”企业'],
  ])('initiatives: %s %s in %s', (subkind, short, long) => {
    expect(meansTheSame(named('INITIATIVE', short, subkind), named('INITIATIVE', long, subkind))).toBe(true)
  })

  test.each([
    ['EVENT', '2022如东半程马拉松', '2023如东海岸半程马拉松'],
    ['EVENT', '云锦博览会', '云锦博览会新闻发布会'],
    ['DESIGNATION', '省级示范社', '国家级示范社'],
    ['ZONE', '苏州高新区', '南通高新技术产业开发区'],
  ])('initiatives apart: %s %s and %s', (subkind, short, long) => {
    expect(meansTheSame(named('INITIATIVE', short, subkind), named('INITIATIVE', long, subkind))).toBe(false)
  })

  test('kinds do not mix, and people join by equal name only', () => {
    expect(meansTheSame(named('COMPANY', '星澜'), named('ORGANIZATION', '星澜研究院'))).toBe(false)
    expect(meansTheSame(named('PERSON', '远帆'), named('PERSON', '周远帆'))).toBe(false)
  })
})
