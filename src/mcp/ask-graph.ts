import { PolicyGraphError } from '../core/errors.js'

/** How the tools reach the graph: GraphQL only, in this process or over HTTP, so that limits, roles and words are the same. */

export interface GraphError {
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>>
}

export interface GraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly GraphError[]
}

/** Runs one document. Rejects only when no GraphQL answer comes back: STORE_UNREACHABLE, UNAUTHENTICATED. */
export type AskGraph = (query: string, variables: Readonly<Record<string, unknown>>, signal?: AbortSignal) => Promise<GraphAnswer>

type Fetch = (request: Request) => Promise<Response>

function isAnswer(value: unknown): value is GraphAnswer {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value)
}

/** Asks what `fetch` answers at `url`. */
function askBy(fetch: Fetch, url: URL, headers: Readonly<Record<string, string>>): AskGraph {
  return async (query, variables, signal) => {
    const request = new Request(url, {
      method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json', ...headers }, body: JSON.stringify({ query, variables }), signal: signal ?? null,
    })
    const response = await fetch(request)
    const answer: unknown = await response.json().catch(() => undefined)
    if (isAnswer(answer)) return answer
    throw new PolicyGraphError('STORE_UNREACHABLE', `${url.origin} 没有给出 GraphQL 回答（HTTP ${response.status}） · no GraphQL answer (HTTP ${response.status})`, { details: { status: response.status } })
  }
}

interface InProcess {
  fetch(request: Request): Promise<Response>
}

/** Asks a server of this process, without a port. */
export const inProcess = (server: InProcess): AskGraph => askBy((request) => server.fetch(request), new URL('http://localhost/graphql'), {})

/** Asks a running server. `base` ends in `/`. */
export const overHttp = (base: string, token: string | undefined): AskGraph =>
  askBy(
    (request) => fetch(request).catch((cause: unknown) => {
      if (request.signal.aborted) throw cause
      throw new PolicyGraphError('STORE_UNREACHABLE', `无法连接 ${base} · cannot reach ${base}`, { details: { url: base }, cause })
    }),
    new URL('graphql', base), token === undefined ? {} : { authorization: `Bearer ${token}` },
  )
