import { parse } from 'csv-parse'
import { articleFrom } from '../article-fields.js'
import { MOST_BYTES } from '../limits.js'
import { decodedChunks } from '../lines.js'
import type { RawArticle } from '../raw-article.js'
import type { Source } from '../reader.js'
import type { RunContext } from '../../stage.js'
import { Readable } from 'node:stream'

interface Row {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number }
}

/** .csv with a header line; the column `text` (or 正文, content) is the article. Streamed. A stray quote within a field is kept; a row that cannot be parsed is passed over. */
export async function* readCsv(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  const bad = (error: { readonly message: string; readonly lines?: number } | undefined): void => {
    const line = error?.lines === undefined ? {} : { line: error.lines }
    context.report({ code: 'BAD_CSV', severity: 'error', file: source.file, ...line, message: `这一行不合 CSV 格式，已跳过：${error?.message ?? ''} · this row is not valid CSV and was passed over` })
  }
  const parser = parse({
    columns: (names: string[]) => names.map(fieldName), bom: true, info: true, relax_column_count: true, skip_empty_lines: true, relax_quotes: true,
    skip_records_with_error: true, max_record_size: MOST_BYTES, on_skip: (error) => {
      bad(error)
      return undefined
    },
  })
  let index = 0
  try {
    for await (const { record, info } of Readable.from(decodedChunks(source.stream(), source.charset)).pipe(parser) as AsyncIterable<Row>) {
      const text = record['text']
      if (text === undefined) {
        context.report({ code: 'NO_TEXT_FIELD', severity: 'error', file: source.file, line: info.lines, message: '缺少 text 列 · the column text is missing' })
        if (index === 0) return
      } else yield articleFrom(record, text, { file: source.file, index })
      index++
    }
  } catch (error) {
    context.report({ code: 'BAD_CSV', severity: 'error', file: source.file, message: `CSV 读到第 ${index + 1} 条时出错，其后未读：${String(error)} · the CSV broke off at record ${index + 1}` })
  }
}

const NAMES: Readonly<Record<string, string>> = { 正文: 'text', content: 'text', 内容: 'text', 标题: 'title', 日期: 'date', 来源: 'source', 网址: 'url', 链接: 'url', 作者: 'byline', 编号: 'id' }
const fieldName = (name: string): string => NAMES[name.trim().toLowerCase()] ?? name.trim().toLowerCase()
