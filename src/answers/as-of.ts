import { MODALITY_NAMES, STRENGTH_NAMES, type Modality, type Strength } from '../../schema/ontology/index.js'
import type { FactRecord } from '../core/records.js'
import { foldFact, type EvidenceView, type FactFold } from '../store/fold.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { groupBy } from './group-by.js'
import { oneOf, text } from './rows.js'

/** What the graph said on a day: facts folded anew from the evidence that was known by then. */

/** When something was told. Dates are ISO, or '' when unknown. */
export interface Told {
  readonly articleDate: string
  readonly eventDate: string
}

/** One piece of evidence, as folding needs it. */
export interface DatedEvidence extends EvidenceView, Told {
  readonly id: string
  readonly factId: string
}

/** A fact as known by a day. `asOf` is absent where all evidence counts. */
export interface FactAsOf extends FactRecord {
  readonly asOf?: string
}

/** The fold of a fact from the evidence known by a day, with the articles that gave it, sorted. */
export interface FoldAsOf extends FactFold {
  readonly articleIds: readonly string[]
  readonly asOf: string
}

/** A thing is known since the day of the article that tells it; where that is unknown, since the day of the event. */
export const knownSince = ({ articleDate, eventDate }: Told): string => (articleDate === '' ? eventDate : articleDate)

/** Known by the day `asOf`; '' asks for no day, and what has no day at all is always known. */
export function isKnownBy(asOf: string, told: Told): boolean {
  const since = knownSince(told)
  return asOf === '' || since === '' || since <= asOf
}

/** The day of what is told: the event's, else the article's, else ''. */
export const dayOf = ({ articleDate, eventDate }: Told): string => (eventDate === '' ? articleDate : eventDate)

export const modalityOf = (row: StoreRow): Modality => oneOf(row, 'modality', MODALITY_NAMES)
export const strengthOf = (row: StoreRow): Strength => oneOf(row, 'strength', STRENGTH_NAMES)

/** Rows with the columns of `evidence-views-of-facts`. */
export function toDatedEvidence(row: StoreRow, idColumn = 'id'): DatedEvidence {
  const told = { articleDate: text(row, 'articleDate'), eventDate: text(row, 'eventDate') }
  return {
    id: text(row, idColumn), factId: text(row, 'factId'), articleId: text(row, 'articleId'), modality: modalityOf(row), strength: strengthOf(row),
    speakerId: text(row, 'speakerId'), seen: dayOf(told), ...told,
  }
}

/** The fold of evidence that is known by the day, or undefined when none is. */
export function foldAsOf(evidence: readonly DatedEvidence[], asOf: string): FoldAsOf | undefined {
  const known = evidence.filter((item) => isKnownBy(asOf, item))
  const fold = foldFact(known)
  return fold === undefined ? undefined : { ...fold, articleIds: [...new Set(known.map(({ articleId }) => articleId))].sort(), asOf }
}

/** Folds by fact id; facts of which nothing was known by the day have none. One store call. */
export async function foldsAsOf(store: GraphStore, factIds: readonly string[], asOf: string): Promise<ReadonlyMap<string, FoldAsOf>> {
  if (factIds.length === 0) return new Map()
  const rows = await store.read('evidence-views-of-facts', { ids: [...factIds] })
  const folds = new Map<string, FoldAsOf>()
  for (const [id, own] of groupBy(rows.map((row) => toDatedEvidence(row)), ({ factId }) => factId)) {
    const fold = foldAsOf(own, asOf)
    if (fold !== undefined) folds.set(id, fold)
  }
  return folds
}

/** The facts as known by the day, without those that were not; as they are when `asOf` is ''. At most one store call. */
export async function factsAsOf<F extends FactRecord>(store: GraphStore, facts: readonly F[], asOf: string): Promise<readonly (F & FactAsOf)[]> {
  if (asOf === '') return facts
  const folds = await foldsAsOf(store, [...new Set(facts.map(({ id }) => id))], asOf)
  return facts.flatMap((fact) => {
    const fold = folds.get(fact.id)
    return fold === undefined ? [] : [{ ...fact, ...foldOf(fold), asOf }]
  })
}

/** The part of a fact that is folded from its evidence. */
export const foldOf = ({ modality, strength, speakerId, firstSeen, lastSeen, articleCount, evidenceCount }: FactFold): FactFold =>
  ({ modality, strength, speakerId, firstSeen, lastSeen, articleCount, evidenceCount })
