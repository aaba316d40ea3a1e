import type { RunContext } from '../stage.js'
import type { PageFetcher } from './fetch/fetch-page.js'
import type { RawArticle } from './raw-article.js'
import { isAddress, readPage } from './read-page.js'

/** Pages that are followed in one run at most; the rest keep their summaries. */
const MOST_PAGES = 500

/**
 * Gives a feed item that has only a summary the text of the page that it links to, fetched as any other address is: robots.txt,
 * limits and the guard of the own network hold. Title, date and byline are the feed's where it has them, source and address the
 * page's. An item whose page cannot be had, or says less than the summary, keeps its summary, and that is reported
 * (NOT_FOLLOWED, a warning, with the reason).
 */
export function openFollower(fetcher: PageFetcher, context: RunContext): (item: RawArticle) => Promise<RawArticle> {
  let followed = 0
  return async (item) => {
    if (item.summary !== true || !isAddress(item.url)) return item
    const { file, index } = item.origin
    const keep = (reason: string): RawArticle => {
      context.report({ code: 'NOT_FOLLOWED', severity: 'warning', file, message: `第 ${index + 1} 条的链接未能跟进，只留摘要：${reason} · item ${index + 1} keeps its summary` })
      return item
    }
    if (followed >= MOST_PAGES) return keep(`已跟进 ${MOST_PAGES} 页，达到一次运行的上限 · the most pages of one run`)
    followed += 1
    let reason = `${item.url} 没有正文 · no text there`
    const found: RawArticle[] = []
    for await (const article of readPage(item.url, fetcher, { report: ({ message }) => { reason = message } })) found.push(article)
    // of several articles on the page, the one that the item announces
    const page = found.length > 1 ? found.find(({ title }) => title === item.title) : found[0]
    if (page === undefined) return keep(found.length > 1 ? `${item.url} 有多篇文章，没有一篇是这个标题 · several articles there, none with this title` : reason)
    if (page.text.length <= item.text.length) return keep(`${item.url} 的正文不比摘要长 · the page says no more than the summary`)
    return {
      ...page,
      title: item.title || page.title,
      date: item.date || page.date,
      source: page.source || item.source,
      byline: item.byline.length > 0 ? item.byline : page.byline,
      origin: item.origin,
    }
  }
}
