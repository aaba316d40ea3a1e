import type { GraphStore } from './port.js'

/** Sees each call of a store: `read` with the name of the catalogued query, the others with their own name. Must do the work, once. */
export type Around = <T>(call: string, work: () => Promise<T>) => Promise<T>

/** The same store with each call seen, for those who measure. */
export const around = (store: GraphStore, see: Around): GraphStore => ({
  traits: store.traits,
  applySchema: () => see('applySchema', () => store.applySchema()),
  write: (articles) => see('write', () => store.write(articles)),
  removeArticles: (ids) => see('removeArticles', () => store.removeArticles(ids)),
  record: (acts) => see('record', () => store.record(acts)),
  applyIdentity: (...args) => see('applyIdentity', () => store.applyIdentity(...args)),
  runIdentity: (look) => see('runIdentity', () => store.runIdentity(look)),
  read: (query, params, options) => see(query, () => store.read(query, params, options)),
  bookmarks: () => store.bookmarks(),
  close: () => store.close(),
})
