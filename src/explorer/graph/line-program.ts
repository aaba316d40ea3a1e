import { EdgeRectangleProgram, type EdgeProgramType } from 'sigma/rendering'
import type { RenderParams } from 'sigma/types'
import type { Dash } from './bundles.js'

/**
 * Lines with dashes of a fixed length on the screen. The rectangle program of sigma gives each line its corners; the shaders here
 * measure how far along a point lies, in pixels, and leave the gaps out. One class per pattern, since a pattern is constant.
 */

const VERTEX = `
attribute vec4 a_color;
attribute vec2 a_normal;
attribute float a_normalCoef;
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute float a_positionCoef;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_minEdgeThickness;
varying vec4 v_color;
varying float v_along;
varying float v_across;

void main() {
  float size = length(a_normal);
  vec2 side = size > 0.0 ? a_normal / size * a_normalCoef : vec2(0.0);
  float half_width = max(size, u_minEdgeThickness * u_sizeRatio) * u_correctionRatio / u_sizeRatio;
  vec2 start = (u_matrix * vec3(a_positionStart, 1.0)).xy;
  vec2 end = (u_matrix * vec3(a_positionEnd, 1.0)).xy;
  vec2 place = mix(a_positionStart, a_positionEnd, a_positionCoef);
  gl_Position = vec4((u_matrix * vec3(place + side * half_width, 1.0)).xy, 0.0, 1.0);
  v_along = length((end - start) * 0.5 * u_viewport) * a_positionCoef;
  v_across = a_normalCoef;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}`

const fragment = (on: number, period: number): string => `
precision mediump float;
varying vec4 v_color;
varying float v_along;
varying float v_across;

void main() {
  if (mod(v_along, ${period.toFixed(1)}) > ${on.toFixed(1)}) discard;
  float edge = 1.0 - smoothstep(0.6, 1.0, abs(v_across));
  gl_FragColor = v_color * edge;
}`

/** Pixels that are drawn, and pixels from one stroke to the next. */
const PATTERNS: Readonly<Record<Dash, readonly [on: number, period: number]>> = { solid: [1, 1], dashed: [9, 14], dotted: [2.5, 7] }

/** The program of one pattern, for sigma's `edgeProgramClasses`. */
export function lineProgram(dash: Dash): EdgeProgramType {
  const [on, period] = PATTERNS[dash]
  return class extends EdgeRectangleProgram {
    override getDefinition(): ReturnType<EdgeRectangleProgram['getDefinition']> {
      const own = super.getDefinition()
      // The rectangle's list of uniforms is typed as a tuple; the viewport comes on top of it.
      const uniforms = [...own.UNIFORMS, 'u_viewport'] as unknown as typeof own.UNIFORMS
      return { ...own, VERTEX_SHADER_SOURCE: VERTEX, FRAGMENT_SHADER_SOURCE: fragment(on, period), UNIFORMS: uniforms }
    }

    override setUniforms(params: RenderParams, program: Parameters<EdgeRectangleProgram['setUniforms']>[1]): void {
      super.setUniforms(params, program)
      const place = (program.uniformLocations as Readonly<Record<string, WebGLUniformLocation>>)['u_viewport']
      if (place !== undefined) program.gl.uniform2f(place, params.width, params.height)
    }
  }
}
