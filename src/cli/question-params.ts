/** Parameters of a question as the command line gives them. */
import { PolicyGraphError } from '../core/errors.js'
import type { StoreParams } from '../store/port.js'
import type { ParamSpec } from '../store/query-catalog.js'

export const needed = (name: string): ParamSpec => ({ name, type: 'string', required: true })
export const optional = (name: string): ParamSpec => ({ name, type: 'string', required: false, fallback: '' })
export const whole = (name: string, fallback: number): ParamSpec => ({ name, type: 'int', required: false, fallback })
export const FIRST: ParamSpec = whole('first', 20)

export const text = (params: StoreParams, name: string): string => (typeof params[name] === 'string' ? params[name] : '')
/** The number given, or undefined. */
export const count = (params: StoreParams, name: string): number | undefined => (typeof params[name] === 'number' ? params[name] : undefined)
export const first = (params: StoreParams): number => count(params, 'first') ?? 20
/** An optional text that was not given is no filter. */
export const given = (params: StoreParams, name: string): string | undefined => (text(params, name) === '' ? undefined : text(params, name))
export const list = (params: StoreParams, name: string): readonly string[] => {
  const value = params[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** The one of `names` that a parameter gives, or undefined when it is not given. Throws BAD_INPUT for anything else. */
export function oneOf<T extends string>(params: StoreParams, parameter: string, names: readonly T[]): T | undefined {
  const wanted = given(params, parameter)
  const known = names.find((name) => name === wanted)
  if (wanted !== undefined && known === undefined) {
    throw new PolicyGraphError('BAD_INPUT', `${parameter} 须为 ${names.join('、')} 之一 · ${parameter} must be one of these`, { details: { parameter } })
  }
  return known
}
