import { drawStraightEdgeLabel, type EdgeLabelDrawingFunction, type NodeHoverDrawingFunction, type NodeLabelDrawingFunction } from 'sigma/rendering'
import type { Colours } from './colours.js'

/** Names on the canvas, in the colours of the page as they are when drawn. */

/** Pixels between a node and its name, and around a name that stands out. */
const GAP = 4

interface Place {
  readonly x: number
  readonly y: number
  readonly size: number
  /** The name stands over its node. */
  readonly above?: boolean
}

/** Left end and baseline of a name: beneath its node, or above where its lines come from below, so that arrows stay in sight; not beyond the canvas's sides. */
function placeOf(context: CanvasRenderingContext2D, { x, y, size, above = false }: Place, label: string, height: number): { readonly left: number; readonly base: number; readonly width: number } {
  const { width } = context.measureText(label)
  const left = Math.min(Math.max(x - width / 2, GAP), Math.max(GAP, context.canvas.clientWidth - width - GAP))
  return { left, base: above ? y - size - GAP : y + size + height, width }
}

/** With an edge in the colour of the paper, so that it can be read across lines. */
export const nodeLabel = (colours: () => Colours): NodeLabelDrawingFunction => (context, data, { labelSize, labelFont }) => {
  const { label } = data
  if (!label) return
  const { ink, paper } = colours()
  context.font = `${labelSize}px ${labelFont}`
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = paper
  context.fillStyle = ink
  const { left, base } = placeOf(context, data, label, labelSize)
  context.strokeText(label, left, base)
  context.fillText(label, left, base)
}

/** Part of a line that its label may take at most; a longer one would hide the line and run into names. */
const SHARE = 0.6

/** What a line says, where it has room for it. */
export const lineLabel: EdgeLabelDrawingFunction = (context, line, from, to, settings) => {
  context.font = `${settings.edgeLabelSize}px ${settings.edgeLabelFont}`
  if (context.measureText(line.label ?? '').width < SHARE * Math.hypot(to.x - from.x, to.y - from.y)) drawStraightEdgeLabel(context, line, from, to, settings)
}

/** A ring around the node and a frame around its name. */
export const nodeHover = (colours: () => Colours): NodeHoverDrawingFunction => (context, data, settings) => {
  const { paper, accent } = colours()
  const { x, y, size, label } = data
  context.font = `${settings.labelSize}px ${settings.labelFont}`
  context.fillStyle = paper
  context.strokeStyle = accent
  context.lineWidth = 1.5
  if (label) {
    const { left, base, width } = placeOf(context, data, label, settings.labelSize)
    context.beginPath()
    context.roundRect(left - GAP, base - settings.labelSize, width + 2 * GAP, settings.labelSize + GAP + 1, GAP)
    context.fill()
    context.stroke()
  }
  context.beginPath()
  context.arc(x, y, size + GAP / 2, 0, 2 * Math.PI)
  context.fill()
  context.stroke()
  nodeLabel(colours)(context, data, settings)
}
