import { subkindOf } from '../../../ingest/3-extract/subkind.js'

describe('subkindOf', () => {
  test.each([
    ['ORGANIZATION', '青岚市工业和信息化局', 'government'],
    ['ORGANIZATION', '澜川县人民政府', 'government'],
    ['ORGANIZATION', '中共青岚市委组织部', 'party'],
    ['ORGANIZATION', '白河区纪委监委', 'party'],
    ['ORGANIZATION', '东岭理工大学', 'academic'],
    ['ORGANIZATION', '澜川新材料研究院', 'academic'],
    ['ORGANIZATION', '青岚市慈善总会', 'association'],
    ['ORGANIZATION', '青岚市中心医院', 'other'],
    ['REGION', '江苏省', 'province'],
    ['REGION', '青岚市', 'city'],
    ['REGION', '澜川县', 'county'],
    ['REGION', '柳溪镇', 'town'],
    ['REGION', '长三角', 'area'],
    ['INITIATIVE', '制造业数字化转型三年行动计划', 'PROGRAM'],
    ['INITIATIVE', '“百企联百村”行动', 'PROGRAM'],
    ['INITIATIVE', '青岚高新技术产业开发区', 'ZONE'],
    ['INITIATIVE', '《澜川县优化营商环境条例》', 'POLICY'],
    ['INITIATIVE', '长三角一体化发展', 'STRATEGY'],
    ['INITIATIVE', '专精特新“小巨人”企业', 'DESIGNATION'],
    ['INITIATIVE', '智慧物流中心建设项目', 'PROJECT'],
    ['INITIATIVE', '第六届青岚国际装备制造博览会', 'EVENT'],
    ['COMPANY', '恒越精密', ''],
  ] as const)('%s %s is %s', (kind, name, subkind) => {
    expect(subkindOf(kind, name)).toBe(subkind)
  })

  test.each([
    ['青岚市委书记', '到澜川县调研', 'official'],
    ['恒越精密董事长', '介绍', 'executive'],
    ['东岭理工大学教授', '认为', 'expert'],
    ['白河区人民法院院长', '出席', 'official'],
    ['近日，', '市长表示', 'official'],
    ['记者见到', '时', 'other'],
  ] as const)('PERSON after %s and before %s is %s', (left, right, subkind) => {
    expect(subkindOf('PERSON', '陆启明', left, right)).toBe(subkind)
  })
})
