import { graphJsonl } from '../../src/export/graph-jsonl.js'
import { SMALL_GRAPH } from '../fixtures/small-graph.js'
import { collect, openTempStore, type TempStore } from '../fixtures/temp-store.js'

interface Line {
  readonly record: string
  readonly id?: string
  readonly [field: string]: unknown
}

const linesOf = async ({ store }: TempStore): Promise<readonly string[]> => collect(graphJsonl(store))

describe('graphJsonl', () => {
  let temp: TempStore
  beforeEach(async () => {
    temp = await openTempStore()
    await temp.store.write(SMALL_GRAPH)
  })
  afterEach(() => temp.remove())

  test('gives every record, kind by kind, sorted by id', async () => {
    const lines = (await linesOf(temp)).map((line) => JSON.parse(line) as Line)
    expect([...new Set(lines.map(({ record }) => record))]).toEqual(['entity', 'article', 'mention', 'fact', 'evidence'])
    for (const record of ['entity', 'article', 'fact', 'evidence']) {
      const ids = lines.filter((line) => line.record === record).map(({ id }) => id)
      expect(ids).toEqual([...ids].sort())
    }
    expect(lines.filter(({ record }) => record === 'evidence')).toHaveLength(SMALL_GRAPH.flatMap(({ evidence }) => evidence).length)
    expect(lines.filter(({ record }) => record === 'article').map((line) => line['rawText'])).toEqual(SMALL_GRAPH.map(({ article }) => article.rawText))
  })

  test('gives the same bytes whatever the order in which the articles came', async () => {
    const other = await openTempStore()
    for (const graph of [...SMALL_GRAPH].reverse()) await other.store.write([graph])
    expect(await linesOf(other)).toEqual(await linesOf(temp))
    await other.remove()
  })

  test('gives nothing for an empty graph', async () => {
    const empty = await openTempStore()
    expect(await linesOf(empty)).toEqual([])
    await empty.remove()
  })
})
