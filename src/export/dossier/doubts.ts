import type { Label } from '../../../schema/ontology/index.js'
import { groupReprints } from '../../answers/reprints.js'
import type { ArticleRecord } from '../../core/records.js'
import type { ExportFact } from '../export-graph.js'

/** What a careful reader would hold against a fact. */

export const DOUBTS = {
  REJECTED: { zh: '核查后被驳回', en: 'rejected by reviewers' },
  CLOSED: { zh: '已失去证据', en: 'has lost its evidence' },
  DISPUTED: { zh: '有人提出异议，尚未了结', en: 'disputed, and not settled' },
  CONTESTED: { zh: '核查意见不一', en: 'reviewers disagree' },
  NEEDS_SOURCE: { zh: '核查者要求另找来源', en: 'reviewers ask for another source' },
  DENIED: { zh: '原文否认此事', en: 'the text denies it' },
  TOLD_OTHERWISE: { zh: '各处说法不一：有的肯定，有的否认', en: 'told both ways: some say so, some deny it' },
  PLANNED: { zh: '只是计划，未见已做', en: 'planned, not said to be done' },
  URGED: { zh: '只是要求或鼓励，未见已做', en: 'urged, not said to be done' },
  HYPOTHETICAL: { zh: '只是假设', en: 'only supposed' },
  WEAK: { zh: '没有一句话明说，要靠上下文', en: 'no one sentence says it; it rests on context' },
  TOGETHER_ONLY: { zh: '只是同时被提及，没有说两者有何关系', en: 'only named together; no relation is said' },
  INFERRED: { zh: '没有文章这样说，由程序推出', en: 'no article says so; the program inferred it' },
  REPAIRED_TEXT: { zh: '引句的文字经过修复', en: 'the quoted text was damaged and repaired' },
  SINGLE_SOURCE: { zh: '只有一个独立来源', en: 'one independent source only' },
  SYNTHETIC: { zh: '来自虚构的示例文章', en: 'from invented sample articles' },
  UNDATED: { zh: '没有日期', en: 'undated' },
} as const satisfies Record<string, Label>

export type Doubt = keyof typeof DOUBTS

/** Articles that count as one when they reprint one text. */
export function independentOriginals({ evidence }: Pick<ExportFact, 'evidence'>, articles: ReadonlyMap<string, ArticleRecord>): number {
  const ids = [...new Set(evidence.map(({ articleId }) => articleId))]
  const known = ids.map((id) => articles.get(id)).filter((article) => article !== undefined)
  return groupReprints(known.map(({ id, date, cleanText }) => ({ id, date, text: cleanText }))).length
}

/** Open doubts about a fact, the gravest first. */
export function doubtsOf(item: ExportFact, articles: ReadonlyMap<string, ArticleRecord>, originals: number = independentOriginals(item, articles)): readonly Doubt[] {
  const { fact, verdict, disputed, evidence } = item
  const sources = [...new Set(evidence.map(({ articleId }) => articleId))].map((id) => articles.get(id)).filter((article) => article !== undefined)
  const told = new Set(evidence.map(({ modality }) => modality))
  const together = fact.strength === 'CO_SENTENCE' || fact.strength === 'CO_ARTICLE'
  const holds: Readonly<Record<Doubt, boolean>> = {
    REJECTED: verdict === 'REJECTED',
    CLOSED: !fact.open,
    DISPUTED: disputed,
    CONTESTED: verdict === 'CONTESTED',
    NEEDS_SOURCE: verdict === 'NEEDS_SOURCE',
    DENIED: fact.modality === 'DENIED' && told.size <= 1,
    TOLD_OTHERWISE: told.has('DENIED') && told.size > 1,
    PLANNED: fact.modality === 'PLANNED',
    URGED: fact.modality === 'URGED',
    HYPOTHETICAL: fact.modality === 'HYPOTHETICAL',
    WEAK: fact.strength === 'IMPLIED',
    TOGETHER_ONLY: together,
    INFERRED: fact.strength === 'INFERRED',
    REPAIRED_TEXT: evidence.length > 0 && evidence.every(({ repairs }) => repairs.length > 0),
    SINGLE_SOURCE: evidence.length > 0 && originals < 2,
    SYNTHETIC: sources.length > 0 && sources.every(({ synthetic }) => synthetic),
    UNDATED: fact.open && fact.firstSeen === '',
  }
  return (Object.keys(DOUBTS) as Doubt[]).filter((doubt) => holds[doubt])
}
