import { association, falseDiscoveryRates, fisherAtLeast } from '../../src/answers/association.js'

describe('association', () => {
  // Worked by hand from the hypergeometric distribution.
  it.each<readonly [number, number, number, number, number]>([
    [3, 3, 3, 6, 1 / 20],
    [2, 3, 3, 6, 10 / 20],
    [4, 4, 4, 8, 1 / 70],
    [1, 1, 1, 10, 1 / 10],
    [0, 3, 3, 6, 1],
    [5, 5, 5, 5, 1],
  ])('gives the chance of %d or more of %d and %d in %d articles', (both, first, second, all, p) => {
    expect(fisherAtLeast({ both, first, second, all })).toBeCloseTo(p, 10)
  })

  it('gives NPMI 1 for two that are always and only together, 0 at chance, less below it', () => {
    expect(association({ both: 4, first: 4, second: 4, all: 20 }).npmi).toBeCloseTo(1)
    expect(association({ both: 2, first: 4, second: 10, all: 20 })).toMatchObject({ expected: 2, npmi: 0, g2: 0 })
    expect(association({ both: 1, first: 10, second: 10, all: 20 }).npmi).toBeLessThan(0)
    expect(association({ both: 20, first: 20, second: 20, all: 20 }).npmi).toBe(0)
  })

  it("gives Dunning's ratio: 2 Σ O ln(O/E)", () => {
    const expected = 2 * (10 * Math.log(10 / 4) + 10 * Math.log(10 / 16) + 10 * Math.log(10 / 16) + 70 * Math.log(70 / 64))
    expect(association({ both: 10, first: 20, second: 20, all: 100 }).g2).toBeCloseTo(expected, 8)
  })

  it('stays a chance for counts of a great newspaper', () => {
    const p = fisherAtLeast({ both: 900, first: 20_000, second: 30_000, all: 1_000_000 })
    expect(p).toBeGreaterThan(0)
    expect(p).toBeLessThan(1e-20)
  })
})

describe('falseDiscoveryRates', () => {
  it('follows Benjamini and Hochberg, never falling with p', () => {
    expect(falseDiscoveryRates([0.04, 0.01, 0.03, 0.5]).map((q) => Number(q.toFixed(4)))).toEqual([0.0533, 0.04, 0.0533, 0.5])
    expect(falseDiscoveryRates([])).toEqual([])
    expect(falseDiscoveryRates([0.01], 10)).toEqual([0.1])
  })
})
