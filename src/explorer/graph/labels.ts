import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering'
import type { Colours } from './colours.js'

/** Names on the canvas, in the colours of the page as they are when drawn. */

/** Pixels between a node and its name, and around a name that stands out. */
const GAP = 4

/** Beside the node, with an edge in the colour of the paper so that it can be read across lines. */
export const nodeLabel = (colours: () => Colours): NodeLabelDrawingFunction => (context, { x, y, size, label }, settings) => {
  if (!label) return
  const { ink, paper } = colours()
  context.font = `${settings.labelSize}px ${settings.labelFont}`
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = paper
  context.fillStyle = ink
  const [left, base] = [x + size + GAP, y + settings.labelSize / 3]
  context.strokeText(label, left, base)
  context.fillText(label, left, base)
}

/** A frame around node and name. */
export const nodeHover = (colours: () => Colours): NodeHoverDrawingFunction => (context, data, settings) => {
  const { paper, accent } = colours()
  const { x, y, size, label } = data
  context.font = `${settings.labelSize}px ${settings.labelFont}`
  const width = label ? context.measureText(label).width + GAP : 0
  const half = Math.max(size, settings.labelSize * 0.6) + GAP
  context.beginPath()
  context.roundRect(x - size - GAP, y - half, 2 * size + 2 * GAP + width, 2 * half, half)
  context.fillStyle = paper
  context.fill()
  context.lineWidth = 1.5
  context.strokeStyle = accent
  context.stroke()
  nodeLabel(colours)(context, data, settings)
}
