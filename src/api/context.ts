import { demandOf, type Principal } from '../auth/principal.js'
import type { Role } from '../auth/roles.js'
import type { GraphStore } from '../store/port.js'
import { makeIdentityLoaders, type IdentityLoaders } from './identity-loaders.js'
import { makeLoaders, type Loaders } from './loaders.js'
import { watchStore, type Watch } from '../watch/watch.js'
import { makeReviewLoaders, type ReviewLoaders } from './review-loaders.js'

/** What resolvers share during one request. */
export interface ApiContext {
  readonly store: GraphStore
  readonly principal: Principal
  readonly loaders: Loaders
  readonly review: ReviewLoaders
  readonly identity: IdentityLoaders
  /** Of the server, not of the request. */
  readonly watch: Watch
  /** What permalinks begin with, ending in `/`; `/` where no server answers. */
  readonly base: string
}

export const makeContext = (store: GraphStore, principal: Principal, watch: Watch = watchStore(store), base = '/'): ApiContext =>
  ({ store, principal, loaders: makeLoaders(store), review: makeReviewLoaders(store), identity: makeIdentityLoaders(store), watch, base })

/** The one who asks, known and of that role at least; the first line of every mutation. UNAUTHENTICATED or FORBIDDEN. */
export const demand = ({ principal }: Pick<ApiContext, 'principal'>, role: Role): Principal => demandOf(principal, role)

interface Forgetful {
  clearAll(): unknown
}

/** The context after a change: what its loaders have read so far is forgotten. For the last line of every mutation. */
export function refreshed(context: ApiContext): ApiContext {
  for (const loader of Object.values<Forgetful>({ ...context.loaders, ...context.review, ...context.identity })) loader.clearAll()
  return context
}
