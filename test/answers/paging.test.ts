import { isPolicyGraphError } from '../../src/core/errors.js'
import { compareKeys, decodeCursor, encodeCursor, pageOf, pageOfTiers, type Page } from '../../src/answers/paging.js'

const rows = ['d', 'a', 'c', 'b', 'e']
const page = (first: number, after?: string, from: readonly string[] = rows): Page<string> => pageOf(from, (row) => [0, row], { first, after })
const nodes = (result: Page<string>): string => result.edges.map(({ node }) => node).join('')
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work()
  } catch (error) {
    return isPolicyGraphError(error) ? error.code : 'OTHER'
  }
  return undefined
}

describe('pageOf', () => {
  it('walks through all rows in order, each once', () => {
    const first = page(2)
    const second = page(2, first.edges.at(-1)?.cursor)
    const third = page(2, second.edges.at(-1)?.cursor)
    expect([first, second, third].map(nodes)).toEqual(['ab', 'cd', 'e'])
    expect([first, second, third].map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false])
    expect([first, second, third].map(({ hasPreviousPage }) => hasPreviousPage)).toEqual([false, true, true])
    expect(third.totalCount).toBe(5)
  })

  it('stays in place when rows before the cursor come or go, and when the row of the cursor is gone', () => {
    const cursor = page(3).edges.at(-1)?.cursor
    expect(nodes(page(2, cursor, ['0', ...rows]))).toBe('de')
    expect(nodes(page(2, cursor, ['a', 'd', 'e']))).toBe('de')
  })

  it('gives an empty page behind the last row', () => {
    expect(nodes(page(2, encodeCursor([0, 'z'])))).toBe('')
  })

  it.each([0, -1, 101, 1.5, Number.NaN])('refuses first: %s', (first) => {
    expect(codeOf(() => page(first))).toBe('BAD_INPUT')
  })

  it.each(['', 'x', encodeCursor([]), Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[null]').toString('base64url')])('refuses the cursor %j', (cursor) => {
    expect(codeOf(() => page(2, cursor))).toBe('BAD_INPUT')
  })
})

describe('pageOfTiers', () => {
  const made: number[] = []
  const tiers = [['b', 'a'], ['d', 'c'], ['f', 'e']].map((own, tier) => ({
    prefix: [tier], size: 2, rows: () => {
      made.push(tier)
      return own.map((row) => ({ tier, row }))
    },
  }))
  const pageFrom = (first: number, after?: string): Page<{ readonly tier: number; readonly row: string }> => pageOfTiers(tiers, ({ tier, row }) => [tier, row], { first, after })

  it.each([1, 2, 3, 4, 5, 6, 7])('gives the pages of all rows in order, %s at a time', (first) => {
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const result = pageFrom(first, after)
      expect(result.totalCount).toBe(6)
      expect(result.hasPreviousPage).toBe(seen.length > 0)
      seen.push(...result.edges.map(({ node }) => node.row))
      expect(result.hasNextPage).toBe(seen.length < 6)
      after = result.edges.at(-1)?.cursor
      if (!result.hasNextPage) break
    }
    expect(seen.join('')).toBe('abcdef')
  })

  it('makes the rows of the tiers that a page reaches, and no others', () => {
    made.length = 0
    const { edges } = pageFrom(2)
    expect(made).toEqual([0])
    made.length = 0
    pageFrom(1, edges.at(-1)?.cursor)
    expect(made).toEqual([0, 1])
    made.length = 0
    pageFrom(1, encodeCursor([1, 'd']))
    expect(made).toEqual([1, 2])
  })
})

describe('cursors', () => {
  it('come back as they went', () => {
    expect(decodeCursor(encodeCursor([1, '南通', -2.5]))).toEqual([1, '南通', -2.5])
  })

  it.each([
    [[1, 'b'], [1, 'c'], -1],
    [[2], [10], -1],
    [[1], [1, 'x'], -1],
    [[3], ['3'], -1],
  ])('orders %j before %j', (a, b, sign) => {
    expect(Math.sign(compareKeys(a, b))).toBe(sign)
    expect(Math.sign(compareKeys(b, a))).toBe(-sign)
  })
})
