import type { EntityKind, Modality, Strength } from '../../schema/ontology/index.js'
import { foldFactVerdict, foldVerdict, isDisputed } from '../curation/folds/fold-verdict.js'
import { actsByTarget } from './act-log.js'
import { evidenceView, groupRows } from './base-facts.js'
import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import { byCodeUnit, foldEntity, foldFact, type EntityView, type FactFold } from './fold.js'
import { pinyinTextOf } from './pinyin.js'
import type { StoreRow } from './port.js'
import { searchTextOf } from './search-text.js'
import * as cypher from './statements.js'

/** Brings entities and facts in line with what their articles now say and with what people have decided. */

interface Touched {
  readonly entityIds: readonly string[]
  readonly factIds: readonly string[]
  /** For edges that are not there yet. */
  readonly verb: cypher.Verb
}

const text = (row: StoreRow, column: string): string => String(row[column])
const list = (row: StoreRow, column: string): readonly string[] => {
  const value = row[column]
  return Array.isArray(value) ? value.map(String) : []
}

const entityView = (row: StoreRow): EntityView => ({
  name: text(row, 'name'),
  aliases: list(row, 'aliases'),
  key: text(row, 'key'),
  kind: text(row, 'kind') as EntityKind,
  subkind: text(row, 'subkind'),
  articles: Number(row['articles']),
})

async function refoldEntities(run: RunCypher, ids: readonly string[]): Promise<void> {
  const views = groupRows(await readInChunks(run, cypher.ENTITY_VIEWS, ids), 'id')
  const rows = ids.flatMap((id) => {
    const fold = foldEntity((views.get(id) ?? []).map(entityView))
    return fold === undefined ? [] : [{ id, ...fold }]
  })
  await writeInChunks(run, cypher.SET_ENTITIES, rows)
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

/** Facts with their evidence or what is left of it, and the acts on them. */
async function readFacts(run: RunCypher, ids: readonly string[]) {
  const states = await readInChunks(run, cypher.FACT_STATES, ids)
  const evidence = groupRows(await readInChunks(run, cypher.FACT_VIEWS, ids), 'id')
  const former = groupRows(await readInChunks(run, cypher.FORMER_OF_FACTS, ids), 'factId')
  const basesOf = (id: string): readonly string[] =>
    [...new Set([...(evidence.get(id) ?? []).map((row) => text(row, 'baseId')), ...(former.get(id) ?? []).map((row) => text(row, 'id'))])].sort(byCodeUnit)
  const acts = await actsByTarget(run, [...ids, ...ids.flatMap(basesOf)])
  return { states, evidence, former, basesOf, acts }
}

const hasEdge = (fact: StoreRow): boolean => fact['open'] === true && fact['verdict'] !== 'REJECTED' && fact['subjectId'] !== fact['objectId']
const linkEnds = (row: StoreRow): StoreRow => ({ factId: text(row, 'id'), subjectId: text(row, 'subjectId'), objectId: text(row, 'objectId') })

/** Number of facts that were open and are closed or gone. */
async function refoldFacts(run: RunCypher, { factIds, verb }: Touched): Promise<number> {
  const { states, evidence, former, basesOf, acts } = await readFacts(run, factIds)
  const folded = new Map<string, StoreRow>()
  for (const state of states) {
    const id = text(state, 'id')
    const proof = evidence.get(id)
    const left = (former.get(id) ?? [])
    const fold = proof === undefined ? foldFormer(left) : foldFact(proof.map(evidenceView))
    if (fold === undefined) continue
    const bases = basesOf(id)
    const about = [...new Map([id, ...bases].flatMap((target) => acts.get(target) ?? []).map((act) => [act.id, act])).values()]
    folded.set(id, {
      ...state, ...fold, factId: id, ...proofIds(proof ?? []),
      open: proof !== undefined,
      closedWhy: proof === undefined ? left.map((row) => text(row, 'why')).sort(byCodeUnit)[0] ?? '' : '',
      ...foldFactVerdict(bases.map((base) => foldVerdict(acts.get(base) ?? []))),
      disputed: isDisputed(about),
      version: about.length,
    })
  }
  await writeInChunks(run, cypher.SET_FACTS, [...folded.values()])
  await moveEdges(run, states, folded, verb)
  await readInChunks(run, cypher.DELETE_FACTS, states.map((state) => text(state, 'id')).filter((id) => !folded.has(id)))
  return states.filter((state) => state['open'] === true && folded.get(text(state, 'id'))?.['open'] !== true).length
}

/** Typed edges: one for each open fact that is not rejected. */
async function moveEdges(run: RunCypher, states: readonly StoreRow[], folded: ReadonlyMap<string, StoreRow>, verb: cypher.Verb): Promise<void> {
  const had = new Set(states.filter(hasEdge).map((state) => text(state, 'id')))
  const wanted = [...folded.values()].filter(hasEdge)
  const kept = new Set(wanted.map((row) => text(row, 'id')))
  for (const [type, rows] of groupRows(wanted, 'type')) {
    await writeInChunks(run, cypher.putLinks(verb, type), rows.filter((row) => !had.has(text(row, 'id'))))
    await writeInChunks(run, cypher.putLinks('MERGE', type), rows.filter((row) => had.has(text(row, 'id'))))
  }
  const gone = states.filter((state) => had.has(text(state, 'id')) && !kept.has(text(state, 'id')))
  for (const [type, rows] of groupRows(gone, 'type')) await writeInChunks(run, cypher.deleteLinks(type), rows.map(linkEnds))
}

/** Folds facts before entities: an entity goes only when no fact names it. Returns the number of facts closed. */
export async function refold(run: RunCypher, touched: Touched): Promise<number> {
  const closed = await refoldFacts(run, touched)
  await refoldEntities(run, touched.entityIds)
  return closed
}
