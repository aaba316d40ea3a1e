import { inBatches } from '../../../ingest/6-load/batches.js'
import { collect } from '../../fixtures/temp-store.js'

describe('inBatches', () => {
  test.each<[string, readonly number[], { articles: number; characters: number }, readonly (readonly number[])[]]>([
    ['gives nothing for nothing', [], { articles: 2, characters: 10 }, []],
    ['closes a batch at the number of articles', [1, 1, 1], { articles: 2, characters: 10 }, [[1, 1], [1]]],
    ['closes a batch before it passes the number of characters', [6, 4, 1], { articles: 9, characters: 10 }, [[6, 4], [1]]],
    ['gives a large article a batch of its own', [1, 50, 1], { articles: 9, characters: 10 }, [[1], [50], [1]]],
  ])('%s', async (_name, sizes, limits, batches) => {
    expect(await collect(inBatches(sizes, (size) => size, limits))).toEqual(batches)
  })
})
