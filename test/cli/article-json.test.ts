import { articleJson, failedArticleJson } from '../../src/cli/article-json.js'
import { buildArticle } from '../fixtures/builders.js'

const TEXT = '岚州市副市长陆沉远走访岚州芯河科技有限公司。陆沉远说，芯河科技将参与云泽湾协同创新区建设。芯河科技已参与云泽湾协同创新区建设。'

const graph = buildArticle({
  id: 'x1', text: TEXT, title: '走访', date: '2031-06-04', byline: ['江渡'],
  entities: [
    { kind: 'PERSON', name: '陆沉远', subkind: 'official' },
    { kind: 'COMPANY', name: '岚州芯河科技有限公司', aliases: ['芯河科技'] },
    { kind: 'INITIATIVE', name: '云泽湾协同创新区', subkind: 'ZONE' },
    { kind: 'REGION', name: '岚州市', subkind: 'city' },
  ],
  facts: [
    { type: 'HOLDS_POSITION', subject: '陆沉远', object: '岚州市', title: '副市长', quote: '岚州市副市长陆沉远' },
    { type: 'PARTICIPATES_IN', subject: '芯河科技', object: '云泽湾协同创新区', quote: '芯河科技将参与云泽湾协同创新区建设', modality: 'PLANNED', speaker: '陆沉远' },
    { type: 'PARTICIPATES_IN', subject: '芯河科技', object: '云泽湾协同创新区', quote: '芯河科技已参与云泽湾协同创新区建设', strength: 'IMPLIED', eventDate: '2031-06-01' },
  ],
})

/** What a reader of the line gets. */
const line = JSON.parse(JSON.stringify(articleJson(graph, []))) as {
  readonly entities: readonly { readonly id: string; readonly name: string; readonly mentions: readonly { readonly text: string; readonly raw: readonly [number, number] }[] }[]
  readonly facts: readonly Readonly<Record<string, unknown>>[]
  readonly [field: string]: unknown
}

describe('articleJson', () => {
  test('leaves out what the article does not say', () => {
    expect(line['article']).toEqual({ id: 'x1', title: '走访', date: '2031-06-04', byline: ['江渡'], pipeline: 'test/1', repairs: 0 })
    expect(line['issues']).toEqual([])
  })

  test('gives mentions as slices of the raw text', () => {
    const mentions = line.entities.flatMap((entity) => entity.mentions)
    expect(mentions.length).toBeGreaterThan(5)
    for (const { text, raw } of mentions) expect(TEXT.slice(...raw)).toBe(text)
  })

  test('folds one fact told twice, with the modality that leads and the quotes of both', () => {
    const facts = line.facts.filter(({ type }) => type === 'PARTICIPATES_IN')
    expect(facts).toHaveLength(1)
    expect(facts[0]).toMatchObject({
      modality: 'ASSERTED', strength: 'IMPLIED', rule: 'fixture/1', eventDate: '2031-06-01',
      evidence: [
        { quote: '芯河科技将参与云泽湾协同创新区建设', modality: 'PLANNED' },
        { quote: '芯河科技已参与云泽湾协同创新区建设', modality: 'ASSERTED' },
      ],
    })
    expect(facts[0]).not.toHaveProperty('speaker')
    expect(facts[0]).not.toHaveProperty('title')
  })

  test('names the ends by the ids of the entities', () => {
    const idOf = (name: string): string | undefined => line.entities.find((entity) => entity.name === name)?.id
    expect(line.facts[0]).toMatchObject({ type: 'HOLDS_POSITION', subject: idOf('陆沉远'), object: idOf('岚州市'), title: '副市长' })
  })

  test('gives the repaired reading only where it differs', () => {
    const [evidence] = graph.evidence
    if (evidence === undefined) throw new Error('no evidence')
    const repaired = articleJson({ ...graph, evidence: [{ ...evidence, cleanQuote: '修复后', repairs: ['traditional'] }] }, [])
    expect(JSON.parse(JSON.stringify(repaired))).toMatchObject({ facts: [{ evidence: [{ quote: '岚州市副市长陆沉远', clean: '修复后', repairs: ['traditional'] }] }] })
    expect(line.facts[0]?.['evidence']).toEqual([expect.not.objectContaining({ clean: expect.anything() as unknown })])
  })

  test('gives an article that failed its issues and nothing else', () => {
    const issue = { code: 'STAGE_FAILED', severity: 'error', message: 'no', articleId: 'x2' } as const
    expect(failedArticleJson('x2', [issue])).toEqual({ article: { id: 'x2' }, entities: [], facts: [], issues: [issue] })
  })
})
