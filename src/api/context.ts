import type { GraphStore } from '../store/port.js'
import { makeLoaders, type Loaders } from './loaders.js'

/** What resolvers share during one request. */
export interface ApiContext {
  readonly store: GraphStore
  readonly loaders: Loaders
}

export const makeContext = (store: GraphStore): ApiContext => ({ store, loaders: makeLoaders(store) })
