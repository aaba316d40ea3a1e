import { bigramsOf, normaliseForSearch, searchTextOf } from '../../src/store/search-text.js'

it.each([
  ['ＡＩ　产业园', 'ai 产业园'],
  ['  江渡\n集团 ', '江渡 集团'],
  ['㈱东海', '(株)东海'],
  ['張彤「長江口」', '张彤长江口'],
  ['', ''],
])('normalises %j to %j, and again to the same', (text, expected) => {
  expect(normaliseForSearch(text)).toBe(expected)
  expect(normaliseForSearch(expected)).toBe(expected)
})

it('keeps each form once between line breaks, the name first', () => {
  expect(searchTextOf('云泽湾Ａ区', ['云泽湾', '', '云泽湾a区'])).toBe('\n云泽湾a区\n云泽湾\n')
})

it.each([
  ['云泽湾', ['云泽', '泽湾']],
  ['啊啊啊', ['啊啊']],
  ['𠮷野家', ['𠮷野', '野家']],
  ['云', ['云']],
  [' ', []],
])('pairs the characters of %j as %j', (text, expected) => {
  expect(bigramsOf(text)).toEqual(expected)
})
