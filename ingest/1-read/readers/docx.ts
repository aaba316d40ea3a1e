import { articleFrom } from '../article-fields.js'
import type { RawArticle } from '../raw-article.js'
import type { Source } from '../reader.js'
import { reportTooLarge, unpackedZip } from '../unpacked.js'
import type { RunContext } from '../../stage.js'
import { headed } from './page-lines.js'

/** .docx: its paragraphs, one article a file. A broken file is reported (BAD_DOCX), and one that unpacks to too much (TOO_LARGE). */
export async function* readDocx(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  const bytes = Buffer.from(await source.bytes())
  const unpacked = unpackedZip(bytes)
  if (unpacked === 'too-large') {
    reportTooLarge(source.file, context)
    return
  }
  let body: string
  try {
    if (unpacked === 'broken') throw new Error('not a zip file')
    const { default: mammoth } = await import('mammoth')
    body = (await mammoth.extractRawText({ buffer: bytes })).value.replace(/[ \t]+$/gm, '').replace(/\n{2,}/g, '\n').trim()
  } catch (error) {
    context.report({ code: 'BAD_DOCX', severity: 'error', file: source.file, message: `不是可读的 .docx：${String(error)}；旧的 .doc 请另存为 .docx · not a readable .docx; save an old .doc as .docx` })
    return
  }
  yield articleFrom(headed(body), body, { file: source.file, index: 0 })
}
