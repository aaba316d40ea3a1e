import { lookAhead } from '../../src/cli/look-ahead.js'
import { collect } from '../fixtures/temp-store.js'

/** Counts how far it was read. */
function source(sizes: readonly number[]): { readonly items: AsyncIterable<number>; readonly read: () => number } {
  let read = 0
  async function* items(): AsyncGenerator<number> {
    for (const size of sizes) {
      read += 1
      yield await Promise.resolve(size)
    }
  }
  return { items: items(), read: () => read }
}

const own = (size: number): number => size
const never = new AbortController().signal

describe('lookAhead', () => {
  test('knows the total of what ends within the limit, and gives all of it', async () => {
    const { items, total } = await lookAhead(source([3, 4, 5]).items, own, 100, never)
    expect(total).toBe(12)
    expect(await collect(items)).toEqual([3, 4, 5])
  })

  test('reads no further than the limit before it is asked to, and gives the rest then', async () => {
    const { items: given, read } = source([3, 4, 5, 6])
    const { items, total } = await lookAhead(given, own, 7, never)
    expect(total).toBeUndefined()
    expect(read()).toBe(2)
    expect(await collect(items)).toEqual([3, 4, 5, 6])
  })

  test('reads nothing ahead once it was told to stop', async () => {
    const { items: given, read } = source([3, 4])
    expect((await lookAhead(given, own, 100, AbortSignal.abort())).total).toBeUndefined()
    expect(read()).toBe(0)
  })

  test('knows that nothing is nothing', async () => {
    expect((await lookAhead(source([]).items, own, 100, never)).total).toBe(0)
  })
})
