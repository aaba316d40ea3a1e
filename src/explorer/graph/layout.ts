import type { Point } from './view-state.js'

/** Where nodes stand. Pure and deterministic: the same picture gives the same places on every machine. */

export interface LayoutNode {
  readonly id: string
  readonly kind: string
  readonly degree: number
  readonly pinned: Point | undefined
}

export interface LayoutEdge {
  readonly from: string
  readonly to: string
}

export interface LayoutInput {
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
  /** Places that nodes had before; a node that was there starts from its place. */
  readonly before: Readonly<Record<string, Point>>
}

/** A number in [0, 1) that follows from a text (FNV-1a, 32 bits). */
export function fraction(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0) / 2 ** 32
}

/** Distance that keeps a few hundred labels apart, in graph units. */
const RADIUS = 100

/** Where a node starts: where it was, or beside a neighbour that has a place, or on a circle by its id. */
export function startingPlaces({ nodes, edges, before }: LayoutInput): Readonly<Record<string, Point>> {
  const places: Record<string, Point> = {}
  for (const { id, pinned } of nodes) {
    const place = pinned ?? before[id]
    if (place !== undefined) places[id] = place
  }
  const near = new Map<string, Point>()
  for (const { from, to } of edges) {
    const [a, b] = [places[from], places[to]]
    if (a !== undefined && b === undefined && !near.has(to)) near.set(to, a)
    if (b !== undefined && a === undefined && !near.has(from)) near.set(from, b)
  }
  for (const { id } of nodes) {
    if (places[id] !== undefined) continue
    const angle = fraction(id) * 2 * Math.PI
    const centre = near.get(id)
    const radius = centre === undefined ? RADIUS : RADIUS / 4
    places[id] = { x: (centre?.x ?? 0) + radius * Math.cos(angle), y: (centre?.y ?? 0) + radius * Math.sin(angle) }
  }
  return places
}
