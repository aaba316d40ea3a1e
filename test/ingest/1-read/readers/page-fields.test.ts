import { describe, expect, test } from '@jest/globals'
import { readHtml } from '../../../../ingest/1-read/readers/html.js'
import type { RawArticle } from '../../../../ingest/1-read/raw-article.js'
import { readContents } from '../collect.js'

const TEXT = '8月9日，青浦湾市市长林望到云帆重工调研。他要求加快推进望海湾协同区建设，支持企业做大做强，尽快形成产业集群。云帆重工负责人介绍了情况。'
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`
const og = (property: string, content: string): string => `<meta property="${property}" content="${content}">`
const linked = (data: unknown): string => `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`
const news = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...fields })

const page = (head: string, body = `<div><p>${TEXT}</p></div>`): string => `<html><head>${head}</head><body>${body}</body></html>`

async function fieldsOf(contents: string, from?: string): Promise<RawArticle> {
  const { articles, issues } = await readContents(readHtml, contents, from)
  expect(issues).toEqual([])
  expect(articles).toHaveLength(1)
  return articles[0] as RawArticle
}

describe('a page says of itself', () => {
  test.each<[string, string, Partial<RawArticle>]>([
    ['in the names of government sites', meta('SiteName', '青浦湾市人民政府') + meta('ArticleTitle', '林望调研云帆重工') + meta('PubDate', '2023-08-09 12:05') + meta('ContentSource', '青浦湾日报') + meta('Author', '江晓') + '<title>要闻_青浦湾市人民政府</title>',
      { title: '林望调研云帆重工', date: '2023-08-09', source: '青浦湾日报', byline: ['江晓'] }],
    ['in Open Graph', og('og:title', '林望调研云帆重工_青浦湾网') + og('og:site_name', '青浦湾网') + og('article:published_time', '2023-08-09T12:05:00+08:00') + og('article:author', '江晓'),
      { title: '林望调研云帆重工', date: '2023-08-09', source: '青浦湾网', byline: ['江晓'] }],
    ['as schema.org', linked(news({ headline: '林望调研云帆重工', datePublished: '2023-08-09', author: [{ '@type': 'Person', name: '江晓' }, '顾言'], publisher: { '@type': 'Organization', name: '青浦湾日报' } })),
      { title: '林望调研云帆重工', date: '2023-08-09', source: '青浦湾日报', byline: ['江晓', '顾言'] }],
    ['within a graph', linked({ '@context': 'https://schema.org', '@graph': [{ '@type': 'BreadcrumbList' }, { '@type': 'WebPage', mainEntity: { '@type': ['Article', 'Thing'], headline: '林望调研云帆重工', datePublished: '2023-08-09' } }] }),
      { title: '林望调研云帆重工', date: '2023-08-09' }],
    ['as Baidu asks', linked({ '@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld', '@id': 'https://news.example/1.html', title: '林望调研云帆重工', pubDate: '2023-08-09T12:05:00' }),
      { title: '林望调研云帆重工', date: '2023-08-09' }],
    ['with line breaks in its strings and a comma too many', linked('<!--\n{"@type": "NewsArticle", "headline": "林望调研云帆重工", "description": "一行\n又一行", "datePublished": "2023-08-09",}\n-->'),
      { title: '林望调研云帆重工', date: '2023-08-09' }],
    ['in digits', meta('publishdate', '20230809'), { date: '2023-08-09' }],
    ['by a time', '<title>林望调研云帆重工 - 青浦湾网</title><time datetime="2023-08-09">上周</time>', { title: '林望调研云帆重工', date: '2023-08-09' }],
    ['nothing', '', { title: '', date: '', source: '', byline: [] }],
  ])('%s', async (_, head, expected) => {
    expect(await fieldsOf(page(head))).toMatchObject({ ...expected, text: TEXT })
  })
})

describe('where a page contradicts itself', () => {
  const own = news({ headline: '甲', datePublished: '2023-01-01', author: { name: '江晓' }, publisher: { name: '青浦湾网' } })
  test.each<[string, string, Partial<RawArticle>]>([
    ['schema.org goes before meta names', linked(own) + meta('ArticleTitle', '乙') + meta('PubDate', '2023-02-02') + meta('Author', '顾言'), { title: '甲', date: '2023-01-01', byline: ['江晓'] }],
    ['government names go before Open Graph', og('og:title', '乙') + meta('ArticleTitle', '甲') + og('article:published_time', '2023-02-02') + meta('PubDate', '2023-01-01'), { title: '甲', date: '2023-01-01' }],
    ['the origin of a reprint goes before its publisher', linked(own) + meta('ContentSource', '来源：海立日报') + og('og:site_name', '青浦湾网'), { source: '海立日报' }],
    ['a date that is none gives way to the next', meta('PubDate', '无') + og('article:published_time', '2023-01-01'), { date: '2023-01-01' }],
    ['the description of this page goes before that of another', linked([news({ headline: '丙', datePublished: '2020-01-01' }), own]) + og('og:title', '甲'), { title: '甲', date: '2023-01-01' }],
    ['descriptions of other pages only are left alone', linked([news({ headline: '丙', datePublished: '2020-01-01' }), news({ headline: '丁', datePublished: '2020-01-02' })]) + og('og:title', '甲'), { title: '甲', date: '' }],
    ['a broken description does no harm', linked('{"@type": "NewsArticle", "headline"') + meta('PubDate', '2023-01-01'), { date: '2023-01-01' }],
  ])('%s', async (_, head, expected) => {
    expect(await fieldsOf(page(head))).toMatchObject(expected)
  })

  test('the description is found by the address of the page too', async () => {
    const data = [news({ headline: '丙', url: 'https://news.example/2.html', datePublished: '2020-01-01' }), news({ headline: '一个更短的题目', mainEntityOfPage: { '@id': 'http://news.example/1.html' }, datePublished: '2023-01-01' })]
    expect(await fieldsOf(page(linked(data)), 'https://news.example/1.html')).toMatchObject({ title: '一个更短的题目', date: '2023-01-01' })
  })
})

describe('a byline', () => {
  test.each<[string, readonly string[]]>([
    ['江晓', ['江晓']],
    ['本报记者 江晓 通讯员 顾言', ['江晓', '顾言']],
    ['记者：江晓、顾言', ['江晓', '顾言']],
    ['责任编辑：沈方', ['沈方']],
    ['文/江晓', ['江晓']],
    ['阿依努尔·买买提', ['阿依努尔·买买提']],
    ['admin', []],
    ['https://social.example/paper', []],
    ['青浦湾网', []],
  ])('%j → %j', async (author, expected) => {
    expect((await fieldsOf(page(meta('SiteName', '青浦湾网') + meta('author', author)))).byline).toEqual(expected)
  })

  test('names no organization', async () => {
    expect((await fieldsOf(page(linked(news({ headline: '甲', author: { '@type': 'NewsMediaOrganization', name: '青浦湾日报' } })) + meta('author', '江晓')))).byline).toEqual(['江晓'])
  })
})

test('a page drawn by scripts is read from its description', async () => {
  const head = linked(news({ headline: '甲', articleBody: TEXT }))
  expect((await fieldsOf(page(head, '<div id="app"></div>'))).text).toBe(TEXT)
})

test('the articles of a page take what is described of each', async () => {
  const parts = ['其一', '其二'].map((title) => `<article><h2>${title}</h2><p>${title}。${TEXT}</p></article>`).join('')
  const data = ['其二', '其一'].map((headline, index) => news({ headline, datePublished: `2023-01-0${index + 1}`, author: { name: headline === '其一' ? '江晓' : '顾言' }, publisher: { name: '青浦湾日报' } }))
  const { articles } = await readContents(readHtml, page(linked({ '@graph': data }), parts))
  expect(articles).toMatchObject([{ title: '其一', date: '2023-01-02', byline: ['江晓'], source: '青浦湾日报' }, { title: '其二', date: '2023-01-01', byline: ['顾言'] }])
})
