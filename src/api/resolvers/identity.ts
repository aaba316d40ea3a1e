import { checkFirst, decodeCursor, encodeCursor, type PageArgs } from '../../answers/paging.js'
import { PolicyGraphError } from '../../core/errors.js'
import type { EntityRecord } from '../../core/records.js'
import {
  identityQueue, judge, setExternalId, type AliasNote, type ExternalIdSetting, type Judging, type MergedReference, type PossiblySame, type QueuePlace,
} from '../../curation/index.js'
import type { Reason } from '../../identity/index.js'
import { demand, refreshed, type ApiContext } from '../context.js'
import { relay } from '../connections.js'
import { demand as demandRecord } from './demand.js'

/** Fields about who is who. Suggestions are shown, never followed by themselves. */

/** Lines that the generated SDL gets for the interface Entity and each of its types. */
export const IDENTITY_FIELDS: readonly string[] = [
  '"可能与它是同一个的实体，最可能者在前，至多 5 个；只是提示，不会自行合并 · Entities possibly the same as this one, the likeliest first, at most 5; a hint, never merged by itself." possiblySame: [PossiblySame!]!',
  '"每个称呼出自哪句话 · For each form it goes by, the sentence that brings it." aliasNotes: [AliasNote!]!',
  '"并入它的其他指称及理由 · Other references that were merged into it, and why." mergedFrom: [MergedReference!]!',
  '"登记编号，由人录入 · Register numbers that people have set." externalIds: [ExternalId!]!',
  '"针对它的操作次数；改动时可作 expectedVersion · Number of acts that name it; for expectedVersion." version: Int!',
]

export const EntityIdentityFields = {
  possiblySame: ({ id }: EntityRecord, _: unknown, { identity }: ApiContext) => identity.possiblySame.load(id),
  aliasNotes: ({ id }: EntityRecord, _: unknown, { identity }: ApiContext) => identity.aliasNotes.load(id),
  mergedFrom: ({ id }: EntityRecord, _: unknown, { identity }: ApiContext) => identity.mergedFrom.load(id),
  externalIds: ({ id }: EntityRecord, _: unknown, { identity }: ApiContext) => identity.externalIds.load(id),
  version: ({ id }: EntityRecord, _: unknown, { review }: ApiContext) => review.version.load(id),
}

export const PossiblySameFields = {
  entity: ({ otherId }: PossiblySame, _: unknown, { loaders }: ApiContext) => demandRecord(loaders.entity.load(otherId)),
  cause: ({ cause }: PossiblySame) => cause.toUpperCase(),
}

export const SameReasonFields = {
  code: ({ id }: Reason) => id,
  /** What it moved: weight times value; a proof or a guard decides alone. */
  weight: ({ effect, weight, value }: Reason) => (effect === 'feature' ? weight * value : value),
  effect: ({ effect }: Reason) => effect.toUpperCase(),
}

export const MergedReferenceFields = {
  referenceName: ({ name }: MergedReference) => name,
}

export const AliasNoteFields = {
  role: ({ role }: AliasNote) => role.toUpperCase(),
  article: ({ articleId }: AliasNote, _: unknown, { loaders }: ApiContext) => demandRecord(loaders.article.load(articleId)),
}

function placeOf(cursor: string): QueuePlace {
  const [score, leftRef, rightRef] = decodeCursor(cursor)
  if (typeof score !== 'number' || typeof leftRef !== 'string' || typeof rightRef !== 'string')
    throw new PolicyGraphError('BAD_INPUT', '游标不属于此列表 · the cursor belongs to another list', { details: { argument: 'after' } })
  return { score, leftRef, rightRef }
}

export const IdentityQuery = {
  identityQueue: async (_: unknown, args: PageArgs, { store }: ApiContext) => {
    const first = checkFirst(args.first)
    const pairs = await identityQueue(store, first + 1, typeof args.after === 'string' ? placeOf(args.after) : undefined)
    const edges = pairs.slice(0, first).map((node) => ({ node, cursor: encodeCursor([node.place.score, node.place.leftRef, node.place.rightRef]) }))
    const totalCount = async (): Promise<number> => Number((await store.read('count-suggestions'))[0]?.['suggestions'] ?? 0)
    return relay({ edges, hasNextPage: pairs.length > first, hasPreviousPage: typeof args.after === 'string', totalCount }, (pair) => pair)
  },
}

export const IdentityPairFields = {
  left: ({ entityId }: PossiblySame, _: unknown, { loaders }: ApiContext) => demandRecord(loaders.entity.load(entityId)),
  right: ({ otherId }: PossiblySame, _: unknown, { loaders }: ApiContext) => demandRecord(loaders.entity.load(otherId)),
  cause: ({ cause }: PossiblySame) => cause.toUpperCase(),
}

export const IdentityMutation = {
  judge: async (_: unknown, args: Judging, context: ApiContext) => {
    const { act, identity } = await judge(context.store, demand(context, 'reviewer'), args)
    const { loaders } = refreshed(context)
    const [a, b] = await Promise.all([demandRecord(loaders.entity.load(args.a)), demandRecord(loaders.entity.load(args.b))])
    return { act, entities: a.id === b.id ? [a] : [a, b], same: a.id === b.id, moved: identity.moved }
  },
  setExternalId: async (_: unknown, args: ExternalIdSetting & { readonly scheme: string }, context: ApiContext) => {
    await setExternalId(context.store, demand(context, 'reviewer'), args)
    return demandRecord(refreshed(context).loaders.entity.load(args.entity))
  },
}
