import { isKept, KeptAnswers } from '../../../src/store/walk/kept-answers.js'
import { loadCatalog } from '../../../src/store/query-catalog.js'

const rows = (count: number): readonly { readonly n: number }[] => Array.from({ length: count }, (_, n) => ({ n }))

describe('KeptAnswers', () => {
  it('drops what was not asked for the longest when there are too many rows', () => {
    const kept = new KeptAnswers(10)
    kept.put('a', rows(4))
    kept.put('b', rows(4))
    expect(kept.get('a')).toHaveLength(4)
    kept.put('c', rows(3))
    expect(['a', 'b', 'c'].map((key) => kept.get(key)?.length)).toEqual([4, undefined, 3])
  })

  it('keeps the newer of two answers, and counts it once', () => {
    const kept = new KeptAnswers(10)
    for (let time = 0; time < 9; time++) kept.put('a', rows(5))
    kept.put('b', rows(5))
    expect(kept.get('a')).toEqual(rows(5))
  })

  it('keeps no answer that is too large', () => {
    const kept = new KeptAnswers(10)
    kept.put('a', rows(11))
    expect(kept.get('a')).toBeUndefined()
  })
})

describe('isKept', () => {
  it('names catalogued queries', () => {
    const catalog = loadCatalog()
    const names = catalog.list().map(({ name }) => name).filter(isKept)
    expect(names).toContain('co-mention-counts')
    expect(names).not.toContain('evidence-of-facts')
  })
})
