import { describe, expect, test } from '@jest/globals'
import { readDocx } from '../../../../ingest/1-read/readers/docx.js'
import { joinLines } from '../../../../ingest/1-read/readers/page-lines.js'
import { readPdf } from '../../../../ingest/1-read/readers/pdf.js'
import { readContents } from '../collect.js'
import { docxOf, pdfOf } from './documents.js'

const LINES = ['云帆重工与海立大学签约', '2024年3月5日 来源：青浦湾日报', '3月5日，云帆重工与海立大学在青浦湾市签署合作协议，双方将共建船', '舶研究院。', '- 1 -']
const TEXT = '云帆重工与海立大学签约\n2024年3月5日 来源：青浦湾日报\n3月5日，云帆重工与海立大学在青浦湾市签署合作协议，双方将共建船舶研究院。'

describe('readPdf', () => {
  test('reads the text layer, joins the lines of a paragraph and drops page numbers', async () => {
    const { articles, issues } = await readContents(readPdf, pdfOf([LINES, ['市长林望出席仪式。', '- 2 -']]))
    expect(issues).toEqual([])
    expect(articles).toMatchObject([{ title: LINES[0], date: '2024-03-05', source: '青浦湾日报', text: `${TEXT}\n市长林望出席仪式。` }])
  })

  test.each([['关于合作的消息', '关于合作的消息'], ['消息稿.docx', LINES[0]]])('takes the document title %s as %s', async (title, expected) => {
    expect((await readContents(readPdf, pdfOf([LINES], title))).articles[0]?.title).toBe(expected)
  })

  test.each<[string, Uint8Array, string]>([
    ['a scan', pdfOf([[]]), 'EMPTY_TEXT'],
    ['a broken file', Buffer.from('%PDF-1.4 and nothing more'), 'BAD_PDF'],
  ])('reports %s', async (_, bytes, code) => {
    const { articles, issues } = await readContents(readPdf, bytes)
    expect(articles).toEqual([])
    expect(issues.map((issue) => issue.code)).toEqual([code])
  })
})

describe('readDocx', () => {
  test('reads the paragraphs', async () => {
    const { articles, issues } = await readContents(readDocx, docxOf(TEXT.split('\n')))
    expect(issues).toEqual([])
    expect(articles).toMatchObject([{ title: LINES[0], date: '2024-03-05', source: '青浦湾日报', text: TEXT }])
  })

  test('reports a broken file', async () => {
    const { articles, issues } = await readContents(readDocx, 'no zip')
    expect(articles).toEqual([])
    expect(issues.map((issue) => issue.code)).toEqual(['BAD_DOCX'])
  })
})

describe('joinLines', () => {
  test.each<[readonly string[], string]>([
    [['一二三四五六七八九十', '一二。', '三四'], '一二三四五六七八九十一二。\n三四'],
    [['标题', '一二三四五六七八九十', '后半句'], '标题\n一二三四五六七八九十后半句'],
    [['with a word at the end', 'and the next'], 'with a word at the end and the next'],
    [['第 3 页 共 9 页', '一', '12', '— 4 —'], '一'],
  ])('%j → %j', (lines, expected) => {
    expect(joinLines([lines.join('\n')])).toBe(expected)
  })
})
