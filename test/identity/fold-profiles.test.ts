import fc from 'fast-check'
import type { ArticleEntity, ArticleGraph, ArticleRecord, Evidence } from '../../src/core/records.js'
import { cleanSpan, rawSpan } from '../../src/core/span.js'
import { foldProfiles } from '../../src/identity/fold-profiles.js'

const entity = (id: string, kind: ArticleEntity['kind'], name: string, key: string, aliases: readonly string[] = []): ArticleEntity => ({
  id, kind, subkind: '', name, aliases, key,
  mentions: [name, ...aliases].map((text, sentence) => ({ text, clean: text, raw: rawSpan(0, 1), span: cleanSpan(0, 1), sentence })),
})
const fact = (type: Evidence['type'], subjectId: string, objectId: string, title = '', modality: Evidence['modality'] = 'ASSERTED'): Evidence => ({
  id: `${type}${subjectId}${objectId}`, factId: 'f', articleId: 'a', type, subjectId, objectId, title, quote: '', cleanQuote: '', raw: rawSpan(0, 1), span: cleanSpan(0, 1), sentence: 0, cue: '', rule: 'r/1', modality, strength: 'STATED', speakerId: '', eventDate: '', textHash: '', repairs: [],
})
const article = (id: string, date: string): ArticleRecord => ({ id, title: '', date, source: '', url: '', byline: [], homeId: 'r1', rawText: '', cleanText: '', textHash: '', offsets: '', repairs: [], synthetic: true, pipeline: '1' })

const city = entity('r1', 'REGION', '南通市', 'gb:320600')
const mayor = entity('p1', 'PERSON', '顾砚秋', '顾砚秋@gb:320600')
const firm = entity('c1', 'COMPANY', '江苏澜石新材料有限公司', '江苏澜石新材料有限公司', ['澜石'])

const graphs: readonly ArticleGraph[] = [
  { article: article('a1', '2024-03-01'), entities: [city, mayor, firm], evidence: [fact('HOLDS_POSITION', 'p1', 'r1', '市长'), fact('VISITED', 'p1', 'c1'), fact('LOCATED_IN', 'c1', 'r1')] },
  { article: article('a2', '2024-05-01'), entities: [city, mayor], evidence: [fact('HOLDS_POSITION', 'p1', 'r1', '市长'), fact('HOLDS_POSITION', 'p1', 'r1', '书记', 'DENIED')] },
  { article: article('a3', ''), entities: [firm], evidence: [] },
]

describe('foldProfiles', () => {
  it('gathers what all articles say of an entity', () => {
    const [company, person, region] = foldProfiles(graphs)
    expect(company).toMatchObject({ id: 'c1', homes: ['320600'], regions: ['320600'], related: ['p1'], first: '2024-03-01', last: '2024-03-01' })
    expect(company?.names).toEqual([{ form: '江苏澜石新材料有限公司', count: 2, role: 'used' }, { form: '澜石', count: 2, role: 'used' }])
    expect(person?.posts).toEqual([{ title: '市长', bodyName: '南通市', bodyId: 'r1', regionCode: '320600', from: '2024-03-01', to: '2024-05-01' }])
    expect(region).toMatchObject({ id: 'r1', regions: ['320600'] })
  })

  it('takes roles and register numbers from the notes', () => {
    const [company] = foldProfiles(graphs, { role: (_id, form) => (form === '澜石' ? 'introduced' : undefined), uscc: (id) => (id === 'c1' ? 'X1' : undefined) })
    expect(company?.names.find(({ form }) => form === '澜石')?.role).toBe('introduced')
    expect(company?.uscc).toBe('X1')
  })

  it('gives the same profiles in whatever order articles come', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...graphs], { minLength: graphs.length }), (shuffled) => {
      expect(foldProfiles(shuffled)).toEqual(foldProfiles(graphs))
    }))
  })
})
