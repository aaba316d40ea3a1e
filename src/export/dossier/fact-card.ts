import type { Label, Modality, Strength } from '../../../schema/ontology/index.js'
import { entitiesByIds } from '../../answers/lookups.js'
import { PolicyGraphError } from '../../core/errors.js'
import type { ArticleRecord, EntityRecord, Evidence } from '../../core/records.js'
import type { GraphStore } from '../../store/port.js'
import { linksUnder, type ExportFact } from '../export-graph.js'
import { rankedEvidence } from '../lead-evidence.js'
import { factPage, judgedFactsByIds } from '../read-facts.js'
import { both, modalityWords, relationWords, strengthWords } from '../words.js'
import { heading, note, paragraph, type Block, type Inlines, type Page } from './blocks.js'
import { citeEnglish, citeGbt7714 } from './citation.js'
import { DOUBTS, doubtsOf, independentOriginals, type Doubt } from './doubts.js'
import { contextOf, sourceLine } from './quoted.js'

/** One fact with all that is needed to cite it and to check it. */

/** Articles quoted for a co-mention. */
const CO_MENTION_ARTICLES = 20

export interface CardOptions {
  /** Where permalinks point; ends in `/`. */
  readonly base: string
  /** ISO date on which the addresses were looked at, or ''. */
  readonly accessed?: string | undefined
}

interface CardEntity {
  readonly id: string
  readonly name: string
  readonly kind: string
}

export interface CardEvidence extends Omit<Evidence, 'type' | 'subjectId' | 'objectId' | 'factId' | 'speakerId' | 'sentence'> {
  readonly before: string
  readonly after: string
  readonly speaker: CardEntity | null
  readonly permalink: string
  readonly article: Pick<ArticleRecord, 'id' | 'title' | 'source' | 'date' | 'url' | 'byline' | 'synthetic' | 'pipeline'>
  readonly citation: { readonly gbt7714: string; readonly english: string }
}

export interface FactCard {
  readonly id: string
  readonly permalink: string
  readonly type: string
  readonly relation: Label
  readonly subject: CardEntity
  readonly object: CardEntity
  /** The post as written, or ''. */
  readonly title: string
  readonly strength: Strength
  readonly modality: Modality
  readonly speaker: CardEntity | null
  readonly firstSeen: string
  readonly lastSeen: string
  readonly articleCount: number
  /** Reprints of one text counted once. */
  readonly independentOriginals: number
  readonly open: boolean
  readonly closedWhy: string
  readonly verdict: string
  readonly disputed: boolean
  readonly doubts: readonly ({ readonly code: Doubt } & Label)[]
  /** What the fact rests on first. */
  readonly evidence: readonly CardEvidence[]
}

const brief = (entity: EntityRecord | undefined): CardEntity | null => (entity === undefined ? null : { id: entity.id, name: entity.name, kind: entity.kind })
const named = ({ id, name, kind }: EntityRecord): CardEntity => ({ id, name, kind })

/** The fact as it is read for a card: NOT_FOUND for an unknown id. */
async function readFact(store: GraphStore, id: string): Promise<{ readonly item: ExportFact; readonly articles: ReadonlyMap<string, ArticleRecord> }> {
  const { facts: [item], articles } = await factPage(store, await judgedFactsByIds(store, [id]), CO_MENTION_ARTICLES)
  if (item === undefined) throw new PolicyGraphError('NOT_FOUND', '没有此编号的事实 · no fact has this id', { details: { argument: 'id' } })
  return { item, articles }
}

/** The card of a fact, closed and rejected ones included. NOT_FOUND. */
export async function factCard(store: GraphStore, id: string, { base, accessed = '' }: CardOptions): Promise<FactCard> {
  const { item, articles } = await readFact(store, id)
  const { fact, subject, object, speaker } = item
  const links = linksUnder(base)
  const originals = independentOriginals(item, articles)
  const speakers = await entitiesByIds(store, [...new Set(item.evidence.map(({ speakerId }) => speakerId).filter((speakerId) => speakerId !== ''))])
  const evidence = rankedEvidence(item).flatMap((piece): readonly CardEvidence[] => {
    const article = articles.get(piece.articleId)
    if (article === undefined) return []
    const { id: articleId, title, source, date, url, byline, synthetic, pipeline } = article
    return [{
      id: piece.id, articleId, title: piece.title, quote: piece.quote, cleanQuote: piece.cleanQuote, raw: piece.raw, span: piece.span, cue: piece.cue, rule: piece.rule,
      modality: piece.modality, strength: piece.strength, eventDate: piece.eventDate, textHash: piece.textHash, repairs: piece.repairs, ...contextOf(article, piece.raw),
      speaker: brief(speakers.get(piece.speakerId)), permalink: links.evidence(fact.id, piece.id),
      article: { id: articleId, title, source, date, url, byline, synthetic, pipeline },
      citation: { gbt7714: citeGbt7714(article, accessed), english: citeEnglish(article, accessed) },
    }]
  })
  return {
    id: fact.id, permalink: links.fact(fact.id), type: fact.type, relation: relationWords(fact), subject: named(subject), object: named(object), title: fact.title,
    strength: fact.strength, modality: fact.modality, speaker: brief(speaker), firstSeen: fact.firstSeen, lastSeen: fact.lastSeen, articleCount: fact.articleCount,
    independentOriginals: originals, open: fact.open, closedWhy: fact.closedWhy, verdict: item.verdict, disputed: item.disputed,
    doubts: doubtsOf(item, articles, originals).map((code) => ({ code, ...DOUBTS[code] })), evidence,
  }
}

const words = (label: Label): string => both(label)

/** `甲 走访 乙 · 甲 visited 乙`, in one direction, with the post where there is one. */
export function statementOf({ subject, object, relation, title }: Pick<FactCard, 'subject' | 'object' | 'relation' | 'title'>): string {
  const post = title === '' ? '' : `（${title}）`
  return `${subject.name} ${words(relation)} ${object.name}${post}`
}

const entityLink = ({ id, name }: CardEntity): Inlines => [{ text: name, href: `/dossier/${encodeURIComponent(id)}` }]

function evidenceBlocks(piece: CardEvidence): readonly Block[] {
  const rows: readonly (readonly [string, string])[] = [
    ['说话者 · speaker', piece.speaker?.name ?? ''],
    ['强度 · strength', words(strengthWords(piece))],
    ['语气 · modality', words(modalityWords(piece))],
    ['事件日期 · event date', piece.eventDate],
    ['原文位置 · place in the raw text', `[${piece.raw.start}, ${piece.raw.end}) UTF-16`],
    ['原文散列 · SHA-256 of the raw text', piece.textHash],
    ['修复 · repairs', piece.repairs.join('、')],
    ['修复后 · repaired quote', piece.cleanQuote === piece.quote ? '' : piece.cleanQuote],
    ['规则 · rule', piece.rule],
    ['引用（GB/T 7714）', piece.citation.gbt7714],
    ['Citation', piece.citation.english],
  ]
  return [
    { kind: 'quote', before: piece.before, quote: piece.quote, after: piece.after, source: sourceLine(piece.article), anchor: piece.id },
    { kind: 'fields', rows: rows.filter(([, value]) => value !== '').map(([name, value]) => [name, [value]]) },
  ]
}

/** The card as a document. */
export function cardPage(card: FactCard): Page {
  const title = statementOf(card)
  const rows: readonly (readonly [string, Inlines])[] = [
    ['主体 · subject', entityLink(card.subject)],
    ['关系 · relation', [words(card.relation)]],
    ['客体 · object', entityLink(card.object)],
    ...(card.title === '' ? [] : [['职务 · post', [card.title]] as const]),
    ['强度 · strength', [words(strengthWords(card))]],
    ['语气 · modality', [words(modalityWords(card))]],
    ...(card.speaker === null ? [] : [['说话者 · speaker', entityLink(card.speaker)] as const]),
    ['见于 · seen', [card.firstSeen === card.lastSeen ? card.firstSeen : `${card.firstSeen} – ${card.lastSeen}`]],
    ['来源 · sources', [`${card.articleCount} 篇文章，${card.independentOriginals} 个独立来源 · ${card.articleCount} articles, ${card.independentOriginals} independent originals`]],
    ['固定链接 · permalink', [{ text: card.permalink, href: card.permalink }]],
  ]
  return {
    title,
    blocks: [
      heading(1, title),
      ...card.doubts.map((doubt): Block => ({ kind: 'paragraph', tone: 'doubt', inlines: [words(doubt)] })),
      { kind: 'fields', rows: rows.filter(([, [first]]) => first !== '') },
      heading(2, '原文 · Evidence'),
      ...(card.evidence.length === 0 ? [paragraph('没有证据 · no evidence')] : card.evidence.flatMap(evidenceBlocks)),
      note('引句与原文逐字一致；位置以 UTF-16 码元计，左闭右开 · Quotes are the raw text, to the character; places are counted in UTF-16 code units, end not included.'),
    ],
  }
}
