import type { ArticleGraph, ArticleRecord, Evidence } from '../core/records.js'
import { byCodeUnit } from './fold.js'
import type { StoreRow } from './port.js'
import type { PlacedPart } from './rehome.js'

/** Records → rows for UNWIND. Rows of one kind all have the same columns, which a typed store demands. */

export const articleRow = (article: ArticleRecord, withheld: string): StoreRow => ({ ...article, repairs: JSON.stringify(article.repairs), retracted: withheld !== '', withheld })

/** How a reference stands since the last identity run. */
export const STALE = { settled: 0, judged: 1, changed: 2 } as const

/** Columns by which a stored article counts as unchanged. */
export const IDENTITY_COLUMNS = ['textHash', 'pipeline', 'title', 'date', 'source', 'url', 'homeId', 'synthetic'] as const

export const isUnchanged = (article: ArticleRecord, stored: StoreRow): boolean =>
  IDENTITY_COLUMNS.every((column) => article[column] === stored[column]) && JSON.stringify(article.byline) === JSON.stringify(stored['byline'])

const distinctById = <T extends { readonly id: StoreRow[string] }>(rows: readonly T[]): readonly T[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => byCodeUnit(String(a.id), String(b.id)))

/** One row per reference. Sorted, so that concurrent writers take locks in one order. */
export const referenceRows = (parts: readonly PlacedPart[]) =>
  distinctById(parts.map(({ part }) => ({ id: part.ref, kind: part.kind, key: part.key, name: part.name, subkind: part.subkind, canonicalId: part.ref, stale: STALE.changed, summary: '' })))

/** What each article says of each of its entities, under the references. */
export const placedParts = (graphs: readonly ArticleGraph[]): readonly PlacedPart[] =>
  graphs.flatMap(({ article, entities }) => entities.map((entity) => ({
    articleId: article.id,
    part: {
      ref: entity.id,
      name: entity.name,
      aliases: [...new Set(entity.aliases)].sort(byCodeUnit),
      key: entity.key,
      kind: entity.kind,
      subkind: entity.subkind,
      count: entity.mentions.length,
      mentions: JSON.stringify(entity.mentions),
    },
  })))

/** Evidence of an article of that day under the references, not yet under the ids they go by. */
export const evidenceRow = ({ raw, span, ...rest }: Evidence, date: string) => ({
  ...rest, rawStart: raw.start, rawEnd: raw.end, spanStart: span.start, spanEnd: span.end,
  seen: rest.eventDate === '' ? date : rest.eventDate,
  baseId: rest.factId, subjectRef: rest.subjectId, objectRef: rest.objectId, speakerRef: rest.speakerId,
})

export const evidenceRows = (graphs: readonly ArticleGraph[]): readonly StoreRow[] =>
  distinctById(graphs.flatMap(({ article, evidence }) => evidence.map((item) => evidenceRow(item, article.date))))

/** One row per entity that mentions name. */
export const entityRows = (mentions: readonly StoreRow[]) =>
  distinctById(mentions.map((row) => ({ id: String(row['entityId']), kind: String(row['kind']) })))

/** One row per fact that evidence supports. */
export const factRows = (evidence: readonly StoreRow[]) =>
  distinctById(evidence.map((row) => ({
    id: String(row['factId']), type: String(row['type']), subjectId: String(row['subjectId']), objectId: String(row['objectId']), title: String(row['title']),
  })))
