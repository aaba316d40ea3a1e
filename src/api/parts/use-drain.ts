import type { Plugin } from 'graphql-yoga'
import type { ErrorCode } from '../../core/errors.js'
import type { Drain } from '../drain.js'

const CODE: ErrorCode = 'SHUTTING_DOWN'
const MESSAGE = '服务正在停止，请稍后再试 · the server is stopping; try again in a moment'

/** Asked by what watches over the process to its end. */
export const ANSWERED_TO_THE_END: readonly string[] = ['/healthz', '/metrics']

/** While the server stops, new requests are refused (503, SHUTTING_DOWN) and `/readyz` says so. */
export const useDrain = (drain: Drain): Plugin => ({
  onRequest(event) {
    if (!drain.begun || ANSWERED_TO_THE_END.includes(event.url.pathname)) return
    const headers = { connection: 'close', 'retry-after': '5', 'cache-control': 'no-store' }
    const body = event.url.pathname === '/readyz' ? { status: 'stopping' } : { errors: [{ message: MESSAGE, extensions: { code: CODE } }] }
    event.endResponse(Response.json(body, { status: 503, headers }))
  },
})
