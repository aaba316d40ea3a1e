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
/** Where several processes write, another may have written a row since it was looked for. */
const verbFor = (traits: StoreTraits): cypher.Verb => (traits.sharedWriters ? 'MERGE' : 'CREATE')
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

/** Rows apart: what is stored is merged, what is not is written by the faster verb where that is safe. */
async function put<Row extends StoreRow>(run: RunCypher, statement: (verb: cypher.Verb) => string, verb: cypher.Verb, rows: readonly Row[], isStored: (row: Row) => boolean): Promise<void> {
  await writeInChunks(run, statement(verb), rows.filter((row) => !isStored(row)))
  await writeInChunks(run, statement('MERGE'), rows.filter(isStored))
}

const idsIn = (rows: Rows): ReadonlySet<string> => new Set(rows.map((row) => text(row, 'id')))

async function putAll(run: RunCypher, graphs: readonly ArticleGraph[], wanted: Stored, stored: Stored, traits: StoreTraits): Promise<void> {
  const verb = verbFor(traits)
  const entities = entityRows(graphs)
  const facts = factRows(graphs)
  const articles = graphs.map(({ article }) => articleRow(article))
  const known = {
    articles: idsIn(await readInChunks(run, cypher.STORED_ARTICLES, articles.map((row) => text(row, 'id')))),
    entities: idsIn(await readInChunks(run, cypher.STORED_ENTITIES, entities.map((row) => row.id))),
    facts: idsIn(await readInChunks(run, cypher.FACT_STATES, facts.map((row) => row.id))),
    mentions: new Set(stored.mentions.map(mentionKey)),
    evidence: idsIn(stored.evidence),
  }
  const isKnown = (ids: ReadonlySet<string>) => (row: StoreRow): boolean => ids.has(text(row, 'id'))
  await put(run, cypher.putArticles, verb, articles, isKnown(known.articles))
  await put(run, cypher.putEntities, verb, entities, isKnown(known.entities))
  if (traits.kindLabels) await labelKinds(run, entities)
  await put(run, cypher.putMentions, verb, wanted.mentions, (row) => known.mentions.has(mentionKey(row)))
  await put(run, cypher.putFacts, verb, facts, isKnown(known.facts))
  await put(run, cypher.putSubjects, verb, facts, isKnown(known.facts))
  await put(run, cypher.putObjects, verb, facts, isKnown(known.facts))
  await put(run, cypher.putEvidence, verb, wanted.evidence, isKnown(known.evidence))
  await put(run, cypher.putSupport, verb, wanted.evidence, isKnown(known.evidence))
  await put(run, cypher.putSources, verb, wanted.evidence, isKnown(known.evidence))
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
  await putAll(run, fresh, wanted, stored, traits)
  const factsClosed = await refold(run, {
    entityIds: sortedIds([...stored.mentions, ...wanted.mentions].map((row) => text(row, 'entityId'))),
    factIds: sortedIds([...stored.evidence, ...wanted.evidence].map((row) => text(row, 'factId'))),
    closedWhy: 'ARTICLE_CHANGED',
    verb: verbFor(traits),
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
export async function removeBatch(run: RunCypher, articleIds: readonly string[], traits: StoreTraits): Promise<WriteCounts> {
  const ids = (await readInChunks(run, cypher.STORED_ARTICLES, sortedIds(articleIds))).map((row) => text(row, 'id'))
  const stored = await storedOf(run, ids)
  const evidenceRemoved = await dropGone(run, stored, { mentions: [], evidence: [] })
  await readInChunks(run, cypher.DELETE_ARTICLES, ids)
  const factsClosed = await refold(run, {
    entityIds: sortedIds(stored.mentions.map((row) => text(row, 'entityId'))),
    factIds: sortedIds(stored.evidence.map((row) => text(row, 'factId'))),
    closedWhy: 'ARTICLE_REMOVED',
    verb: verbFor(traits),
  })
  return { articlesAdded: 0, articlesChanged: 0, articlesUnchanged: 0, articlesRemoved: ids.length, evidenceAdded: 0, evidenceRemoved, factsClosed }
}
