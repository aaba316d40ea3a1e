import type { EntityKind, Modality, Strength } from '../../schema/ontology/index.js'
import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import { foldEntity, foldFact, type EntityView, type EvidenceView } from './fold.js'
import type { StoreRow } from './port.js'
import * as cypher from './statements.js'

/** Brings entities and facts in line with what their articles now say. */

interface Touched {
  readonly entityIds: readonly string[]
  readonly factIds: readonly string[]
  /** Written to facts that have lost their last evidence. */
  readonly closedWhy: string
  /** For edges that are not there yet. */
  readonly verb: cypher.Verb
}

const text = (row: StoreRow, column: string): string => String(row[column])
const list = (row: StoreRow, column: string): readonly string[] => {
  const value = row[column]
  return Array.isArray(value) ? value.map(String) : []
}

function groupBy<T>(rows: readonly StoreRow[], column: string, viewOf: (row: StoreRow) => T): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const value = text(row, column)
    const group = groups.get(value)
    if (group === undefined) groups.set(value, [viewOf(row)])
    else group.push(viewOf(row))
  }
  return groups
}

// The columns below were written from records of these types, so the casts only give them back.
const entityView = (row: StoreRow): EntityView => ({
  name: text(row, 'name'),
  aliases: list(row, 'aliases'),
  key: text(row, 'key'),
  kind: text(row, 'kind') as EntityKind,
  subkind: text(row, 'subkind'),
  articles: Number(row['articles']),
})

const evidenceView = (row: StoreRow): EvidenceView => ({
  articleId: text(row, 'articleId'),
  modality: text(row, 'modality') as Modality,
  strength: text(row, 'strength') as Strength,
  speakerId: text(row, 'speakerId'),
  seen: text(row, 'seen'),
})

const linkEnds = (row: StoreRow): StoreRow => ({ factId: text(row, 'id'), subjectId: text(row, 'subjectId'), objectId: text(row, 'objectId') })

async function refoldEntities(run: RunCypher, ids: readonly string[]): Promise<void> {
  const views = groupBy(await readInChunks(run, cypher.ENTITY_VIEWS, ids), 'id', entityView)
  const rows = ids.flatMap((id) => {
    const fold = foldEntity(views.get(id) ?? [])
    return fold === undefined ? [] : [{ id, ...fold }]
  })
  const bare = ids.filter((id) => !views.has(id))
  await writeInChunks(run, cypher.SET_ENTITIES, rows)
  await readInChunks(run, cypher.DELETE_BARE_ENTITIES, bare)
  await readInChunks(run, cypher.UNMENTION_ENTITIES, bare)
}

/** Number of facts closed. */
async function refoldFacts(run: RunCypher, { factIds, closedWhy, verb }: Touched): Promise<number> {
  const states = await readInChunks(run, cypher.FACT_STATES, factIds)
  const views = groupBy(await readInChunks(run, cypher.FACT_VIEWS, factIds), 'id', evidenceView)
  const folded = states.flatMap((state) => {
    const fold = foldFact(views.get(text(state, 'id')) ?? [])
    return fold === undefined ? [] : [{ ...state, ...fold, factId: text(state, 'id'), open: true, closedWhy: '', verdict: '', secondReader: '', disputed: false, version: 0 }]
  })
  const wasOpen = new Set(states.filter((state) => state['open'] === true).map((state) => text(state, 'id')))
  const closing = states.filter((state) => !views.has(text(state, 'id')) && wasOpen.has(text(state, 'id')))
  await writeInChunks(run, cypher.SET_FACTS, folded)
  await readInChunks(run, cypher.CLOSE_FACTS, closing.map((state) => text(state, 'id')), { why: closedWhy })
  for (const [type, rows] of groupBy(folded, 'type', (row) => row)) {
    await writeInChunks(run, cypher.putLinks(verb, type), rows.filter((row) => !wasOpen.has(text(row, 'id'))))
    await writeInChunks(run, cypher.putLinks('MERGE', type), rows.filter((row) => wasOpen.has(text(row, 'id'))))
  }
  for (const [type, rows] of groupBy(closing, 'type', linkEnds)) await writeInChunks(run, cypher.deleteLinks(type), rows)
  return closing.length
}


/** Folds facts before entities: an entity goes only when no fact names it. Returns the number of facts closed. */
export async function refold(run: RunCypher, touched: Touched): Promise<number> {
  const closed = await refoldFacts(run, touched)
  await refoldEntities(run, touched.entityIds)
  return closed
}
