import { readArticles } from '../../ingest/1-read/read.js'
import { ingestArticles } from '../../ingest/pipeline.js'
import { createServer } from '../../src/api/server.js'
import { projectPath } from '../../src/core/paths.js'
import type { GraphStore } from '../../src/store/port.js'

export interface Served {
  /** `http://127.0.0.1:…`. */
  readonly url: string
  /** Stops the server and closes the store. */
  close(): Promise<void>
}

/** Serves an open store on a free port. */
export async function serve(store: GraphStore): Promise<Served> {
  const server = createServer({ store })
  const { url } = await server.listen(0)
  return {
    url,
    close: async () => {
      await server.close()
      await store.close()
    },
  }
}

/** Reads the samples into an empty store and serves it. */
export async function serveSamples(store: GraphStore): Promise<Served> {
  const context = { report: (): void => undefined }
  await ingestArticles(store, readArticles([projectPath('samples')], context), {})
  return serve(store)
}
