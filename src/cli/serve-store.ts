/** Serves a store over HTTP until the signal fires. */
import type { Server } from 'node:http'
import { createServer } from '../api/server.js'
import { PolicyGraphError } from '../core/errors.js'
import type { GraphStore } from '../store/port.js'

export interface ServeOptions {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly signal: AbortSignal
  /** Called once, when the server answers. */
  onReady(url: string): Promise<void>
}

/** Resolves when the server has stopped. @throws PolicyGraphError PORT_TAKEN. */
export async function serveStore(store: GraphStore, { host, port, signal, onReady }: ServeOptions): Promise<void> {
  const server = createServer(store)
  const url = await listen(server, host, port)
  try {
    await onReady(url)
    await aborted(signal)
  } finally {
    await stop(server)
  }
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new PolicyGraphError('PORT_TAKEN', `端口 ${port} 已被占用 · port ${port} is taken`, { details: { port }, cause }) : cause)
    })
    server.listen(port, host, () => {
      const address = server.address()
      const taken = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`)
    })
  })
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

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
