import { bestMatches, matchTier, nameLikeness, nearestByName } from '../../src/answers/names.js'

const named = (id: string, name: string, ...aliases: readonly string[]) => ({ id, name, aliases })
const zone = named('i1', '云青产业协作区')
const firm = named('c1', '云澜砾石机器人有限公司', '砾石机器人')
const giant = named('i2', '国家级专精特新“小巨人”企业')

describe('matchTier', () => {
  it.each([
    ['云青产业协作区', zone, 'EXACT_NAME'],
    ['砾石机器人', firm, 'EXACT_ALIAS'],
    ['云青', zone, 'PREFIX'],
    ['砾石', firm, 'PREFIX'],
    ['协作区', zone, 'CONTAINS'],
    ['ＡＢＣ工程', named('i3', 'abc工程'), 'EXACT_NAME'],
    ['专精特新小巨人', giant, 'CONTAINS'],
    ['《云青产业协作区》', zone, 'EXACT_NAME'],
    ['海港', zone, undefined],
    ['', zone, undefined],
    ['“”', zone, undefined],
  ])('lays %s on its tier', (text, entity, tier) => {
    expect(matchTier(text, entity)).toBe(tier)
  })
})

describe('bestMatches', () => {
  it('prefers an exact name to an alias, a beginning and a part', () => {
    const exact = named('e1', '砾石')
    expect(bestMatches('砾石', [firm, named('e2', '新砾石'), exact, named('e3', '别名', '砾石')])).toEqual([exact])
  })

  it('keeps all of one tier', () => {
    expect(bestMatches('云', [zone, firm])).toEqual([zone, firm])
  })

  it('answers nothing when nothing fits', () => {
    expect(bestMatches('海港', [zone, firm])).toEqual([])
  })
})

describe('nearestByName', () => {
  it('puts the name that looks most alike first and leaves out strangers', () => {
    expect(nearestByName('云青产业合作区', [firm, giant, zone], 3).map(({ id }) => id)).toEqual(['i1'])
  })

  it('measures likeness from 0 to 1', () => {
    expect(nameLikeness('云青产业', '云青产业')).toBe(1)
    expect(nameLikeness('云青', '海港')).toBe(0)
    expect(nameLikeness('', '')).toBe(0)
  })
})
