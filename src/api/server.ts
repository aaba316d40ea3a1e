import { createServer as createHttpServer, type Server } from 'node:http'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { createYoga } from 'graphql-yoga'
import { PolicyGraphError } from '../core/errors.js'
import { makeAuthenticate, type AuthOptions } from '../auth/authenticate.js'
import { isLoopbackHost } from '../auth/local-request.js'
import type { GraphStore } from '../store/port.js'
import { makeContext } from './context.js'
import { exampleQueries, type ExampleQuery } from './example-queries.js'
import { DEFAULT_LIMITS, type Limits } from './limits.js'
import { maskError, type FaultLog } from './parts/masking.js'
import { useErrorCodes } from './parts/use-error-codes.js'
import { useDocuments } from './parts/use-documents.js'
import { useExplorer } from './parts/use-explorer.js'
import { useExports } from './parts/use-exports.js'
import { useHealth } from './parts/use-health.js'
import { useIntrospection } from './parts/use-introspection.js'
import { useLimits } from './parts/use-limits.js'
import { useMetrics } from './parts/use-metrics.js'
import { useMutationGuard } from './parts/use-mutation-guard.js'
import { useRateLimit } from './parts/use-rate-limit.js'
import { useOntology } from './parts/use-ontology.js'
import { useSecurityHeaders } from './parts/use-security-headers.js'
import { makeSchema } from './schema.js'
import { watchStore } from '../watch/watch.js'
import { useFeeds } from './parts/use-feeds.js'

export interface ServerOptions {
  /** An open store; the caller closes it after the server. */
  readonly store: GraphStore
  /** Requests per minute are limited where others reach the server, or when this says so. */
  readonly limits?: Partial<Limits> | undefined
  /** The schema can be asked for; true by default. */
  readonly introspection?: boolean | undefined
  /** GraphiQL at /graphql; true by default. */
  readonly graphiql?: boolean | undefined
  /** Tokens, identity provider, open reading; without them the server is open on loopback and closed elsewhere. */
  readonly auth?: AuthOptions
  /** Where readers reach the server, ending in `/`; links begin with it. What each request names when absent. */
  readonly publicUrl?: string | undefined
  /** Where faults of the program are written; stderr when absent. */
  readonly log?: FaultLog
}

export interface Listening {
  /** With the port that was really taken, e.g. `http://127.0.0.1:4000`. */
  readonly url: string
  readonly port: number
}

export interface PolicyServer {
  /** Answers one request in process; needs no port. */
  fetch(request: Request): Promise<Response>
  /** Listens; port 0 takes a free one. PORT_TAKEN when another process has the port. */
  listen(port: number, host?: string): Promise<Listening>
  /** Stops listening and waits for running requests. The store stays open. */
  close(): Promise<void>
}

/** 1 MiB is far more than a question needs. */
const MAX_BODY = 1_048_576
/** How long a caller may take to send its headers, and the whole request, in ms. */
const HEADERS_WITHIN = 10_000
const REQUEST_WITHIN = 60_000

const toStderr: FaultLog = ({ id, error }) => {
  process.stderr.write(`${id} ${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
}

/** The worked examples as tabs, the question that the product is for in front. */
function graphiqlTabs(): { readonly query: string }[] {
  const isMain = ({ name }: ExampleQuery): boolean => name === 'firms-linked-to'
  const examples = exampleQueries()
  return [...examples.filter(isMain), ...examples.filter((example) => !isMain(example))].map(({ query }) => ({ query }))
}

async function listenOn(http: Server, port: number, host: string): Promise<Listening> {
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

/** The GraphQL server with its page: an ordered list of small parts. */
export function createServer({ store, limits, introspection = true, graphiql = true, auth = {}, publicUrl, log = toStderr }: ServerOptions): PolicyServer {
  let onLoopback = true
  const authenticate = makeAuthenticate(auth, () => onLoopback)
  const watch = watchStore(store)
  const schema = makeSchema()
  const gets = { authenticate, log, publicUrl }
  const yoga = createYoga({
    schema,
    context: async ({ request }) => makeContext(store, await authenticate(request), watch, publicUrl ?? `${new URL(request.url).origin}/`),
    maskedErrors: { maskError: (error) => maskError(error, log) },
    graphiql: graphiql && {
      title: 'PolicyGraph · GraphiQL',
      defaultTabs: graphiqlTabs(),
    },
    renderGraphiQL,
    cors: false,
    batching: false,
    multipart: false,
    logging: false,
    landingPage: false,
    maxRequestBodySize: MAX_BODY,
    plugins: [
      // Every response, whoever makes it.
      useSecurityHeaders(),
      useRateLimit({ requestsPerMinute: limits?.requestsPerMinute, isOpen: () => !onLoopback || auth.local === false, behindProxy: auth.local === false }),
      // Paths beside /graphql, answered before GraphQL is looked at.
      useHealth(store),
      useExplorer(),
      useOntology(),
      useExports(store, { ...gets, maxFacts: limits?.exportFacts ?? DEFAULT_LIMITS.exportFacts }),
      useDocuments(store, gets),
      useFeeds(store, { ...gets, schema }),
      useMetrics(store.traits.label),
      // Questions, before they run.
      useIntrospection(introspection),
      useLimits({ ...DEFAULT_LIMITS, ...limits }),
      useMutationGuard(log),
      useErrorCodes(),
    ],
  })
  let http: Server | undefined
  return {
    async fetch(request) {
      return yoga.fetch(request)
    },
    async listen(port, host = '127.0.0.1') {
      const server = createHttpServer({ headersTimeout: HEADERS_WITHIN, requestTimeout: REQUEST_WITHIN }, (request, response) => {
        void yoga(request, response)
      })
      onLoopback = isLoopbackHost(host)
      const listening = await listenOn(server, port, host)
      http = server
      return listening
    },
    async close() {
      // Ends the streams of those who listen, for which closing would wait.
      watch.close()
      const server = http
      http = undefined
      if (server !== undefined) {
        const closed = new Promise<void>((resolve) => server.close(() => { resolve() }))
        server.closeIdleConnections()
        await closed
      }
      await yoga.dispose()
    },
  }
}
