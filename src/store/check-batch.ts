import type { ArticleGraph } from '../core/records.js'
import { PolicyGraphError } from '../core/errors.js'
import { sliceSpan } from '../core/span.js'

/** What a store demands of articles before it opens a transaction. */

function checkArticle({ article, entities, evidence }: ArticleGraph): void {
  const bad = (message: string, details: Readonly<Record<string, unknown>>): PolicyGraphError =>
    new PolicyGraphError('BAD_INPUT', message, { details: { articleId: article.id, ...details } })
  if (article.id === '') throw bad('文章缺少编号 · an article has no id', { title: article.title })
  if (/[\ud800-\udfff]/.test(article.rawText) && /\p{Surrogate}/u.test(article.rawText)) throw bad(`文章 ${article.id} 含有半个代理对 · the text holds half a surrogate pair`, {})
  const known = new Set(entities.map((entity) => entity.id))
  if (known.size !== entities.length) throw bad(`文章 ${article.id} 重复列出同一实体 · the article lists an entity twice`, {})
  for (const item of evidence) {
    if (item.articleId !== article.id) throw bad(`证据 ${item.id} 属于另一篇文章 · evidence of another article`, { evidenceId: item.id })
    for (const end of [item.subjectId, item.objectId, item.speakerId])
      if (end !== '' && !known.has(end)) throw bad(`证据 ${item.id} 的实体不在文章的实体表中 · evidence names an entity that its article does not list`, { evidenceId: item.id, entityId: end })
    if (item.quote === '' || item.quote !== sliceSpan(article.rawText, item.raw))
      throw new PolicyGraphError('BROKEN_EVIDENCE', `证据 ${item.id} 的引句与原文不符 · the quote is not the raw text at its span`, {
        details: { articleId: article.id, evidenceId: item.id, raw: item.raw },
      })
  }
}

/** The articles to write, one per id, each sound. Throws BAD_INPUT or BROKEN_EVIDENCE. */
export function checkBatch(articles: readonly ArticleGraph[]): readonly ArticleGraph[] {
  for (const graph of articles) checkArticle(graph)
  return [...new Map(articles.map((graph) => [graph.article.id, graph])).values()]
}
