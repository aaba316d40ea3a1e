import { demandOf, type Principal } from '../auth/principal.js'
import type { Role } from '../auth/roles.js'
import type { GraphStore } from '../store/port.js'
import { makeLoaders, type Loaders } from './loaders.js'

/** What resolvers share during one request. */
export interface ApiContext {
  readonly store: GraphStore
  readonly loaders: Loaders
  readonly principal: Principal
}

export const makeContext = (store: GraphStore, principal: Principal): ApiContext => ({ store, loaders: makeLoaders(store), principal })

/** The one who asks, known and of that role at least; the first line of every mutation. UNAUTHENTICATED or FORBIDDEN. */
export const demand = ({ principal }: Pick<ApiContext, 'principal'>, role: Role): Principal => demandOf(principal, role)
