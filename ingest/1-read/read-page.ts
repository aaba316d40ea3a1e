import { Readable } from 'node:stream'
import type { RunContext } from '../stage.js'
import type { PageFetcher } from './fetch/fetch-page.js'
import { kindOfPage } from './fetch/media-kind.js'
import { KINDS } from './kinds.js'
import type { RawArticle } from './raw-article.js'

export const isAddress = (input: string): boolean => /^https?:\/\//i.test(input)

/** The articles behind an address; a page that cannot be had or read is reported. */
export async function* readPage(address: string, fetcher: PageFetcher, context: RunContext): AsyncIterable<RawArticle> {
  const page = await fetcher.fetch(address)
  if (!('bytes' in page)) {
    context.report(page)
    return
  }
  const { url, mediaType, charset, bytes } = page
  const kind = KINDS[kindOfPage(mediaType, url, bytes)]
  if (!kind) {
    context.report({ code: 'UNKNOWN_KIND', severity: 'error', file: address, message: `不认识 ${url.href} 的内容类型 ${mediaType}，已跳过；可读网页、RSS、PDF、DOCX、文本与 JSON · not a kind of content that can be read; passed over` })
    return
  }
  for await (const article of kind.read({ file: address, url, ...(charset === undefined ? {} : { charset }), bytes: () => Promise.resolve(bytes), stream: () => Readable.from([bytes]) }, context)) {
    yield article.url === '' ? { ...article, url: url.href } : article
  }
}
