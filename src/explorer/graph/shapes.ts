/** The shape that stands for a kind, on the canvas and in the legend, so that colour is never the only sign. Pure. */
export const SHAPES = ['circle', 'square', 'diamond', 'ring', 'triangle'] as const
export type Shape = (typeof SHAPES)[number]

const OF_KIND: Readonly<Record<string, Shape>> = { PERSON: 'circle', COMPANY: 'square', ORGANIZATION: 'diamond', REGION: 'ring', INITIATIVE: 'triangle' }

/** A circle for a kind that the page does not know. */
export const shapeOf = (kind: string): Shape => OF_KIND[kind] ?? 'circle'

/** The outline in a box from -1 to 1, y downwards, for an SVG path to be filled by the even-odd rule; the same as `node-program.ts` draws. */
export const OUTLINES: Readonly<Record<Shape, string>> = {
  circle: 'M-.95 0a.95.95 0 1 1 1.9 0a.95.95 0 1 1-1.9 0',
  square: 'M-.82-.82h1.64v1.64h-1.64z',
  diamond: 'M0-1L1 0L0 1L-1 0z',
  ring: 'M-.95 0a.95.95 0 1 1 1.9 0a.95.95 0 1 1-1.9 0M-.45 0a.45.45 0 1 0 .9 0a.45.45 0 1 0-.9 0',
  triangle: 'M0-1L.95.72H-.95z',
}
