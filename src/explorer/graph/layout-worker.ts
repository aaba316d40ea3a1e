import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { startingPlaces, type LayoutInput } from './layout.js'
import type { Point } from './view-state.js'

/** ForceAtlas2 away from the page's own thread: a fixed number of steps from fixed places, so the result is always the same. */

export interface LayoutRequest extends LayoutInput {
  readonly turn: number
}

export interface LayoutReply {
  readonly turn: number
  readonly places: Readonly<Record<string, Point>>
}

/** Steps that settle a graph of `order` nodes within about two seconds. */
const steps = (order: number): number => (order <= 500 ? 400 : order <= 3000 ? 150 : 60)

function settle(input: LayoutInput): Readonly<Record<string, Point>> {
  const graph = new Graph({ type: 'undirected', multi: false })
  const start = startingPlaces(input)
  for (const { id, pinned } of input.nodes) graph.addNode(id, { ...start[id], fixed: pinned !== undefined })
  for (const { from, to } of input.edges) if (from !== to && graph.hasNode(from) && graph.hasNode(to)) graph.mergeEdge(from, to)
  if (graph.order > 1) forceAtlas2.assign(graph, { iterations: steps(graph.order), settings: { ...forceAtlas2.inferSettings(graph), adjustSizes: false, slowDown: 8, barnesHutOptimize: graph.order > 500 } })
  return Object.fromEntries(graph.mapNodes((id, { x, y }: { readonly x?: number; readonly y?: number }) => [id, { x: x ?? 0, y: y ?? 0 }]))
}

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const reply: LayoutReply = { turn: data.turn, places: settle(data) }
  postMessage(reply)
})
