import { NodePointProgram, type NodeProgramType } from 'sigma/rendering'
import type { Shape } from './shapes.js'

/** Nodes as shapes: sigma's point program gives each node one square of pixels; the shaders here cut a shape out of it. */

/** How far `p` lies outside of the shape, with 1 for the node's radius; as the outlines in shapes.ts. */
const DISTANCES: Readonly<Record<Shape, string>> = {
  circle: 'length(p) - 0.95',
  square: 'max(abs(p.x), abs(p.y)) - 0.82',
  diamond: '(abs(p.x) + abs(p.y) - 1.0) * 0.707',
  ring: 'max(length(p) - 0.95, 0.45 - length(p))',
  triangle: 'max(p.y - 0.72, 0.875 * abs(p.x) - 0.483 * (p.y + 1.0))',
}

const fragment = (distance: string): string => `
precision mediump float;
varying vec4 v_color;
varying float v_border;

void main() {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  #ifdef PICKING_MODE
  if (length(p) > 1.0) discard;
  gl_FragColor = v_color;
  #else
  float inside = 1.0 - smoothstep(-2.0 * v_border, 2.0 * v_border, ${distance});
  gl_FragColor = v_color * inside;
  #endif
}`

/** The program of one shape, for sigma's `nodeProgramClasses`. The whole disc answers to the pointer, the hole of a ring too. */
export function nodeProgram(shape: Shape): NodeProgramType {
  return class extends NodePointProgram {
    override getDefinition(): ReturnType<NodePointProgram['getDefinition']> {
      return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: fragment(DISTANCES[shape]) }
    }
  }
}
