import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Authenticate } from '../../auth/authenticate.js'
import type { ErrorCode } from '../../core/errors.js'
import { maskError, type FaultLog } from './masking.js'

/** Pages and files beside /graphql that only readers may have: who asks is checked first, and what goes wrong is told as an error with a code. */

/** What a part of the server answers; undefined passes the request on. `base` is the address, ending in /, that links to this server begin with. */
export type Answerer = (url: URL, base: string) => Promise<Response> | undefined

/** First segments of the paths that are answered here; all others are passed on without asking who it is. */
const PATHS = /^\/(?:export|dossier|fact|feeds)\//u

export interface GetOptions {
  readonly authenticate: Authenticate
  readonly log: FaultLog
  /** Where readers reach the server, ending in /; what the request names when absent. */
  readonly publicUrl?: string | undefined
}

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_INPUT: 400, UNAUTHENTICATED: 401, TOKEN_EXPIRED: 401, FORBIDDEN: 403, NOT_FOUND: 404, AMBIGUOUS_NAME: 409, TOO_COSTLY: 413, STORE_BUSY: 503,
  STORE_UNREACHABLE: 503, STORE_CLOSED: 503, AUTH_UNAVAILABLE: 503,
}

/** `{"error": {"code", "message", …}}` with the status that fits the code. */
function errorResponse(error: unknown, log: FaultLog): Response {
  const { message, extensions } = maskError(error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) }), log)
  const status = STATUS[extensions['code'] as ErrorCode] ?? 500
  return Response.json({ error: { message, ...extensions } }, { status, headers: status === 401 ? { 'www-authenticate': 'Bearer' } : {} })
}

/** A plugin that answers GET and HEAD with what `answer` makes of the address. */
export const useGet = (answer: Answerer, { authenticate, log, publicUrl }: GetOptions): Plugin => ({
  async onRequest(event) {
    const { url, request } = event
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !PATHS.test(url.pathname)) return
    try {
      await authenticate(request)
      const answered = answer(new URL(url.href), publicUrl ?? `${url.origin}/`)
      if (answered === undefined) return
      const response = await answered
      event.endResponse(request.method === 'HEAD' ? new Response(null, response) : response)
    } catch (error) {
      event.endResponse(errorResponse(error, log))
    }
  },
})

/** Text that comes piece by piece as a body. The first piece is made at once, so that what is wrong is told by the status. */
export async function streamed(text: AsyncIterable<string>): Promise<ReadableStream<Uint8Array>> {
  const pieces = text[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
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
    async cancel() {
      await pieces.return?.()
    },
  })
}
