import type { RawArticle } from '../../../ingest/1-read/raw-article.js'
import { loadArticles, type LoadOptions } from '../../../ingest/6-load/load.js'
import type { LoadProgress } from '../../../ingest/6-load/report.js'
import type { ArticleGraph } from '../../../src/core/records.js'
import { graphJsonl } from '../../../src/export/graph-jsonl.js'
import type { GraphStore } from '../../../src/store/port.js'
import { SMALL_GRAPH } from '../../fixtures/small-graph.js'
import { collect, openTempStore, type TempStore } from '../../fixtures/temp-store.js'

const PIPELINE = 'test/1'

const rawOf = ({ article }: ArticleGraph): RawArticle => ({
  id: article.id, title: article.title, date: article.date, source: article.source, url: article.url, byline: article.byline,
  text: article.rawText, synthetic: article.synthetic, origin: { file: 'small-graph', index: 0 },
})

const RAW = SMALL_GRAPH.map(rawOf)
const graphOf = ({ id, title }: RawArticle): ArticleGraph | undefined => {
  const graph = SMALL_GRAPH.find(({ article }) => article.id === id)
  return graph && { ...graph, article: { ...graph.article, title } }
}

/** A run over the small graph that notes which articles it worked on. */
const runOn = (store: GraphStore, articles: readonly RawArticle[], options: Partial<LoadOptions> = {}) => {
  const worked: string[] = []
  const report = loadArticles(store, articles, {
    process: (raw) => {
      worked.push(raw.id)
      return graphOf(raw)
    },
    pipeline: PIPELINE,
    limits: { articles: 2, characters: 10_000 },
    ...options,
  })
  return report.then((result) => ({ worked, report: result }))
}

const bytesOf = async (store: GraphStore): Promise<string> => (await collect(graphJsonl(store))).join('')

describe('loadArticles', () => {
  let temp: TempStore
  beforeEach(async () => {
    temp = await openTempStore()
  })
  afterEach(() => temp.remove())

  test('writes every article and reports it', async () => {
    const { report } = await runOn(temp.store, RAW)
    expect(report.articles).toEqual({ read: 5, added: 5, changed: 0, unchanged: 0, failed: 0 })
    expect(report.evidence.added).toBe(SMALL_GRAPH.flatMap(({ evidence }) => evidence).length)
    expect(report).toMatchObject({ complete: true, pipeline: PIPELINE, issues: [], characters: RAW.reduce((sum, { text }) => sum + text.length, 0) })
  })

  test('works on no article twice, and changes nothing the second time', async () => {
    await runOn(temp.store, RAW)
    const before = await bytesOf(temp.store)
    const { worked, report } = await runOn(temp.store, RAW)
    expect(worked).toEqual([])
    expect(report.articles).toEqual({ read: 5, added: 0, changed: 0, unchanged: 5, failed: 0 })
    expect(await bytesOf(temp.store)).toBe(before)
  })

  test.each<[string, (raw: RawArticle) => RawArticle, string]>([
    ['the title', (raw) => ({ ...raw, title: '另一个标题' }), PIPELINE],
    ['the text', (raw) => ({ ...raw, text: `${raw.text}又及。` }), PIPELINE],
    ['the pipeline', (raw) => raw, 'test/2'],
  ])('works again on an article when %s changed', async (_name, change, pipeline) => {
    await runOn(temp.store, RAW)
    const [first, ...rest] = RAW
    const { worked } = await runOn(temp.store, first === undefined ? [] : [change(first), ...rest], { pipeline })
    expect(worked).toEqual(pipeline === PIPELINE ? ['a1'] : RAW.map(({ id }) => id))
  })

  test('goes on after an article that could not be worked on, and counts it', async () => {
    const { report } = await runOn(temp.store, RAW, {
      process: (raw, context) => {
        if (raw.id !== 'a3') return graphOf(raw)
        context.report({ code: 'STAGE_FAILED', severity: 'error', message: 'no', articleId: raw.id })
        return undefined
      },
    })
    expect(report.articles).toMatchObject({ read: 5, added: 4, failed: 1 })
    expect(report.issues.map(({ articleId }) => articleId)).toEqual(['a3'])
    expect((await temp.store.read('article-ids')).map((row) => row['id'])).toEqual(['a1', 'a2', 'a4', 'a5'])
  })

  test('stopped between batches and run again, leaves the graph of an undisturbed run', async () => {
    const stop = new AbortController()
    const { report } = await runOn(temp.store, RAW, {
      signal: stop.signal,
      onProgress: ({ articles }) => {
        if (articles === 2) stop.abort()
      },
    })
    expect(report).toMatchObject({ complete: false, articles: { read: 2, added: 2 } })
    const again = await runOn(temp.store, RAW)
    expect(again.worked).toEqual(['a3', 'a4', 'a5'])
    expect(again.report).toMatchObject({ complete: true, articles: { added: 3, unchanged: 2 } })

    const undisturbed = await openTempStore()
    await runOn(undisturbed.store, [...RAW].reverse())
    expect(await bytesOf(temp.store)).toBe(await bytesOf(undisturbed.store))
    await undisturbed.remove()
  })

  test('tells how far it is after each article', async () => {
    const seen: LoadProgress[] = []
    const totalCharacters = RAW.reduce((sum, { text }) => sum + text.length, 0)
    await runOn(temp.store, RAW, { totalCharacters, onProgress: (progress) => seen.push(progress) })
    expect(seen.map(({ articles }) => articles)).toEqual([1, 2, 3, 4, 5])
    expect(seen.at(-1)).toMatchObject({ characters: totalCharacters, etaSeconds: 0 })
    expect(seen.every(({ charactersPerSecond }) => charactersPerSecond > 0)).toBe(true)
  })
})
