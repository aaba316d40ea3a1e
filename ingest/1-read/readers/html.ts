import { articleFrom } from '../article-fields.js'
import { declaredWithin, decode } from '../decode.js'
import type { RawArticle } from '../raw-article.js'
import { declaredBy, type Source } from '../reader.js'
import type { RunContext } from '../../stage.js'
import { articlesOfPage } from './html-page.js'

/** .html: the running text of a saved or fetched page, with title, date, byline, source and address. */
export async function* readHtml(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  const bytes = await source.bytes()
  const articles = articlesOfPage(decode(bytes, [...declaredBy(source), ...declaredWithin(bytes)]).text, source.url)
  if (articles.length === 0) {
    context.report({ code: 'EMPTY_TEXT', severity: 'error', file: source.file, message: '页面里没有找到正文，可另存为 .txt 再读 · no running text was found on the page; save it as .txt and read that' })
  }
  for (const [index, { fields, body }] of articles.entries()) yield articleFrom(fields, body, { file: source.file, index })
}
