import type { Point } from './view-state.js'

/** Which line lies under the pointer: worked out from the places of its ends, since drawing all lines a second time for it takes seconds without a graphics card. Pure; pixels. */

/** A line is hit within this distance, however thin it is drawn. */
const REACH = 6

/** Distance of a point from the stretch between two others. */
export function distance(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / square))
  return Math.hypot(at.x - from.x - along * dx, at.y - from.y - along * dy)
}

/** The id of the nearest line within reach; of lines equally near, the one that was drawn last. */
export function lineAt(at: Point, lines: Iterable<{ readonly id: string; readonly from: Point; readonly to: Point }>): string | undefined {
  let [best, least]: [string | undefined, number] = [undefined, REACH]
  for (const { id, from, to } of lines) {
    const off = distance(at, from, to)
    if (off <= least) [best, least] = [id, off]
  }
  return best
}
