import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import type { FetchOptions } from '../../../../ingest/1-read/fetch/fetch-page.js'
import { readAll, type Collected } from '../collect.js'
import { LocalSite } from './local-site.js'

const site = new LocalSite()
beforeAll(() => site.open())
afterAll(() => site.close())
beforeEach(() => {
  site.reset()
})

const BODY = '8月9日，青浦湾市市长林望到云帆重工调研，要求加快推进望海湾协同区建设。'
const PAGE = `<html><head><title>林望调研云帆重工_青浦湾网</title></head><body><h1>林望调研云帆重工</h1><p>2023年8月9日 来源：青浦湾日报</p><div class="text"><p>${BODY}</p></div></body></html>`

const read = (path: string, options: FetchOptions = {}): Promise<Collected> => readAll([site.address + path], { allowPrivate: true, ...options })
const codes = ({ issues }: Collected): readonly string[] => issues.map(({ code }) => code)

describe('a web address', () => {
  test('gives the article with its address, and the reader says who it is', async () => {
    site.serve('/a.html', 'text/html; charset=utf-8', PAGE)
    const { articles, issues } = await read('/a.html')
    expect(issues).toEqual([])
    expect(articles).toMatchObject([{ title: '林望调研云帆重工', date: '2023-08-09', source: '青浦湾日报', url: `${site.address}/a.html`, origin: { file: `${site.address}/a.html`, index: 0 } }])
    expect(articles[0]?.text).toContain(BODY)
    expect(site.visits.map(({ path }) => path)).toEqual(['/robots.txt', '/a.html'])
    expect(site.visits.every(({ agent }) => agent.startsWith('PolicyGraph/'))).toBe(true)
  })

  test.each<[string, string, string | Uint8Array, string]>([
    ['HTML sent as GBK under another name', 'text/html; charset=utf-8', iconv.encode(PAGE, 'gbk'), BODY],
    ['a page without a type', '', PAGE, BODY],
    ['plain text', 'text/plain', BODY, BODY],
    ['a feed sent as XML', 'text/xml', `<?xml version="1.0"?><rss><channel><item><title>一</title><description>${BODY}</description></item></channel></rss>`, BODY],
    ['JSON', 'application/json', JSON.stringify({ text: BODY }), BODY],
    ['JSON lines', 'application/x-ndjson', `${JSON.stringify({ text: BODY })}\n`, BODY],
    ['CSV', 'text/csv', `text\n"${BODY}"\n`, BODY],
  ])('reads %s', async (_, type, contents, text) => {
    site.serve('/page', type, contents)
    const { articles, issues } = await read('/page')
    expect(issues).toEqual([])
    expect(articles.map((article) => article.text.includes(text))).toEqual([true])
    expect(articles[0]?.url).toBe(`${site.address}/page`)
  })

  const SHORT = '市長林望調研'
  test.each<[string, string, string | Uint8Array, string]>([
    ['Big5 that only the header names', 'text/plain; charset=Big5', iconv.encode(SHORT, 'big5'), SHORT],
    ['GBK that only the header names', 'text/html;charset="gb2312"', iconv.encode('<html><body><p>市长林望</p></body></html>', 'gbk'), '市长林望'],
    ['JSON in Big5 that only the header names', 'application/json; charset=big5', iconv.encode(JSON.stringify({ text: SHORT }), 'big5'), SHORT],
    ['JSON lines in Big5 that only the header names', 'application/jsonl; charset=big5', iconv.encode(JSON.stringify({ text: SHORT }), 'big5'), SHORT],
    ['a feed whose header is right and whose own word is wrong', 'application/rss+xml; charset=big5', iconv.encode(`<?xml version="1.0" encoding="gb2312"?><rss><channel><item><description>${SHORT}</description></item></channel></rss>`, 'big5'), SHORT],
    ['a page whose header is wrong and whose own word is right', 'text/html; charset=iso-8859-1', iconv.encode(PAGE.replace('<head>', '<head><meta charset="gbk">'), 'gbk'), BODY],
    ['a page that header and page call GBK and that is UTF-8', 'text/html; charset=gbk', PAGE.replace('<head>', '<head><meta charset="gbk">'), BODY],
  ])('reads %s', async (_, type, contents, text) => {
    site.serve('/page', type, contents)
    const { articles, issues } = await read('/page')
    expect(issues).toEqual([])
    expect(articles.map((article) => article.text.includes(text))).toEqual([true])
  })

  test('reads packed pages', async () => {
    site.serve('/a', 'text/html', gzipSync(PAGE), { 'content-encoding': 'gzip' })
    expect((await read('/a')).articles[0]?.text).toContain(BODY)
  })

  test('refuses what no reader knows', async () => {
    site.serve('/a', 'image/png', Buffer.from([0x89, 0x50]))
    expect(codes(await read('/a'))).toEqual(['UNKNOWN_KIND'])
  })

  test('goes on with the next input after one that fails', async () => {
    site.serve('/b', 'text/plain', BODY)
    const { articles, issues } = await readAll([`${site.address}/gone`, `${site.address}/b`], { allowPrivate: true })
    expect(articles).toHaveLength(1)
    expect(issues).toMatchObject([{ code: 'FETCH_FAILED', severity: 'error', file: `${site.address}/gone` }])
  })
})

describe('redirects', () => {
  test('are followed, and the last address is the article’s', async () => {
    site.redirect('/old', '/new')
    site.serve('/new', 'text/html', PAGE)
    expect((await read('/old')).articles[0]?.url).toBe(`${site.address}/new`)
  })

  test('do not go round for ever', async () => {
    site.redirect('/a', '/b')
    site.redirect('/b', '/a')
    expect(codes(await read('/a'))).toEqual(['FETCH_FAILED'])
    expect(site.visits.length).toBeLessThan(12)
  })

  test.each(['file:///etc/hostname', 'ftp://example.com/a', 'http://user:secret@example.com/'])('do not lead to %s', async (to) => {
    site.redirect('/a', to)
    const result = await read('/a')
    expect(codes(result)).toEqual(['FETCH_REFUSED'])
    expect(result.issues[0]?.message).not.toContain('secret')
  })
})

describe('the machine’s own network', () => {
  test('is closed by default', async () => {
    site.serve('/a', 'text/html', PAGE)
    const result = await read('/a', { allowPrivate: false })
    expect(codes(result)).toEqual(['FETCH_REFUSED'])
    expect(result.issues[0]?.message).toContain('POLICYGRAPH_FETCH_PRIVATE=1')
    expect(site.visits).toEqual([])
  })

  test.each([
    'localhost', '127.1', '0x7f000001', '0x7f.1', '2130706433', '017700000001', '0177.0.0.1', '127.0.0.1.', '0', '0.0.0.0', '１２７.０.０.１',
    '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:0:0:1]', '[64:ff9b::127.0.0.1]', '[2002:7f00:1::]', '[fe80::1]', '[fd00::1]',
  ])('is closed under the name %s too', async (host) => {
    const port = new URL(site.address).port
    site.serve('/a', 'text/html', PAGE)
    expect(codes(await readAll([`http://${host}:${port}/a`]))).toEqual(['FETCH_REFUSED'])
    expect(site.visits).toEqual([])
  })

  test('is closed to a public name that the name server points there', async () => {
    site.serve('/a', 'text/html', PAGE)
    const port = new URL(site.address).port
    const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    expect(codes(await readAll([`http://news.example:${port}/a`], { resolve }))).toEqual(['FETCH_REFUSED'])
    expect(site.visits).toEqual([])
  })
})

describe('robots.txt', () => {
  test.each<[string, string, readonly string[]]>([
    ['User-agent: *\nDisallow: /', '/a', ['ROBOTS_DISALLOWED']],
    ['User-agent: *\nDisallow: /private/', '/a', []],
    ['User-agent: PolicyGraph\nDisallow: /a', '/a', ['ROBOTS_DISALLOWED']],
    ['User-agent: OtherBot\nDisallow: /', '/a', []],
    ['User-agent: *\nDisallow: /\nAllow: /a', '/a', []],
  ])('%j for %s gives %j', async (rules, path, expected) => {
    site.serve('/robots.txt', 'text/plain', rules)
    site.serve('/a', 'text/html', PAGE)
    expect(codes(await read(path))).toEqual(expected)
    expect(site.visits.some((visit) => visit.path === '/a')).toBe(expected.length === 0)
  })

  test('that cannot be had closes the site', async () => {
    site.on('/robots.txt', (_, response) => response.writeHead(503).end())
    site.serve('/a', 'text/html', PAGE)
    expect(codes(await read('/a'))).toEqual(['ROBOTS_DISALLOWED'])
  })

  test('holds for the address that a redirect leads to', async () => {
    site.serve('/robots.txt', 'text/plain', 'User-agent: *\nDisallow: /closed')
    site.redirect('/a', '/closed')
    site.serve('/closed', 'text/html', PAGE)
    expect(codes(await read('/a'))).toEqual(['ROBOTS_DISALLOWED'])
  })

  test('is asked once a run, and its pause is kept', async () => {
    site.serve('/robots.txt', 'text/plain', 'User-agent: *\nCrawl-delay: 0.3')
    site.serve('/a', 'text/plain', BODY)
    site.serve('/b', 'text/plain', `${BODY}再来一句。`)
    const began = performance.now()
    const { articles } = await readAll([`${site.address}/a`, `${site.address}/b`], { allowPrivate: true })
    expect(articles).toHaveLength(2)
    expect(performance.now() - began).toBeGreaterThan(280)
    expect(site.visits.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/b'])
  })
})

describe('limits', () => {
  test.each<[string, Uint8Array | string, Readonly<Record<string, string>>]>([
    ['plain', 'a'.repeat(5000), {}],
    ['packed', gzipSync('a'.repeat(500_000)), { 'content-encoding': 'gzip' }],
  ])('a page over the limit is not read, %s', async (_, body, headers) => {
    site.serve('/a', 'text/html', body, headers)
    expect(codes(await read('/a', { mostBytes: 1000 }))).toEqual(['TOO_LARGE'])
  })

  test('a page that never ends is not read to its end', async () => {
    site.on('/a', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const timer = setInterval(() => response.write('a'.repeat(400)), 5)
      response.on('close', () => {
        clearInterval(timer)
      })
    })
    expect(codes(await read('/a', { mostBytes: 2000 }))).toEqual(['TOO_LARGE'])
  })

  test.each<[string, (write: (text: string) => void) => void]>([
    ['says nothing', () => undefined],
    ['drips', (write) => { write('<html>') }],
  ])('a site that %s is left after the time limit', async (_, act) => {
    site.on('/a', (_request, response) => {
      act((text) => response.writeHead(200, { 'content-type': 'text/html' }).write(text))
    })
    const began = performance.now()
    expect(codes(await read('/a', { timeoutMs: 300 }))).toEqual(['TIMED_OUT'])
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test('a connection that breaks is reported', async () => {
    site.on('/a', (request) => request.socket.destroy())
    expect(codes(await read('/a'))).toEqual(['FETCH_FAILED'])
  })
})
