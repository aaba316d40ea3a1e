import type { EntityKind } from '../../schema/ontology/index.js'
import type { Act } from '../core/acts.js'
import type { Mention } from '../core/records.js'
import { codeOfKey, formsOf, ProfileFold, type Other, type Profile } from '../identity/index.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { partsOf } from '../store/rehome.js'
import { LOOKED_AT } from '../store/statements.js'
import { actsOn } from './acts.js'
import { externalIds } from './folds/external-ids.js'

/** Profiles from the store: the fold of what all articles say of each reference. */

const CHUNK = 400

const text = (row: StoreRow, column: string): string => String(row[column])

export interface ReferenceRow extends Other {
  readonly canonicalId: string
  /** 0 settled, 1 judged, 2 named by other articles since the last run. */
  readonly stale: number
  /** Profile of the last run as JSON, or ''. */
  readonly summary: string
}

// Kinds were checked when the row was written.
export const toReference = (row: StoreRow): ReferenceRow => ({
  id: text(row, 'id'), kind: text(row, 'kind') as EntityKind, key: text(row, 'key'), canonicalId: text(row, 'canonicalId'), stale: Number(row['stale']) % LOOKED_AT, summary: text(row, 'summary'),
})

export function* chunksOf<T>(items: readonly T[], size = CHUNK): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

/** Reads by ids in chunks. */
export async function readByIds(store: GraphStore, query: string, ids: Iterable<string>): Promise<readonly StoreRow[]> {
  const rows: StoreRow[] = []
  for (const chunk of chunksOf([...new Set(ids)])) rows.push(...await store.read(query, { ids: chunk }))
  return rows
}

/** References by id, each asked for once. */
class References {
  readonly #known: Map<string, ReferenceRow>
  readonly #store: GraphStore

  constructor(store: GraphStore, known: readonly ReferenceRow[]) {
    this.#store = store
    this.#known = new Map(known.map((row) => [row.id, row]))
  }

  async load(ids: Iterable<string>): Promise<void> {
    const wanted = [...ids].filter((id) => id !== '' && !this.#known.has(id))
    for (const row of await readByIds(this.#store, 'references-by-ids', wanted)) this.#known.set(text(row, 'id'), toReference(row))
  }

  get(id: string): Other | undefined {
    return this.#known.get(id)
  }
}

/** The profile of each reference, or undefined for one that no article names. */
export async function readProfiles(store: GraphStore, references: readonly ReferenceRow[]): Promise<ReadonlyMap<string, Profile | undefined>> {
  const profiles = new Map<string, Profile | undefined>()
  const known = new References(store, references)
  for (const chunk of chunksOf(references)) {
    const folds = new Map(chunk.map((reference) => [reference.id, new ProfileFold(reference)]))
    const entityIds = [...new Set(chunk.map(({ canonicalId }) => canonicalId))]
    await addNamings(await store.read('namings-of-entities', { ids: entityIds }), folds, known)
    await addStatements(await store.read('statements-of-entities', { ids: entityIds }), folds, known)
    const acts = await actsOn(store, chunk.map(({ id }) => id), ['EXTERNAL_ID'])
    for (const [id, fold] of folds) profiles.set(id, fold.named ? fold.toProfile(externalIds(acts.get(id) ?? NO_ACTS)) : undefined)
  }
  return profiles
}

const NO_ACTS: readonly Act[] = []

async function addNamings(rows: readonly StoreRow[], folds: ReadonlyMap<string, ProfileFold>, known: References): Promise<void> {
  await known.load(rows.map((row) => text(row, 'homeId')))
  for (const row of rows) {
    const home = codeOfKey(known.get(text(row, 'homeId'))?.key ?? '')
    for (const part of partsOf(row)) {
      const mentions = JSON.parse(part.mentions) as readonly Mention[]
      folds.get(part.ref)?.addNaming({ date: text(row, 'date'), home, subkind: part.subkind, forms: formsOf({ name: part.name, aliases: part.aliases, mentions }) })
    }
  }
}

async function addStatements(rows: readonly StoreRow[], folds: ReadonlyMap<string, ProfileFold>, known: References): Promise<void> {
  await known.load(rows.flatMap((row) => [text(row, 'subjectRef'), text(row, 'objectRef')]))
  for (const row of rows) {
    const [subject, object] = [known.get(text(row, 'subjectRef')), known.get(text(row, 'objectRef'))]
    if (!subject || !object) continue
    const statement = { type: text(row, 'type'), modality: text(row, 'modality'), title: text(row, 'title'), seen: text(row, 'seen') }
    folds.get(subject.id)?.addStatement({ ...statement, asSubject: true, other: object })
    folds.get(object.id)?.addStatement({ ...statement, asSubject: false, other: subject })
  }
}
