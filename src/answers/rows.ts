import { ENTITY_KIND_NAMES, MODALITY_NAMES, RELATION_NAMES, STRENGTH_NAMES, type EntityKind } from '../../schema/ontology/index.js'
import { PolicyGraphError } from '../core/errors.js'
import type { ArticleRecord, EntityRecord, Evidence, FactRecord, Mention, Repair } from '../core/records.js'
import { cleanSpan, rawSpan } from '../core/span.js'
import type { StoreRow } from '../store/port.js'

/** Rows of the catalog's queries → records. A column of the wrong type is a fault of the store, not of the caller. */

const wrong = (column: string): PolicyGraphError =>
  new PolicyGraphError('STORE_FAILED', `查询结果缺少列 ${column} · the store answered without a usable column ${column}`, { details: { column } })

export function text(row: StoreRow, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw wrong(column)
  return value
}

export function int(row: StoreRow, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw wrong(column)
  return value
}

export function flag(row: StoreRow, column: string): boolean {
  const value = row[column]
  if (typeof value !== 'boolean') throw wrong(column)
  return value
}

export function texts(row: StoreRow, column: string): readonly string[] {
  const value = row[column]
  if (!Array.isArray(value)) throw wrong(column)
  return value.filter((item) => typeof item === 'string')
}

export function oneOf<T extends string>(row: StoreRow, column: string, names: readonly T[]): T {
  const value = text(row, column)
  const name = names.find((candidate) => candidate === value)
  if (name === undefined) throw wrong(column)
  return name
}

/** A column that the store keeps as JSON which the loader wrote. */
const json = (row: StoreRow, column: string): unknown => JSON.parse(text(row, column))

export const kindOf = (row: StoreRow, column = 'kind'): EntityKind => oneOf(row, column, ENTITY_KIND_NAMES)

export const mentionsOf = (row: StoreRow, column = 'mentions'): readonly Mention[] => json(row, column) as readonly Mention[]

export const toEntity = (row: StoreRow): EntityRecord => ({
  id: text(row, 'id'),
  kind: kindOf(row),
  subkind: text(row, 'subkind'),
  name: text(row, 'name'),
  aliases: texts(row, 'aliases'),
  articleCount: int(row, 'articleCount'),
})

export const toFact = (row: StoreRow): FactRecord => ({
  id: text(row, 'id'),
  type: oneOf(row, 'type', RELATION_NAMES),
  subjectId: text(row, 'subjectId'),
  objectId: text(row, 'objectId'),
  title: text(row, 'title'),
  modality: oneOf(row, 'modality', MODALITY_NAMES),
  strength: oneOf(row, 'strength', STRENGTH_NAMES),
  speakerId: text(row, 'speakerId'),
  firstSeen: text(row, 'firstSeen'),
  lastSeen: text(row, 'lastSeen'),
  articleCount: int(row, 'articleCount'),
  evidenceCount: int(row, 'evidenceCount'),
  open: flag(row, 'open'),
  closedWhy: text(row, 'closedWhy'),
})

/** A row of `neighbours`: what walking needs; post, speaker and evidence count are left empty and read later. */
export const toWalkFact = (row: StoreRow): FactRecord => ({
  id: text(row, 'factId'),
  type: oneOf(row, 'type', RELATION_NAMES),
  subjectId: text(row, 'subjectId'),
  objectId: text(row, 'objectId'),
  title: '',
  modality: oneOf(row, 'modality', MODALITY_NAMES),
  strength: oneOf(row, 'strength', STRENGTH_NAMES),
  speakerId: '',
  firstSeen: text(row, 'firstSeen'),
  lastSeen: text(row, 'lastSeen'),
  articleCount: int(row, 'articleCount'),
  evidenceCount: 0,
  open: true,
  closedWhy: '',
})

export const toEvidence = (row: StoreRow): Evidence => ({
  id: text(row, 'id'),
  factId: text(row, 'factId'),
  articleId: text(row, 'articleId'),
  type: oneOf(row, 'type', RELATION_NAMES),
  subjectId: text(row, 'subjectId'),
  objectId: text(row, 'objectId'),
  title: text(row, 'title'),
  quote: text(row, 'quote'),
  cleanQuote: text(row, 'cleanQuote'),
  raw: rawSpan(int(row, 'rawStart'), int(row, 'rawEnd')),
  span: cleanSpan(int(row, 'spanStart'), int(row, 'spanEnd')),
  sentence: int(row, 'sentence'),
  cue: text(row, 'cue'),
  rule: text(row, 'rule'),
  modality: oneOf(row, 'modality', MODALITY_NAMES),
  strength: oneOf(row, 'strength', STRENGTH_NAMES),
  speakerId: text(row, 'speakerId'),
  eventDate: text(row, 'eventDate'),
  textHash: text(row, 'textHash'),
  repairs: texts(row, 'repairs'),
})

export const toArticle = (row: StoreRow): ArticleRecord => ({
  id: text(row, 'id'),
  title: text(row, 'title'),
  date: text(row, 'date'),
  source: text(row, 'source'),
  url: text(row, 'url'),
  byline: texts(row, 'byline'),
  homeId: text(row, 'homeId'),
  rawText: text(row, 'rawText'),
  cleanText: text(row, 'cleanText'),
  textHash: text(row, 'textHash'),
  offsets: text(row, 'offsets'),
  repairs: json(row, 'repairs') as readonly Repair[],
  synthetic: flag(row, 'synthetic'),
  pipeline: text(row, 'pipeline'),
})
