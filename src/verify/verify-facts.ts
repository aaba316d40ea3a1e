/** Checks each stored fact, and the lists that lead to its proof by key, against its evidence, and the edges against the facts. */
import { MODALITY_NAMES, STRENGTH_NAMES, type Modality, type Strength } from '../../schema/ontology/index.js'
import { foldFact, type EvidenceView } from '../store/fold.js'
import { pagesOf } from '../store/pages.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { finding, type Finding } from './finding.js'

const str = (row: StoreRow, column: string): string => String(row[column])
const texts = (row: StoreRow, column: string): readonly string[] => [row[column]].flat().map(String)

const isModality = (value: string): value is Modality => (MODALITY_NAMES as readonly string[]).includes(value)
const isStrength = (value: string): value is Strength => (STRENGTH_NAMES as readonly string[]).includes(value)

function viewOf(row: StoreRow): readonly EvidenceView[] {
  const modality = str(row, 'modality')
  const strength = str(row, 'strength')
  if (!isModality(modality) || !isStrength(strength)) return []
  const seen = str(row, 'eventDate') === '' ? str(row, 'articleDate') : str(row, 'eventDate')
  return [{ articleId: str(row, 'articleId'), modality, strength, speakerId: str(row, 'speakerId'), seen }]
}

function byFact(rows: readonly StoreRow[]): ReadonlyMap<string, readonly StoreRow[]> {
  const groups = new Map<string, StoreRow[]>()
  for (const row of rows) {
    const group = groups.get(str(row, 'factId'))
    if (group === undefined) groups.set(str(row, 'factId'), [row])
    else group.push(row)
  }
  return groups
}

function factFindings(fact: StoreRow, evidence: readonly StoreRow[]): readonly Finding[] {
  const id = str(fact, 'id')
  const fold = foldFact(evidence.flatMap(viewOf))
  if (fold === undefined) return fact['open'] === true ? [finding('FACT_BARE', id)] : []
  const wrong = Object.entries({ ...fold, open: true }).filter(([column, value]) => fact[column] !== value)
  return wrong.length === 0 ? [] : [finding('FACT_STALE', id, wrong.map(([column, value]) => `${column}: ${String(fact[column])} ≠ ${String(value)}`).join(', '))]
}

/** What stands in one list and not in the other, or too often: `-` is left out, `+` is too much. */
function difference(listed: readonly string[], wanted: ReadonlySet<string>): string {
  const known = new Set(listed)
  const tooMuch = listed.filter((id, index) => !wanted.has(id) || listed.indexOf(id) !== index)
  return [...[...wanted].filter((id) => !known.has(id)).map((id) => `-${id}`), ...tooMuch.map((id) => `+${id}`)].join(' ')
}

function listFindings(lists: StoreRow, evidence: readonly StoreRow[]): readonly Finding[] {
  const wrong = ([['evidenceIds', 'id'], ['articleIds', 'articleId']] as const)
    .map(([list, column]) => ({ list, found: difference(texts(lists, list), new Set(evidence.map((row) => str(row, column)))) }))
    .filter(({ found }) => found !== '')
  return wrong.length === 0 ? [] : [finding('LIST_WRONG', str(lists, 'id'), wrong.map(({ list, found }) => `${list}: ${found}`).join(', '))]
}

const sameAsFact = (edge: StoreRow, fact: StoreRow): boolean =>
  str(edge, 'fromId') === str(fact, 'subjectId') && str(edge, 'toId') === str(fact, 'objectId') &&
  ['type', 'modality', 'strength'].every((column) => edge[column] === fact[column])

/** Rejected facts and those of an entity with itself have no edge. */
const hasEdge = (fact: StoreRow): boolean => fact['open'] === true && fact['verdict'] !== 'REJECTED' && fact['subjectId'] !== fact['objectId']

/** What a scan of the facts leaves for the scan of the edges. */
type OpenFacts = Map<string, StoreRow>

/** Findings of all facts and edges. Keeps the open facts of the graph in memory, without their texts. */
export async function* verifyFacts(store: GraphStore, pageSize: number): AsyncGenerator<Finding> {
  const open: OpenFacts = new Map()
  for await (const page of pagesOf(store, 'all-facts', 'id', pageSize, { includeRejected: true })) {
    const ids = page.map((fact) => str(fact, 'id'))
    const evidence = byFact(await store.read('proof-of-facts', { ids }))
    for (const fact of page) {
      yield* factFindings(fact, evidence.get(str(fact, 'id')) ?? [])
      if (hasEdge(fact)) open.set(str(fact, 'id'), fact)
    }
    for (const lists of await store.read('lists-of-facts', { ids })) yield* listFindings(lists, evidence.get(str(lists, 'id')) ?? [])
  }
  for await (const page of pagesOf(store, 'all-edges', 'factId', pageSize)) {
    for (const edge of page) {
      const id = str(edge, 'factId')
      const fact = open.get(id)
      if (fact === undefined || !sameAsFact(edge, fact)) yield finding('EDGE_WRONG', id, `${str(edge, 'fromId')} → ${str(edge, 'toId')}`)
      open.delete(id)
    }
  }
  for (const id of open.keys()) yield finding('EDGE_MISSING', id)
}
