import { describe, expect, test } from '@jest/globals'
import { tell } from './told.js'

/** One telling of each relation, with a place for what qualifies its verb. */
const TELLINGS: readonly (readonly [string, (before: string) => string])[] = [
  ['VISITED', (before) => `[P 林一舟]${before}来到[C 云岭公司]。`],
  ['ATTENDED', (before) => `[P 林一舟]${before}出席[EVENT 第三届云岭大会]。`],
  ['PROMOTES', (before) => `[R 南通市]${before}推进[PROGRAM 星火行动]。`],
  ['PARTICIPATES_IN', (before) => `[C 云岭公司]${before}参与[PROGRAM 星火行动]。`],
  ['DESIGNATED', (before) => `[C 云岭公司]${before}获评[STATUS 高新技术企业]。`],
  ['COLLABORATES_WITH', (before) => `[C 云岭公司]${before}与[S 青湖大学]签约。`],
  ['INVESTS_IN', (before) => `[C 云岭公司]${before}投资[PROJECT 青湖电站]。`],
  ['LOCATED_IN', (before) => `[C 云岭公司]${before}落户[ZONE 青湖新区]。`],
]
const DENIALS = ['没有', '尚未', '并未', '未能', '从未', '拒绝', '决定不', '不', '无法', '放弃']
const PLANS = ['将', '计划', '拟', '即将', '力争', '预计', '打算', '定于8月2日']
const GUESSES = ['可能', '有望', '或将']

const modalities = (text: string, type: string): string[] => tell(text).evidence.filter((each) => each.type === type).map(({ modality }) => modality)

describe.each(TELLINGS)('%s', (type, telling) => {
  test('is asserted when nothing qualifies it', () => {
    expect(modalities(telling(''), type)).toEqual(['ASSERTED'])
  })

  test.each([...DENIALS, ...PLANS, ...GUESSES])('is never asserted after %s', (word) => {
    expect(modalities(telling(word), type)).not.toContain('ASSERTED')
  })

  test.each(DENIALS)('is denied after %s', (word) => {
    expect(modalities(telling(word), type)).toEqual(['DENIED'])
  })

  test.each(PLANS)('is planned after %s', (word) => {
    expect(modalities(telling(word), type)).toEqual(['PLANNED'])
  })

  test('is hypothetical in a condition', () => {
    expect(modalities(`如果${telling('')}`, type)).toEqual(['HYPOTHETICAL'])
  })
})

describe('words that look like a qualification', () => {
  test.each<[string, string]>([
    ['a name that holds one', '[P 若未然]来到[C 将进酒业]。'],
    ['志愿 is no wish', '[P 林一舟]带志愿者来到[C 云岭公司]。'],
    ['即将到来 tells of the season', '在中秋节即将到来之际，[P 林一舟]来到[C 云岭公司]。'],
    ['不断 is no denial', '[P 林一舟]不断学习，来到[C 云岭公司]。'],
    ['无不 is no denial', '[P 林一舟]等人无不来到[C 云岭公司]。'],
    ['稳定于 is no plan', '[P 林一舟]见产量稳定于高位来到[C 云岭公司]。'],
    ['虚拟 is no plan', '[P 林一舟]看完虚拟展厅来到[C 云岭公司]。'],
  ])('%s', (_, text) => {
    expect(modalities(text, 'VISITED')).toEqual(['ASSERTED'])
  })

  test('未来 tells of a plan, not of a denial', () => {
    expect(modalities('未来三年，[R 南通市]推进[PROGRAM 星火行动]。', 'PROMOTES')).toEqual(['PLANNED'])
  })
})

test('a plan reaches on over the clauses of its sentence', () => {
  expect(modalities('[R 南通市]将扩大招商，加强服务，推进[PROGRAM 星火行动]。', 'PROMOTES')).toEqual(['PLANNED'])
})

test('a call makes what it calls for urged, with the speaker', () => {
  const { evidence, nameOf } = tell('[P 林一舟]要求加快推进[PROGRAM 星火行动]。')
  expect(evidence.map(({ type, modality, speakerId }) => [type, modality, nameOf(speakerId)])).toEqual([['PROMOTES', 'URGED', '林一舟']])
})
