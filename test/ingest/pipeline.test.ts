import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import { PIPELINE_VERSION, pipelineLabel, processArticle, STAGES } from '../../ingest/pipeline.js'
import type { Issue } from '../../src/core/issue.js'
import { sliceSpan } from '../../src/core/span.js'

const TEXT = '本报讯 6月3日，云澜市市长秦越川走访青屿潮汐储能科技有限公司。他强调，要推进云青产业协作区建设。\n'

const article = (fields: Partial<RawArticle> = {}): RawArticle => ({
  id: 'p1', title: '走访', date: '2025-06-04', source: '云澜日报', url: '', byline: [], text: TEXT, synthetic: true, origin: { file: 'p1.txt', index: 0 }, ...fields,
})

function run(raw: RawArticle): { readonly graph: ReturnType<typeof processArticle>; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const graph = processArticle(raw, { report: (issue) => issues.push(issue) })
  return { graph, issues }
}

describe('the pipeline', () => {
  test('lists its stages in order, each with what it promises', () => {
    expect(STAGES.map(({ name }) => name)).toEqual(['read', 'clean', 'extract', 'resolve', 'relate', 'load'])
    for (const { doc } of STAGES) expect(doc).toMatch(/^[A-Z].*\.$/u)
  })

  test('names itself with its version, segmenter and recogniser', () => {
    const [version, segmenter, recogniser] = pipelineLabel().split(' ')
    expect(version).toBe(PIPELINE_VERSION)
    expect(segmenter).toMatch(/jieba@\d/u)
    expect(recogniser).toBeTruthy()
    expect(run(article()).graph?.article.pipeline).toBe(pipelineLabel())
  })

  test('takes an article from text to facts with their quotes', () => {
    const { graph, issues } = run(article())
    expect(issues).toEqual([])
    const names = new Map(graph?.entities.map(({ id, name }) => [id, name]))
    const facts = graph?.evidence.map(({ type, subjectId, objectId, modality }) => [type, names.get(subjectId), names.get(objectId), modality])
    expect(facts).toContainEqual(['VISITED', '秦越川', '青屿潮汐储能科技有限公司', 'ASSERTED'])
    expect(facts).toContainEqual(['PROMOTES', '秦越川', '云青产业协作区', 'URGED'])
    for (const { quote, raw } of graph?.evidence ?? []) expect(quote).toBe(sliceSpan(TEXT, raw))
  })

  test('gives the same graph every time', () => {
    expect(run(article())).toEqual(run(article()))
  })

  test.each<[string, string]>([
    ['no text', ''],
    ['blanks only', ' \n\n　\t'],
    ['punctuation only', '，。；“”（）'],
    ['a control character', '云澜市\u0000市长秦越川'],
    ['no Chinese', 'The quick brown fox.'],
    ['one long line', '云澜市市长秦越川强调，'.repeat(400)],
  ])('lives through an article with %s', (_name, text) => {
    const { graph, issues } = run(article({ text }))
    expect(issues).toEqual([])
    expect(graph?.article.rawText).toBe(text)
    for (const { quote, raw } of graph?.evidence ?? []) expect(quote).toBe(sliceSpan(text, raw))
  })

  test.each<[string, Partial<RawArticle>]>([
    ['without an id', { id: '' }],
    ['with half a surrogate pair, which no store gives back as it came', { text: '云澜市\ud83d市长' }],
  ])('reports an article %s, with where it stood, and keeps nothing of it', (_name, fields) => {
    const raw = article(fields)
    const { graph, issues } = run(raw)
    expect(graph).toBeUndefined()
    expect(issues).toEqual([expect.objectContaining({ code: 'STAGE_FAILED', severity: 'error', file: 'p1.txt', articleId: raw.id })])
  })
})
