import { PolicyGraphError } from '../core/errors.js'
import type { StoreScalar } from './port.js'

/** The typed header of a query file (grammar: queries/README.md). */

export const VALUE_TYPES = ['string', 'int', 'float', 'boolean', 'string[]'] as const
export type ValueType = (typeof VALUE_TYPES)[number]
export type QueryValue = StoreScalar | readonly StoreScalar[]

export interface ParamSpec {
  readonly name: string
  readonly type: ValueType
  /** Must be given; one that need not has a default. */
  readonly required: boolean
  readonly fallback?: QueryValue
}

export interface RowSpec {
  readonly name: string
  readonly type: ValueType
  /** Never null. */
  readonly required: boolean
  /** A list whose order the store does not fix; rows come with it sorted by code unit. */
  readonly sorted: boolean
}

export interface QuerySpec {
  readonly name: string
  /** The question that it answers. */
  readonly asks: string
  readonly params: readonly ParamSpec[]
  readonly rows: readonly RowSpec[]
  readonly notes: readonly string[]
}

export interface QueryText {
  readonly spec: QuerySpec
  readonly body: string
}

const HEADER_LINE = /^\/\/ @(\w+)\s+(.*)$/u
const PARAM = /^([A-Za-z]\w*)\s+(\S+?)(!)?(?:\s*=\s*(.+))?$/u
const ROW = /^([A-Za-z]\w*)\s+(\S+?)(!)?(\s+sorted)?$/u
const TAGS = ['name', 'asks', 'param', 'row', 'note']

export const badQuery = (message: string, details: Readonly<Record<string, unknown>> = {}): PolicyGraphError =>
  new PolicyGraphError('BAD_QUERY', message, { details })

/** True when the value has the type: int takes whole numbers only. */
export function hasType(type: ValueType, value: unknown): value is QueryValue {
  switch (type) {
    case 'string': return typeof value === 'string'
    case 'boolean': return typeof value === 'boolean'
    case 'float': return typeof value === 'number' && Number.isFinite(value)
    case 'int': return Number.isSafeInteger(value)
    case 'string[]': return Array.isArray(value) && value.every((item) => typeof item === 'string')
  }
}

function typeOf(text: string | undefined, where: string): ValueType {
  const type = VALUE_TYPES.find((candidate) => candidate === text)
  if (type === undefined) throw badQuery(`${where}：未知类型 ${text ?? ''} · unknown type, expected one of ${VALUE_TYPES.join(', ')}`)
  return type
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new PolicyGraphError('BAD_QUERY', `${where}：默认值须为 JSON · a default must be JSON: ${text}`, { cause })
  }
}

function parseParam(text: string, where: string): ParamSpec {
  const match = PARAM.exec(text)
  if (match === null) throw badQuery(`${where}：无法解析 @param ${text} · cannot read @param`)
  const [, name = '', typeText, bang, fallbackText] = match
  const type = typeOf(typeText, where)
  if ((bang === '!') === (fallbackText !== undefined)) throw badQuery(`${where}：参数 ${name} 须为必填(!)或有默认值 · a parameter is either required (!) or has a default`)
  if (fallbackText === undefined) return { name, type, required: true }
  const fallback = parseJson(fallbackText, where)
  if (!hasType(type, fallback)) throw badQuery(`${where}：参数 ${name} 的默认值不是 ${type} · the default is not of the type`)
  return { name, type, required: false, fallback }
}

function parseRow(text: string, where: string): RowSpec {
  const match = ROW.exec(text)
  if (match === null) throw badQuery(`${where}：无法解析 @row ${text} · cannot read @row`)
  const [, name = '', typeText, bang, sorted] = match
  const type = typeOf(typeText, where)
  if (sorted !== undefined && type !== 'string[]') throw badQuery(`${where}：只有 string[] 可标 sorted · only string[] may be sorted`)
  return { name, type, required: bang === '!', sorted: sorted !== undefined }
}

function once(values: readonly string[], tag: string, where: string): string {
  const value = values[0]
  if (value === undefined || values.length > 1) throw badQuery(`${where}：须有且只有一个 @${tag} · exactly one @${tag} is needed`)
  return value
}

function unique(names: readonly string[], where: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw badQuery(`${where}：${twice} 重复声明 · declared twice`)
}

/** Names of the `$parameters` that stand in a statement outside its strings. */
export function parametersIn(body: string): ReadonlySet<string> {
  const bare = body.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gu, "''")
  return new Set([...bare.matchAll(/\$([A-Za-z_]\w*)/gu)].map((match) => match[1] ?? ''))
}

/** Splits a file into its header lines by tag and the statement without comment lines. */
export function splitFile(source: string, where: string): { readonly tags: ReadonlyMap<string, readonly string[]>; readonly body: string } {
  const tags = new Map<string, string[]>()
  const body: string[] = []
  for (const line of source.split(/\r?\n/u)) {
    const match = HEADER_LINE.exec(line)
    if (match !== null) {
      const [, tag = '', text = ''] = match
      if (!TAGS.includes(tag)) throw badQuery(`${where}：未知标签 @${tag} · unknown tag`)
      tags.set(tag, [...(tags.get(tag) ?? []), text.trim()])
    } else if (!line.trimStart().startsWith('//')) body.push(line)
  }
  return { tags, body: body.join('\n').trim() }
}

/** Reads a query file; `where` names it in errors. BAD_QUERY when it breaks the grammar. */
export function parseQuery(source: string, where: string): QueryText {
  const { tags, body } = splitFile(source, where)
  const of = (tag: string): readonly string[] => tags.get(tag) ?? []
  const spec: QuerySpec = {
    name: once(of('name'), 'name', where),
    asks: once(of('asks'), 'asks', where),
    params: of('param').map((text) => parseParam(text, where)),
    rows: of('row').map((text) => parseRow(text, where)),
    notes: of('note'),
  }
  if (body === '') throw badQuery(`${where}：没有语句 · there is no statement`)
  if (spec.rows.length === 0) throw badQuery(`${where}：须声明 @row · the rows must be declared`)
  unique(spec.params.map((param) => param.name), where)
  unique(spec.rows.map((row) => row.name), where)
  checkParameters(spec, body, where)
  return { spec, body }
}

/** Every `$name` is declared and every declared one is used. */
export function checkParameters(spec: QuerySpec, body: string, where: string): void {
  const used = parametersIn(body)
  const declared = new Set(spec.params.map((param) => param.name))
  for (const name of used) if (!declared.has(name)) throw badQuery(`${where}：参数 $${name} 未声明 · parameter is not declared`)
  for (const name of declared) if (!used.has(name)) throw badQuery(`${where}：参数 $${name} 未使用 · parameter is not used`)
}
