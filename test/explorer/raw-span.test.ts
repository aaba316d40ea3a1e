import { cleanSpanOf, placesOf, rawSpanOf, type Repaired } from '../../src/explorer/reader/raw-span.js'

/** Text as scraped, its repairs, and the text as read. */
const RAW = '記者，從芯河(hé)科技&amp;公司x獲悉'
const repair = (before: string, after: string): Repaired => {
  const start = RAW.indexOf(before)
  return { before, after, raw: { start, end: start + before.length } }
}
const REPAIRS = [repair('獲', '获'), repair('記', '记'), repair('從', '从'), repair('河(hé)', '河'), repair('&amp;', '&'), repair('x', '')]
const CLEAN = '记者，从芯河科技&公司获悉'

const spanOf = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const slice = (text: string, { start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end)

describe('places in both readings', () => {
  it.each([
    ['记者', '記者'], ['从芯', '從芯'], ['芯河科技', '芯河(hé)科技'], ['河', '河(hé)'], ['&公司', '&amp;公司'], ['公司', '公司'], ['公司获悉', '公司x獲悉'], ['获悉', '獲悉'], [CLEAN, RAW],
  ])('finds %s as scraped', (read, scraped) => {
    expect(slice(RAW, rawSpanOf(spanOf(CLEAN, read), REPAIRS))).toBe(scraped)
    expect(slice(CLEAN, cleanSpanOf(spanOf(RAW, scraped), REPAIRS))).toBe(read)
  })

  it('pairs the characters of a longer repair off, glosses aside', () => {
    const repairs: readonly Repaired[] = [{ before: '還與創(chuàng)新', after: '还与创新', raw: { start: 0, end: 12 } }]
    expect(rawSpanOf({ start: 2, end: 4 }, repairs)).toEqual({ start: 2, end: 12 })
    expect(rawSpanOf({ start: 1, end: 3 }, repairs)).toEqual({ start: 1, end: 11 })
  })

  it('never cuts a repair whose characters do not pair off', () => {
    const repairs: readonly Repaired[] = [{ before: '锟斤拷', after: '芯河', raw: { start: 1, end: 4 } }]
    expect(rawSpanOf({ start: 0, end: 2 }, repairs)).toEqual({ start: 0, end: 4 })
    expect(rawSpanOf({ start: 2, end: 4 }, repairs)).toEqual({ start: 1, end: 5 })
  })

  it('finds words at each of their places', () => {
    expect(placesOf('甲乙甲乙甲', '甲')).toEqual([{ start: 0, end: 1 }, { start: 2, end: 3 }, { start: 4, end: 5 }])
    expect(placesOf('甲甲甲', '甲甲')).toEqual([{ start: 0, end: 2 }])
    expect(placesOf('甲', '')).toEqual([])
    expect(placesOf('甲'.repeat(99), '甲')).toHaveLength(50)
  })
})
