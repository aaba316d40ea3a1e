import { pinyinKey, pinyinPart, pinyinRank, pinyinTextOf, readingsOf } from '../../src/store/pinyin.js'

it.each([
  ['ZhangTong', 'zhangtong'],
  ['zhāng tóng', 'zhangtong'],
  ['ｚｔ', 'zt'],
  ["xi'an", 'xian'],
  ['lǜ se', 'luse'],
  ['lvse', 'luse'],
  ['张tong', ''],
  ['2031', ''],
  ['', ''],
])('takes %j for the key %j', (typed, key) => {
  expect(pinyinKey(typed)).toBe(key)
})

it.each([
  ['汀江口', [['ting', 'jiang', 'kou']]],
  ['汀AI谷2', [['ting', 'a', 'i', 'gu', '2']]],
  ['plain', []],
  ['', []],
])('reads %j', (form, readings) => {
  expect(readingsOf(form)).toEqual(readings)
})

it('reads heteronyms of a short name both ways, and never more than eight ways', () => {
  const words = readingsOf('曾长乐').map((syllables) => syllables.join(' '))
  expect(words).toEqual(expect.arrayContaining(['zeng chang le', 'zeng zhang yue', 'ceng chang le']))
  expect(readingsOf('长长长长长').length).toBe(8)
})

it('reads a Traditional form as the Simplified one', () => {
  expect(readingsOf('長江口')).toEqual(readingsOf('长江口'))
})

it('keeps full pinyin and initials of every form once between line breaks', () => {
  expect(pinyinTextOf('岚州市', ['岚州', '岚州', 'LZ'])).toBe('\nlanzhoushi\nlzs\nlanzhou\nlz\n')
  expect(pinyinTextOf('LZ', [])).toBe('')
})

it.each([
  ['lanzhoushi', 0],
  ['lzs', 0],
  ['lanz', 1],
  ['lz', 1],
  ['zhoushi', 2],
  ['houshi', undefined],
  ['zs', undefined],
])('ranks %j against 岚州市 as %j', (key, rank) => {
  expect(pinyinRank(key, ['岚州市'])).toBe(rank)
})

it('lets a short key begin a form only', () => {
  expect(pinyinPart('lzs')).toBe('\nlzs')
  expect(pinyinPart('zhou')).toBe('zhou')
})
