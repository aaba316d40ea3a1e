/** Serves a store over HTTP until the signal fires. */
import { createServer } from '../api/server.js'
import type { ApiSettings } from '../api/limits.js'
import type { FaultLog } from '../api/parts/masking.js'
import type { AuthOptions } from '../auth/authenticate.js'
import type { GraphStore } from '../store/port.js'

export interface ServeOptions {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly auth: AuthOptions
  readonly api: ApiSettings
  readonly log: FaultLog
  /** Where readers reach the server, when that is not the address it listens on. */
  readonly publicUrl: string | undefined
  readonly signal: AbortSignal
  /** Called once, when the server answers. */
  readonly onReady: (url: string) => Promise<void>
}

/** Resolves when the server has stopped. @throws PolicyGraphError PORT_TAKEN. */
export async function serveStore(store: GraphStore, { host, port, auth, api, log, publicUrl, signal, onReady }: ServeOptions): Promise<void> {
  const server = createServer({ store, auth, publicUrl, log, ...api })
  try {
    const { url } = await server.listen(port, host)
    await onReady(url)
    await aborted(signal)
  } finally {
    await server.close()
  }
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
