import { DisjointSets } from '../../src/identity/disjoint-sets.js'

describe('DisjointSets', () => {
  it('carries walls along when sets grow', () => {
    const sets = new DisjointSets()
    sets.addWall('a', 'z')
    sets.union('a', 'b')
    sets.union('y', 'z')
    sets.union('x', 'y')
    expect([...(sets.wallBetween('b', 'x') ?? [])].sort()).toEqual(['a', 'z'])
    expect(sets.wallBetween('b', 'c')).toBeUndefined()
  })

  it('lists only sets of two or more', () => {
    const sets = new DisjointSets()
    sets.union('a', 'b')
    sets.addWall('c', 'd')
    expect(sets.groups().map((members) => [...members].sort())).toEqual([['a', 'b']])
    expect(sets.members('c')).toEqual(['c'])
  })
})
