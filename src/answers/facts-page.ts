import { RELATION_NAMES, RELATIONS, type Modality, type RelationType, type Strength } from '../../schema/ontology/index.js'
import type { FactRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import type { CountedPage } from './lists.js'
import type { FactSide } from './narrow-facts.js'
import { checkFirst, decodeCursor, encodeCursor, type PageArgs, type SortKey } from './paging.js'
import { int, toFact } from './rows.js'

/** Order of an entity's facts: those in most articles first. */
export const factKey = ({ articleCount, type, id }: FactRecord): SortKey => [-articleCount, type, id]

export interface FactsPageFilter {
  readonly types?: readonly RelationType[]
  readonly strengths?: readonly Strength[]
  readonly modalities?: readonly Modality[]
  readonly side?: FactSide | null
}

const SYMMETRIC = RELATION_NAMES.filter((name) => RELATIONS[name].symmetric)

/**
 * One page of the open facts of an entity, filtered and cut by the store, so that the facts of a busy one are not read whole.
 * One store call, and one more for the number of all. Throws BAD_INPUT.
 */
export async function factsPage(store: GraphStore, entityId: string, { types = [], strengths = [], modalities = [], side }: FactsPageFilter, args: PageArgs): Promise<CountedPage<FactRecord>> {
  const first = checkFirst(args.first)
  const [count = 0, type = '', id = ''] = args.after == null ? [] : decodeCursor(args.after)
  const filter = { id: entityId, types: [...types], strengths: [...strengths], modalities: [...modalities], side: side ?? '', symmetric: side == null ? [] : [...SYMMETRIC] }
  const rows = await store.read('facts-page-of-entity', { ...filter, afterCount: Math.trunc(-Number(count)) || 0, afterType: String(type), afterId: String(id), limit: first + 1 })
  const facts = rows.slice(0, first).map(toFact)
  return {
    edges: facts.map((node) => ({ node, cursor: encodeCursor(factKey(node)) })),
    hasNextPage: rows.length > first,
    hasPreviousPage: args.after != null,
    totalCount: async () => {
      // How busy an entity is a store may know without reading its facts.
      const isWhole = types.length + strengths.length + modalities.length === 0 && side == null
      const [counted] = isWhole ? await store.read('degrees-of-entities', { ids: [entityId] }) : await store.read('count-facts-of-entity', filter)
      return counted === undefined ? 0 : int(counted, 'facts')
    },
  }
}
