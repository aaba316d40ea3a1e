import { splitSentences } from '../../ingest/3-extract/sentences.js'
import { parseOffsetMap } from '../../ingest/2-clean/offset-map.js'
import type { EntityKind, Strength } from '../../schema/ontology/index.js'
import type { ArticleRecord, Evidence, Mention } from '../core/records.js'
import { contains, overlaps, sliceSpan, type CleanSpan } from '../core/span.js'
import type { GraphStore } from '../store/port.js'
import type { LinkFact, Reason } from './paths.js'
import { int, mentionsOf, text, toArticle } from './rows.js'

/**
 * CO_MENTIONED facts: never stored, derived from who is named where. The id `co_<a>_<b>` holds both ends, sorted, so a
 * fact can be found again from its id alone.
 */

/** Rule id on the evidence of such a fact. */
export const CO_MENTION_RULE = 'co-mention/1'
/** Pairs of entity and article that one question looks at. */
export const ROW_LIMIT = 5_000
export const CUT: Reason = { code: 'CO_MENTIONS_CUT', zh: `同文提及过多，只看了 ${ROW_LIMIT} 处`, en: `too many co-mentions; ${ROW_LIMIT} of them were looked at` }
const CO_ID = /^co_([a-z]_[0-9a-f]{16})_([a-z]_[0-9a-f]{16})$/

/** One article that names both ends. */
export interface SharedArticle {
  readonly articleId: string
  readonly date: string
  /** Mentions of the fact's subject and of its object, in text order. */
  readonly subject: readonly Mention[]
  readonly object: readonly Mention[]
  /** Some sentence names both. */
  readonly oneSentence: boolean
}

export interface CoMention {
  readonly fact: LinkFact
  /** Articles with both in one sentence first, then the latest, then by id. */
  readonly articles: readonly SharedArticle[]
}

const sortedPair = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a])

export const coMentionId = (a: string, b: string): string => `co_${sortedPair(a, b).join('_')}`

/** The two ends that a co-mention id names, or undefined when it is no such id. */
export function endsOfCoMention(id: string): readonly [string, string] | undefined {
  const [, a, b] = CO_ID.exec(id) ?? []
  return a !== undefined && b !== undefined && a < b ? [a, b] : undefined
}

const latestFirst = (a: SharedArticle, b: SharedArticle): number =>
  Number(b.oneSentence) - Number(a.oneSentence) || (a.date === b.date ? (a.articleId < b.articleId ? -1 : 1) : a.date > b.date ? -1 : 1)

function coMentionOf(id: string, [subjectId, objectId]: readonly [string, string], shared: readonly SharedArticle[], asOf: string): CoMention {
  const articles = [...shared].sort(latestFirst)
  const dates = articles.map(({ date }) => date).filter((date) => date !== '').sort()
  const strength: Strength = articles[0]?.oneSentence === true ? 'CO_SENTENCE' : 'CO_ARTICLE'
  return {
    articles,
    fact: {
      id, type: 'CO_MENTIONED', subjectId, objectId, title: '', modality: 'ASSERTED', strength, speakerId: '',
      firstSeen: dates[0] ?? '', lastSeen: dates.at(-1) ?? '', articleCount: articles.length,
      evidenceCount: articles.reduce((sum, { oneSentence }) => sum + (oneSentence ? 1 : 2), 0),
      open: true, closedWhy: '', articleIds: articles.map(({ articleId }) => articleId).sort(), ...(asOf === '' ? {} : { asOf }),
    },
  }
}

export interface CoMentionQuery {
  readonly ids: readonly string[]
  /** Only with these: the longer list of the two, if one is. */
  readonly otherIds?: readonly string[]
  /** Without `otherIds`: only with entities of these kinds; any when absent. */
  readonly kinds?: readonly EntityKind[]
  /** ISO date: later articles are not seen. */
  readonly asOf?: string | undefined
}

export interface CoMentions {
  readonly found: readonly CoMention[]
  /** Set when the rows were cut to bound the work. */
  readonly notes: readonly Reason[]
}

/** Who is named together with `ids`, by fact id. One store call. */
export async function coMentions(store: GraphStore, query: CoMentionQuery): Promise<CoMentions> {
  const params = { ids: [...query.ids], asOf: query.asOf ?? '', limit: ROW_LIMIT }
  const rows = query.otherIds === undefined
    ? await store.read('co-mentions', { ...params, kinds: [...(query.kinds ?? [])] })
    : await store.read('co-mentions-between', { ...params, otherIds: [...query.otherIds] })
  const shared = new Map<string, Map<string, SharedArticle>>()
  for (const row of rows) {
    const [id, other, articleId] = [text(row, 'id'), text(row, 'otherId'), text(row, 'articleId')]
    const [here, there] = [mentionsOf(row), mentionsOf(row, 'otherMentions')]
    const [subject, object] = id < other ? [here, there] : [there, here]
    const sentences = new Set(subject.map(({ sentence }) => sentence))
    const article = { articleId, date: text(row, 'date'), subject, object, oneSentence: object.some(({ sentence }) => sentences.has(sentence)) }
    const key = coMentionId(id, other)
    const known = shared.get(key)
    if (known === undefined) shared.set(key, new Map([[articleId, article]]))
    else known.set(articleId, article)
  }
  const found = [...shared].flatMap(([id, articles]) => {
    const ends = endsOfCoMention(id)
    return ends === undefined ? [] : [coMentionOf(id, ends, [...articles.values()], query.asOf ?? '')]
  })
  return { found, notes: rows.length >= ROW_LIMIT ? [CUT] : [] }
}

export interface CountQuery {
  readonly id: string
  readonly kinds: readonly EntityKind[]
  /** ISO date: later articles are not seen; '' for all. */
  readonly asOf: string
  /** Articles with both, at least; 1 when absent. */
  readonly least?: number
  /** Others, those named together most often first; `ROW_LIMIT` when absent. */
  readonly limit?: number
}

/** In how many articles others are named together with an entity, by their ids, the most first; at most `limit`. One store call. */
export async function coMentionCounts(store: GraphStore, { id, kinds, asOf, least = 1, limit = ROW_LIMIT }: CountQuery): Promise<ReadonlyMap<string, number>> {
  const params = { id, kinds: [...kinds], least, limit }
  const rows = asOf === '' ? await store.read('co-mention-counts', params) : await store.read('co-mention-counts-by-day', { ...params, asOf })
  return new Map(rows.map((row) => [text(row, 'otherId'), int(row, 'together')]))
}

/** Reads the articles that `coMentionEvidence` quotes from. One store call. */
export async function articlesForQuotes(store: GraphStore, wanted: readonly CoMention[], limit: number): Promise<ReadonlyMap<string, ArticleRecord>> {
  const ids = [...new Set(wanted.flatMap(({ articles }) => articles.slice(0, limit).map(({ articleId }) => articleId)))]
  if (ids.length === 0) return new Map()
  return new Map((await store.read('articles-by-ids', { ids })).map(toArticle).map((article) => [article.id, article]))
}

/** The mentions to quote: a pair in one sentence when there is one, else the first of each. */
function mentionsToQuote({ subject, object }: SharedArticle): readonly Mention[] {
  for (const mention of subject) {
    const partner = object.find(({ sentence }) => sentence === mention.sentence)
    if (partner !== undefined) return [mention]
  }
  return [subject[0], object[0]].filter((mention) => mention !== undefined)
}

/**
 * Quotes of the first `limit` articles: the sentence that holds both, or one sentence for each.
 * A quote is the slice of the raw text under the sentence.
 */
export function coMentionEvidence({ fact, articles }: CoMention, texts: ReadonlyMap<string, ArticleRecord>, limit: number): readonly Evidence[] {
  return articles.slice(0, limit).flatMap((shared) => {
    const article = texts.get(shared.articleId)
    return article === undefined ? [] : quotesOf(fact, shared, article)
  })
}

function quotesOf(fact: LinkFact, shared: SharedArticle, article: ArticleRecord): readonly Evidence[] {
  const offsets = parseOffsetMap(article.offsets)
  const sentences = splitSentences(article.cleanText)
  const holding = (span: CleanSpan): CleanSpan => sentences.find((sentence) => contains(sentence.span, span))?.span ?? span
  return mentionsToQuote(shared).map((mention): Evidence => {
    const span = holding(mention.span)
    const raw = offsets.toRaw(span)
    return {
      id: `${fact.id}_${article.id}_${raw.start}`,
      factId: fact.id,
      articleId: article.id,
      type: fact.type,
      subjectId: fact.subjectId,
      objectId: fact.objectId,
      title: '',
      quote: sliceSpan(article.rawText, raw),
      cleanQuote: sliceSpan(article.cleanText, span),
      raw,
      span,
      sentence: mention.sentence,
      cue: '',
      rule: CO_MENTION_RULE,
      modality: 'ASSERTED',
      strength: shared.oneSentence ? 'CO_SENTENCE' : 'CO_ARTICLE',
      speakerId: '',
      eventDate: '',
      textHash: article.textHash,
      repairs: [...new Set(article.repairs.filter((repair) => overlaps(repair.raw, raw)).map(({ pass }) => pass))].sort(),
    }
  })
}
