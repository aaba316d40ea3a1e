import { checkClaim } from '../../answers/claims/check-claim.js'
import { checkSentence, type SentenceArgs } from '../../answers/claims/check-sentence.js'
import type { ClaimArgs, ClaimCheck, SourceGroup } from '../../answers/claims/claim.js'
import { groupRelations, type GroupArgs, type GroupRelations } from '../../answers/group-relations.js'
import { neighbours, type NeighboursArgs } from '../../answers/neighbours.js'
import { checkFirst } from '../../answers/paging.js'
import type { Resolution } from '../../answers/resolve-end.js'
import type { ApiContext } from '../context.js'
import { dateOrNull } from './scalars.js'

export interface First {
  readonly first?: number | null
}

/** Claims, groups and neighbours: arguments in, an answer of src/answers out. */
export const ClaimQuery = {
  checkClaim: (_: unknown, args: ClaimArgs, { store }: ApiContext) => checkClaim(store, args),
  checkSentence: (_: unknown, args: SentenceArgs, { store }: ApiContext) => checkSentence(store, args),
  groupRelations: (_: unknown, args: GroupArgs, { store }: ApiContext) => groupRelations(store, args),
  neighbours: (_: unknown, args: NeighboursArgs, { store }: ApiContext) => neighbours(store, args),
}

export const ClaimCheckFields = {
  asOf: ({ asOf }: ClaimCheck) => dateOrNull(asOf),
  firstSaid: ({ firstSaid }: ClaimCheck) => dateOrNull(firstSaid),
  lastSaid: ({ lastSaid }: ClaimCheck) => dateOrNull(lastSaid),
  evidence: ({ evidence }: ClaimCheck, { first }: First) => evidence.slice(0, checkFirst(first, 10)),
  speakers: async ({ speakerIds }: ClaimCheck, _: unknown, { loaders }: ApiContext) =>
    (await Promise.all(speakerIds.map((id) => loaders.entity.load(id)))).filter((entity) => entity !== undefined),
}

export const ClaimSourceFields = {
  original: ({ articleIds: [id = ''] }: SourceGroup) => ({ id }),
  reprints: ({ articleIds: [, ...ids] }: SourceGroup) => ids.map((id) => ({ id })),
}

export const GroupRelationsFields = {
  links: ({ links }: GroupRelations, { first }: First) => links.slice(0, checkFirst(first, 100)),
  linkCount: ({ links }: GroupRelations) => links.length,
}

export const UnresolvedNameFields = {
  code: ({ outcome }: Resolution) => outcome,
}
