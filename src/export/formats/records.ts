import type { ArticleRecord } from '../../core/records.js'
import type { ExportGraph } from '../export-graph.js'
import type { ExportFormat } from './format.js'

/** Records as JSON lines: entities, articles without their texts, facts, evidence. The whole graph has a dump of its own (graph-jsonl.ts). */

const line = (record: string, value: object): string => `${JSON.stringify({ record, ...value })}\n`

const withoutTexts = ({ id, title, date, source, url, byline, homeId, textHash, synthetic, pipeline }: ArticleRecord): object =>
  ({ id, title, date, source, url, byline, homeId, textHash, synthetic, pipeline })

async function* write(graph: ExportGraph): AsyncGenerator<string> {
  for await (const page of graph.entities()) for (const entity of page) yield line('entity', entity)
  for await (const page of graph.articles()) for (const article of page) yield line('article', withoutTexts(article))
  for await (const { facts } of graph.facts()) {
    for (const { fact, verdict, disputed, evidence } of facts) {
      yield line('fact', { ...fact, verdict, disputed })
      for (const item of evidence) yield line('evidence', item)
    }
  }
}

export const RECORDS: ExportFormat = { contentType: 'application/x-ndjson; charset=utf-8', extension: 'jsonl', write }
