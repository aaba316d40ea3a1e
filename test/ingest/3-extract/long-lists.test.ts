import { acceptedIn } from './rules-alone.js'

const SYLLABLES = '安博辰岱恩枫冠海嘉凯澜铭宁鹏启荣盛泰维星扬泽'
const trade = (n: number): string => [0, 1, 2].map((place) => SYLLABLES.charAt(Math.floor(n / SYLLABLES.length ** place) % SYLLABLES.length)).join('')

test('a list of 10,000 firms is read whole and does not blow up', () => {
  const started = performance.now()
  const firms = Array.from({ length: 10_000 }, (_, n) => `南通${trade(n)}科技有限公司`)
  const found = new Set(acceptedIn(`参展的有：${firms.join('、')}。`).map(({ text }) => text))
  expect(firms.filter((firm) => !found.has(firm))).toEqual([])
  expect(performance.now() - started).toBeLessThan(30_000)
})
