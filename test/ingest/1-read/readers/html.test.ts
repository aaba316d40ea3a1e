import { describe, expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import { readHtml } from '../../../../ingest/1-read/readers/html.js'
import { readContents } from '../collect.js'

const ONE = '8月9日，青浦湾市市长林望到云帆重工调研。他要求加快推进望海湾协同区建设，支持企业做大做强，尽快形成产业集群。云帆重工负责人介绍了情况。'
const TWO = '8月10日，海立大学与云帆重工签署合作协议，双方将共建船舶研究院，培养急需人才。青浦湾市副市长江晓出席签约仪式，并为研究院揭牌。校企双方代表发言。'

const NAVIGATION = '<div class="top-nav"><a href="/">首页</a><a href="/news">新闻</a></div>'
const FOOT = '<div class="copyright">青浦湾网版权所有 2001年1月1日</div>'
const page = (body: string, head = ''): string => `<!DOCTYPE html><html><head><title>要闻_青浦湾网</title>${head}</head><body>${NAVIGATION}${body}${FOOT}</body></html>`

const LISTED = page(`<main>
<article><header><h2><a href="/1.html">林望调研云帆重工</a></h2><p>2023年8月9日 来源：青浦湾日报 记者 江晓</p></header><p>${ONE}</p></article>
<article><h2>海立大学与云帆重工签约</h2><time datetime="2023-08-10T09:00:00+08:00">昨天</time><span itemprop="author">顾言、沈方</span><p>${TWO}</p><div class="share">分享到</div></article>
<article class="card"><h3>更多新闻</h3><p>点击查看。</p></article></main>`)

describe('a page with one article', () => {
  const plain = page(`<h1>林望调研云帆重工</h1><div class="info">2023-08-09 12:05 来源：青浦湾日报</div><div id="zoom"><p>${ONE}</p><p>${TWO}</p></div><div class="related"><p>相关阅读：${ONE}</p></div>`, '<meta name="author" content="江晓、顾言"><link rel="canonical" href="https://news.example/1.html">')

  test('gives its text without navigation, and what the page says of it', async () => {
    const { articles, issues } = await readContents(readHtml, plain)
    expect(issues).toEqual([])
    expect(articles).toMatchObject([{ title: '林望调研云帆重工', date: '2023-08-09', source: '青浦湾日报', url: 'https://news.example/1.html', byline: ['江晓', '顾言'], text: `${ONE}\n${TWO}` }])
  })

  test.each<[string, string]>([['gb18030', 'utf-8'], ['utf-8', 'gb2312'], ['big5', 'big5'], ['utf-16le', 'utf-8']])('in %s that calls itself %s is read right', async (real, said) => {
    const text = real === 'big5' ? '八月九日，市長到雲帆重工調研，要求加快推進產業發展，支持企業。' : ONE
    const contents = iconv.encode(page(`<div><p>${text}</p></div>`, `<meta charset="${said}">`), real, { addBOM: real === 'utf-16le' })
    expect((await readContents(readHtml, contents)).articles[0]?.text).toBe(text)
  })

  test.each<[string, string, string]>([
    ['https://news.example/1.html', 'https://news.example/print?id=1', 'https://news.example/1.html'],
    ['/1.html', 'https://news.example/print?id=1', 'https://news.example/1.html'],
    ['https://other.example/', 'https://news.example/1.html', 'https://news.example/1.html'],
    ['javascript:alert(1)', 'https://news.example/1.html', 'https://news.example/1.html'],
    ['', 'https://news.example/1.html', 'https://news.example/1.html'],
  ])('that calls itself %s and came from %s has the address %s', async (said, from, expected) => {
    const contents = page(`<p>${ONE}</p>`, `<link rel="canonical" href="${said}">`)
    expect((await readContents(readHtml, contents, from)).articles[0]?.url).toBe(expected)
  })

  test('stays one when a card beside it is marked as an article too', async () => {
    const contents = page(`<article><h1>林望调研云帆重工</h1><p>${ONE}</p><p>${TWO}</p></article><article><h3>更多</h3><p>点击查看。</p></article>`)
    expect((await readContents(readHtml, contents)).articles.map(({ title }) => title)).toEqual(['林望调研云帆重工'])
  })
})

describe('a page with several articles', () => {
  test('gives each with its own heading, date, byline and link; teasers are left out', async () => {
    const { articles, issues } = await readContents(readHtml, LISTED, 'https://news.example/list.html')
    expect(issues).toEqual([])
    expect(articles).toMatchObject([
      { title: '林望调研云帆重工', date: '2023-08-09', source: '青浦湾日报', byline: ['江晓'], url: 'https://news.example/1.html', text: ONE, origin: { index: 0 } },
      { title: '海立大学与云帆重工签约', date: '2023-08-10', byline: ['顾言', '沈方'], url: 'https://news.example/list.html', origin: { index: 1 } },
    ])
    expect(articles[1]?.text).toContain(TWO)
    expect(articles[1]?.text).not.toContain('分享到')
  })

  test('marked by schema.org are told apart within a frame', async () => {
    const part = (title: string, text: string): string => `<div itemscope itemtype="https://schema.org/NewsArticle"><div itemprop="headline">${title}</div><meta itemprop="datePublished" content="2024-01-02"><p>${text}</p></div>`
    const { articles } = await readContents(readHtml, page(`<article><h1>要闻</h1>${part('其一', ONE)}${part('其二', TWO)}</article>`))
    expect(articles).toMatchObject([{ title: '其一', date: '2024-01-02', text: ONE }, { title: '其二', date: '2024-01-02', text: TWO }])
  })
})

test('a page without running text is reported', async () => {
  const { articles, issues } = await readContents(readHtml, '<html><body><script>1</script></body></html>')
  expect(articles).toEqual([])
  expect(issues.map(({ code }) => code)).toEqual(['EMPTY_TEXT'])
})
