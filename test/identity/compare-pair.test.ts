import type { EntityKind } from '../../schema/ontology/index.js'
import { comparePair, RULES } from '../../src/identity/compare-pair.js'
import { loadPairs } from '../quality/identity/labelled-pairs.js'
import { profile } from './profiles.js'

const compare = (kind: EntityKind, left: string, right: string): ReturnType<typeof comparePair> => comparePair(profile('a', kind, left), profile('b', kind, right))

describe('the rules of comparison', () => {
  it.each(Object.entries(RULES))('of %s each have an id of their own, a doc and, if weighed, a weight', (_kind, { proofs, guards, features, caps }) => {
    const all = [...proofs, ...guards, ...features, ...caps]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { id, doc } of all) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(doc).toMatch(/^\S.*\.$/u)
    }
    for (const feature of features) expect(feature.weight).toBeGreaterThanOrEqual(0)
  })
})

describe('comparePair', () => {
  it.each<[string, EntityKind, string, string, string]>([
    ['line-differs', 'COMPANY', '上海电气', '上海电气风电集团股份有限公司', 'line of business'],
    ['region-differs', 'COMPANY', '南通中天', '海门中天', 'region'],
    ['branch', 'COMPANY', '青云集团', '青云集团海门分公司', 'branch and parent'],
    ['uscc-differs', 'COMPANY', '江苏澜石; uscc 1', '江苏澜石; uscc 2', 'register'],
    ['form-differs', 'COMPANY', '山东鲁砚农业有限公司', '山东鲁砚农业专业合作社', 'legal form'],
    ['place-differs', 'ORGANIZATION', '江苏省发改委', '浙江省发改委', 'place'],
    ['level-differs', 'ORGANIZATION', '省发改委; @南通市', '市发改委; @南通市', 'level'],
    ['unit', 'ORGANIZATION', '南通市公安局', '南通市公安局交警支队', 'unit'],
    ['edition-differs', 'INITIATIVE', '第二届长江口大会; #EVENT', '第三届长江口大会; #EVENT', 'edition'],
    ['year-differs', 'INITIATIVE', '2023年长江口大会; #EVENT', '2024年长江口大会; #EVENT', 'year'],
    ['name-differs', 'PERSON', '李彤; post 记者/南通日报社/2024', '张彤; post 市长/南通市/2024', 'name'],
    ['wikidata-differs', 'PERSON', '王伟; wd Q1', '王伟; wd Q2', 'register'],
    ['code-differs', 'REGION', '通州区; in 320612', '通州区; in 110112', 'code'],
  ])('is held by the guard %s', (guard, kind, left, right) => {
    expect(compare(kind, left, right)).toMatchObject({ verdict: 'different', score: 0, decidedBy: 'guard', check: guard })
  })

  it.each<[string, EntityKind, string, string]>([
    ['uscc', 'COMPANY', '江苏澜石; uscc 1', '安徽观澜置业有限公司; uscc 1'],
    ['wikidata', 'PERSON', '王伟; wd Q1', '王伟; wd Q1'],
    ['former-name', 'COMPANY', '安徽新启航装备有限公司=~合肥启航机械厂', '合肥启航机械厂'],
    ['code', 'REGION', '南通; in 320600', '南通市; in 320600'],
  ])('is settled by the proof %s', (proof, kind, left, right) => {
    expect(compare(kind, left, right)).toMatchObject({ verdict: 'same', score: 1, decidedBy: 'proof', check: proof })
  })

  it('says different for two kinds', () => {
    expect(comparePair(profile('a', 'COMPANY', '澜石'), profile('b', 'ORGANIZATION', '澜石'))).toMatchObject({ verdict: 'different', check: 'kind' })
  })

  it('never merges people by name alone, however rare', () => {
    for (const name of ['王伟', '欧阳牧野']) expect(compare('PERSON', name, name).verdict).not.toBe('same')
    expect(compare('PERSON', '欧阳牧野; @南通市', '欧阳牧野; @南通市').verdict).not.toBe('same')
  })

  it('asks more of a common name', () => {
    const [common, rare] = ['王伟', '欧阳牧野'].map((name) => compare('PERSON', `${name}; @如皋市; #official`, `${name}; post 局长/如皋市水务局/2023; @如皋市; #official`).score)
    expect(rare).toBeGreaterThan(common ?? 1)
  })

  it('lowers the score of posts that conflict in time', () => {
    const left = '欧阳牧野; post 市长/周口市/2022..2024; #official'
    const [apart, together] = ['2018..2019', '2022..2023'].map((time) => compare('PERSON', left, `欧阳牧野; post 市长/商丘市/${time}; #official`).score)
    expect(together).toBeLessThan(apart ?? 0)
  })

  it('gives the same score and verdict from both sides, and reasons in both languages', () => {
    for (const { left, right, lineNumber } of loadPairs()) {
      const [there, back] = [comparePair(left, right), comparePair(right, left)]
      expect([lineNumber, back.score, back.verdict, back.check]).toEqual([lineNumber, there.score, there.verdict, there.check])
      expect(there.reasons.length).toBeGreaterThan(0)
      for (const reason of there.reasons) {
        expect(reason.zh).toMatch(/\p{Script=Han}/u)
        expect(reason.en).toMatch(/[a-z]/)
        expect(Math.abs(reason.value)).toBeLessThanOrEqual(1)
      }
    }
  })
})
