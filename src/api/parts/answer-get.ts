import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Authenticate } from '../../auth/authenticate.js'
import type { ErrorCode } from '../../core/errors.js'
import type { GraphStore } from '../../store/port.js'
import { withBudget } from '../../store/time-budget.js'
import { maskError, type FaultLog } from './masking.js'

/** Pages and files beside /graphql that only readers may have: who asks is checked first, and what goes wrong is told as an error with a code. */

export interface Asked {
  readonly url: URL
  /** The address, ending in /, that links to this server begin with. */
  readonly base: string
  /** For this answer alone: its reads are stopped when their time is over. */
  readonly store: GraphStore
  /** Fires when the one who asks has gone. */
  readonly gone: AbortSignal
}

/** What a part of the server answers; undefined passes the request on. */
export type Answerer = (asked: Asked) => Promise<Response> | undefined

/** First segments of the paths that are answered here; all others are passed on without asking who it is. */
const PATHS = /^\/(?:export|dossier|fact|feeds)\//u

export interface GetOptions {
  readonly authenticate: Authenticate
  readonly log: FaultLog
  /** Where readers reach the server, ending in /; what the request names when absent. */
  readonly publicUrl?: string | undefined
  /** Seconds that one answer may spend in the store. */
  readonly seconds: number
  /** Throws when answers are to be broken off. */
  readonly stop: Pick<AbortSignal, 'throwIfAborted'>
}

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_INPUT: 400, UNAUTHENTICATED: 401, TOKEN_EXPIRED: 401, FORBIDDEN: 403, NOT_FOUND: 404, AMBIGUOUS_NAME: 409, TOO_COSTLY: 413, TOO_SLOW: 503, STORE_BUSY: 503,
  STORE_UNREACHABLE: 503, STORE_CLOSED: 503, SHUTTING_DOWN: 503, AUTH_UNAVAILABLE: 503,
}

/** `{"error": {"code", "message", …}}` with the status that fits the code. */
function errorResponse(error: unknown, log: FaultLog): Response {
  const { message, extensions } = maskError(error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) }), log)
  const { http, ...told } = extensions
  const status = STATUS[extensions['code'] as ErrorCode] ?? (http as { readonly status?: number } | undefined)?.status ?? 500
  return Response.json({ error: { message, ...told } }, { status, headers: status === 401 ? { 'www-authenticate': 'Bearer' } : {} })
}

/** A plugin that answers GET and HEAD with what `answer` makes of the address. */
export const useGet = (store: GraphStore, answer: Answerer, { authenticate, log, publicUrl, seconds, stop }: GetOptions): Plugin => ({
  async onRequest(event) {
    const { url, request } = event
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !PATHS.test(url.pathname)) return
    try {
      await authenticate(request)
      const limited = withBudget(store, 1_000 * seconds, { throwIfAborted: () => { request.signal.throwIfAborted(); stop.throwIfAborted() } })
      const answered = answer({ url: new URL(url.href), base: publicUrl ?? `${url.origin}/`, store: limited, gone: request.signal })
      if (answered === undefined) return
      const response = await answered
      event.endResponse(request.method === 'HEAD' ? new Response(null, response) : response)
    } catch (error) {
      event.endResponse(errorResponse(error, log))
    }
  },
})

/**
 * Text that comes piece by piece as a body. The first piece is made at once, so that what is wrong is told by the status. What makes the pieces is
 * ended when the one who asks has gone: the server waits for him to take what was sent, and would not ask for a further piece.
 */
export async function streamed(text: AsyncIterable<string>, gone: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  gone.throwIfAborted()
  const pieces = text[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const end = async (): Promise<void> => { await pieces.return?.() }
  gone.addEventListener('abort', () => { end().catch(() => undefined) }, { once: true })
  let next = await pieces.next()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next.done === true) {
        controller.close()
        return
      }
      controller.enqueue(encoder.encode(next.value))
      next = await pieces.next()
    },
    cancel: end,
  })
}
