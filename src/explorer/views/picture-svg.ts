import { xmlAttribute, xmlText } from '../../export/formats/xml.js'
import { dashOf, type Bundle } from '../graph/bundles.js'
import { modalityColour, type Colours } from '../graph/colours.js'
import type { PictureNode } from '../graph/picture.js'
import { OUTLINES, shapeOf } from '../graph/shapes.js'
import type { Point } from '../graph/view-state.js'
import type { Shown } from './shown.js'

/** The picture as SVG, with a legend and a line that says where it comes from. Pure; sizes in pixels. */

const WIDTH = 1600
const HEIGHT = 1000
const MARGIN = 90
const ROW = 24
const LEGEND_COLUMN = 200
const DASHES = { solid: '', dashed: ' stroke-dasharray="9 5"', dotted: ' stroke-dasharray="2 4"' } as const
/** Characters of a name and of the line of the source that are drawn; the description holds the source whole. */
const NAME = 24
const SOURCE = 150
const FONT = 'system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif'

/** Maps the layout, whose y goes up, into the frame, keeping its proportions. */
function framed(places: readonly Point[]): (place: Point) => Point {
  const xs = places.map(({ x }) => x)
  const ys = places.map(({ y }) => y)
  const range = (values: readonly number[]): readonly [number, number] => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity])
  const [left, right] = range(xs)
  const [low, high] = range(ys)
  const scale = Math.min((WIDTH - 2 * MARGIN) / Math.max(right - left, 1e-9), (HEIGHT - 2 * MARGIN) / Math.max(high - low, 1e-9), 1e6)
  const round = (value: number): number => Math.round(value * 10) / 10
  return ({ x, y }) => ({ x: round(WIDTH / 2 + (x - (left + right) / 2) * scale), y: round(HEIGHT / 2 - (y - (low + high) / 2) * scale) })
}

const cut = (text: string, most: number): string => { const characters = Array.from(text); return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text }

const radius = ({ degree }: PictureNode): number => Math.min(16, 5 + 2 * Math.sqrt(degree))

const sign = (kind: string, { x, y }: Point, size: number, colour: string): string =>
  `<path transform="translate(${x} ${y}) scale(${Math.round(size * 10) / 10})" d="${OUTLINES[shapeOf(kind)]}" fill="${xmlAttribute(colour)}" fill-rule="evenodd"/>`

interface Line {
  readonly stroke: string
  readonly label: string
}

function line(bundle: Bundle, from: Point, to: Point, gap: number, { relation }: Shown, colours: Colours): Line | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return undefined
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const end = { x: to.x - dx * gap, y: to.y - dy * gap }
  const colour = xmlAttribute(modalityColour(bundle.modality, colours))
  const at = (along: number, across: number): string => `${(end.x - dx * along - dy * across).toFixed(1)},${(end.y - dy * along + dx * across).toFixed(1)}`
  const head = bundle.directed ? `<polygon points="${at(0, 0)} ${at(10, 4)} ${at(10, -4)}" fill="${colour}"/>` : ''
  const [first] = bundle.facts
  const label = first === undefined ? '' : `${relation(first.type)}${bundle.facts.length > 1 ? ` +${bundle.facts.length - 1}` : ''}`
  return {
    stroke: `<line x1="${from.x}" y1="${from.y}" x2="${end.x.toFixed(1)}" y2="${end.y.toFixed(1)}" stroke="${colour}" stroke-width="1.6"${DASHES[dashOf(bundle.strength)]}/>${head}`,
    label: `<text x="${((from.x + to.x) / 2).toFixed(1)}" y="${((from.y + to.y) / 2 - 3).toFixed(1)}" font-size="11" text-anchor="middle">${xmlText(cut(label, NAME))}</text>`,
  }
}

/** Only what is in the picture, each once, in the order of the ontology. */
const present = (values: readonly string[], order: readonly string[]): readonly string[] => [...new Set(values)].sort((a, b) => order.indexOf(a) - order.indexOf(b))

function legend({ picture, kind, strength, modality, colour, order }: Shown, colours: Colours, top: number): { readonly svg: string; readonly rows: number } {
  const columns = [
    present(picture.nodes.map((node) => node.kind), order).map((value) => ({ label: kind(value), draw: (x: number, y: number) => sign(value, { x: x + 12, y }, 7, colour(value)) })),
    present(picture.facts.map((fact) => fact.strength), order).map((value) => ({ label: strength(value), draw: (x: number, y: number) => `<line x1="${x}" y1="${y}" x2="${x + 26}" y2="${y}" stroke="${colours.ink}" stroke-width="2"${DASHES[dashOf(value)]}/>` })),
    present(picture.facts.map((fact) => fact.modality), order).map((value) => ({ label: modality(value), draw: (x: number, y: number) => `<line x1="${x}" y1="${y}" x2="${x + 26}" y2="${y}" stroke="${xmlAttribute(modalityColour(value, colours))}" stroke-width="4"/>` })),
  ]
  const svg = columns.flatMap((entries, column) => entries.map(({ label, draw }, row) => {
    const [x, y] = [MARGIN / 2 + column * LEGEND_COLUMN, top + ROW * (row + 1)]
    return `${draw(x, y)}<text x="${x + 34}" y="${y + 5}" font-size="14">${xmlText(label)}</text>`
  })).join('\n')
  return { svg, rows: Math.max(...columns.map(({ length }) => length)) }
}

export interface Svg {
  readonly text: string
  readonly width: number
  readonly height: number
}

/** Lines under nodes, nodes under names, so that names can be read. `colours` must be plain colours, without variables. */
export function svgOf(shown: Shown, colours: Colours): Svg {
  const { picture, bundles, places, colour, source } = shown
  const map = framed(picture.nodes.map(({ id }) => places[id] ?? { x: 0, y: 0 }))
  const at = new Map(picture.nodes.map((node) => [node.id, { node, place: map(places[node.id] ?? { x: 0, y: 0 }) }]))
  const lines = bundles.flatMap((bundle) => {
    const [from, to] = [at.get(bundle.from), at.get(bundle.to)]
    return from === undefined || to === undefined ? [] : line(bundle, from.place, to.place, radius(to.node) + 1, shown, colours) ?? []
  })
  const halo = `paint-order="stroke" stroke="${xmlAttribute(colours.paper)}" stroke-width="3" stroke-linejoin="round"`
  const all = [...at.values()]
  const nodes = all.map(({ node, place }) => sign(node.kind, place, radius(node), colour(node.kind)))
  // A name stands on the side away from the lines of its node, where it hides no arrow.
  const pull = new Map<string, number>()
  for (const { from, to } of bundles) {
    const rise = Math.sign((at.get(to)?.place.y ?? 0) - (at.get(from)?.place.y ?? 0))
    pull.set(from, (pull.get(from) ?? 0) + rise)
    pull.set(to, (pull.get(to) ?? 0) - rise)
  }
  const baseline = ({ node, place }: { readonly node: PictureNode; readonly place: Point }): number => ((pull.get(node.id) ?? 0) > 0 ? place.y - radius(node) - 6 : place.y + radius(node) + 14)
  const names = all.map(({ node, place }) => `<text x="${place.x}" y="${baseline({ node, place }).toFixed(1)}" font-size="13" text-anchor="middle">${xmlText(cut(node.name, NAME))}</text>`)
  const key = legend(shown, colours, HEIGHT)
  const height = HEIGHT + ROW * (key.rows + 3)
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="${xmlAttribute(FONT)}" fill="${xmlAttribute(colours.ink)}">
<desc>${xmlText(source)}</desc>
<rect width="100%" height="100%" fill="${xmlAttribute(colours.paper)}"/>
${lines.map(({ stroke }) => stroke).join('\n')}
<g fill="${xmlAttribute(colours.quiet)}" ${halo}>
${lines.map(({ label }) => label).join('\n')}
</g>
${nodes.join('\n')}
<g ${halo}>
${names.join('\n')}
</g>
${key.svg}
<text x="${MARGIN / 2}" y="${height - ROW}" font-size="13" fill="${xmlAttribute(colours.quiet)}">${xmlText(cut(source, SOURCE))}</text>
</svg>
`
  return { text, width: WIDTH, height }
}
