import type { GraphStore } from './port.js'

/** Stores that stand before another one: each call goes through to it, but for what the wrapper is for. */

/** Sees each call of a store: `read` with the name of the catalogued query, the others with their own name. Must do the work; only what may be done twice may be done again. */
export type Around = <T>(call: string, work: () => Promise<T>) => Promise<T>

/** The same store with each call seen. */
export const around = (store: GraphStore, see: Around): GraphStore => ({
  traits: store.traits,
  applySchema: () => see('applySchema', () => store.applySchema()),
  write: (articles) => see('write', () => store.write(articles)),
  removeArticles: (ids) => see('removeArticles', () => store.removeArticles(ids)),
  record: (acts) => see('record', () => store.record(acts)),
  applyIdentity: (...args) => see('applyIdentity', () => store.applyIdentity(...args)),
  runIdentity: (look) => see('runIdentity', () => store.runIdentity(look)),
  read: (query, params, options) => see(query, () => store.read(query, params, options)),
  walkable: (options) => see('walkable', () => store.walkable(options)),
  state: (options) => store.state(options),
  bookmarks: () => store.bookmarks(),
  close: () => store.close(),
})

/** The same store, read another way. */
export const withReads = (store: GraphStore, read: GraphStore['read'], others: Partial<Pick<GraphStore, 'walkable'>> = {}): GraphStore => ({ ...around(store, (_call, work) => work()), read, ...others })
