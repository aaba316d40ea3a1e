import { MODALITIES, RELATION_NAMES, STRENGTH_NAMES } from '../../schema/ontology/index.js'
import { Ontology } from '../../src/api/resolvers/ontology.js'
import type { FactView } from '../../src/explorer/answer-types.js'
import { byType, citation, entitiesIn, moreEvidence, strengthSays, wordsOf } from '../../src/explorer/words.js'

const words = wordsOf({ kinds: Ontology.kinds(), relations: Ontology.relations(), strengths: Ontology.strengths(), modalities: Ontology.modalities() })

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

  it('explain every strength, and call no chain a statement', () => {
    for (const strength of STRENGTH_NAMES) expect(strengthSays(strength).length).toBeGreaterThan(8)
    expect(strengthSays('CHAIN')).toContain('没有一句话')
  })
})

describe('citation', () => {
  it.each([
    [{ id: 'a', title: '走访', source: '日报', date: '2032-05-10' }, '《走访》 日报，2032-05-10'],
    [{ id: 'a', title: '', source: '日报', date: null }, '无题文章 a 日报，日期不详'],
    [{ id: 'a', title: '走访', source: '', date: null }, '《走访》 日期不详'],
  ])('names what is known: %j', (article, expected) => {
    expect(citation(article)).toBe(expected)
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

  it('say how much evidence is not shown', () => {
    expect(moreEvidence(fact('1', 'VISITED'))).toContain('3')
    expect(moreEvidence({ evidenceCount: 0, evidence: [] })).toBe('')
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
