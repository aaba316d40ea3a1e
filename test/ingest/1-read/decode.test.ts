import { describe, expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import { decode, detectEncoding, looksBinary } from '../../../ingest/1-read/decode.js'

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
