import { articleFrom, type FieldValues } from '../article-fields.js'
import { decode } from '../decode.js'
import type { RawArticle } from '../raw-article.js'
import { declaredBy, type Source } from '../reader.js'
import type { RunContext } from '../../stage.js'
import { MOST_BYTES } from '../limits.js'
import { lines } from '../lines.js'

const isRecord = (value: unknown): value is FieldValues => typeof value === 'object' && value !== null && !Array.isArray(value)

function toArticle(value: unknown, file: string, index: number, line: number | undefined, context: RunContext): RawArticle | undefined {
  const at = line === undefined ? { file } : { file, line }
  if (!isRecord(value)) {
    context.report({ code: 'BAD_RECORD', severity: 'error', message: '应为一个带 text 字段的对象 · an object with a text field is wanted', ...at })
    return undefined
  }
  const text = value['text']
  if (typeof text !== 'string') {
    context.report({ code: 'NO_TEXT_FIELD', severity: 'error', message: '缺少字符串字段 text · the string field text is missing', ...at })
    return undefined
  }
  return articleFrom(value, text, { file, index })
}

/** .json: one article or an array of them. */
export async function* readJson(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  let value: unknown
  try {
    value = JSON.parse(decode(await source.bytes(), declaredBy(source)).text)
  } catch (error) {
    context.report({ code: 'BAD_JSON', severity: 'error', file: source.file, message: `不是合法的 JSON：${String(error)} · not valid JSON` })
    return
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  for (const [index, item] of list.entries()) {
    const article = toArticle(item, source.file, index, undefined, context)
    if (article) yield article
  }
}

/** .jsonl: one article a line, streamed. */
export async function* readJsonLines(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  let number = 0
  for await (const { text: line, tooLong } of lines(source.stream(), MOST_BYTES, source.charset)) {
    number++
    if (tooLong) {
      context.report({ code: 'TOO_LARGE', severity: 'error', file: source.file, line: number, message: `这一行超过 ${MOST_BYTES / 1024 / 1024} MB，已跳过；请拆成多篇 · this line is too long and was passed over; split it` })
      continue
    }
    if (line.trim() === '') continue
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (error) {
      context.report({ code: 'BAD_JSON_LINE', severity: 'error', file: source.file, line: number, message: `这一行不是合法的 JSON，已跳过：${String(error)} · this line is not valid JSON and was passed over` })
      continue
    }
    const article = toArticle(value, source.file, number - 1, number, context)
    if (article) yield article
  }
}
