import DataLoader from 'dataloader'
import { aliasNotes, externalIdsOf, mergedFrom, possiblySame, type AliasNote, type ExternalId, type MergedReference, type PossiblySame } from '../curation/index.js'
import type { GraphStore } from '../store/port.js'

/** Batched reads of who is who, made anew for each request and after each change. */
export interface IdentityLoaders {
  readonly possiblySame: DataLoader<string, readonly PossiblySame[]>
  readonly mergedFrom: DataLoader<string, readonly MergedReference[]>
  readonly aliasNotes: DataLoader<string, readonly AliasNote[]>
  readonly externalIds: DataLoader<string, readonly ExternalId[]>
}

const lists = <T>(read: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly T[]>>): DataLoader<string, readonly T[]> =>
  new DataLoader<string, readonly T[]>(async (ids) => {
    const found = await read(ids)
    return ids.map((id) => found.get(id) ?? [])
  })

export const makeIdentityLoaders = (store: GraphStore): IdentityLoaders => ({
  possiblySame: lists((ids) => possiblySame(store, ids)),
  mergedFrom: lists((ids) => mergedFrom(store, ids)),
  aliasNotes: lists((ids) => aliasNotes(store, ids)),
  externalIds: lists((ids) => externalIdsOf(store, ids)),
})
