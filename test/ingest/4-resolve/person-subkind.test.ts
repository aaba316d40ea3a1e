import { withPersonSubkinds } from '../../../ingest/4-resolve/person-subkind.js'
import type { LocalEntity, ResolvedPost } from '../../../ingest/4-resolve/resolved-article.js'

const local = (kind: LocalEntity['kind'], subkind: string): LocalEntity => ({ kind, subkind, name: '某', aliases: [], code: '', mentions: [] })
const post = (title: string): ResolvedPost => ({ person: 0, verb: '', body: 1, title, implied: false, start: 0, end: 0, sentence: 0 })

test.each([
  ['董事长', 'COMPANY', '', 'executive'],
  ['首席科学家', 'COMPANY', '', 'expert'],
  ['局长', 'ORGANIZATION', 'government', 'official'],
  ['书记', 'ORGANIZATION', 'party', 'official'],
  ['院长', 'ORGANIZATION', 'academic', 'expert'],
  ['党委书记', 'ORGANIZATION', 'academic', 'official'],
  ['会长', 'ORGANIZATION', 'association', 'executive'],
  ['市长', 'REGION', 'city', 'official'],
] as const)('%s of a %s (%s) is of subkind %s', (title, kind, subkind, expected) => {
  expect(withPersonSubkinds([local('PERSON', 'other'), local(kind, subkind)], [post(title)])[0]?.subkind).toBe(expected)
})

test('without a post the proposed subkind stays, and nothing becomes other', () => {
  expect(withPersonSubkinds([local('PERSON', 'expert'), local('PERSON', '')], []).map(({ subkind }) => subkind)).toEqual(['expert', 'other'])
})
