/** Serves a store over HTTP until the signal fires. */
import { createServer } from '../api/server.js'
import { openAuth } from '../auth/open-auth.js'
import { watchQueue } from '../jobs/depth.js'
import type { GraphStore } from '../store/port.js'
import type { CommandContext } from './command.js'
import { faultLog, ingestLog, openLog, requestLog } from './process-log.js'

export interface ServeOptions extends CommandContext {
  /** Instead of the one in the settings; 0 takes a free one. */
  readonly port?: number
  /** Called once, when the server answers. */
  readonly onReady: (url: string) => Promise<void>
}

/** Resolves when the server has stopped and what ran has been finished or broken off. @throws PolicyGraphError PORT_TAKEN. */
export async function serveStore(store: GraphStore, { config, terminal, signal, port = config.port, onReady }: ServeOptions): Promise<void> {
  const logger = openLog(config, terminal)
  const queue = config.jobs.given ? watchQueue(config.jobs) : undefined
  const server = createServer({
    store, auth: openAuth(config.auth), publicUrl: config.publicUrl, ...config.api,
    log: faultLog(logger), requestLog: requestLog(logger), logQueries: config.log.queries, onIngest: ingestLog(logger), queueDepth: queue?.depth,
  })
  try {
    const { url } = await server.listen(port, config.host)
    logger.info({ url, store: store.traits.label }, 'serving')
    await onReady(url)
    await aborted(signal)
    logger.info({ withinMs: config.finishWithin }, 'stopping')
  } finally {
    await server.close(config.finishWithin)
    queue?.close()
  }
  logger.info('stopped')
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else
      signal.addEventListener('abort', () => {
        resolve()
      })
  })
}
