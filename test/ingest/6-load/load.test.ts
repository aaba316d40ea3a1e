import type { RawArticle } from '../../../ingest/1-read/raw-article.js'
import { loadArticles, type LoadOptions } from '../../../ingest/6-load/load.js'
import type { LoadProgress } from '../../../ingest/6-load/report.js'
import type { ArticleGraph } from '../../../src/core/records.js'
import { graphJsonl } from '../../../src/export/graph-jsonl.js'
import { PolicyGraphError } from '../../../src/core/errors.js'
import { around } from '../../../src/store/around.js'
import type { GraphStore } from '../../../src/store/port.js'
import type { RunContext } from '../../../ingest/stage.js'
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

const withWrites = (store: GraphStore, write: GraphStore['write']): GraphStore => ({ ...around(store, (_call, work) => work()), write })

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

  test('articles worked on together are reported and written in their order', async () => {
    const late = async (raw: RawArticle, context: RunContext): Promise<ArticleGraph | undefined> => {
      // the later an article stands, the sooner it is done
      await new Promise((resolve) => { setTimeout(resolve, 50 - 10 * RAW.indexOf(raw)) })
      context.report({ code: 'NOTED', severity: 'warning', message: raw.id, articleId: raw.id })
      return raw.id === 'a2' ? undefined : graphOf(raw)
    }
    const outcomes = await Promise.all([false, true].map(async (together) => {
      const other = await openTempStore()
      const ended: string[] = []
      const { report } = await runOn(other.store, RAW, {
        limits: { articles: 4, characters: 10_000 }, together,
        process: (raw, context) => late(raw, context).finally(() => ended.push(raw.id)),
      })
      const bytes = await bytesOf(other.store)
      await other.remove()
      return { ended, told: { report: { ...report, seconds: 0 }, bytes } }
    }))
    expect(outcomes.map(({ ended }) => ended)).toEqual([['a1', 'a2', 'a3', 'a4', 'a5'], ['a4', 'a3', 'a2', 'a1', 'a5']])
    expect(outcomes[1]?.told).toEqual(outcomes[0]?.told)
    expect(outcomes[1]?.told.report.issues.map(({ articleId }) => articleId)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5'])
  })

  test('holds two batches at most: one that is written and one that is worked on', async () => {
    const handed: string[] = []
    const had: number[] = []
    const slow = withWrites(temp.store, async (articles) => {
      await new Promise((resolve) => { setTimeout(resolve, 60) })
      had.push(handed.length)
      return temp.store.write(articles)
    })
    const source = function* (): Generator<RawArticle> {
      for (const raw of RAW) {
        handed.push(raw.id)
        yield raw
      }
    }
    await loadArticles(slow, source(), { process: graphOf, pipeline: PIPELINE, limits: { articles: 1, characters: 10_000 }, together: true })
    // while one is written the next is worked on; one more is read to know that a batch is full
    expect(had).toEqual([3, 4, 5, 5, 5])
  })

  test('an article that comes again while it is being written is written again, and the last form stays', async () => {
    const [first] = RAW
    if (first === undefined) throw new Error('no article')
    const forms = [first, { ...first, title: '另一个标题' }, first]
    const { worked, report } = await runOn(temp.store, forms, { limits: { articles: 1, characters: 10_000 } })
    expect(worked).toEqual(['a1', 'a1', 'a1'])
    expect(report.articles).toEqual({ read: 3, added: 1, changed: 2, unchanged: 0, failed: 0 })
    expect(await temp.store.read('articles-hashes', { ids: ['a1'] })).toMatchObject([{ title: first.title }])
  })

  test('a store that fails ends the run after the batch that is worked on', async () => {
    const worked: string[] = []
    const broken = withWrites(temp.store, () => Promise.reject(new PolicyGraphError('STORE_FULL', 'no room')))
    const process = (raw: RawArticle): ArticleGraph | undefined => {
      worked.push(raw.id)
      return graphOf(raw)
    }
    await expect(loadArticles(broken, RAW, { process, pipeline: PIPELINE, limits: { articles: 1, characters: 10_000 } })).rejects.toMatchObject({ code: 'STORE_FULL' })
    expect(worked).toEqual(['a1', 'a2'])
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
