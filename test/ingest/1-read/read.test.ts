import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import type { RawArticle } from '../../../ingest/1-read/raw-article.js'
import { countSources, readArticles } from '../../../ingest/1-read/read.js'
import type { Issue } from '../../../src/core/issue.js'

const TEXT = '云湖区召开大会，市委书记周岚出席并讲话。会议指出，要加快建设现代化产业体系。'
const OTHER = '江北大学与云湖新能源科技有限公司签署合作协议，共建联合实验室。'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policygraph-read-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const put = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, content)
  return file
}

async function read(inputs: readonly string[], stdin = ''): Promise<{ articles: RawArticle[]; issues: Issue[] }> {
  const issues: Issue[] = []
  const articles: RawArticle[] = []
  for await (const article of readArticles(inputs, { report: (issue) => issues.push(issue) }, Readable.from([Buffer.from(stdin)]))) articles.push(article)
  return { articles, issues }
}

const page = (body: string): string => `<!doctype html><html><head><meta charset="utf-8"><title>大会开幕_云湖网</title>
<meta name="pubdate" content="2023-08-09 12:05:54"><meta name="source" content="云湖日报"><link rel="canonical" href="https://news.example/1.html"></head>
<body><nav><a href="/">首页</a><a href="/n">新闻，要闻，时政。</a></nav>${body}<script>var a = '不是正文。'</script><footer>版权所有，侵权必究。</footer></body></html>`

describe('each kind of file', () => {
  test.each([
    ['a.txt', TEXT, { title: '', text: TEXT }],
    ['bom.txt', `\ufeff${TEXT}`, { text: TEXT }],
    ['b.md', `---\ntitle: 大会开幕\ndate: 2023年8月9日\nsource: 云湖日报\nurl: https://news.example/1\nbyline: 甲一、乙二\nsynthetic: true\n---\n${TEXT}\n`, { title: '大会开幕', date: '2023-08-09', source: '云湖日报', url: 'https://news.example/1', byline: ['甲一', '乙二'], synthetic: true, text: `${TEXT}\n` }],
    ['c.txt', `---\n没有结束的横线\n${TEXT}`, { title: '', text: `---\n没有结束的横线\n${TEXT}` }],
    ['d.json', JSON.stringify({ id: 'x1', title: '题', text: TEXT, more: { nested: 1 } }), { id: 'x1', title: '题', text: TEXT }],
    ['e.jsonl', `${JSON.stringify({ id: 'x2', text: `${TEXT}\r\n  第二段\u00a0` })}\n`, { id: 'x2', text: `${TEXT}\r\n  第二段\u00a0` }],
    ['f.csv', `编号,标题,正文,日期\nx3,题,"${TEXT}\n第二段",2023/8/9\n`, { id: 'x3', title: '题', date: '2023-08-09', text: `${TEXT}\n第二段` }],
    ['g.html', page(`<div class="box"><h1>大会开幕</h1><div id="content"><p>${TEXT}</p><p>${OTHER}</p></div></div>`), { title: '大会开幕', date: '2023-08-09', source: '云湖日报', url: 'https://news.example/1.html', text: `${TEXT}\n${OTHER}` }],
  ])('%s', async (name, content, expected) => {
    const file = put(name, content)
    const { articles, issues } = await read([file])
    expect(issues).toEqual([])
    expect(articles).toMatchObject([{ ...expected, origin: { file, index: 0 } }])
  })

  test.each(['gb18030', 'big5', 'utf-16le'] as const)('text in %s', async (encoding) => {
    const text = '雲湖區召開大會，市長周嵐出席並講話。會議指出，要加快建設。'
    expect((await read([put('a.txt', iconv.encode(text, encoding, { addBOM: true }))])).articles).toMatchObject([{ text }])
  })

  test('a JSON array and JSON lines give several articles, with their place', async () => {
    const records = [{ id: '1', text: TEXT }, { id: '2', text: OTHER }]
    const { articles } = await read([put('a.json', JSON.stringify(records)), put('b.jsonl', records.map((one) => JSON.stringify({ ...one, id: `l${one.id}` })).join('\n'))])
    expect(articles.map(({ id, origin }) => [id, origin.index])).toEqual([['1', 0], ['2', 1], ['l1', 0], ['l2', 1]])
  })

  test('a page without meta data: headline, date and source are taken from what is shown', async () => {
    const file = put('p.html', `<html><body><h1>大会开幕</h1><div>2023年8月9日 10:30 来源：云湖日报</div><div><p>${TEXT}</p><p>${OTHER}</p></div></body></html>`)
    expect((await read([file])).articles).toMatchObject([{ title: '大会开幕', date: '2023-08-09', source: '云湖日报' }])
  })

  test('a page of links only has no article', async () => {
    expect((await read([put('p.html', '<html><body><nav><a>首页</a></nav></body></html>')])).issues).toMatchObject([{ code: 'EMPTY_TEXT' }])
  })

  test('a page nested ten thousand deep is read', async () => {
    const file = put('deep.html', `${'<div>'.repeat(10_000)}<p>${TEXT}</p>${'</div>'.repeat(10_000)}`)
    expect((await read([file])).articles).toMatchObject([{ text: TEXT }])
  })
})

describe('where articles come from', () => {
  test('folders are read with what lies below, names sorted, unknown kinds left out', async () => {
    put('b.txt', TEXT)
    put('a/deep/c.md', OTHER)
    put('a/picture.png', Buffer.alloc(10))
    const { articles, issues } = await read([folder])
    expect(articles.map(({ text }) => text)).toEqual([OTHER, TEXT])
    expect(issues).toEqual([])
  })

  test('globs', async () => {
    put('a.txt', TEXT)
    put('b.md', OTHER)
    expect((await read([`${folder}/*.md`])).articles).toMatchObject([{ text: OTHER }])
  })

  test('standard input: JSON lines, or one plain text', async () => {
    expect((await read(['-'], `${JSON.stringify({ id: '1', text: TEXT })}\n${JSON.stringify({ id: '2', text: OTHER })}\n`)).articles).toMatchObject([{ id: '1', origin: { file: '-' } }, { id: '2' }])
    expect((await read(['-'], TEXT)).articles).toMatchObject([{ text: TEXT }])
    expect((await read(['-'])).articles).toEqual([])
  })

  test('sizes are known beforehand', async () => {
    const first = put('a.txt', TEXT)
    put('sub/b.jsonl', '{}')
    expect(await countSources([folder])).toEqual({ files: 2, bytes: Buffer.byteLength(TEXT) + 2 })
    expect(await countSources([first, '-', join(folder, 'nothing.txt')])).toEqual({ files: 2, bytes: Buffer.byteLength(TEXT) })
  })
})

describe('what is wrong is told, and the rest is read', () => {
  test.each([
    ['no such file', 'none.txt', undefined, 'UNREADABLE_FILE', undefined],
    ['an unknown kind', 'a.xyz', 'x', 'UNKNOWN_KIND', undefined],
    ['an empty text', 'a.txt', '  \n', 'EMPTY_TEXT', undefined],
    ['a binary file', 'a.txt', Buffer.alloc(500), 'BINARY_FILE', undefined],
    ['a file that is too large', 'a.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 0x61), 'TOO_LARGE', undefined],
    ['JSON that is none', 'a.json', '{', 'BAD_JSON', undefined],
    ['a line that is no JSON', 'a.jsonl', `${JSON.stringify({ text: OTHER })}\n{bad\n`, 'BAD_JSON_LINE', 2],
    ['a line without text', 'a.jsonl', '\n{"id":"1"}\n', 'NO_TEXT_FIELD', 2],
    ['a record that is no object', 'a.jsonl', '[1]\n', 'BAD_RECORD', 1],
    ['a table without text', 'a.csv', 'id,title\n1,题\n', 'NO_TEXT_FIELD', 2],
    ['a broken row', 'a.csv', `id,text\n1,${OTHER}\n2,"${TEXT}\n`, 'BAD_CSV', 3],
  ])('%s', async (_name, name, content, code, line) => {
    const file = content === undefined ? join(folder, name) : put(name, content)
    const good = put('good.txt', TEXT)
    const { articles, issues } = await read([file, good])
    expect(issues).toMatchObject([{ code, file, ...(line === undefined ? {} : { line }) }])
    // Chinese first, then English
    expect(issues[0]?.message).toMatch(/[\u4e00-\u9fff].* · [\x20-\x7e]/)
    expect(articles.at(-1)).toMatchObject({ text: TEXT })
  })

  test('rows and lines after a bad one are read', async () => {
    expect((await read([put('a.csv', `id,text\n1,"${OTHER}"坏\n2,${OTHER}\n`)])).articles).toMatchObject([{ id: '1' }, { id: '2', text: OTHER }])
    expect((await read([put('a.jsonl', `{bad\n${JSON.stringify({ id: '3', text: OTHER })}`)])).articles).toMatchObject([{ id: '3', text: OTHER }])
  })

  test('an id that comes again: another text gets a suffix, the same text is passed over, both are told', async () => {
    const rows = [{ id: 'x', text: TEXT }, { id: 'x', text: OTHER }, { id: 'x', text: TEXT }, { id: 'x', text: OTHER }, { id: 'x', text: `${TEXT}完` }]
    const { articles, issues } = await read([put('a.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'))])
    expect(articles.map(({ id, text }) => [id, text])).toEqual([['x', TEXT], ['x#2', OTHER], ['x#3', `${TEXT}完`]])
    expect(issues.map(({ code }) => code)).toEqual(['DUPLICATE_ID', 'DUPLICATE_ID', 'DUPLICATE_ID', 'DUPLICATE_ID'])
  })
})
