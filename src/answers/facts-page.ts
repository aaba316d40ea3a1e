import { RELATION_NAMES, RELATIONS, type Modality, type RelationType, type Strength } from '../../schema/ontology/index.js'
import type { FactRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import type { CountedPage } from './lists.js'
import type { FactSide } from './narrow-facts.js'
import { checkFirst, decodeCursor, encodeCursor, type PageArgs, type SortKey } from './paging.js'
import { proofOf, type Proof } from './proof.js'
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

/** What the store is asked for one page. Throws BAD_INPUT. */
function askedOf(entityId: string, { types = [], strengths = [], modalities = [], side }: FactsPageFilter, args: PageArgs) {
  const first = checkFirst(args.first)
  const [count = 0, type = '', id = ''] = args.after == null ? [] : decodeCursor(args.after)
  const filter = { id: entityId, types: [...types], strengths: [...strengths], modalities: [...modalities], side: side ?? '', symmetric: side == null ? [] : [...SYMMETRIC] }
  return { first, filter, params: { ...filter, afterCount: Math.trunc(-Number(count)) || 0, afterType: String(type), afterId: String(id), limit: first + 1 } }
}

/** The page that the store cut, of which it gave one fact more where there are more. */
function pageOfAsked(store: GraphStore, { first, filter }: Pick<ReturnType<typeof askedOf>, 'first' | 'filter'>, found: readonly FactRecord[], after: string | null | undefined): CountedPage<FactRecord> {
  return {
    edges: found.slice(0, first).map((node) => ({ node, cursor: encodeCursor(factKey(node)) })),
    hasNextPage: found.length > first,
    hasPreviousPage: after != null,
    totalCount: async () => {
      // How busy an entity is a store may know without reading its facts.
      const isWhole = filter.types.length + filter.strengths.length + filter.modalities.length === 0 && filter.side === ''
      const [counted] = isWhole ? await store.read('degrees-of-entities', { ids: [filter.id] }) : await store.read('count-facts-of-entity', filter)
      return counted === undefined ? 0 : int(counted, 'facts')
    },
  }
}

/**
 * One page of the open facts of an entity, filtered and cut by the store, so that the facts of a busy one are not read whole.
 * One store call, and one more for the number of all. Throws BAD_INPUT.
 */
export async function factsPage(store: GraphStore, entityId: string, filter: FactsPageFilter, args: PageArgs): Promise<CountedPage<FactRecord>> {
  const asked = askedOf(entityId, filter, args)
  const rows = await store.read('facts-page-of-entity', asked.params)
  return pageOfAsked(store, asked, rows.map(toFact), args.after)
}

/** The same with the ends of the facts and at most `pieces` pieces of evidence of each, at least one; no store call more. */
export async function factsPageWithProof(store: GraphStore, entityId: string, filter: FactsPageFilter, args: PageArgs, pieces: number): Promise<{ readonly page: CountedPage<FactRecord>; readonly proof: Proof }> {
  const asked = askedOf(entityId, filter, args)
  const proof = proofOf(await store.read('facts-page-with-proof-of-entity', { ...asked.params, pieces }))
  return { page: pageOfAsked(store, asked, proof.facts, args.after), proof }
}
