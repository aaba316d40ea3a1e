import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import glob from 'fast-glob'
import { textHash } from '../../src/core/ids.js'
import type { RunContext } from '../stage.js'
import { looksBinary } from './decode.js'
import { PageFetcher, type FetchOptions } from './fetch/fetch-page.js'
import { openFollower } from './follow.js'
import { KINDS } from './kinds.js'
import { LONGEST_ARTICLE, MOST_BYTES } from './limits.js'
import type { RawArticle } from './raw-article.js'
import { isAddress, readPage } from './read-page.js'
import type { Reader, Source } from './reader.js'
import { readJsonLines } from './readers/json.js'
import { readPlain } from './readers/plain.js'

export interface WebOptions extends FetchOptions {
  /** Reads the pages that feed items with a mere summary link to. */
  readonly follow?: boolean
}

/**
 * Reads articles from files, folders (with what lies below), globs, web addresses (http, https) and `-` for standard input, in the order given, names sorted.
 * What cannot be read is reported (UNREADABLE_FILE, UNKNOWN_KIND, BINARY_FILE, TOO_LARGE, EMPTY_TEXT, BAD_JSON …) and passed over.
 * Feed items that have only a summary are read from the page that they link to when `web.follow` says so.
 * An id that comes twice is reported (DUPLICATE_ID): with another text it gets a suffix, with the same text it is passed over.
 */
export async function* readArticles(inputs: readonly string[], context: RunContext, stdin: AsyncIterable<Buffer | string> = process.stdin, web: WebOptions = {}): AsyncIterable<RawArticle> {
  const seen = new Map<string, string>()
  const fetcher = new PageFetcher(web)
  const full = web.follow === true ? openFollower(fetcher, context) : (item: RawArticle) => Promise.resolve(item)
  for (const input of inputs) {
    for await (const found of isAddress(input) ? readPage(input, fetcher, context) : input === '-' ? readStandardInput(stdin, context) : readInput(input, context)) {
      const article = await full(found)
      if (article.text.trim() === '') {
        context.report({ code: 'EMPTY_TEXT', severity: 'error', file: article.origin.file, articleId: article.id, message: `第 ${article.origin.index + 1} 篇正文为空，已跳过 · the text of article ${article.origin.index + 1} is empty; passed over` })
        continue
      }
      if (article.text.length > LONGEST_ARTICLE) {
        context.report({ code: 'TOO_LARGE', severity: 'error', file: article.origin.file, articleId: article.id, message: `第 ${article.origin.index + 1} 篇超过 ${LONGEST_ARTICLE} 字，请拆开 · article ${article.origin.index + 1} has more than ${LONGEST_ARTICLE} characters; split it` })
        continue
      }
      const kept = withOwnId(article, seen, context)
      if (kept !== undefined) yield kept
    }
  }
}

/** The article under an id that no other text of this run has; undefined when the same text came before. */
function withOwnId(article: RawArticle, seen: Map<string, string>, context: RunContext): RawArticle | undefined {
  // hashes, since a run may read more text than memory holds
  const hash = textHash(article.text)
  const known = seen.get(article.id)
  const report = (message: string): void => {
    context.report({ code: 'DUPLICATE_ID', severity: 'warning', file: article.origin.file, articleId: article.id, message })
  }
  if (known === hash) {
    report(`编号 ${article.id} 的同一篇文章已读过，已跳过 · the same text was read under this id; passed over`)
    return undefined
  }
  let id = article.id
  for (let copy = 2; seen.has(id); copy += 1) {
    id = `${article.id}#${copy}`
    if (seen.get(id) === hash) {
      report(`编号 ${id} 的同一篇文章已读过，已跳过 · the same text was read under ${id}; passed over`)
      return undefined
    }
  }
  seen.set(id, hash)
  if (known === undefined) return article
  report(`编号 ${article.id} 已被另一篇文章使用，改为 ${id} · the id was taken by another text; this one becomes ${id}`)
  return { ...article, id }
}

/** What a run is going to read, known beforehand; standard input and a web address count as one file of unknown size. */
export interface SourceSizes {
  readonly files: number
  readonly bytes: number
}

/** Counts the files and bytes behind the inputs, for progress. Inputs that do not exist count as nothing; reading reports them. */
export async function countSources(inputs: readonly string[]): Promise<SourceSizes> {
  const total = { files: 0, bytes: 0 }
  for (const input of inputs) {
    const isFile = input !== '-' && !isAddress(input)
    if (!isFile) total.files += 1
    for (const file of isFile ? await filesOf(input) : []) {
      const size = await stat(file).then((info) => info.size, () => undefined)
      if (size === undefined) continue
      total.files += 1
      total.bytes += size
    }
  }
  return total
}

async function* readInput(input: string, context: RunContext): AsyncIterable<RawArticle> {
  const files = await filesOf(input)
  if (files.length === 0) {
    context.report({ code: 'UNREADABLE_FILE', severity: 'error', file: input, message: '没有这个文件，或其中没有可读的文件 · no such file, or nothing in it that can be read' })
  }
  for (const file of files) {
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
      const head = await headOf(file)
      const source: Source = { file, bytes: () => readFile(file), stream: () => createReadStream(file) }
      if (kind.binary !== true && looksBinary(head)) {
        context.report({ code: 'BINARY_FILE', severity: 'error', file, message: '不是文本文件，已跳过 · not a text file; passed over' })
        continue
      }
      yield* readWhole(kind.read, source, context)
    } catch (error) {
      context.report({ code: 'UNREADABLE_FILE', severity: 'error', file, message: `无法读取：${String(error)} · cannot be read` })
    }
  }
}

/** What a reader gives. Of a file that gives no article without a word that is told. */
async function* readWhole(read: Reader, source: Source, context: RunContext): AsyncIterable<RawArticle> {
  let said = false
  const heard: RunContext = {
    report: (issue) => {
      said = true
      context.report(issue)
    },
  }
  for await (const article of read(source, heard)) {
    said = true
    yield article
  }
  if (!said) context.report({ code: 'NO_ARTICLES', severity: 'warning', file: source.file, message: '文件里没有文章 · there is no article in the file' })
}

const HEAD_BYTES = 4096

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A folder gives its files of a known kind, a glob all that it names; a file named outright is always tried. */
async function filesOf(input: string): Promise<string[]> {
  const kinds = Object.keys(KINDS).map((kind) => kind.slice(1)).join(',')
  const isFolder = await stat(input).then((info) => info.isDirectory(), () => undefined)
  if (isFolder === false) return [input]
  const pattern = isFolder === true ? join(glob.escapePath(input), `**/*.{${kinds}}`) : input
  return (await glob(pattern, { caseSensitiveMatch: false, dot: false })).sort()
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
