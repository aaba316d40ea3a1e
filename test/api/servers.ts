import { createServer, type PolicyServer, type ServerOptions } from '../../src/api/server.js'
import type { ArticleGraph } from '../../src/core/records.js'
import type { GraphStore } from '../../src/store/port.js'
import { openWith } from '../answers/answer-graph.js'

/** Servers of one test file over one graph. */
export interface Servers {
  readonly store: GraphStore
  readonly start: (options?: Omit<ServerOptions, 'store'>) => PolicyServer
}

/** Opens the graph before the tests of the file, and closes what was started after them, the store last. Call it at the top of the file. */
export function serversOver(articles: readonly ArticleGraph[]): Servers {
  let opened: Awaited<ReturnType<typeof openWith>>
  const started: PolicyServer[] = []
  beforeAll(async () => {
    opened = await openWith(articles)
  })
  afterAll(async () => {
    for (const server of started) await server.close()
    await opened.close()
  })
  return {
    get store() { return opened.store },
    start: (options = {}) => {
      const server = createServer({ store: opened.store, ...options })
      started.push(server)
      return server
    },
  }
}
