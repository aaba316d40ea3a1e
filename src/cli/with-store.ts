import type { Config } from '../config.js'
import { openStore } from '../store/open-store.js'
import type { GraphStore } from '../store/port.js'

/** Opens the store that the environment names, makes its schema, runs `work` and closes the store whatever happens. */
export async function withStore<T>(config: Config, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore(config.store)
  try {
    await store.applySchema()
    return await work(store)
  } finally {
    await store.close()
  }
}
