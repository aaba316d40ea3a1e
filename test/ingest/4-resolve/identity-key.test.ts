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

  test('central bodies are one everywhere', () => {
    expect(identityKey(local('ORGANIZATION', '国家发展改革委'), 0, context())).toBe(identityKey(local('ORGANIZATION', '国家发展改革委'), 0, context({ home: undefined, articleId: 'a2' })))
  })

  test('a plain event is its article’s own, a named fair is not', () => {
    const other = context({ articleId: 'a2' })
    expect(identityKey(local('INITIATIVE', '项目签约仪式', 'EVENT'), 0, context())).not.toBe(identityKey(local('INITIATIVE', '项目签约仪式', 'EVENT'), 0, other))
    expect(identityKey(local('INITIATIVE', '2023第五届南通云锦博览会', 'EVENT'), 0, context())).toBe(identityKey(local('INITIATIVE', '2023第五届南通云锦博览会', 'EVENT'), 0, other))
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
