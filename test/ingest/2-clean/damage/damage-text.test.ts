import { describe, expect, test } from '@jest/globals'
import { DAMAGE_KINDS, damageText } from '../../../../ingest/2-clean/damage/damage-text.js'
import { ARTICLE } from '../sentences.js'

describe('damageText', () => {
  test.each(DAMAGE_KINDS)('%s changes the text at full rate, and the same each time', (kind) => {
    const damaged = damageText(ARTICLE, { kinds: [kind], seed: 5, rate: 1 })
    expect(damaged).not.toBe(ARTICLE)
    expect(damageText(ARTICLE, { kinds: [kind], seed: 5, rate: 1 })).toBe(damaged)
  })

  test('another seed gives other damage', () => {
    const [one, two] = [1, 2].map((seed) => damageText(ARTICLE, { kinds: ['pinyin-gloss'], seed, rate: 0.3 }))
    expect(one).not.toBe(two)
  })

  test('no kinds or no rate, no damage', () => {
    expect(damageText(ARTICLE, { kinds: [], seed: 1, rate: 1 })).toBe(ARTICLE)
    expect(damageText(ARTICLE, { kinds: ['pinyin-gloss', 'invisible', 'ascii-punctuation'], seed: 1, rate: 0 })).toBe(ARTICLE)
  })

  test('the order in which kinds are named does not matter', () => {
    const options = { seed: 3, rate: 0.4 }
    expect(damageText(ARTICLE, { kinds: ['ascii-punctuation', 'traditional', 'pinyin-gloss'], ...options })).toBe(
      damageText(ARTICLE, { kinds: ['pinyin-gloss', 'traditional', 'ascii-punctuation'], ...options }),
    )
  })

  test('lost-before-gloss writes the marks that pages show', () => {
    expect(damageText(ARTICLE, { kinds: ['lost-before-gloss'], seed: 4, rate: 1 })).toMatch(/\?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/)
  })
})
