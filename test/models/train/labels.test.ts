import { spansOf, unquoted, type GoldEntity } from '../../../models/train/gold.js'
import { kindsOfOrganisation, regionOfPlace } from '../../../models/train/kinds-of-names.js'
import { parseMarked } from '../../../models/train/report.js'

const entity = (id: string, kind: GoldEntity['kind'], ...forms: string[]): GoldEntity => ({ id, kind, subkind: '', name: forms[0] ?? '', mentions: forms })

test.each([
  ['“百企联百村”', '百企联百村'],
  ['《澜川县条例》', '澜川县条例'],
  ['“百企”行动', '“百企”行动'],
  ['“甲”和“乙”', '“甲”和“乙”'],
])('a name loses only the quotes that enclose it whole: %s', (form, bare) => {
  expect(unquoted(form)).toBe(bare)
})

test('every occurrence of every form is a span, and the longer of two wins', () => {
  const text = '恒越精密制造公司表示，恒越精密将与青岚大学合作，青岚市支持恒越精密。'
  const spans = spansOf(text, [entity('c', 'COMPANY', '恒越精密制造公司', '恒越精密'), entity('o', 'ORGANIZATION', '青岚大学'), entity('r', 'REGION', '青岚市', '青岚')])
  expect(spans.map(({ start, end, entity: id }) => [id, text.slice(start, end)])).toEqual([
    ['c', '恒越精密制造公司'], ['c', '恒越精密'], ['o', '青岚大学'], ['r', '青岚市'], ['c', '恒越精密'],
  ])
})

test('a region behind the one that holds it is two spans', () => {
  const text = '青岚市白河区'
  const spans = spansOf(text, [entity('a', 'REGION', '青岚市'), entity('b', 'REGION', '青岚市白河区', '白河区')])
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['青岚市', '白河区'])
})

test.each([
  ['恒越精密公司', ['COMPANY']],
  ['青岚银行', ['COMPANY']],
  ['中国人民银行', ['ORGANIZATION']],
  ['青岚市教育局', ['ORGANIZATION']],
  ['恒越', ['COMPANY', 'ORGANIZATION']],
])('the ending of %s leaves %j', (name, kinds) => {
  expect(kindsOfOrganisation(name)).toEqual(kinds)
})

test.each([
  ['青岚', 'region'], ['澜川县', 'region'], ['白河', 'no'], ['青岚路', 'no'], ['柳溪', 'maybe'],
] as const)('a place named %s is %s', (name, verdict) => {
  expect(regionOfPlace(name, (known) => known === '青岚')).toBe(verdict)
})

test('marked sentences give their text and spans', () => {
  const { text, spans } = parseMarked('[P:陆启明]到[R:澜川县]。')
  expect(text).toBe('陆启明到澜川县。')
  expect(spans).toEqual([{ start: 0, end: 3, kind: 'PERSON' }, { start: 4, end: 7, kind: 'REGION' }])
})
