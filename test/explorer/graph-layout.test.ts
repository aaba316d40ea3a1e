import { layered } from '../../src/explorer/graph/layered.js'
import { fraction, startingPlaces, type LayoutInput } from '../../src/explorer/graph/layout.js'

const node = (id: string, kind = 'COMPANY', pinned?: { readonly x: number; readonly y: number }) => ({ id, kind, degree: 1, pinned })
const input: LayoutInput = { nodes: [node('r', 'REGION'), node('p', 'PERSON'), node('a'), node('b')], edges: [{ from: 'a', to: 'r' }, { from: 'p', to: 'b' }], before: {} }

describe('places', () => {
  it('follow from the ids alone', () => {
    expect(startingPlaces(input)).toEqual(startingPlaces({ ...input, nodes: [...input.nodes].reverse() }))
    expect(fraction('a')).not.toBe(fraction('b'))
    for (const id of ['', 'a', '长江口']) expect(fraction(id)).toBeGreaterThanOrEqual(0)
  })

  it('keep what stood and set what is new beside its neighbour', () => {
    const places = startingPlaces({ ...input, before: { r: { x: 500, y: 500 } } })
    expect(places['r']).toEqual({ x: 500, y: 500 })
    expect(Math.hypot((places['a']?.x ?? 0) - 500, (places['a']?.y ?? 0) - 500)).toBeLessThan(50)
  })

  it.each([['by force', startingPlaces], ['in layers', layered]])('leave a pinned node where it is, %s', (_, layout) => {
    expect(layout({ ...input, nodes: [node('a', 'COMPANY', { x: 7, y: 8 })] })['a']).toEqual({ x: 7, y: 8 })
  })
})

describe('layers by region', () => {
  it('stand regions above bodies, people and firms, each node apart from the others', () => {
    const places = layered(input)
    expect((places['r']?.y ?? 0) > (places['p']?.y ?? 0) && (places['p']?.y ?? 0) > (places['a']?.y ?? 0)).toBe(true)
    expect(places['a']?.y).toBe(places['b']?.y)
    expect(places['a']?.x).not.toBe(places['b']?.x)
  })

  it('give each region a column with what is nearest to it, and what is near to none the last', () => {
    const places = layered({
      nodes: [node('r1', 'REGION'), node('r2', 'REGION'), node('a'), node('b'), node('p', 'PERSON'), node('q', 'PERSON'), node('c')],
      edges: [{ from: 'a', to: 'r1' }, { from: 'p', to: 'a' }, { from: 'b', to: 'r2' }, { from: 'q', to: 'r2' }, { from: 'r1', to: 'r2' }], before: {},
    })
    const x = (id: string): number => places[id]?.x ?? Number.NaN
    expect(x('r1')).toBe(x('a'))
    expect(x('p')).toBe(x('a'))
    expect(x('r2')).toBe(x('b'))
    expect(x('q')).toBe(x('b'))
    expect(x('c')).toBeGreaterThan(Math.max(x('a'), x('b')))
  })

  it('stand a region that holds nothing beside the one that it is linked to', () => {
    const places = layered({ nodes: [node('r1', 'REGION'), node('r2', 'REGION'), node('a')], edges: [{ from: 'a', to: 'r1' }, { from: 'r2', to: 'r1' }], before: {} })
    expect(Math.abs((places['r2']?.x ?? 0) - (places['r1']?.x ?? 0))).toBeLessThan(100)
  })

  it('follow from the ids alone, and lay a hundred firms out without one upon another', () => {
    const firms = Array.from({ length: 100 }, (_, at) => node(`f${at}`))
    const many = { nodes: [node('r', 'REGION'), ...firms], edges: firms.map(({ id }) => ({ from: id, to: 'r' })), before: {} }
    const places = layered(many)
    expect(places).toEqual(layered({ ...many, nodes: [...many.nodes].reverse(), edges: [...many.edges].reverse() }))
    expect(new Set(Object.values(places).map(({ x, y }) => `${x} ${y}`)).size).toBe(101)
  })
})
