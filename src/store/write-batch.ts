import { ENTITY_KIND_NAMES, type EntityKind } from '../../schema/ontology/index.js'
import { toStore } from '../../schema/to-store.js'
import type { ArticleGraph } from '../core/records.js'
import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import { byCodeUnit } from './fold.js'
import type { StoreRow, StoreTraits, WriteCounts } from './port.js'
import { refold } from './refold.js'
import * as cypher from './statements.js'
import { articleRow, entityRows, evidenceRows, factRows, isUnchanged, mentionRows } from './write-rows.js'

/** The steps of one write, inside one transaction. */

type Rows = readonly StoreRow[]

/** What is stored of some articles. */
interface Stored {
  readonly mentions: Rows
  readonly evidence: Rows
}

async function storedOf(run: RunCypher, articleIds: readonly string[]): Promise<Stored> {
  return {
    mentions: await readInChunks(run, cypher.STORED_MENTIONS, articleIds),
    evidence: await readInChunks(run, cypher.STORED_EVIDENCE, articleIds),
  }
}

const text = (row: StoreRow, column: string): string => String(row[column])
const mentionKey = (row: StoreRow): string => `${text(row, 'entityId')} ${text(row, 'articleId')}`
const sortedIds = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort(byCodeUnit)

/** Removes what is stored of the articles and not among `keep`. */
async function dropGone(run: RunCypher, stored: Stored, keep: Stored): Promise<number> {
  const keptMentions = new Set(keep.mentions.map(mentionKey))
  const keptEvidence = new Set(keep.evidence.map((row) => row['id']))
  const gone = stored.evidence.filter((row) => !keptEvidence.has(row['id'])).map((row) => text(row, 'id'))
  await writeInChunks(run, cypher.DELETE_MENTIONS, stored.mentions.filter((row) => !keptMentions.has(mentionKey(row))))
  await readInChunks(run, cypher.DELETE_EVIDENCE, gone)
  return gone.length
}

async function mergeAll(run: RunCypher, graphs: readonly ArticleGraph[], wanted: Stored, traits: StoreTraits): Promise<void> {
  const entities = entityRows(graphs)
  const facts = factRows(graphs)
  await writeInChunks(run, cypher.MERGE_ARTICLES, graphs.map(({ article }) => articleRow(article)))
  await writeInChunks(run, cypher.MERGE_ENTITIES, entities)
  if (traits.kindLabels) await labelKinds(run, entities)
  await writeInChunks(run, cypher.MERGE_MENTIONS, wanted.mentions)
  await writeInChunks(run, cypher.MERGE_FACTS, facts)
  await writeInChunks(run, cypher.MERGE_SUBJECTS, facts)
  await writeInChunks(run, cypher.MERGE_OBJECTS, facts)
  await writeInChunks(run, cypher.MERGE_EVIDENCE, wanted.evidence)
  await writeInChunks(run, cypher.MERGE_SUPPORT, wanted.evidence)
  await writeInChunks(run, cypher.MERGE_FROM, wanted.evidence)
}

async function labelKinds(run: RunCypher, entities: readonly { readonly id: string; readonly kind: EntityKind }[]): Promise<void> {
  for (const kind of ENTITY_KIND_NAMES) {
    const ids = entities.filter((entity) => entity.kind === kind).map((entity) => entity.id)
    await readInChunks(run, cypher.labelEntities(toStore().kindLabels[kind]), ids)
  }
}

/** Writes articles that `checkBatch` has passed. */
export async function writeBatch(run: RunCypher, graphs: readonly ArticleGraph[], traits: StoreTraits): Promise<WriteCounts> {
  const known = new Map((await readInChunks(run, cypher.STORED_ARTICLES, graphs.map(({ article }) => article.id))).map((row) => [row['id'], row]))
  const fresh = graphs.filter(({ article }) => {
    const row = known.get(article.id)
    return row === undefined || !isUnchanged(article, row)
  })
  const changed = fresh.filter(({ article }) => known.has(article.id)).map(({ article }) => article.id)
  const wanted: Stored = { mentions: mentionRows(fresh), evidence: evidenceRows(fresh) }
  const stored = await storedOf(run, changed)
  const evidenceRemoved = await dropGone(run, stored, wanted)
  await mergeAll(run, fresh, wanted, traits)
  const factsClosed = await refold(run, {
    entityIds: sortedIds([...stored.mentions, ...wanted.mentions].map((row) => text(row, 'entityId'))),
    factIds: sortedIds([...stored.evidence, ...wanted.evidence].map((row) => text(row, 'factId'))),
    closedWhy: 'ARTICLE_CHANGED',
  })
  const before = new Set(stored.evidence.map((row) => row['id']))
  return {
    articlesAdded: fresh.length - changed.length,
    articlesChanged: changed.length,
    articlesUnchanged: graphs.length - fresh.length,
    articlesRemoved: 0,
    evidenceAdded: wanted.evidence.filter((row) => !before.has(row['id'] ?? '')).length,
    evidenceRemoved,
    factsClosed,
  }
}

/** Takes articles out. */
export async function removeBatch(run: RunCypher, articleIds: readonly string[]): Promise<WriteCounts> {
  const ids = (await readInChunks(run, cypher.STORED_ARTICLES, sortedIds(articleIds))).map((row) => text(row, 'id'))
  const stored = await storedOf(run, ids)
  const evidenceRemoved = await dropGone(run, stored, { mentions: [], evidence: [] })
  await readInChunks(run, cypher.DELETE_ARTICLES, ids)
  const factsClosed = await refold(run, {
    entityIds: sortedIds(stored.mentions.map((row) => text(row, 'entityId'))),
    factIds: sortedIds(stored.evidence.map((row) => text(row, 'factId'))),
    closedWhy: 'ARTICLE_REMOVED',
  })
  return { articlesAdded: 0, articlesChanged: 0, articlesUnchanged: 0, articlesRemoved: ids.length, evidenceAdded: 0, evidenceRemoved, factsClosed }
}
