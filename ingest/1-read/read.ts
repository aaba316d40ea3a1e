import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import glob from 'fast-glob'
import type { RunContext } from '../stage.js'
import { looksBinary } from './decode.js'
import type { RawArticle } from './raw-article.js'
import type { Reader, Source } from './reader.js'
import { readCsv } from './readers/csv.js'
import { readHtml } from './readers/html.js'
import { readJson, readJsonLines } from './readers/json.js'
import { readPlain } from './readers/plain.js'

/** One article a file must fit in memory many times over; line-wise files may be of any size. */
const MOST_BYTES = 20 * 1024 * 1024

interface Kind {
  readonly read: Reader
  readonly streamed: boolean
}

const KINDS: Readonly<Record<string, Kind>> = {
  '.txt': { read: readPlain, streamed: false },
  '.md': { read: readPlain, streamed: false },
  '.html': { read: readHtml, streamed: false },
  '.htm': { read: readHtml, streamed: false },
  '.json': { read: readJson, streamed: false },
  '.jsonl': { read: readJsonLines, streamed: true },
  '.ndjson': { read: readJsonLines, streamed: true },
  '.csv': { read: readCsv, streamed: true },
}

/**
 * Reads articles from files, folders (with what lies below), globs and `-` for standard input, in the order given, names sorted.
 * What cannot be read is reported (UNREADABLE_FILE, UNKNOWN_KIND, BINARY_FILE, TOO_LARGE, EMPTY_TEXT, BAD_JSON …) and passed over.
 * An id that comes twice with another text gets a suffix and is reported (DUPLICATE_ID); with the same text it is passed over.
 */
export async function* readArticles(inputs: readonly string[], context: RunContext, stdin: AsyncIterable<Buffer | string> = process.stdin): AsyncIterable<RawArticle> {
  const seen = new Map<string, string>()
  for (const input of inputs) {
    for await (const article of input === '-' ? readStandardInput(stdin, context) : readInput(input, context)) {
      if (article.text.trim() === '') {
        context.report({ code: 'EMPTY_TEXT', severity: 'error', file: article.origin.file, articleId: article.id, message: '正文为空，已跳过 · the text is empty; passed over' })
        continue
      }
      const known = seen.get(article.id)
      if (known === undefined) {
        seen.set(article.id, article.text)
        yield article
      } else if (known !== article.text) {
        let copy = 2
        while (seen.has(`${article.id}#${copy}`)) copy++
        const id = `${article.id}#${copy}`
        context.report({ code: 'DUPLICATE_ID', severity: 'warning', file: article.origin.file, articleId: id, message: `编号 ${article.id} 已被另一篇文章使用，改为 ${id} · the id was taken by another text; this one becomes ${id}` })
        seen.set(id, article.text)
        yield { ...article, id }
      }
    }
  }
}

async function* readInput(input: string, context: RunContext): AsyncIterable<RawArticle> {
  for (const file of await filesOf(input, context)) {
    const kind = KINDS[extname(file).toLowerCase()]
    if (!kind) {
      context.report({ code: 'UNKNOWN_KIND', severity: 'warning', file, message: `不认识这种文件，已跳过；可读 ${Object.keys(KINDS).join(' ')} · not a kind of file that can be read; passed over` })
      continue
    }
    try {
      const { size } = await stat(file)
      if (!kind.streamed && size > MOST_BYTES) {
        context.report({ code: 'TOO_LARGE', severity: 'error', file, message: `文件超过 ${MOST_BYTES / 1024 / 1024} MB，请拆成多篇或改用 .jsonl · the file is too large; split it or use .jsonl` })
        continue
      }
      const source: Source = { file, bytes: () => readFile(file), stream: () => createReadStream(file) }
      if (!kind.streamed && looksBinary(await source.bytes())) {
        context.report({ code: 'BINARY_FILE', severity: 'error', file, message: '不是文本文件，已跳过 · not a text file; passed over' })
        continue
      }
      yield* kind.read(source, context)
    } catch (error) {
      context.report({ code: 'UNREADABLE_FILE', severity: 'error', file, message: `无法读取：${String(error)} · cannot be read` })
    }
  }
}

/** Files of a folder or glob are those of a known kind; a file named outright is always tried. */
async function filesOf(input: string, context: RunContext): Promise<string[]> {
  const kinds = Object.keys(KINDS).map((kind) => kind.slice(1)).join(',')
  const isFolder = await stat(input).then((info) => info.isDirectory(), () => undefined)
  if (isFolder === false) return [input]
  const pattern = isFolder === true ? join(glob.escapePath(input), `**/*.{${kinds}}`) : input
  const files = (await glob(pattern, { caseSensitiveMatch: false, dot: false })).sort()
  if (files.length === 0) {
    context.report({ code: 'UNREADABLE_FILE', severity: 'error', file: input, message: isFolder === true ? '文件夹里没有可读的文件 · the folder holds no file that can be read' : '没有这个文件 · no such file' })
  }
  return files
}

/** Standard input is JSON lines when its first character is {, else one plain text. */
async function* readStandardInput(stdin: AsyncIterable<Buffer | string>, context: RunContext): AsyncIterable<RawArticle> {
  const chunks: Buffer[] = []
  const iterator = stdin[Symbol.asyncIterator]()
  let next = await iterator.next()
  while (next.done !== true && chunks.length === 0) {
    const bytes = typeof next.value === 'string' ? Buffer.from(next.value) : next.value
    if (bytes.toString('utf8').trim() !== '') chunks.push(bytes)
    next = await iterator.next()
  }
  const rest = async function* (): AsyncIterable<Buffer> {
    yield* chunks
    for (let more = next; more.done !== true; more = await iterator.next()) yield typeof more.value === 'string' ? Buffer.from(more.value) : more.value
  }
  const isJson = /^\uFEFF?\s*\{/.test(chunks[0]?.toString('utf8') ?? '')
  const source: Source = {
    file: '-',
    bytes: async () => {
      const all: Buffer[] = []
      for await (const chunk of rest()) all.push(chunk)
      return Buffer.concat(all)
    },
    stream: () => Readable.from(rest()),
  }
  if (chunks.length === 0) return
  yield* (isJson ? readJsonLines : readPlain)(source, context)
}
