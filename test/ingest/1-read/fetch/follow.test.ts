import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WebOptions } from '../../../../ingest/1-read/read.js'
import { readAll, type Collected } from '../collect.js'
import { LocalSite } from './local-site.js'

const site = new LocalSite()
const folder = mkdtempSync(join(tmpdir(), 'policygraph-follow-'))
beforeAll(() => site.open())
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  site.reset()
})

const SUMMARY = '林望到云帆重工调研……'
const FULL = '8月9日，青浦湾市市长林望到云帆重工调研，要求加快推进望海湾协同区建设。云帆重工负责人介绍了新船坞的进展，林望希望企业尽快投产。'
const LONG = FULL.repeat(6)
const page = (body: string): string => `<html><head><title>青浦湾网</title><meta name="ContentSource" content="青浦湾日报"></head><body><h1>市长调研</h1><p>2023-08-12</p><div><p>${body}</p></div></body></html>`
const item = (description: string, path: string): string => `<item><title>林望调研云帆重工</title><link>${site.address}${path}</link><pubDate>Wed, 09 Aug 2023 08:00:00 +0800</pubDate><description>${description}</description></item>`
const feed = (...items: readonly string[]): string => `<?xml version="1.0"?><rss><channel><title>要闻</title>${items.join('')}</channel></rss>`

const read = (options: WebOptions = {}): Promise<Collected> => readAll([`${site.address}/rss`], { allowPrivate: true, follow: true, ...options })
const paths = (): readonly string[] => site.visits.map(({ path }) => path)

describe('following the items of a feed', () => {
  test('reads the page of an item that has only a summary', async () => {
    site.serve('/rss', 'application/rss+xml', feed(item(SUMMARY, '/1.html')))
    site.serve('/1.html', 'text/html', page(FULL))
    const { articles, issues } = await read()
    expect(issues).toEqual([])
    expect(articles).toMatchObject([{ title: '林望调研云帆重工', date: '2023-08-09', source: '青浦湾日报', url: `${site.address}/1.html`, origin: { file: `${site.address}/rss`, index: 0 } }])
    expect(articles[0]?.text).toContain(FULL)
  })

  test('is not done unasked', async () => {
    site.serve('/rss', 'application/rss+xml', feed(item(SUMMARY, '/1.html')))
    const { articles } = await read({ follow: false })
    expect(articles.map(({ text }) => text)).toEqual([SUMMARY])
    expect(paths()).toEqual(['/robots.txt', '/rss'])
  })

  test('leaves items alone that have their full text', async () => {
    site.serve('/rss', 'application/rss+xml', feed(item(LONG, '/1.html')))
    expect((await read()).articles.map(({ text }) => text)).toEqual([LONG])
    expect(paths()).not.toContain('/1.html')
  })

  test.each([`${LONG}阅读全文`, `${LONG}[...]`, `${LONG}…`])('reads on where a long item says that it goes on (%#)', async (begun) => {
    site.serve('/rss', 'application/rss+xml', feed(item(begun, '/1.html')))
    site.serve('/1.html', 'text/html', page(`${LONG}${LONG}`))
    expect((await read()).articles[0]?.text).toContain(`${LONG}${LONG}`)
  })

  test('reads an item without any text from its page', async () => {
    site.serve('/rss', 'application/rss+xml', feed(item('', '/1.html')))
    site.serve('/1.html', 'text/html', page(FULL))
    const { articles, issues } = await read()
    expect(issues).toEqual([])
    expect(articles[0]?.text).toContain(FULL)
  })

  test('works for a feed that was saved to a file', async () => {
    const file = join(folder, 'saved.rss')
    writeFileSync(file, feed(item(SUMMARY, '/1.html')))
    site.serve('/1.html', 'text/html', page(FULL))
    const { articles } = await readAll([file], { allowPrivate: true, follow: true })
    expect(articles[0]?.text).toContain(FULL)
  })

  test('takes, from a page with several articles, the one with the title of the item', async () => {
    const part = (title: string, body: string): string => `<article><h2>${title}</h2><p>${body}</p></article>`
    site.serve('/rss', 'application/rss+xml', feed(item(SUMMARY, '/list.html')))
    site.serve('/list.html', 'text/html', `<html><body>${part('海立大学招生', FULL.replaceAll('林望', '江晓'))}${part('林望调研云帆重工', FULL)}</body></html>`)
    const { articles } = await read()
    expect(articles).toHaveLength(1)
    expect(articles[0]?.text).toContain('市长林望')
  })
})

describe('an item keeps its summary, and that is reported, when its page', () => {
  test.each<[string, () => void]>([
    ['is not there', () => undefined],
    ['is closed by robots.txt', () => {
      site.serve('/robots.txt', 'text/plain', 'User-agent: *\nDisallow: /1.html')
      site.serve('/1.html', 'text/html', page(FULL))
    }],
    ['says no more', () => { site.serve('/1.html', 'text/html', '<html><body><p>请登录。</p></body></html>') }],
    ['is a picture', () => { site.serve('/1.html', 'image/png', Buffer.from([0x89, 0x50])) }],
    ['is too large', () => { site.serve('/1.html', 'text/html', page('大'.repeat(5000))) }],
    ['is a list in which it does not stand', () => {
      const part = (title: string): string => `<article><h2>${title}</h2><p>${title}${FULL}</p></article>`
      site.serve('/1.html', 'text/html', `<html><body>${part('其一')}${part('其二')}</body></html>`)
    }],
  ])('%s', async (_, serve) => {
    site.serve('/rss', 'application/rss+xml', feed(item(SUMMARY, '/1.html')))
    serve()
    const { articles, issues } = await read({ mostBytes: 4000 })
    expect(articles.map(({ text }) => text)).toEqual([SUMMARY])
    expect(issues).toMatchObject([{ code: 'NOT_FOLLOWED', severity: 'warning', file: `${site.address}/rss` }])
  })

  test('lies in the machine’s own network', async () => {
    const file = join(folder, 'inward.rss')
    writeFileSync(file, feed(item(SUMMARY, '/1.html')))
    site.serve('/1.html', 'text/html', page(FULL))
    const { articles, issues } = await readAll([file], { follow: true })
    expect(articles.map(({ text }) => text)).toEqual([SUMMARY])
    expect(issues.map(({ message }) => message.includes('POLICYGRAPH_FETCH_PRIVATE=1'))).toEqual([true])
    expect(site.visits).toEqual([])
  })
})
