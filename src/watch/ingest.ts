import { articleFrom } from '../../ingest/1-read/article-fields.js'
import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import { ingestArticles } from '../../ingest/pipeline.js'
import type { LoadReport } from '../../ingest/6-load/report.js'
import { isIsoDate } from '../answers/dates.js'
import { PolicyGraphError } from '../core/errors.js'
import type { Decider } from '../review/decide.js'
import type { GraphStore } from '../store/port.js'
import type { Watch } from './watch.js'

/** Articles that come in through the API: pasted text, or files that the page has read. */

export const MOST_ARTICLES = 50
/** UTF-16 code units. */
export const LONGEST_TEXT = 200_000
const LONGEST_FIELD = 1_000

export interface ArticleInput {
  readonly text: string
  readonly title?: string | null
  readonly date?: string | null
  readonly source?: string | null
  readonly url?: string | null
  readonly byline?: readonly string[] | null
}

const badInput = (message: string, argument: string): PolicyGraphError => new PolicyGraphError('BAD_INPUT', message, { details: { argument } })

function toRaw(input: ArticleInput, index: number): RawArticle {
  const place = `articles.${index}`
  if (input.text.trim() === '') throw badInput('文章正文不能为空 · an article must have a text', `${place}.text`)
  if (input.text.length > LONGEST_TEXT) throw badInput(`文章不得超过 ${LONGEST_TEXT} 字 · an article has at most ${LONGEST_TEXT} characters`, `${place}.text`)
  for (const [name, value] of Object.entries({ title: input.title, source: input.source, url: input.url, byline: input.byline?.join('、') })) {
    if (value != null && value.length > LONGEST_FIELD) throw badInput(`${name} 不得超过 ${LONGEST_FIELD} 字 · ${name} has at most ${LONGEST_FIELD} characters`, `${place}.${name}`)
  }
  if (input.date != null && !isIsoDate(input.date)) throw badInput('日期应写作 YYYY-MM-DD · a date is written YYYY-MM-DD', `${place}.date`)
  const { title, date, source, url, byline } = input
  return articleFrom({ title: title ?? '', date: date ?? '', source: source ?? '', url: url ?? '', byline: byline ?? [] }, input.text, { file: 'api', index })
}

/** Runs go one after the other: two at once would each look at half of who is who. */
const running = new WeakMap<GraphStore, Promise<unknown>>()

/**
 * Reads articles into the graph, tells the listeners, and logs the act. The id of an article is made from its text, so the same text
 * comes in once. A run that is broken off since the server stops says so in its report. BAD_INPUT changes nothing; trouble with single articles is told in the report.
 */
export async function ingestInputs(store: GraphStore, who: Decider, inputs: readonly ArticleInput[], watch: Watch): Promise<LoadReport> {
  if (inputs.length === 0 || inputs.length > MOST_ARTICLES) throw badInput(`一次 1 至 ${MOST_ARTICLES} 篇 · 1 to ${MOST_ARTICLES} articles at once`, 'articles')
  const raw = inputs.map(toRaw)
  const run = async (): Promise<LoadReport> => {
    const report = await ingestArticles(store, raw, {
      totalCharacters: raw.reduce((sum, { text }) => sum + text.length, 0),
      onProgress: (state) => { watch.progress.send(state) },
      ...(watch.stopping === undefined ? {} : { signal: watch.stopping }),
    })
    watch.reported(report)
    const ids = [...new Set(raw.map(({ id }) => id))]
    const stored = (await store.read('articles-hashes', { ids })).map((row) => String(row['id']))
    if (report.articles.added + report.articles.changed > 0 && stored.length > 0) {
      await store.record([{ at: new Date().toISOString(), actor: who.actor, role: who.role, kind: 'INGEST', targets: stored, decision: 'DONE', detail: '', reason: '' }])
      await watch.announce(stored)
    }
    return report
  }
  const before = running.get(store) ?? Promise.resolve()
  const mine = before.catch(() => undefined).then(run)
  running.set(store, mine)
  return mine
}
