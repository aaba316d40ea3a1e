/** Checks each stored article: its text, its mentions and its evidence against the text. */
import { parseOffsetMap } from '../../ingest/2-clean/offset-map.js'
import { textHash } from '../core/ids.js'
import type { Mention } from '../core/records.js'
import { cleanSpan, rawSpan, sliceSpan } from '../core/span.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { finding, type Finding } from './finding.js'

const str = (row: StoreRow, column: string): string => String(row[column])
const num = (row: StoreRow, column: string): number => Number(row[column])

function evidenceFindings(article: StoreRow, evidence: StoreRow): readonly Finding[] {
  const id = str(evidence, 'id')
  const raw = rawSpan(num(evidence, 'rawStart'), num(evidence, 'rawEnd'))
  const span = cleanSpan(num(evidence, 'spanStart'), num(evidence, 'spanEnd'))
  const quote = str(evidence, 'quote')
  const found: Finding[] = []
  if (str(evidence, 'textHash') !== str(article, 'textHash')) found.push(finding('HASH_STALE', id, str(article, 'id')))
  if (quote === '' || quote !== sliceSpan(str(article, 'rawText'), raw)) found.push(finding('QUOTE_BROKEN', id, quote))
  if (str(evidence, 'cleanQuote') !== sliceSpan(str(article, 'cleanText'), span)) found.push(finding('CLEAN_QUOTE_BROKEN', id, str(evidence, 'cleanQuote')))
  const back = parseOffsetMap(str(article, 'offsets')).toRaw(span)
  if (back.start !== raw.start || back.end !== raw.end) found.push(finding('SPAN_BROKEN', id, `${back.start}–${back.end}, ${raw.start}–${raw.end}`))
  return found
}

function mentionFindings(article: StoreRow, row: StoreRow): readonly Finding[] {
  const mentions = JSON.parse(str(row, 'mentions')) as readonly Mention[]
  return mentions
    .filter(({ text, clean, raw, span }) => text === '' || text !== sliceSpan(str(article, 'rawText'), raw) || clean !== sliceSpan(str(article, 'cleanText'), span))
    .map(({ text, raw }) => finding('MENTION_BROKEN', str(row, 'entityId'), `${str(article, 'id')} ${raw.start}–${raw.end} ${text}`))
}

/** Findings of the articles with these ids. */
export async function verifyArticles(store: GraphStore, ids: readonly string[]): Promise<readonly Finding[]> {
  const articles = await store.read('articles-by-ids', { ids })
  const byId = new Map(articles.map((article) => [str(article, 'id'), article]))
  const texts = articles.filter((article) => textHash(str(article, 'rawText')) !== str(article, 'textHash')).map((article) => finding('TEXT_CHANGED', str(article, 'id')))
  const ofRows = (rows: readonly StoreRow[], check: (article: StoreRow, row: StoreRow) => readonly Finding[]): readonly Finding[] =>
    rows.flatMap((row) => {
      const article = byId.get(str(row, 'articleId'))
      return article === undefined ? [] : check(article, row)
    })
  const evidence = ofRows(await store.read('evidence-of-articles', { ids }), evidenceFindings)
  const mentions = ofRows(await store.read('mentions-of-articles', { ids }), mentionFindings)
  return [...texts, ...evidence, ...mentions]
}
