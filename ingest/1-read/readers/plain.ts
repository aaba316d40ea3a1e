import { articleFrom } from '../article-fields.js'
import { decode } from '../decode.js'
import { splitFrontMatter } from '../front-matter.js'
import type { RawArticle } from '../raw-article.js'
import { declaredBy, type Source } from '../reader.js'

/** .txt and .md: one article a file, its fields in front matter. */
export async function* readPlain(source: Source): AsyncIterable<RawArticle> {
  const { text } = decode(await source.bytes(), declaredBy(source))
  const { fields, body } = splitFrontMatter(text)
  yield articleFrom(fields, body, { file: source.file, index: 0 })
}
