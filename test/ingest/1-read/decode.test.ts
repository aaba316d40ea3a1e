import { describe, expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import { declaredWithin, decode, detectEncoding, looksBinary } from '../../../ingest/1-read/decode.js'

const SIMPLIFIED = '云湖区召开大会，市委书记周岚出席并讲话。会议指出，要加快建设现代化产业体系，推动高质量发展。'
const TRADITIONAL = '雲湖區召開大會，市長周嵐出席並講話。會議指出，要加快建設現代化產業體系，推動高質量發展。'

describe('detectEncoding', () => {
  test.each([
    ['UTF-8', SIMPLIFIED, 'utf8', false, 'utf8'],
    ['UTF-8 with a mark', SIMPLIFIED, 'utf8', true, 'utf8'],
    ['GB18030', SIMPLIFIED, 'gb18030', false, 'gb18030'],
    ['GBK with Traditional text', TRADITIONAL, 'gbk', false, 'gb18030'],
    ['Big5', TRADITIONAL, 'big5', false, 'big5'],
    ['UTF-16LE with a mark', SIMPLIFIED, 'utf-16le', true, 'utf-16le'],
    ['UTF-16BE with a mark', SIMPLIFIED, 'utf-16be', true, 'utf-16be'],
    ['UTF-16LE without a mark', `${SIMPLIFIED}\n2023 10:30 第1条`, 'utf-16le', false, 'utf-16le'],
    ['UTF-16BE without a mark', `${SIMPLIFIED}\n2023 10:30 第1条`, 'utf-16be', false, 'utf-16be'],
    ['ASCII', 'plain text, 2023', 'utf8', false, 'utf8'],
    ['nothing', '', 'utf8', false, 'utf8'],
    ['a short GBK title', '市长周岚', 'gbk', false, 'gb18030'],
  ] as const)('%s', (_name, text, encoding, addBOM, expected) => {
    const bytes = iconv.encode(text, encoding, { addBOM })
    expect(detectEncoding(bytes)).toBe(expected)
    expect(decode(bytes).text).toBe(text)
  })

  test.each([
    ['a title that could be either, said to be Big5', '市長周嵐', 'big5', ['big5'], 'big5'],
    ['a title that could be either, said to be GBK', '市长周岚', 'gbk', ['GB2312'], 'gb18030'],
    ['the first name that makes sense counts', '市長周嵐', 'big5', ['utf-8', 'big5-hkscs'], 'big5'],
    ['UTF-8 sent as GBK', SIMPLIFIED, 'utf8', ['gbk'], 'utf8'],
    ['GBK sent as UTF-8', SIMPLIFIED, 'gb18030', ['utf-8'], 'gb18030'],
    ['GBK sent as Big5', SIMPLIFIED, 'gb18030', ['big5'], 'gb18030'],
    ['Big5 sent as GBK', TRADITIONAL, 'big5', ['gb2312'], 'big5'],
    ['GBK sent as Latin 1', SIMPLIFIED, 'gb18030', ['iso-8859-1'], 'gb18030'],
    ['UTF-16 sent as UTF-8', `${SIMPLIFIED}\n2023`, 'utf-16le', ['utf-8'], 'utf-16le'],
    ['Latin 1', 'Société Générale à Genève, café', 'windows-1252', ['ISO-8859-1'], 'windows-1252'],
    ['a name that nobody knows', SIMPLIFIED, 'gb18030', ['x-unheard-of'], 'gb18030'],
  ] as const)('%s', (_name, text, encoding, declared, expected) => {
    const bytes = iconv.encode(text, encoding)
    expect(detectEncoding(bytes, false, declared)).toBe(expected)
    expect(decode(bytes, declared).text).toBe(text)
  })

  test('a UTF-8 file with a broken byte stays UTF-8', () => {
    const bytes = Buffer.from(SIMPLIFIED.repeat(5), 'utf8')
    bytes[40] = 0xff
    expect(detectEncoding(bytes)).toBe('utf8')
    expect(decode(bytes).text).toContain('推动高质量发展')
  })

  test('a sample that ends within a character is still UTF-8, a whole file is not', () => {
    const cut = Buffer.from(SIMPLIFIED, 'utf8').subarray(0, 50)
    expect(detectEncoding(cut, true)).toBe('utf8')
  })
})

describe('declaredWithin', () => {
  test.each<[string, readonly string[]]>([
    ['<meta charset="gb2312">', ['gb2312']],
    ['<meta charset=GBK>', ['GBK']],
    ['<meta http-equiv="Content-Type" content="text/html; charset=big5" />', ['big5']],
    ['<?xml version="1.0" encoding="gb2312"?><rss/>', ['gb2312']],
    ['<p>the charset=gbk is spoken of here</p>', []],
    [`${' '.repeat(3000)}<meta charset="gbk">`, []],
  ])('%j → %j', (head, expected) => {
    expect(declaredWithin(Buffer.from(head))).toEqual(expected)
  })
})

describe('looksBinary', () => {
  test.each([
    ['text', Buffer.from(SIMPLIFIED), false],
    ['GBK text', iconv.encode(SIMPLIFIED, 'gbk'), false],
    ['UTF-16 text', iconv.encode(SIMPLIFIED, 'utf-16le', { addBOM: true }), false],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 1, 0, 8, 6, 0, 0]), true],
    ['zeros', Buffer.alloc(200), true],
    ['nothing', Buffer.alloc(0), false],
  ])('%s', (_name, bytes, expected) => {
    expect(looksBinary(bytes)).toBe(expected)
  })
})
