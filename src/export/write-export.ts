import { PolicyGraphError } from '../core/errors.js'
import type { GraphStore } from '../store/port.js'
import { DEFAULT_BASE, linksUnder, type ExportOptions } from './export-graph.js'
import { csvOf, CSV_TABLES, MAIN_TABLE, type CsvTable } from './formats/csv.js'
import { CYPHER } from './formats/cypher-script.js'
import type { ExportFormat } from './formats/format.js'
import { FTM } from './formats/ftm.js'
import { GEXF } from './formats/gexf.js'
import { GRAPHML } from './formats/graphml.js'
import { JSONLD } from './formats/jsonld.js'
import { RECORDS } from './formats/records.js'
import { graphJsonl } from './graph-jsonl.js'
import { graphOf, type ExportScope } from './scopes.js'

/** The one way in for whoever exports: the command line and the server. */

const FORMATS: Readonly<Record<string, ExportFormat>> = { jsonl: RECORDS, csv: csvOf(MAIN_TABLE), jsonld: JSONLD, graphml: GRAPHML, gexf: GEXF, ftm: FTM, cypher: CYPHER }

export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS)

export interface ExportRequest extends ExportOptions {
  readonly format: string
  readonly scope: ExportScope
  /** CSV only; `facts` when absent. */
  readonly table?: string | undefined
  /** Where permalinks point; must end in `/`. */
  readonly base?: string | undefined
  /** Facts of a part, at most. */
  readonly maxFacts?: number | undefined
}

export interface WrittenExport {
  readonly contentType: string
  readonly extension: string
  readonly text: AsyncIterable<string>
}

const badInput = (message: string, argument: string): PolicyGraphError => new PolicyGraphError('BAD_INPUT', message, { details: { argument } })

function tableOf(table: string): CsvTable {
  const known = CSV_TABLES.find((name) => name === table)
  if (known === undefined) throw badInput(`table 须为 ${CSV_TABLES.join('、')} 之一 · table must be one of these`, 'table')
  return known
}

function formatOf({ format, table }: ExportRequest): ExportFormat {
  const known = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  if (known === undefined) throw badInput(`format 须为 ${FORMAT_NAMES.join('、')} 之一 · format must be one of these`, 'format')
  if (table === undefined) return known
  if (format !== 'csv') throw badInput('只有 csv 分表 · only csv comes in tables', 'table')
  return csvOf(tableOf(table))
}

/** The address with `/` at its end, or BAD_INPUT when it is no web address. */
export function checkBase(base: string): string {
  if (!URL.canParse(base) || !/^https?:\/\/[^?#]+$/u.test(base)) throw badInput('base 须为 http(s) 地址 · base must be a web address', 'base')
  return base.endsWith('/') ? base : `${base}/`
}

/**
 * The export as text that comes piece by piece; the same graph gives the same text. What is wrong with the request is said
 * before the first piece: BAD_INPUT, NOT_FOUND, AMBIGUOUS_NAME, TOO_COSTLY.
 */
export async function writeExport(store: GraphStore, request: ExportRequest): Promise<WrittenExport> {
  const { contentType, extension, write } = formatOf(request)
  const links = linksUnder(checkBase(request.base ?? DEFAULT_BASE))
  // The dump of the whole graph leaves nothing out, rejected and closed facts included.
  if (request.format === 'jsonl' && request.scope.kind === 'all') return { contentType, extension, text: graphJsonl(store) }
  return { contentType, extension, text: write(await graphOf(store, request.scope, request, request.maxFacts), { links }) }
}
