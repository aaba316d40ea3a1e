import { nameFrequency, readPersonName } from '../../../src/identity/names/person-name.js'
import { nearness, readPlace, standingCode } from '../../../src/identity/names/places.js'
import { differsByOne, isSubsequence, pairOverlap, plainName, readNumber } from '../../../src/identity/names/plain.js'

describe('plain forms', () => {
  it.each([['“智改数转”', '智改数转'], ['青云（集团）', '青云(集团)'], ['Ｔｃｌ 科技', 'TCL科技'], ['《条例》', '条例']])('%s becomes %s', (written, plain) => {
    expect(plainName(written)).toBe(plain)
  })

  it.each([['三', 3], ['十', 10], ['十二', 12], ['二十', 20], ['一百三十四', 134], ['134', 134], ['二〇二三', 2023], ['甲', undefined], ['', undefined]])('reads the number %s', (text, expected) => {
    expect(readNumber(text)).toBe(expected)
  })

  it.each([['奥易克斯', '奥亿克斯', true], ['有感', '有感知', true], ['澜石', '澜石', false], ['澜石', '石澜', false]])('%s and %s differ by one character: %s', (a, b, expected) => {
    expect(differsByOne(a, b)).toBe(expected)
    expect(differsByOne(b, a)).toBe(expected)
  })

  it('knows order within a text and the share of common pairs', () => {
    expect(isSubsequence('西工大', '西北工业大学')).toBe(true)
    expect(isSubsequence('大工西', '西北工业大学')).toBe(false)
    expect(pairOverlap('三年行动', '三年行动')).toBe(1)
    expect(pairOverlap('三年行动', '提升工程')).toBe(0)
  })
})

describe('places', () => {
  it.each([
    ['江苏省南通市崇川区发改委', ['320613'], 9],
    ['南通大学', ['320600'], 2],
    ['发改委', [], 0],
    ['江苏海门教育局', ['320614'], 4],
    ['南京', [], 0],
  ])('reads the place of %s', (name, codes, length) => {
    expect(readPlace(name)).toMatchObject({ codes, length })
  })

  it('gives a division and what it became one code', () => {
    expect(standingCode('110228')).toBe(standingCode('110118'))
    expect(standingCode('320600')).toBe('320600')
  })

  it.each([['320600', '320600', 1], ['320613', '320600', 0.8], ['320600', '320000', 0.5], ['320613', '320614', 0.4], ['320600', '320500', 0], ['320600', '330000', -1], ['320600', 'X0001', undefined]])('%s and %s are near by %s', (a, b, expected) => {
    expect(nearness(a, b)).toBe(expected)
    expect(nearness(b, a)).toBe(expected)
  })
})

describe('names of people', () => {
  it.each(['张市长', '李总', '王', '陈某'])('takes %s for no full name', (form) => {
    expect(readPersonName(form)?.form ?? '').not.toMatch(/市长|某/)
  })

  it('knows which names many bear', () => {
    const frequency = (form: string): number => {
      const name = readPersonName(form)
      return name ? nameFrequency(name) : 0
    }
    expect(frequency('王伟')).toBeGreaterThan(frequency('张彤'))
    expect(frequency('张彤')).toBeGreaterThan(frequency('欧阳牧野'))
  })
})
