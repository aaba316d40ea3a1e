import iconv from 'iconv-lite'
import { eventsIn } from '../../src/explorer/data/subscribe.js'
import { callsOf, readFile, type ReadPiece } from '../../src/explorer/loading/read-file.js'
import { textOfBytes } from '../../src/explorer/loading/text-of-bytes.js'

const TEXT = '岚州日报讯 3月3日，岚州市市长闻柏走访岚州启明泵业有限公司，并在车间与技术人员座谈。'
const read = (name: string, content: string | Buffer): Promise<readonly ReadPiece[]> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readFile({ name, size: bytes.length, bytes: () => Promise.resolve(new Uint8Array(bytes)) })
}
const faults = async (name: string, content: string): Promise<readonly string[]> => (await read(name, content)).map(({ found }) => ('fault' in found ? found.fault : 'none'))

it.each(['utf8', 'gb18030', 'big5', 'utf16'])('reads %s', (encoding) => {
  const text = encoding === 'big5' ? '經濟發展會議在這裡舉行，會長說明了產業的問題與方向。' : TEXT
  expect(textOfBytes(new Uint8Array(iconv.encode(text, encoding, { addBOM: encoding === 'utf16' })))?.text).toBe(text)
})

it('reads front matter, records and pages into what the server takes', async () => {
  const [plain] = await read('a.md', `---\ntitle: 走访\ndate: 2031年3月4日\nbyline: 闻柏、简宁\n---\n${TEXT}`)
  expect(plain?.found).toEqual({ draft: { text: TEXT, title: '走访', date: '2031-03-04', source: '', url: '', byline: ['闻柏', '简宁'] } })
  const lines = await read('a.jsonl', `${JSON.stringify({ text: TEXT, source: '岚州日报' })}\n\n{"title":"x"}\n`)
  expect(lines.map(({ place, found }) => [place, 'fault' in found ? found.fault : found.draft.source])).toEqual([[1, '岚州日报'], [3, 'RECORD']])
  const [page] = await read('a.html', `<title>走访_岚州网</title><h1>走访</h1><article><p>${TEXT}</p></article>`)
  expect(page?.found).toMatchObject({ draft: { text: TEXT, title: '走访' } })
})

it.each([
  ['a.pdf', '%PDF', 'KIND'], ['a', TEXT, 'KIND'], ['a.txt', ' \n', 'EMPTY'], ['a.txt', 'a\u0000b', 'TEXT'], ['a.json', '{', 'JSON'], ['a.json', '[1]', 'RECORD'],
  ['a.txt', '长'.repeat(200_001), 'LONG'], ['a.json', JSON.stringify({ text: TEXT, title: '长'.repeat(1_001) }), 'FIELD'],
])('says what is wrong with %s', async (name, content, fault) => {
  expect(await faults(name, content)).toEqual([fault])
})

it('sends no more at once than the server takes', () => {
  const draft = (length: number) => ({ draft: { text: '长'.repeat(length), title: '', date: '', source: '', url: '', byline: [] } })
  expect(callsOf(Array.from({ length: 45 }, () => draft(10))).map(({ length }) => length)).toEqual([20, 20, 5])
  expect(callsOf([draft(150_000), draft(150_000), draft(10)]).map(({ length }) => length)).toEqual([1, 2])
})

it('takes events from a stream as they become whole', () => {
  expect(eventsIn(':\n\nevent: next\ndata: {"data":1}\n\nevent: ne')).toEqual({ events: [{ event: 'next', data: '{"data":1}' }], rest: 'event: ne' })
  expect(eventsIn('event: complete\r\ndata:\r\n\r\n')).toEqual({ events: [{ event: 'complete', data: '' }], rest: '' })
})
