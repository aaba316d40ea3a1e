import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { articleFrom } from '../../ingest/1-read/article-fields.js'
import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import { projectPath } from '../../src/core/paths.js'

/** About `characters` of news: the shared collection where it is at hand, else the samples over and over. */
export function benchCorpus(characters: number, shared: string): { readonly name: string; readonly articles: readonly RawArticle[] } {
  const file = `${shared}/corpora/articles_news.jsonl.gz`
  if (existsSync(file)) {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter((line) => line !== '')
    return { name: 'articles_news', articles: take(lines.map((line, index) => articleFrom(JSON.parse(line) as Record<string, unknown>, (JSON.parse(line) as { text: string }).text, { file, index })), characters) }
  }
  const texts = readdirSync(projectPath('samples')).filter((name) => name.endsWith('.md')).sort().map((name) => readFileSync(projectPath('samples', name), 'utf8'))
  const endless = Array.from({ length: Math.ceil(characters / 400) }, (_, index) => articleFrom({ id: `sample-${index}` }, texts[index % texts.length] ?? '', { file: 'samples', index }))
  return { name: 'samples, repeated', articles: take(endless, characters) }
}

function take(articles: readonly RawArticle[], characters: number): RawArticle[] {
  const taken: RawArticle[] = []
  let sum = 0
  for (const article of articles) {
    if (sum >= characters) break
    taken.push(article)
    sum += article.text.length
  }
  return taken
}

const SURNAMES = '赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳史唐薛雷贺倪汤罗毕郝邬安常乐于时傅齐康伍余顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计成戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭'
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志文海燕玉兰春生宏'

/** One sentence that lists `count` invented names. */
export function nameList(count: number): string {
  const names = Array.from({ length: count }, (_, i) => SURNAMES.charAt(i % SURNAMES.length) + GIVEN.charAt((i * 7) % GIVEN.length) + GIVEN.charAt((i * 13 + 5) % GIVEN.length))
  return `云澜市市长${names.join('、')}出席第三届云澜新材料产业大会。`
}
