import DataLoader from 'dataloader'
import type { FactAsOf } from '../answers/as-of.js'
import { groupBy } from '../answers/group-by.js'
import type { Act } from '../core/acts.js'
import { actsOfFacts, actsOfTargets } from '../review/acts.js'
import { rejectedFacts } from '../review/rejected.js'
import { factStates, retractedAmong, versionsOf, type FactState } from '../review/states.js'
import type { GraphStore } from '../store/port.js'
import type { EntityFactsKey } from './loaders.js'

/** Batched reads of what people decided, made anew for each request and after each change. */
export interface ReviewLoaders {
  /** Undefined for derived facts. */
  readonly factState: DataLoader<string, FactState | undefined>
  /** Acts about entities and articles. */
  readonly acts: DataLoader<string, readonly Act[]>
  readonly factActs: DataLoader<string, readonly Act[]>
  readonly version: DataLoader<string, number>
  readonly retracted: DataLoader<string, boolean>
  readonly rejectedFacts: DataLoader<EntityFactsKey, readonly FactAsOf[], string>
}

/** One read per distinct filter, which the query's text bounds. */
async function rejectedBatch(store: GraphStore, keys: readonly EntityFactsKey[]): Promise<readonly (readonly FactAsOf[])[]> {
  const groups = [...groupBy(keys, ({ filter }) => JSON.stringify(filter)).values()]
  const found = await Promise.all(groups.map(async (group) => {
    const facts = await rejectedFacts(store, group.map(({ entityId }) => entityId), group[0]?.filter)
    return group.map((key) => [key, facts.get(key.entityId) ?? []] as const)
  }))
  const byKey = new Map(found.flat())
  return keys.map((key) => byKey.get(key) ?? [])
}

export const makeReviewLoaders = (store: GraphStore): ReviewLoaders => ({
  factState: new DataLoader(async (ids) => {
    const found = await factStates(store, ids)
    return ids.map((id) => found.get(id))
  }),
  acts: new DataLoader(async (ids) => {
    const found = await actsOfTargets(store, ids)
    return ids.map((id) => found.get(id) ?? [])
  }),
  factActs: new DataLoader(async (ids) => {
    const found = await actsOfFacts(store, ids)
    return ids.map((id) => found.get(id) ?? [])
  }),
  version: new DataLoader(async (ids) => {
    const found = await versionsOf(store, ids)
    return ids.map((id) => found.get(id) ?? 0)
  }),
  retracted: new DataLoader(async (ids) => {
    const found = await retractedAmong(store, ids)
    return ids.map((id) => found.has(id))
  }),
  rejectedFacts: new DataLoader((keys) => rejectedBatch(store, keys), { cacheKeyFn: (key) => JSON.stringify(key) }),
})
