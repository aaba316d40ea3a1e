import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { RELATION_NAMES } from '../../schema/ontology/index.js'
import { projectPath } from '../core/paths.js'
import { byCodeUnit } from './fold.js'
import type { StoreParams, StoreRow } from './port.js'
import { badQuery, checkParameters, hasType, parseQuery, splitFile, type ParamSpec, type QuerySpec, type QueryText, type QueryValue, type RowSpec } from './query-header.js'
import { legalName } from './cypher-parts.js'

export type { ParamSpec, QuerySpec, QueryValue, RowSpec, ValueType } from './query-header.js'

/** The one splice: every typed edge there is, so that no query lists them. */
const RELATIONS_SPLICE = '{{relations}}'
const EXTENSION = '.cypher'

const expand = (body: string): string => body.replaceAll(RELATIONS_SPLICE, RELATION_NAMES.map(legalName).join('|'))

const queryFiles = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith(EXTENSION)).sort(byCodeUnit).map((name) => join(folder, name))

/** Every question the store can be asked: queries/*.cypher. */
export class QueryCatalog {
  readonly #queries: ReadonlyMap<string, QueryText>
  /** By `dialect/name`. */
  readonly #overrides: ReadonlyMap<string, string>

  constructor(queries: ReadonlyMap<string, QueryText>, overrides: ReadonlyMap<string, string>) {
    this.#queries = queries
    this.#overrides = overrides
  }

  /** All queries, by name. */
  list(): readonly QuerySpec[] {
    return [...this.#queries.values()].map((query) => query.spec)
  }

  /** Throws BAD_QUERY, with the names there are, for an unknown one. */
  get(name: string): QuerySpec {
    return this.#query(name).spec
  }

  /** The statement to run in a dialect: its override, else the common text. */
  text(name: string, dialect: string): string {
    return this.#overrides.get(`${dialect}/${name}`) ?? this.#query(name).body
  }

  /**
   * The statements to run in a dialect, one after the other: an override may take several, parted by a line `;`. Those before the last
   * return a column `ids` of lists, which together are `$ids` of the next.
   */
  steps(name: string, dialect: string): readonly string[] {
    return this.text(name, dialect).split(/^;$/mu)
  }

  /** Checks parameters against the header, fills in defaults and drops what a list holds twice. BAD_QUERY for an unknown, missing or ill-typed one. */
  bind(name: string, given: StoreParams): StoreParams {
    const { params } = this.get(name)
    for (const key of Object.keys(given)) {
      if (!params.some((param) => param.name === key))
        throw badQuery(`查询 ${name} 没有参数 ${key} · no such parameter`, { query: name, parameter: key, parameters: params.map((param) => param.name) })
    }
    return Object.fromEntries(params.map((param) => [param.name, bindOne(name, param, given[param.name])]))
  }

  /** Checks returned rows against the header and sorts the lists it says to sort. BAD_QUERY when they differ. */
  shape(name: string, rows: readonly StoreRow[]): readonly StoreRow[] {
    const spec = this.get(name)
    const extra = Object.keys(rows[0] ?? {}).find((column) => !spec.rows.some((row) => row.name === column))
    if (extra !== undefined) throw badQuery(`查询 ${name} 返回了未声明的列 ${extra} · an undeclared column came back`, { query: name, column: extra })
    return rows.map((row) => {
      const shaped: Record<string, QueryValue> = {}
      for (const column of spec.rows) shaped[column.name] = shapeOne(name, column, row[column.name])
      return shaped
    })
  }

  #query(name: string): QueryText {
    const query = this.#queries.get(name)
    if (query === undefined) throw badQuery(`没有名为 ${name} 的查询 · no such query`, { query: name, queries: [...this.#queries.keys()] })
    return query
  }
}

function bindOne(query: string, param: ParamSpec, value: unknown): QueryValue {
  if (value === undefined) {
    if (param.fallback === undefined) throw badQuery(`查询 ${query} 缺少参数 ${param.name} · a parameter is missing`, { query, parameter: param.name })
    return param.fallback
  }
  if (!hasType(param.type, value)) throw badQuery(`查询 ${query} 的参数 ${param.name} 须为 ${param.type} · a parameter has the wrong type`, { query, parameter: param.name, type: param.type })
  // A list is a set of things asked for; twice the same would give its rows twice.
  return param.type === 'string[]' && Array.isArray(value) ? [...new Set(value)] : value
}

function shapeOne(query: string, column: RowSpec, value: StoreRow[string] | undefined): QueryValue {
  // A store may give null for a list that collected nothing.
  const given = value === null && column.type === 'string[]' && column.required ? [] : value
  if (given === null && !column.required) return null
  if (!hasType(column.type, given))
    throw badQuery(`查询 ${query} 的列 ${column.name} 不是 ${column.type} · a column is missing, null or of another type`, { query, column: column.name })
  return column.sorted && Array.isArray(given) ? given.map(String).sort(byCodeUnit) : given
}

/** An argument typed on a command line, in the type of its parameter; lists are separated by commas. BAD_QUERY. */
export function readParamText(param: ParamSpec, text: string): QueryValue {
  const value = parseParamText(param, text)
  if (!hasType(param.type, value)) throw badQuery(`参数 ${param.name} 须为 ${param.type} · a parameter has the wrong type: ${text}`, { parameter: param.name, type: param.type })
  return value
}

function parseParamText(param: ParamSpec, text: string): QueryValue {
  switch (param.type) {
    case 'string': return text
    case 'string[]': return text === '' ? [] : text.split(',').map((item) => item.trim())
    case 'boolean': return text === 'true' ? true : text === 'false' ? false : null
    case 'int': case 'float': return text.trim() === '' ? null : Number(text)
  }
}

/** Loads queries/*.cypher and the overrides beneath. BAD_QUERY names the file that breaks the grammar. */
export function loadCatalog(folder: string = projectPath('queries')): QueryCatalog {
  const queries = new Map(queryFiles(folder).map((file): [string, QueryText] => {
    const name = basename(file, EXTENSION)
    const { spec, body } = parseQuery(readFileSync(file, 'utf8'), `queries/${name}${EXTENSION}`)
    if (spec.name !== name) throw badQuery(`queries/${name}${EXTENSION}：@name 与文件名不符 · @name differs from the file name`)
    return [name, { spec, body: expand(body) }]
  }))
  return new QueryCatalog(queries, loadOverrides(join(folder, 'overrides'), queries))
}

function loadOverrides(folder: string, queries: ReadonlyMap<string, QueryText>): ReadonlyMap<string, string> {
  const overrides = new Map<string, string>()
  if (!existsSync(folder)) return overrides
  for (const dialect of readdirSync(folder).sort(byCodeUnit)) {
    for (const file of queryFiles(join(folder, dialect))) {
      const name = basename(file, EXTENSION)
      const where = `queries/overrides/${dialect}/${name}${EXTENSION}`
      const { tags, body } = splitFile(readFileSync(file, 'utf8'), where)
      const common = queries.get(name)
      if (common === undefined) throw badQuery(`${where}：没有同名的通用查询 · there is no common query of that name`)
      if (tags.get('note') === undefined || [...tags.keys()].some((tag) => tag !== 'name' && tag !== 'note'))
        throw badQuery(`${where}：只写 @name 与说明原因的 @note · holds @name and a @note that says why, nothing else`)
      checkParameters(common.spec, body, where)
      overrides.set(`${dialect}/${name}`, expand(body))
    }
  }
  return overrides
}

