import type { LayoutInput, LayoutNode } from './layout.js'
import type { Point } from './view-state.js'

/** A column for each region, a layer for each kind. Pure and deterministic, as layout.ts. */

/** Order of the layers from top to bottom: a region stands above what belongs to it. */
const LAYERS = ['REGION', 'ORGANIZATION', 'PERSON', 'INITIATIVE', 'COMPANY']
/** Fewest nodes side by side in one column before a further line begins; large layers become blocks rather than towers. */
const NARROW = 4
const BLOCK = 1.5
/** Distances in graph units: between neighbours, lines of a layer, layers, columns. */
const STEP = 80
const LINE = 30
const LAYER = 70
const GAP = 120

/** Column of what no line ties to a region. */
const NOWHERE = ''

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
const layerOf = ({ kind }: LayoutNode): number => (LAYERS.indexOf(kind) + LAYERS.length + 1) % (LAYERS.length + 1)

/** The region nearest to each node by the fewest lines; of several the one with the smaller id. */
function regionsOf({ nodes, edges }: Pick<LayoutInput, 'nodes' | 'edges'>): ReadonlyMap<string, string> {
  const neighbours = new Map<string, string[]>(nodes.map(({ id }) => [id, []]))
  for (const { from, to } of edges) {
    neighbours.get(from)?.push(to)
    neighbours.get(to)?.push(from)
  }
  const regions = new Set(nodes.filter(({ kind }) => kind === 'REGION').map(({ id }) => id))
  const home = new Map<string, string>([...regions].sort().map((id) => [id, id]))
  // From all regions at once, one line further each time; no way leads through a region.
  for (let rim = [...home.keys()]; rim.length > 0;) {
    const next: string[] = []
    for (const at of rim) {
      for (const other of neighbours.get(at) ?? []) {
        if (home.has(other)) continue
        home.set(other, home.get(at) ?? NOWHERE)
        next.push(other)
      }
    }
    rim = next.sort()
  }
  // A region that holds nothing stands with a region that it is linked to, if that one holds something.
  const holding = new Set([...home].flatMap(([id, region]) => (id === region ? [] : [region])))
  for (const id of [...regions].sort()) {
    if (!holding.has(id)) home.set(id, (neighbours.get(id) ?? []).filter((other) => holding.has(other)).sort()[0] ?? NOWHERE)
  }
  return home
}

/** Each node in the column of its region and the layer of its kind; wide layers go on in further lines. */
export function layered(input: LayoutInput): Readonly<Record<string, Point>> {
  const home = regionsOf(input)
  const columns = new Map<string, LayoutNode[]>()
  for (const node of [...input.nodes].sort((a, b) => b.degree - a.degree || byId(a, b))) {
    const region = home.get(node.id) ?? NOWHERE
    columns.set(region, [...(columns.get(region) ?? []), node])
  }
  const ordered = [...columns].sort(([a, own], [b, other]) => Number(a === NOWHERE) - Number(b === NOWHERE) || other.length - own.length || (a < b ? -1 : 1))
  const rows = ordered.map(([, own]) => [...LAYERS, NOWHERE].map((_, layer) => own.filter((node) => layerOf(node) === layer)))
  const wide = Math.max(NARROW, Math.ceil(BLOCK * Math.sqrt(Math.max(0, ...rows.flat().map(({ length }) => length)))))
  const lines = [...LAYERS, NOWHERE].map((_, layer) => Math.max(0, ...rows.map((row) => Math.ceil((row[layer] ?? []).length / wide))))
  const places: Record<string, Point> = {}
  let left = 0
  for (const row of rows) {
    const width = Math.min(wide, Math.max(...row.map(({ length }) => length)))
    let top = 0
    row.forEach((own, layer) => {
      own.forEach(({ id }, at) => {
        const inLine = Math.min(wide, own.length - Math.floor(at / wide) * wide)
        places[id] = { x: left + ((width - inLine) / 2 + (at % wide)) * STEP, y: -(top + Math.floor(at / wide) * LINE) }
      })
      top += (lines[layer] ?? 0) === 0 ? 0 : LAYER + ((lines[layer] ?? 1) - 1) * LINE
    })
    left += (width - 1) * STEP + GAP
  }
  for (const { id, pinned } of input.nodes) if (pinned !== undefined) places[id] = pinned
  return places
}
