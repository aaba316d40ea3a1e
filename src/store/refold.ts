import type { EntityKind, Modality, Strength } from '../../schema/ontology/index.js'
import { foldFactVerdict, foldVerdict, isDisputed } from '../curation/folds/fold-verdict.js'
import type { Act } from '../core/acts.js'
import { actsByTarget } from './act-log.js'
import { evidenceView, groupRows } from './base-facts.js'
import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import { columnsOf } from './cypher-parts.js'
import { byCodeUnit, foldEntity, foldFact, foldMore, type EntityFold, type EntityView, type FactFold } from './fold.js'
import { pinyinTextOf } from './pinyin.js'
import type { StoreRow } from './port.js'
import { searchTextOf } from './search-text.js'
import * as cypher from './statements.js'

/** Brings entities and facts in line with what their articles now say and with what people have decided. */

/** Stored entities and facts as they stand (STORED_ENTITIES, FACT_STATES). */
export interface Standing {
  readonly entities: readonly StoreRow[]
  readonly facts: readonly StoreRow[]
}

/** What is stored of these entities and facts. */
export async function standing(run: RunCypher, entityIds: readonly string[], factIds: readonly string[]): Promise<Standing> {
  const [entities, facts] = await Promise.all([readInChunks(run, cypher.STORED_ENTITIES, entityIds), readInChunks(run, cypher.FACT_STATES, factIds)])
  return { entities, facts }
}

const text = (row: StoreRow, column: string): string => String(row[column])
const list = (row: StoreRow, column: string): readonly string[] => {
  const value = row[column]
  return Array.isArray(value) ? value.map(String) : []
}

export const entityView = (row: StoreRow): EntityView => ({
  name: text(row, 'name'),
  aliases: list(row, 'aliases'),
  key: text(row, 'key'),
  kind: text(row, 'kind') as EntityKind,
  subkind: text(row, 'subkind'),
  articles: Number(row['articles']),
})

/** True when the row has these values already. */
const isSame = (stored: StoreRow, wanted: StoreRow, columns: readonly string[]): boolean => columns.every((column) => JSON.stringify(stored[column]) === JSON.stringify(wanted[column]))

const ENTITY_WORDS = columnsOf('Entity', ['id', 'kind', 'articleCount'])

const entityFold = (row: StoreRow): EntityFold =>
  ({ ...entityView(row), articleCount: Number(row['articleCount']), searchText: text(row, 'searchText'), pinyinText: text(row, 'pinyinText') })

/** Counts these mentions, which are new, where they tell nothing else of their entities. Returns the entities that are to be folded all the same. */
export async function countMore(run: RunCypher, stored: readonly StoreRow[], mentions: readonly StoreRow[]): Promise<readonly StoreRow[]> {
  const more = groupRows(mentions, 'entityId')
  const counted = stored.flatMap((row) => {
    const said = more.get(text(row, 'id'))
    const fold = said === undefined ? undefined : foldMore(entityFold(row), said.map((mention) => entityView({ ...mention, articles: 1 })))
    return fold === undefined ? [] : [{ id: text(row, 'id'), articleCount: fold.articleCount }]
  })
  await writeInChunks(run, cypher.COUNT_ARTICLES, counted)
  const done = new Set(counted.map(({ id }) => id))
  return stored.filter((row) => !done.has(text(row, 'id')))
}

async function refoldEntities(run: RunCypher, stored: readonly StoreRow[]): Promise<void> {
  const ids = stored.map((row) => text(row, 'id'))
  const views = groupRows(await readInChunks(run, cypher.ENTITY_VIEWS, ids), 'id')
  const folds = stored.flatMap((before) => {
    const id = text(before, 'id')
    const fold = foldEntity((views.get(id) ?? []).map(entityView))
    return fold === undefined ? [] : [{ before, after: { id, ...fold } }]
  })
  const [counted, changed] = [folds.filter(({ before, after }) => isSame(before, after, ENTITY_WORDS)), folds.filter(({ before, after }) => !isSame(before, after, ENTITY_WORDS))]
  await writeInChunks(run, cypher.COUNT_ARTICLES, counted.filter(({ before, after }) => before['articleCount'] !== after.articleCount).map(({ after: { id, articleCount } }) => ({ id, articleCount })))
  await writeInChunks(run, cypher.SET_ENTITIES, changed.map(({ after }) => after))
  await unmention(run, ids.filter((id) => !views.has(id)))
}

/** Entities in no article go, unless a closed fact names them; these keep their last name, or take that of the reference. */
async function unmention(run: RunCypher, ids: readonly string[]): Promise<void> {
  await readInChunks(run, cypher.DELETE_BARE_ENTITIES, ids)
  const nameless = (await readInChunks(run, cypher.UNMENTION_ENTITIES, ids)).filter((row) => row['name'] === null || row['name'] === '').map((row) => text(row, 'id'))
  const references = await readInChunks(run, cypher.STORED_REFERENCES, nameless)
  await writeInChunks(run, cypher.SET_ENTITIES, references.map((row) => {
    const name = text(row, 'name')
    return { id: text(row, 'id'), name, aliases: [], key: text(row, 'key'), subkind: text(row, 'subkind'), articleCount: 0, searchText: searchTextOf(name, []), pinyinText: pinyinTextOf(name, []) }
  }))
}

/** What a closed fact last said, from what is left of its base facts. */
function foldFormer(rows: readonly StoreRow[]): FactFold | undefined {
  const fold = foldFact(rows.flatMap((row) => [text(row, 'firstSeen'), text(row, 'lastSeen')].map((seen) => ({
    articleId: '', modality: text(row, 'modality') as Modality, strength: text(row, 'strength') as Strength, speakerId: text(row, 'speakerRef'), seen,
  }))))
  return fold && { ...fold, articleCount: 0, evidenceCount: 0 }
}

/** The way from a fact to its proof by key. */
const proofIds = (proof: readonly StoreRow[]): { readonly evidenceIds: readonly string[]; readonly articleIds: readonly string[] } => {
  const distinct = (column: string): readonly string[] => [...new Set(proof.map((row) => text(row, column)))].sort(byCodeUnit)
  return { evidenceIds: distinct('evidenceId'), articleIds: distinct('articleId') }
}

/**
 * A fact as its proof, what is left of former proof, and acts make it; undefined when there is neither proof nor remains.
 * `proof` are rows of FACT_VIEWS, `left` of FormerFact.
 */
export function foldedFact(key: StoreRow, proof: readonly StoreRow[], left: readonly StoreRow[], acts: ReadonlyMap<string, readonly Act[]>): StoreRow | undefined {
  const open = proof.length > 0
  const fold = open ? foldFact(proof.map(evidenceView)) : foldFormer(left)
  if (fold === undefined) return undefined
  const id = text(key, 'id')
  const bases = [...new Set([...proof.map((row) => text(row, 'baseId')), ...left.map((row) => text(row, 'id'))])].sort(byCodeUnit)
  const about = [...new Map([id, ...bases].flatMap((target) => acts.get(target) ?? []).map((act) => [act.id, act])).values()]
  return {
    id, type: text(key, 'type'), subjectId: text(key, 'subjectId'), objectId: text(key, 'objectId'), title: text(key, 'title'), ...fold, ...proofIds(proof), open,
    closedWhy: open ? '' : left.map((row) => text(row, 'why')).sort(byCodeUnit)[0] ?? '',
    ...foldFactVerdict(bases.map((base) => foldVerdict(acts.get(base) ?? []))),
    disputed: isDisputed(about),
    version: about.length,
  }
}

export const hasEdge = (fact: StoreRow): boolean => fact['open'] === true && fact['verdict'] !== 'REJECTED' && fact['subjectId'] !== fact['objectId']

const LINK_COLUMNS = columnsOf('VISITED', ['factId'])

/** The typed edge of a fact: columns of the fact. */
export const linkRow = (fact: StoreRow): StoreRow => Object.fromEntries([['factId', text(fact, 'id')], ...LINK_COLUMNS.map((column): [string, StoreRow[string]] => [column, fact[column] ?? ''])])
const linkEnds = (row: StoreRow): StoreRow => ({ factId: text(row, 'id'), subjectId: text(row, 'subjectId'), objectId: text(row, 'objectId') })

/** Number of facts that were open and are closed or gone. */
async function refoldFacts(run: RunCypher, states: readonly StoreRow[]): Promise<number> {
  const ids = states.map((state) => text(state, 'id'))
  const [views, remains] = await Promise.all([readInChunks(run, cypher.FACT_VIEWS, ids), readInChunks(run, cypher.FORMER_OF_FACTS, ids)])
  const [evidence, former] = [groupRows(views, 'id'), groupRows(remains, 'factId')]
  const proofOf = (id: string): readonly StoreRow[] => evidence.get(id) ?? []
  const leftOf = (id: string): readonly StoreRow[] => former.get(id) ?? []
  const acts = await actsByTarget(run, ids.flatMap((id) => [id, ...proofOf(id).map((row) => text(row, 'baseId')), ...leftOf(id).map((row) => text(row, 'id'))]))
  const folded = new Map(states.flatMap((state): [string, StoreRow][] => {
    const id = text(state, 'id')
    const fact = foldedFact(state, proofOf(id), leftOf(id), acts)
    return fact === undefined ? [] : [[id, fact]]
  }))
  await writeInChunks(run, cypher.SET_FACTS, [...folded.values()])
  await moveEdges(run, states, folded)
  await readInChunks(run, cypher.DELETE_FACTS, ids.filter((id) => !folded.has(id)))
  return states.filter((state) => state['open'] === true && folded.get(text(state, 'id'))?.['open'] !== true).length
}

/** Typed edges: one for each open fact that is not rejected. What an edge repeats of its fact tells whether it is to be set. */
async function moveEdges(run: RunCypher, states: readonly StoreRow[], folded: ReadonlyMap<string, StoreRow>): Promise<void> {
  const had = new Map(states.filter(hasEdge).map((state) => [text(state, 'id'), state]))
  const wanted = [...folded.values()].filter(hasEdge)
  const kept = new Set(wanted.map((fact) => text(fact, 'id')))
  const isSet = (fact: StoreRow): boolean => {
    const state = had.get(text(fact, 'id'))
    return state !== undefined && isSame(state, fact, LINK_COLUMNS)
  }
  const gone = [...had.values()].filter((state) => !kept.has(text(state, 'id')))
  await Promise.all([
    ...[...groupRows(wanted, 'type')].flatMap(([type, facts]) => [
      writeInChunks(run, cypher.putLinks('CREATE', type), facts.filter((fact) => !had.has(text(fact, 'id'))).map(linkRow)),
      writeInChunks(run, cypher.putLinks('MERGE', type), facts.filter((fact) => had.has(text(fact, 'id')) && !isSet(fact)).map(linkRow)),
    ]),
    ...[...groupRows(gone, 'type')].map(([type, facts]) => writeInChunks(run, cypher.deleteLinks(type), facts.map(linkEnds))),
  ])
}

/** Folds what is stored, facts before entities: an entity goes only when no fact names it. Returns the number of facts closed. */
export async function refold(run: RunCypher, { entities, facts }: Standing): Promise<number> {
  const closed = await refoldFacts(run, facts)
  await refoldEntities(run, entities)
  return closed
}
