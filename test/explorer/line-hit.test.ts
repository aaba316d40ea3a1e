import { distance, lineAt } from '../../src/explorer/graph/line-hit.js'

const line = (id: string, ...[x1, y1, x2, y2]: readonly [number, number, number, number]) => ({ id, from: { x: x1, y: y1 }, to: { x: x2, y: y2 } })

describe('distance from a stretch', () => {
  it.each([
    ['beside its middle', { x: 5, y: 3 }, 3],
    ['beyond its end', { x: 13, y: 4 }, 5],
    ['on it', { x: 7, y: 0 }, 0],
  ])('of a point %s', (_, at, expected) => { expect(distance(at, { x: 0, y: 0 }, { x: 10, y: 0 })).toBeCloseTo(expected) })

  it('that is but a point', () => { expect(distance({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 })).toBe(5) })
})

describe('the line under the pointer', () => {
  const lines = [line('flat', 0, 0, 100, 0), line('near', 0, 8, 100, 8), line('steep', 50, -100, 50, 100)]
  it.each([
    ['the nearest of those within reach', { x: 20, y: 5 }, 'near'],
    ['one that lies under it', { x: 80, y: 1 }, 'flat'],
    ['none that is too far', { x: 20, y: 30 }, undefined],
    ['none beyond the ends', { x: 120, y: 0 }, undefined],
  ])('is %s', (_, at, expected) => { expect(lineAt(at, lines)).toBe(expected) })

  it('is none where an end has no place', () => { expect(lineAt({ x: 0, y: 0 }, [line('lost', NaN, NaN, 0, 0)])).toBeUndefined() })
})
