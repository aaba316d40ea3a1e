import { describe, expect, test } from '@jest/globals'
import { readFeed } from '../../../../ingest/1-read/readers/feed.js'
import { readContents } from '../collect.js'

const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>青浦湾日报</title><link>https://news.example/</link><image><title>图标</title></image>
<item><title>林望调研云帆重工 &amp; 海立大学</title><link>https://news.example/1.html</link><pubDate>Wed, 09 Aug 2023 00:30:00 +0800</pubDate><dc:creator>江晓</dc:creator>
<description>林望到云帆重工调研。</description><content:encoded><![CDATA[<p>8月9日，林望到云帆重工调研。</p><script>alert(1)</script><p>他要求加快建设。</p>]]></content:encoded></item>
<item><title>第二则</title><guid isPermaLink="true">https://news.example/2.html</guid><pubDate>2023-08-10 08:00</pubDate><source url="https://other.example/rss">海立网</source><description>&lt;p&gt;只有摘要。&lt;/p&gt;</description></item>
</channel></rss>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>青浦湾发布</title>
<entry><title type="html">&lt;b&gt;协同区&lt;/b&gt;启动</title><link rel="self" href="https://news.example/atom/1"/><link href="/3.html"/><published>2024-01-02T23:00:00Z</published><updated>2024-02-01T00:00:00Z</updated>
<author><name>江晓</name><email>a@example.com</email></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>1月2日，协同区启动。</p><p>林望出席。</p></div></content><summary>启动。</summary></entry></feed>`

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>老式站点</title></channel><item><title>旧闻</title><link>https://news.example/4.html</link><dc:date>2020-05-06</dc:date><description>一句话。</description></item></rdf:RDF>`

describe('readFeed', () => {
  test('takes full text before summary, and what an item says of itself', async () => {
    const { articles, issues } = await readContents(readFeed, RSS)
    expect(issues).toEqual([])
    expect(articles).toMatchObject([
      { title: '林望调研云帆重工 & 海立大学', date: '2023-08-09', source: '青浦湾日报', url: 'https://news.example/1.html', byline: ['江晓'], text: '8月9日，林望到云帆重工调研。\n他要求加快建设。', origin: { index: 0 } },
      { title: '第二则', date: '2023-08-10', source: '海立网', url: 'https://news.example/2.html', byline: [], text: '只有摘要。', origin: { index: 1 } },
    ])
  })

  test('reads Atom, links against the address of the feed', async () => {
    const { articles } = await readContents(readFeed, ATOM, 'https://news.example/atom.xml')
    expect(articles).toMatchObject([{ title: '协同区启动', date: '2024-01-02', source: '青浦湾发布', url: 'https://news.example/3.html', byline: ['江晓'], text: '1月2日，协同区启动。\n林望出席。' }])
  })

  test('reads RSS 1.0', async () => {
    expect((await readContents(readFeed, RDF)).articles).toMatchObject([{ title: '旧闻', date: '2020-05-06', source: '老式站点', url: 'https://news.example/4.html', text: '一句话。' }])
  })

  test.each(['javascript:alert(1)', 'file:///etc/hostname', 'not an address'])('keeps no link like %s', async (link) => {
    expect((await readContents(readFeed, `<rss><channel><item><link>${link}</link><description>一句话。</description></item></channel></rss>`)).articles[0]?.url).toBe('')
  })

  test.each(['<urlset><url/></urlset>', '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', '', 'text'])('reports %j as no feed', async (contents) => {
    const { articles, issues } = await readContents(readFeed, contents)
    expect(articles).toEqual([])
    expect(issues.map(({ code }) => code)).toEqual(['NOT_A_FEED'])
  })
})
