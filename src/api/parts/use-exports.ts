import type { Plugin } from 'graphql-yoga'
import { int } from '../../answers/rows.js'
import { PolicyGraphError } from '../../core/errors.js'
import { checkSize, wholeNumber, type ExportScope } from '../../export/scopes.js'
import { writeExport } from '../../export/write-export.js'
import type { GraphStore } from '../../store/port.js'
import { streamed, useGet, type Asked, type GetOptions } from './answer-get.js'

/**
 * Files to take away: `/export/graph`, `/export/entity/<name or id>?hops=1`, `/export/question/<name>?<parameters>`, each with
 * `format` (default jsonl) and, for csv, `table`. Bounded: a larger graph is exported on the command line.
 */

/** Articles of one file, which may hold their texts. */
const MAX_ARTICLES = 5_000

export interface ExportOptions extends GetOptions {
  /** Facts of one file. */
  readonly maxFacts: number
}

const OWN_PARAMS = ['format', 'table', 'hops']

/** A part of a path, decoded; BAD_INPUT when it is not what a browser would send. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (cause) {
    throw new PolicyGraphError('BAD_INPUT', '地址的编码有误 · the address is not well encoded', { cause })
  }
}

/** What a path asks for; undefined for one that is no export. */
function scopeOf({ pathname, searchParams }: URL): ExportScope | undefined {
  if (pathname === '/export/graph') return { kind: 'all' }
  const [, kind, rest = ''] = /^\/export\/(entity|question)\/([^/]+)$/u.exec(pathname) ?? []
  if (kind === 'entity') return { kind, entity: decodeSegment(rest), hops: wholeNumber(searchParams.get('hops') ?? undefined, 'hops') ?? 1 }
  if (kind === 'question') return { kind, question: decodeSegment(rest), params: Object.fromEntries([...searchParams].filter(([name]) => !OWN_PARAMS.includes(name))) }
  return undefined
}

async function checkGraph(store: GraphStore, maxFacts: number): Promise<void> {
  const [counts] = await store.read('counts')
  if (counts === undefined) return
  checkSize(int(counts, 'facts'), maxFacts)
  if (int(counts, 'articles') > MAX_ARTICLES) {
    throw new PolicyGraphError('TOO_COSTLY', `文章超过 ${MAX_ARTICLES} 篇，请用命令行导出 · more than ${MAX_ARTICLES} articles: export on the command line`, { details: { limit: MAX_ARTICLES } })
  }
}

/** Part of a file name that any system takes. */
const fileName = (scope: ExportScope, table: string | undefined): string =>
  ['policygraph', scope.kind === 'all' ? 'graph' : scope.kind === 'entity' ? scope.entity : scope.question, ...(table === undefined ? [] : [table])]
    .join('-').replace(/[^\p{L}\p{N}._-]/gu, '_').slice(0, 80)

const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]/gu, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

async function exported({ url, base, store, gone }: Asked, scope: ExportScope, maxFacts: number): Promise<Response> {
  const table = url.searchParams.get('table') ?? undefined
  if (scope.kind === 'all') await checkGraph(store, maxFacts)
  const { contentType, extension, text } = await writeExport(store, { format: url.searchParams.get('format') ?? 'jsonl', scope, table, base, maxFacts })
  return new Response(await streamed(text, gone), {
    headers: { 'content-type': contentType, 'content-disposition': disposition(`${fileName(scope, table)}.${extension}`), 'cache-control': 'no-store' },
  })
}

export const useExports = (whole: GraphStore, options: ExportOptions): Plugin => useGet(whole, (asked) => {
  const { url } = asked
  if (!url.pathname.startsWith('/export/')) return undefined
  const scope = scopeOf(url)
  return scope === undefined ? undefined : exported(asked, scope, options.maxFacts)
}, options)
