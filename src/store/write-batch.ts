import type { ArticleGraph } from '../core/records.js'
import { retractedArticles } from '../curation/folds/fold-articles.js'
import { actsOf } from './act-log.js'
import { proposalsAbout, withAdditions } from './additions.js'
import { buryBases, reviveBases } from './base-facts.js'
import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import { byCodeUnit } from './fold.js'
import type { StoreRow, StoreTraits, WriteCounts } from './port.js'
import { knownIn, putNew } from './new-rows.js'
import { countMore, refold, standing } from './refold.js'
import { homeEvidence, homeMentions, partsOf, type Canon, type PlacedPart } from './rehome.js'
import { withheldOf, type Said, type Unhomed } from './said.js'
import * as cypher from './statements.js'
import { articleRow, evidenceRows, isUnchanged, placedParts, referenceRows, STALE } from './write-rows.js'

/** The steps of one write, inside one transaction. */

type Rows = readonly StoreRow[]

export async function saidIn(run: RunCypher, articleIds: readonly string[]): Promise<Said> {
  return {
    mentions: await readInChunks(run, cypher.STORED_MENTIONS, articleIds),
    evidence: await readInChunks(run, cypher.STORED_EVIDENCE, articleIds),
  }
}

const text = (row: StoreRow, column: string): string => String(row[column])
const mentionKey = (row: StoreRow): string => `${text(row, 'entityId')} ${text(row, 'articleId')}`
export const sortedIds = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort(byCodeUnit)

/** Evidence that is stored and not to be kept. */
function goneOf(stored: Said, keep: Said): Rows {
  const kept = new Set(keep.evidence.map((row) => row['id']))
  return stored.evidence.filter((row) => !kept.has(row['id']))
}

/** Removes what is stored of the articles and not among `keep`. */
async function dropGone(run: RunCypher, stored: Said, keep: Said): Promise<void> {
  const keptMentions = new Set(keep.mentions.map(mentionKey))
  await writeInChunks(run, cypher.DELETE_MENTIONS, stored.mentions.filter((row) => !keptMentions.has(mentionKey(row))))
  await readInChunks(run, cypher.DELETE_EVIDENCE, goneOf(stored, keep).map((row) => text(row, 'id')))
}

/** Rows apart: what is stored is merged, what is not is created. */
export async function put<Row extends StoreRow>(run: RunCypher, statement: (verb: cypher.Verb) => string, rows: readonly Row[], isStored: (row: Row) => boolean): Promise<void> {
  await writeInChunks(run, statement('CREATE'), rows.filter((row) => !isStored(row)))
  await writeInChunks(run, statement('MERGE'), rows.filter(isStored))
}

export const idsIn = (rows: Rows): ReadonlySet<string> => new Set(rows.map((row) => text(row, 'id')))

async function putSaid(run: RunCypher, wanted: Said, stored: Said): Promise<void> {
  const known = { mentions: new Set(stored.mentions.map(mentionKey)), evidence: idsIn(stored.evidence) }
  const isKnown = (row: StoreRow): boolean => known.evidence.has(text(row, 'id'))
  await Promise.all([
    put(run, cypher.putMentions, wanted.mentions, (row) => known.mentions.has(mentionKey(row))),
    writeInChunks(run, cypher.CREATE_EVIDENCE, wanted.evidence.filter((row) => !isKnown(row))),
  ])
  for (const statement of [cypher.MERGE_EVIDENCE, cypher.MERGE_SUPPORT, cypher.MERGE_SOURCES]) await writeInChunks(run, statement, wanted.evidence.filter(isKnown))
}

/** Makes sure that the references are known and looked at by the next identity run; returns the map that they go by. */
async function putReferences(run: RunCypher, parts: readonly PlacedPart[], before: Rows): Promise<Canon> {
  const rows = referenceRows(parts)
  const stored = await readInChunks(run, cypher.STORED_REFERENCES, rows.map((row) => row.id))
  const known = idsIn(stored)
  await writeInChunks(run, cypher.CREATE_REFERENCES, rows.filter((row) => !known.has(row.id)))
  const settled = stored.filter((row) => Number(row['stale']) !== STALE.changed).map((row) => text(row, 'id'))
  const left = before.flatMap((row) => partsOf(row).map(({ ref }) => ref)).filter((ref) => !known.has(ref))
  await readInChunks(run, cypher.MARK_REFERENCES, sortedIds([...settled, ...left]), { stale: STALE.changed })
  const canonical = new Map(stored.map((row) => [text(row, 'id'), text(row, 'canonicalId')]))
  return (reference) => canonical.get(reference) ?? reference
}

/** Rows come from extraction, from the store and from people; a typed store wants the columns of all in one order. */
const inOrder = (row: StoreRow): StoreRow => Object.fromEntries(Object.entries(row).sort(([a], [b]) => byCodeUnit(a, b)))

/**
 * Brings what articles say from `stored` to `said`, and entities and facts in line. Returns what was written and how many
 * facts were closed.
 */
export async function replaceSaid(run: RunCypher, stored: Said, said: Unhomed, whyOf: (articleId: string) => string, traits: StoreTraits): Promise<{ readonly wanted: Said; readonly removed: number; readonly factsClosed: number }> {
  const canon = await putReferences(run, said.parts, stored.mentions)
  const wanted: Said = { mentions: homeMentions(said.parts, canon), evidence: said.evidence.map((row) => inOrder(homeEvidence(row, canon))) }
  const gone = goneOf(stored, wanted)
  await dropGone(run, stored, wanted)
  const before = await standing(
    run,
    sortedIds([...stored.mentions, ...wanted.mentions].map((row) => text(row, 'entityId'))),
    sortedIds([...stored.evidence, ...wanted.evidence].map((row) => text(row, 'factId'))),
  )
  const known = knownIn(before)
  await putNew(run, wanted, known, traits)
  await putSaid(run, wanted, stored)
  await reviveBases(run, wanted.evidence.filter((row) => known.facts.has(text(row, 'factId'))))
  await buryBases(run, gone, whyOf)
  const had = new Set(stored.mentions.map((row) => text(row, 'entityId')))
  const changed = await countMore(run, before.entities.filter((row) => !had.has(text(row, 'id'))), wanted.mentions)
  const factsClosed = await refold(run, { facts: before.facts, entities: [...before.entities.filter((row) => had.has(text(row, 'id'))), ...changed] })
  return { wanted, removed: gone.length, factsClosed }
}

/** Writes articles that `checkBatch` has passed. */
export async function writeBatch(run: RunCypher, graphs: readonly ArticleGraph[], traits: StoreTraits): Promise<WriteCounts> {
  const known = new Map((await readInChunks(run, cypher.STORED_ARTICLES, graphs.map(({ article }) => article.id))).map((row) => [row['id'], row]))
  const fresh = graphs.filter(({ article }) => {
    const row = known.get(article.id)
    return row === undefined || !isUnchanged(article, row)
  })
  const changed = fresh.filter(({ article }) => known.has(article.id)).map(({ article }) => article.id)
  const acts = await actsOf(run, fresh.map(({ article }) => article.id))
  const retracted = retractedArticles(acts)
  const said = new Map(fresh.map((graph) => [graph.article.id, withAdditions(unhomed([graph]), graph.article, proposalsAbout(acts, graph.article.id))]))
  const articles = fresh.map(({ article }) => articleRow(article, retracted.has(article.id) ? withheldOf(said.get(article.id) ?? NOTHING) : ''))
  await put(run, cypher.putArticles, articles, (row) => known.has(text(row, 'id')))
  const stored = await saidIn(run, changed)
  const { wanted, removed, factsClosed } = await replaceSaid(run, stored, joined([...said].flatMap(([id, each]) => (retracted.has(id) ? [] : [each]))), () => 'ARTICLE_CHANGED', traits)
  const before = new Set(stored.evidence.map((row) => row['id']))
  return {
    articlesAdded: fresh.length - changed.length,
    articlesChanged: changed.length,
    articlesUnchanged: graphs.length - fresh.length,
    articlesRemoved: 0,
    evidenceAdded: wanted.evidence.filter((row) => !before.has(row['id'] ?? '')).length,
    evidenceRemoved: removed,
    factsClosed,
  }
}

const NOTHING: Unhomed = { parts: [], evidence: [] }
const joined = (said: readonly Unhomed[]): Unhomed => ({ parts: said.flatMap(({ parts }) => parts), evidence: said.flatMap(({ evidence }) => evidence).sort((a, b) => byCodeUnit(text(a, 'id'), text(b, 'id'))) })
const unhomed = (graphs: readonly ArticleGraph[]): Unhomed => ({ parts: placedParts(graphs), evidence: evidenceRows(graphs) })

/** Takes articles out. */
export async function removeBatch(run: RunCypher, articleIds: readonly string[], traits: StoreTraits): Promise<WriteCounts> {
  const ids = (await readInChunks(run, cypher.STORED_ARTICLES, sortedIds(articleIds))).map((row) => text(row, 'id'))
  const stored = await saidIn(run, ids)
  const { removed, factsClosed } = await replaceSaid(run, stored, { parts: [], evidence: [] }, () => 'ARTICLE_REMOVED', traits)
  await readInChunks(run, cypher.DELETE_ARTICLES, ids)
  return { articlesAdded: 0, articlesChanged: 0, articlesUnchanged: 0, articlesRemoved: ids.length, evidenceAdded: 0, evidenceRemoved: removed, factsClosed }
}
