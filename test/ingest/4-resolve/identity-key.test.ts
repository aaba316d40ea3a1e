import { identityKey, personAnchors, type KeyContext } from '../../../ingest/4-resolve/identity-key.js'
import type { LocalEntity, ResolvedPost } from '../../../ingest/4-resolve/resolved-article.js'

const local = (kind: LocalEntity['kind'], name: string, subkind = '', code = ''): LocalEntity => ({ kind, subkind, name, aliases: [], code, mentions: [] })
const nantong = local('REGION', '南通市', 'city', '320600')
const context = (more: Partial<KeyContext> = {}): KeyContext => ({ anchors: new Map(), home: nantong, articleId: 'a1', ...more })

describe('identityKey', () => {
  test('a place is its code', () => {
    expect(identityKey(nantong, 0, context())).toBe('gb:320600')
  })

  test('wording and outer places do not part an organ', () => {
    expect(identityKey(local('ORGANIZATION', '江苏省南通市人民政府'), 0, context())).toBe(identityKey(local('ORGANIZATION', '南通市政府'), 0, context()))
  })

  test('an organ without a place is the home region’s', () => {
    expect(identityKey(local('ORGANIZATION', '市财政局'), 0, context())).not.toBe(identityKey(local('ORGANIZATION', '市财政局'), 0, context({ home: local('REGION', '苏州市', 'city', '320500') })))
  })

  test('wording does not part an organ of an unlisted place', () => {
    expect(identityKey(local('ORGANIZATION', '云锦市人民政府'), 0, context())).toBe(identityKey(local('ORGANIZATION', '云锦市政府'), 0, context()))
  })

  test('central bodies are one everywhere', () => {
    expect(identityKey(local('ORGANIZATION', '国家发展改革委'), 0, context())).toBe(identityKey(local('ORGANIZATION', '国家发展改革委'), 0, context({ home: undefined, articleId: 'a2' })))
  })

  test('a plain event is its article’s own, a named fair is not', () => {
    const other = context({ articleId: 'a2' })
    expect(identityKey(local('INITIATIVE', '项目签约仪式', 'EVENT'), 0, context())).not.toBe(identityKey(local('INITIATIVE', '项目签约仪式', 'EVENT'), 0, other))
    expect(identityKey(local('INITIATIVE', '2023第五届南通云锦博览会', 'EVENT'), 0, context())).toBe(identityKey(local('INITIATIVE', '2023第五届南通云锦博览会', 'EVENT'), 0, other))
  })

  const suzhou = local('REGION', '苏州市', 'city', '320500')
  test.each([
    ['COMPANY', '澜石', '', 'apart', 'a short firm name'],
    ['COMPANY', '澜石科技', '', 'apart', 'a short firm name with its line of business'],
    ['COMPANY', '澜石新材料有限公司', '', 'one', 'a firm with its legal form'],
    ['COMPANY', '南通澜石', '', 'one', 'a firm with its place'],
    ['COMPANY', '建设银行', '', 'one', 'a bank'],
    ['COMPANY', 'Lanstone', '', 'one', 'a firm in letters'],
    ['ORGANIZATION', '财政部', '', 'one', 'a ministry'],
    ['ORGANIZATION', '财政部办公厅', '', 'one', 'an office of a ministry'],
    ['ORGANIZATION', '美国财政部', '', 'one', 'a ministry of another country'],
    ['ORGANIZATION', '路透社', '', 'one', 'a news house'],
    ['ORGANIZATION', '市委宣传部', '', 'apart', 'a department of a party committee'],
    ['ORGANIZATION', '客户服务部', '', 'apart', 'a department of anybody'],
    ['ORGANIZATION', '发改委', '', 'apart', 'a body of any level'],
    ['ORGANIZATION', '云锦市科技局', '', 'one', 'an organ of a city that no gazetteer lists'],
    ['ORGANIZATION', '云锦市委', '', 'one', 'its party committee'],
    ['ORGANIZATION', '石桅区人民政府', '', 'one', 'the government of a district that no gazetteer lists'],
    ['ORGANIZATION', '开发区管委会', '', 'apart', 'the office of any zone'],
    ['ORGANIZATION', '高新区财政局', '', 'apart', 'a bureau of any zone'],
    ['ORGANIZATION', '各县政府', '', 'apart', 'governments in general'],
    ['ORGANIZATION', '智慧城市研究院', '', 'apart', 'an institute of cities'],
    ['INITIATIVE', '经济技术开发区', 'ZONE', 'apart', 'a plain zone'],
    ['INITIATIVE', '高新技术产业开发区', 'ZONE', 'apart', 'a plain zone of many words'],
    ['INITIATIVE', '云锦湾协同创新区', 'ZONE', 'one', 'a named zone'],
    ['INITIATIVE', '棚改工程', 'PROJECT', 'apart', 'a plain project'],
    ['INITIATIVE', '《实施方案》', 'POLICY', 'apart', 'a plain paper'],
    ['INITIATIVE', '《云锦湾发展规划》', 'POLICY', 'one', 'a named paper'],
    ['INITIATIVE', '乡村振兴', 'STRATEGY', 'one', 'a strategy of the country'],
  ] as const)('%s %s (%s) in articles of two cities: %s, being %s', (kind, name, subkind, expected, what) => {
    const keys = [nantong, suzhou].map((home, index) => identityKey(local(kind, name, subkind), 0, context({ home, articleId: `a${index}` })))
    expect([what, keys[0] === keys[1] ? 'one' : 'apart']).toEqual([what, expected])
  })

  test('a short firm name is one in a city and its districts', () => {
    const key = (home: LocalEntity): string => identityKey(local('COMPANY', '澜石'), 0, context({ home }))
    expect(key(local('REGION', '海门区', 'county', '320614'))).toBe(key(nantong))
  })

  test('namesakes with posts in two places stay apart; one with the posts of one place is one', () => {
    const person = local('PERSON', '周远帆')
    const locals = (organ: string): LocalEntity[] => [person, local('ORGANIZATION', organ)]
    const post: ResolvedPost = { person: 0, verb: '', body: 1, title: '局长', implied: false, start: 0, end: 0, sentence: 0 }
    const key = (organ: string): string => identityKey(person, 0, context({ anchors: personAnchors(locals(organ), [post]) }))
    expect(key('南通市财政局')).toBe(key('南通市教育局'))
    expect(key('南通市财政局')).not.toBe(key('苏州市财政局'))
  })
})
