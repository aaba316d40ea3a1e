import { MODALITIES, RELATION_NAMES, STRENGTH_NAMES } from '../../schema/ontology/index.js'
import { Ontology } from '../../src/api/resolvers/ontology.js'
import type { FactView } from '../../src/explorer/data/answer-types.js'
import { en } from '../../src/explorer/i18n/en.js'
import { fill } from '../../src/explorer/i18n/fill.js'
import { zh } from '../../src/explorer/i18n/zh.js'
import { byType, citation, entitiesIn, wordsOf } from '../../src/explorer/common/words.js'

const ontology = { kinds: Ontology.kinds(), relations: Ontology.relations(), strengths: Ontology.strengths(), modalities: Ontology.modalities() }
const words = wordsOf(ontology, ({ zh: label }) => label)

describe('words', () => {
  it('come from the ontology', () => {
    expect(words.kind('COMPANY')).toBe('企业')
    expect(words.subkind('INITIATIVE', 'ZONE')).toBe('园区与协同区')
    expect(words.relation('VISITED')).toBe('走访')
    expect(words.modality('URGED')).toBe(MODALITIES.URGED.label.zh)
    for (const type of RELATION_NAMES) expect(words.relation(type)).toMatch(/\p{Script=Han}/u)
  })

  it.each([['kind', words.kind('SHIP'), 'SHIP'], ['subkind', words.subkind('PERSON', 'sailor'), 'sailor'], ['no subkind', words.subkind('COMPANY', ''), '']])('fall back on the code: %s', (_, said, expected) => {
    expect(said).toBe(expected)
  })

  it('come in the language that is asked for', () => {
    expect(wordsOf(ontology, ({ en: label }) => label).kind('COMPANY')).toBe('Company')
  })
})

describe('what the page says', () => {
  const braces = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/gu)].map(([name]) => name).sort()

  it.each(Object.keys(zh) as (keyof typeof zh)[])('%s is said in both languages with the same values', (key) => {
    expect(zh[key]).not.toBe('')
    expect(braces(en[key])).toEqual(braces(zh[key]))
  })

  it('explains every strength, and calls no chain a statement', () => {
    for (const strength of STRENGTH_NAMES) expect(zh).toHaveProperty([`strength.${strength}`])
    expect(zh['strength.CHAIN']).toContain('没有一句话')
  })

  it('fills in what it has a value for', () => {
    expect(fill('{a} 与 {b}', { a: 1 })).toBe('1 与 {b}')
  })
})

describe('citation', () => {
  it.each([
    [{ id: 'a', title: '走访', source: '日报', date: '2032-05-10' }, '《走访》 日报，2032-05-10'],
    [{ id: 'a', title: '', source: '日报', date: null }, '无题文章 a 日报，日期不详'],
    [{ id: 'a', title: '走访', source: '', date: null }, '《走访》 日期不详'],
  ])('names what is known: %j', (article, expected) => {
    expect(citation(article, `无题文章 ${article.id}`, '日期不详')).toBe(expected)
  })
})

describe('facts', () => {
  const fact = (id: string, type: string): FactView => ({
    id, type, modality: 'ASSERTED', strength: 'STATED', title: '', derived: false, evidenceCount: 3, speaker: null, evidence: [],
    subject: { id: 's', kind: 'PERSON', name: 's' }, object: { id: 'o', kind: 'COMPANY', name: 'o' },
  })

  it('stand under their type, in the order in which types first come', () => {
    const groups = byType([fact('1', 'VISITED'), fact('2', 'PROMOTES'), fact('3', 'VISITED')])
    expect(groups.map(([type, own]) => [type, own.map(({ id }) => id)])).toEqual([['VISITED', ['1', '3']], ['PROMOTES', ['2']]])
  })
})

describe('entitiesIn', () => {
  it.each([
    ['nothing', undefined, 0],
    ['a text', 'x', 0],
    ['a list with holes', [null, {}, { id: 'a' }, { id: 'a', name: 'b', kind: 1 }], 0],
    ['candidates', [{ id: 'a', name: 'b', kind: 'PERSON', more: 1 }], 1],
  ])('takes %s', (_, value, count) => {
    expect(entitiesIn(value)).toHaveLength(count)
  })
})
