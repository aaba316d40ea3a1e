import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { inRequest, requestIdOf, type RequestScope } from '../ops/request-scope.js'
import { currentTracer } from '../ops/trace.js'
import { PolicyGraphError } from '../core/errors.js'
import type { Drain } from './drain.js'
import { addressOf } from './parts/use-rate-limit.js'

/** The listener: limits on what a connection may do, an id for each request, and a line for the log at its end. */

/** One request, when its answer has been sent or the connection has ended. */
export interface RequestLine {
  readonly requestId: string
  readonly method: string
  /** Without what follows `?`, which may hold questions. */
  readonly path: string
  readonly status: number
  readonly ms: number
  /** Sent over the connection, headers included. */
  readonly bytes: number
  /** Address of the caller, as the proxy before the server tells it where there is one. */
  readonly client: string
  readonly operation?: string
  readonly fields?: readonly string[]
  readonly role?: string
  readonly codes?: readonly string[]
  /** The connection ended before the answer did. */
  readonly aborted?: true
  /** Where the request is traced. */
  readonly traceId?: string
  readonly query?: string
  readonly variables?: unknown
}

export type RequestLog = (line: RequestLine) => void

export interface HttpOptions {
  readonly drain: Drain
  readonly behindProxy: boolean
  /** A caller who takes nothing of what is being sent for so long (ms) is left. */
  readonly stalledAfter: number
  readonly log: RequestLog
}

/** How long a caller may take to send its headers, and the whole request, in ms. */
const HEADERS_WITHIN = 10_000
const REQUEST_WITHIN = 60_000
/** Before connections that are not idle yet are cut, in ms. */
const LET_GO = 500
/** Bytes of all headers together; more is a 431. */
const MAX_HEADERS = 16_384
/** UTF-16 code units that the log takes of what callers write. */
const MAX_PATH = 300
const MAX_CLIENT = 100

const pathOf = ({ url = '' }: IncomingMessage): string => (url.split('?')[0] ?? '').slice(0, MAX_PATH)

function toLine({ id, ...known }: RequestScope, rest: Omit<RequestLine, 'requestId'>): RequestLine {
  return { requestId: id, ...rest, ...known }
}

/**
 * Ends the connection of a caller who takes nothing of what is being sent for so long (ms). Gives what ends the watch. The time also runs out while an
 * answer is being made, for which the caller is not to blame; it starts anew with what is sent.
 */
function leaveStalled(response: ServerResponse, socket: Socket, stalledAfter: number): () => void {
  response.on('timeout', () => { if (socket.writableLength > 0) response.destroy() })
  // The adapter of Yoga takes the limit off a connection when it begins to send a stream.
  const limit = (): void => { if (socket.timeout !== stalledAfter) socket.setTimeout(stalledAfter) }
  limit()
  const watch = setInterval(limit, stalledAfter / 4).unref()
  return () => { clearInterval(watch) }
}

/** A server that is not listening yet. */
export function makeHttpServer(answer: RequestListener, { drain, behindProxy, stalledAfter, log }: HttpOptions): Server {
  return createServer({ headersTimeout: HEADERS_WITHIN, requestTimeout: REQUEST_WITHIN, maxHeaderSize: MAX_HEADERS }, (request, response) => {
    const began = performance.now()
    const { socket } = request
    const sentBefore = socket.bytesWritten
    const scope: RequestScope = { id: requestIdOf(request.headers['x-request-id']) }
    const client = (addressOf(request, behindProxy) ?? '').slice(0, MAX_CLIENT)
    const leave = drain.enter()
    const unwatch = leaveStalled(response, socket, stalledAfter)
    response.setHeader('x-request-id', scope.id)
    const span = currentTracer()?.begin(`${request.method ?? ''} /${pathOf(request).split('/')[1] ?? ''}`, { 'http.request.method': request.method ?? '', 'url.path': pathOf(request) }, request.headers)
    if (span !== undefined) scope.traceId = span.traceId
    response.once('close', () => {
      unwatch()
      leave()
      span?.end({ 'http.response.status_code': response.statusCode }, response.statusCode >= 500 ? String(response.statusCode) : undefined)
      log(toLine(scope, {
        method: request.method ?? '', path: pathOf(request), status: response.statusCode, ms: Math.round((performance.now() - began) * 10) / 10,
        bytes: socket.bytesWritten - sentBefore, client, ...(response.writableFinished ? {} : { aborted: true as const }),
      }))
    })
    const handle = (): void => { inRequest(scope, () => { answer(request, response) }) }
    if (span === undefined) handle()
    else span.run(handle)
  })
}

/** Listens; port 0 takes a free one. PORT_TAKEN when another process has the port. */
export async function listenOn(http: Server, port: number, host: string): Promise<{ readonly url: string; readonly port: number }> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  }).catch((cause: unknown) => {
    const code = (cause as NodeJS.ErrnoException).code
    if (code !== 'EADDRINUSE') throw cause
    throw new PolicyGraphError('PORT_TAKEN', `端口 ${port} 已被占用 · port ${port} is taken; set PORT`, { cause, details: { port } })
  })
  const address = http.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, port: taken }
}

/** Stops listening and ends what is still connected. */
export async function closeHttp(http: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    http.close(() => { resolve() })
  })
  http.closeIdleConnections()
  const rest = setTimeout(() => { http.closeAllConnections() }, LET_GO)
  await closed
  clearTimeout(rest)
}
