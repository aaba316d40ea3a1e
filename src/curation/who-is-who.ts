import { comparePair, SUGGESTIONS_PER_ENTITY, type Profile, type Reason, type SuggestionCause } from '../identity/index.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { actsOn } from './acts.js'
import { externalIds } from './folds/external-ids.js'
import { readByIds } from './read-profiles.js'

/** What is known of who is who, for readers. Each makes a fixed number of store calls however many entities it is given. */

const text = (row: StoreRow, column: string): string => String(row[column])
const list = (value: StoreRow[string] | undefined): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** Two entities that are possibly one: shown, never merged by itself. */
export interface PossiblySame {
  /** Id of the entity asked about, and of the other. */
  readonly entityId: string
  readonly otherId: string
  readonly score: number
  readonly cause: SuggestionCause
  readonly reasons: readonly Reason[]
}

/** A reference that goes by an entity. */
export interface MergedReference {
  readonly referenceId: string
  readonly name: string
  /** Why it is the same as the reference that gave the entity its id. */
  readonly reasons: readonly Reason[]
}

export interface ExternalId {
  readonly scheme: 'uscc' | 'wikidata'
  readonly value: string
}

const causes: readonly SuggestionCause[] = ['score', 'wall', 'fork', 'unsure']
const causeOf = (row: StoreRow): SuggestionCause => causes.find((cause) => cause === row['cause']) ?? 'score'

async function profilesOf(store: GraphStore, references: Iterable<string>): Promise<ReadonlyMap<string, Profile>> {
  const rows = await readByIds(store, 'references-by-ids', references)
  return new Map(rows.flatMap((row): [string, Profile][] => (row['summary'] === '' ? [] : [[text(row, 'id'), JSON.parse(text(row, 'summary')) as Profile]])))
}

function reasonsOf(profiles: ReadonlyMap<string, Profile>, a: string, b: string): readonly Reason[] {
  const [left, right] = [profiles.get(a), profiles.get(b)]
  return left && right ? comparePair(left, right).reasons : []
}

/** Entity id → its references. */
async function referencesOf(store: GraphStore, entityIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const references = new Map<string, string[]>(entityIds.map((id) => [id, []]))
  for (const row of await readByIds(store, 'references-of-entities', entityIds)) references.get(text(row, 'entityId'))?.push(text(row, 'referenceId'))
  return references
}

/** Entities possibly the same as each, the likeliest first, at most five each. */
export async function possiblySame(store: GraphStore, entityIds: readonly string[]): Promise<ReadonlyMap<string, readonly PossiblySame[]>> {
  const references = await referencesOf(store, entityIds)
  const rows = (await readByIds(store, 'candidates-of-references', [...references.values()].flat()))
    .filter((row) => row['cause'] !== '' && row['canonicalId'] !== row['otherCanonicalId'])
  const best = new Map<string, StoreRow>()
  for (const row of rows) {
    const key = `${text(row, 'canonicalId')} ${text(row, 'otherCanonicalId')}`
    if (Number(best.get(key)?.['score'] ?? -1) < Number(row['score'])) best.set(key, row)
  }
  const shown = new Map(entityIds.map((id) => [id, [...best.values()].filter((row) => row['canonicalId'] === id)
    .sort((a, b) => Number(b['score']) - Number(a['score']) || (text(a, 'otherCanonicalId') < text(b, 'otherCanonicalId') ? -1 : 1)).slice(0, SUGGESTIONS_PER_ENTITY)]))
  const profiles = await profilesOf(store, [...shown.values()].flat().flatMap((row) => [text(row, 'id'), text(row, 'otherId')]))
  return new Map([...shown].map(([id, chosen]) => [id, chosen.map((row) => ({
    entityId: id, otherId: text(row, 'otherCanonicalId'), score: Number(row['score']), cause: causeOf(row), reasons: reasonsOf(profiles, text(row, 'id'), text(row, 'otherId')),
  }))]))
}

/** The references that go by each entity beside its own. */
export async function mergedFrom(store: GraphStore, entityIds: readonly string[]): Promise<ReadonlyMap<string, readonly MergedReference[]>> {
  const references = await referencesOf(store, entityIds)
  const others = new Map([...references].map(([id, all]) => [id, all.filter((reference) => reference !== id)]))
  const profiles = await profilesOf(store, [...others].flatMap(([id, all]) => (all.length === 0 ? [] : [id, ...all])))
  return new Map([...others].map(([id, all]) => [id, all.map((referenceId) => ({
    referenceId, name: profiles.get(referenceId)?.names[0]?.form ?? '', reasons: reasonsOf(profiles, id, referenceId),
  }))]))
}

/** Register numbers that people have set on the entity or on a reference of it. */
export async function externalIdsOf(store: GraphStore, entityIds: readonly string[]): Promise<ReadonlyMap<string, readonly ExternalId[]>> {
  const references = await referencesOf(store, entityIds)
  const acts = await actsOn(store, [...new Set([...entityIds, ...[...references.values()].flat()])], ['EXTERNAL_ID'])
  return new Map(entityIds.map((id) => {
    const ids = [...new Set([id, ...references.get(id) ?? []])].flatMap((reference): ExternalId[] => {
      const { uscc, wikidata } = externalIds(acts.get(reference) ?? [])
      return [...(uscc === undefined ? [] : [{ scheme: 'uscc' as const, value: uscc }]), ...(wikidata === undefined ? [] : [{ scheme: 'wikidata' as const, value: wikidata }])]
    })
    return [id, [...new Map(ids.map((each) => [`${each.scheme} ${each.value}`, each])).values()]]
  }))
}

/** Where a page of the queue starts after. */
export interface QueuePlace {
  readonly score: number
  readonly leftRef: string
  readonly rightRef: string
}

/** Pairs that wait for a reviewer, the likeliest first, with the place of each. */
export async function identityQueue(store: GraphStore, limit: number, after?: QueuePlace): Promise<readonly (PossiblySame & { readonly place: QueuePlace; readonly between: readonly string[] })[]> {
  const rows = await store.read('suggestions', { limit, ...(after === undefined ? {} : { afterScore: after.score, afterLeft: after.leftRef, afterRight: after.rightRef }) })
  const profiles = await profilesOf(store, rows.flatMap((row) => [text(row, 'leftRef'), text(row, 'rightRef')]))
  return rows.map((row) => ({
    entityId: text(row, 'leftId'), otherId: text(row, 'rightId'), score: Number(row['score']), cause: causeOf(row), between: list(row['between']),
    reasons: reasonsOf(profiles, text(row, 'leftRef'), text(row, 'rightRef')),
    place: { score: Number(row['score']), leftRef: text(row, 'leftRef'), rightRef: text(row, 'rightRef') },
  }))
}
