import { fraction, layered, startingPlaces, type LayoutInput } from '../../src/explorer/graph/layout.js'

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

describe('layers', () => {
  it('stand regions above bodies, people and firms, each node in its layer apart from the others', () => {
    const places = layered(input)
    expect((places['r']?.y ?? 0) > (places['p']?.y ?? 0) && (places['p']?.y ?? 0) > (places['a']?.y ?? 0)).toBe(true)
    expect(places['a']?.y).toBe(places['b']?.y)
    expect(places['a']?.x).not.toBe(places['b']?.x)
  })
})
