import { articleFrom } from '../article-fields.js'
import type { RawArticle } from '../raw-article.js'
import type { Source } from '../reader.js'
import { reportTooLarge, unpackedPdf } from '../unpacked.js'
import type { RunContext } from '../../stage.js'
import { headed, joinLines } from './page-lines.js'

/** The most pages that are read; more is a book, not an article. */
const MOST_PAGES = 500

/** What is used of an open document; the package's own type leads to declarations that it does not ship. */
interface PdfDocument {
  readonly numPages: number
  destroy(): Promise<void>
}

/** .pdf: the text layer, one article a file. A scan has none and is reported (EMPTY_TEXT); a broken file is BAD_PDF, a locked one LOCKED_PDF, one that unpacks to too much TOO_LARGE. */
export async function* readPdf(source: Source, context: RunContext): AsyncIterable<RawArticle> {
  const bytes = await source.bytes()
  if (unpackedPdf(bytes) === 'too-large') {
    reportTooLarge(source.file, context)
    return
  }
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf')
  try {
    const document = (await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false })) as unknown as PdfDocument
    try {
      if (document.numPages > MOST_PAGES) {
        context.report({ code: 'TOO_LARGE', severity: 'error', file: source.file, message: `PDF 有 ${document.numPages} 页，超过 ${MOST_PAGES} 页，请拆开 · more than ${MOST_PAGES} pages; split it` })
        return
      }
      const { text } = await extractText(document)
      const body = joinLines(text)
      if (body === '') {
        context.report({ code: 'EMPTY_TEXT', severity: 'error', file: source.file, message: 'PDF 里没有文字层（可能是扫描件），请先做文字识别 · no text layer (a scan?); run text recognition first' })
        return
      }
      const { info } = await getMeta(document)
      yield articleFrom(headed(body, titleOf(info)), body, { file: source.file, index: 0 })
    } finally {
      await document.destroy()
    }
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    context.report({ code: locked ? 'LOCKED_PDF' : 'BAD_PDF', severity: 'error', file: source.file, message: locked ? 'PDF 需要密码，请先解锁 · the PDF needs a password; unlock it first' : `PDF 已损坏，无法读取：${String(error)} · the PDF is broken` })
  }
}

/** The document's own title; what a word processor leaves there (a file name) is none. */
function titleOf(info: Readonly<Record<string, unknown>>): string {
  const title = info['Title']
  return typeof title === 'string' && !/\.(?:docx?|wps|pdf|indd)$|^Microsoft Word/i.test(title) ? title : ''
}
