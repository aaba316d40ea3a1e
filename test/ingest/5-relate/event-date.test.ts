import { describe, expect, test } from '@jest/globals'
import { eventDate } from '../../../ingest/5-relate/event-date.js'
import { readDiscourse } from '../../../ingest/5-relate/passage.js'
import { resolved } from './told.js'

const dateOf = (text: string, published: string, from = 0, to = 0): string => eventDate(readDiscourse(resolved(text)), from, to, published)

describe('the day that sentences tell', () => {
  test.each<[string, string, string, string]>([
    ['a full date', '2023年7月28日，大会召开。', '2024-01-05', '2023-07-28'],
    ['a full date needs no date of the article', '2023年7月28日，大会召开。', '', '2023-07-28'],
    ['month and day', '7月28日，大会召开。', '2023-08-01', '2023-07-28'],
    ['a day of last year, told in January', '12月30日，大会召开。', '2024-01-03', '2023-12-30'],
    ['the day alone', '28日上午，大会召开。', '2023-07-30', '2023-07-28'],
    ['a day of last month', '28日上午，大会召开。', '2023-08-02', '2023-07-28'],
    ['a day of last December', '28日上午，大会召开。', '2024-01-02', '2023-12-28'],
    ['yesterday', '昨天，大会召开。', '2023-08-01', '2023-07-31'],
    ['today', '今日，大会召开。', '2023-08-01', '2023-08-01'],
    ['none told', '大会召开。', '2023-08-01', ''],
    ['no date of the article to count from', '昨天，大会召开。', '', ''],
    ['month and day without a year to take', '7月28日，大会召开。', '', ''],
    ['no such day', '13月40日，大会召开。', '2023-08-01', ''],
  ])('%s', (_, text, published, expected) => {
    expect(dateOf(text, published)).toBe(expected)
  })

  test('looks at the sentences given and no others', () => {
    const text = '7月28日，大会召开。7月29日，大会闭幕。'
    expect([dateOf(text, '2023-08-01', 0, 0), dateOf(text, '2023-08-01', 1, 1)]).toEqual(['2023-07-28', '2023-07-29'])
  })
})
