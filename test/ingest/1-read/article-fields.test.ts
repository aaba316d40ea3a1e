import { describe, expect, test } from '@jest/globals'
import { articleFrom, isoDate } from '../../../ingest/1-read/article-fields.js'
import { articleIdOf } from '../../../src/core/ids.js'

describe('isoDate', () => {
  test.each([
    ['2023-08-09 12:05:54', '2023-08-09'],
    ['2023年8月9日', '2023-08-09'],
    ['2023/8/9', '2023-08-09'],
    ['2023.08.09', '2023-08-09'],
    ['2023-08-09T12:05:54+08:00', '2023-08-09'],
    ['发布于 2023 年 8 月 9 日', '2023-08-09'],
    ['20230809', '2023-08-09'],
    ['20230809 12:05', '2023-08-09'],
    ['20230809120554', ''],
    ['1691553954', ''],
    ['2023-02-30', ''],
    ['2023-13-01', ''],
    ['昨日', ''],
    ['', ''],
  ])('%j → %j', (value, iso) => {
    expect(isoDate(value)).toBe(iso)
  })
})

describe('articleFrom', () => {
  const origin = { file: 'a.json', index: 0 }

  test('takes what is there and makes an id of the text where there is none', () => {
    expect(articleFrom({}, '正文', origin)).toEqual({ id: articleIdOf('正文'), title: '', date: '', source: '', url: '', byline: [], text: '正文', synthetic: false, origin })
  })

  test.each([
    [['甲一', '乙二'], ['甲一', '乙二']],
    ['甲一、乙二 丙三', ['甲一', '乙二', '丙三']],
    ['', []],
    [undefined, []],
  ])('byline %j → %j', (byline, expected) => {
    expect(articleFrom({ byline }, '正文', origin).byline).toEqual(expected)
  })

  test.each([[true, true], ['true', true], [false, false], ['yes', false], [undefined, false]])('synthetic %j → %j', (synthetic, expected) => {
    expect(articleFrom({ synthetic }, '正文', origin).synthetic).toBe(expected)
  })

  test('a number serves as id', () => {
    expect(articleFrom({ id: 17 }, '正文', origin).id).toBe('17')
  })
})
