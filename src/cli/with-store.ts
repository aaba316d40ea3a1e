import type { Config } from '../config.js'
import { currentTracer, traced } from '../ops/trace.js'
import { around } from '../store/around.js'
import { openStore } from '../store/open-store.js'
import type { GraphStore } from '../store/port.js'

/** A span for each call, by the name of its query; never its text or parameters. */
const tracedStore = (store: GraphStore): GraphStore =>
  around(store, (call, work) => traced(`store ${call}`, { 'db.operation.name': call, 'db.system.name': store.traits.label }, work))

/** Opens the store that the environment names, makes its schema, runs `work` and closes the store whatever happens. */
export async function withStore<T>(config: Config, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore(config.store)
  try {
    await store.applySchema()
    return await work(currentTracer() === undefined ? store : tracedStore(store))
  } finally {
    await store.close()
  }
}
