import type { EntityRecord, FactRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { toEntity, toFact } from './rows.js'

/** Where the facts and entities of a path come from once it is chosen; each in one call at most. */
export interface PathSource {
  /** By id; unknown ones are passed over. */
  entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityRecord>>
  /** By id, whole; unknown ones are passed over. */
  facts(ids: readonly string[]): Promise<ReadonlyMap<string, FactRecord>>
}

/** Reads them from the store, closed facts too. */
export const storeSource = (store: GraphStore): PathSource => ({
  entities: async (ids) => new Map((ids.length === 0 ? [] : await store.read('entity-by-ids', { ids: [...ids] })).map(toEntity).map((entity) => [entity.id, entity])),
  facts: async (ids) => new Map((ids.length === 0 ? [] : await store.read('facts-by-ids', { ids: [...ids] })).map(toFact).map((fact) => [fact.id, fact])),
})
