/** What PDF and DOCX have in common: a headline that is only the first line, and lines that end where the paper does. */
import type { FieldValues } from '../article-fields.js'
import { DATE_LINE, SOURCE_LINE } from './html-text.js'

const SENTENCE_END = /[。！？!?：:；”）]$/
/** A line this much shorter than the longest ends its paragraph. */
const SHORT = 0.8
/** Line numbers and page numbers: 3, - 3 -, — 3 —, 第3页. */
const PAGE_NUMBER = /^(?:[-—–\s]*\d{1,4}[-—–\s]*|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?)$/
/** How far down date and source may stand (UTF-16 code units). */
const HEAD = 300
const LONGEST_TITLE = 60

/** Joins the lines of pages into paragraphs; page numbers are dropped. A line goes on with the next unless it ends a sentence or is short. */
export function joinLines(pages: readonly string[]): string {
  const lines = pages.flatMap((page) => page.split(/\r?\n/)).map((line) => line.trim()).filter((line) => line !== '' && !PAGE_NUMBER.test(line))
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  let text = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const ends = before === undefined || SENTENCE_END.test(before) || before.length < SHORT * longest
    const latin = before !== undefined && /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(line)
    text += (index === 0 ? '' : ends ? '\n' : latin ? ' ' : '') + line
  }
  return text
}

/** Title (given, else a first line that is no sentence), date and source as the first lines have them. */
export function headed(body: string, title = ''): FieldValues {
  const head = body.slice(0, HEAD)
  const firstLine = head.split('\n', 1)[0]?.trim() ?? ''
  const isHeadline = firstLine.length <= LONGEST_TITLE && body.length > firstLine.length && !/[。；，]$/.test(firstLine)
  return { title: title !== '' ? title : isHeadline ? firstLine : '', date: DATE_LINE.exec(head)?.[0] ?? '', source: SOURCE_LINE.exec(head)?.[1] ?? '' }
}
