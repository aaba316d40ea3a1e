import type { ArticleGraph, ArticleRecord } from '../core/records.js'
import { byCodeUnit } from './fold.js'
import type { StoreRow } from './port.js'

/** Records → rows for UNWIND. Rows of one kind all have the same columns, which a typed store demands. */

export const articleRow = (article: ArticleRecord): StoreRow => ({ ...article, repairs: JSON.stringify(article.repairs), retracted: false, withheld: '' })

/** Columns by which a stored article counts as unchanged. */
export const IDENTITY_COLUMNS = ['textHash', 'pipeline', 'title', 'date', 'source', 'url', 'homeId', 'synthetic'] as const

export const isUnchanged = (article: ArticleRecord, stored: StoreRow): boolean =>
  IDENTITY_COLUMNS.every((column) => article[column] === stored[column]) && JSON.stringify(article.byline) === JSON.stringify(stored['byline'])

const distinctById = <T extends { readonly id: StoreRow[string] }>(rows: readonly T[]): readonly T[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => byCodeUnit(String(a.id), String(b.id)))

/** One row per entity. Sorted, so that concurrent writers take locks in one order. */
export const entityRows = (graphs: readonly ArticleGraph[]) =>
  distinctById(graphs.flatMap((graph) => graph.entities.map(({ id, kind }) => ({ id, kind }))))

export const mentionRows = (graphs: readonly ArticleGraph[]) =>
  graphs.flatMap(({ article, entities }) => entities.map((entity) => ({
    entityId: entity.id,
    articleId: article.id,
    name: entity.name,
    aliases: [...new Set(entity.aliases)].sort(byCodeUnit),
    key: entity.key,
    kind: entity.kind,
    subkind: entity.subkind,
    count: entity.mentions.length,
    mentions: JSON.stringify(entity.mentions),
    refs: [entity.id],
    parts: '',
  })))

export const factRows = (graphs: readonly ArticleGraph[]) =>
  distinctById(graphs.flatMap((graph) => graph.evidence.map(({ factId, type, subjectId, objectId, title }) => ({ id: factId, type, subjectId, objectId, title }))))

export const evidenceRows = (graphs: readonly ArticleGraph[]) =>
  distinctById(graphs.flatMap(({ article, evidence }) => evidence.map(({ raw, span, ...rest }) => ({
    ...rest, rawStart: raw.start, rawEnd: raw.end, spanStart: span.start, spanEnd: span.end,
    seen: rest.eventDate === '' ? article.date : rest.eventDate,
    baseId: rest.factId, subjectRef: rest.subjectId, objectRef: rest.objectId, speakerRef: rest.speakerId,
  }))))
