import type { Server } from 'node:http'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { createYoga } from 'graphql-yoga'
import type { LoadReport } from '../../ingest/6-load/report.js'
import { makeAuthenticate, type Authenticate, type AuthOptions } from '../auth/authenticate.js'
import { isLoopbackHost } from '../auth/local-request.js'
import { note } from '../ops/request-scope.js'
import { makeMetrics, type ReadDepth } from '../ops/metrics.js'
import { currentTracer } from '../ops/trace.js'
import { around } from '../store/around.js'
import type { GraphStore } from '../store/port.js'
import { makeContext } from './context.js'
import { Drain } from './drain.js'
import { exampleQueries, type ExampleQuery } from './example-queries.js'
import { closeHttp, listenOn, makeHttpServer, type RequestLog } from './http-server.js'
import { DEFAULT_LIMITS, type Limits } from './limits.js'
import { maskError, type FaultLog } from './parts/masking.js'
import { useBodyLimit } from './parts/use-body-limit.js'
import { useBookmarks } from './parts/use-bookmarks.js'
import { useErrorCodes } from './parts/use-error-codes.js'
import { useDrain } from './parts/use-drain.js'
import { useDocuments } from './parts/use-documents.js'
import { useExplorer } from './parts/use-explorer.js'
import { useExports } from './parts/use-exports.js'
import { useHealth } from './parts/use-health.js'
import { useIntrospection } from './parts/use-introspection.js'
import { useLimits } from './parts/use-limits.js'
import { useMetrics } from './parts/use-metrics.js'
import { useMutationGuard } from './parts/use-mutation-guard.js'
import { useRateLimit } from './parts/use-rate-limit.js'
import { traceFields, useTracing } from './parts/use-tracing.js'
import { useRequestNotes } from './parts/use-request-notes.js'
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
  /** Takes a line for each request over HTTP; nobody when absent. */
  readonly requestLog?: RequestLog | undefined
  /** Questions and their variables stand in the lines of `requestLog`; false by default. */
  readonly logQueries?: boolean | undefined
  /** A caller who takes nothing of an answer for so long (ms) is left; a minute by default. */
  readonly stalledAfter?: number
  /** Depth of the queue of ingestion, for `/metrics`; nothing about a queue when absent. */
  readonly queueDepth?: ReadDepth | undefined
  /** Told of each run of ingest that came in through the API. */
  readonly onIngest?: ((report: LoadReport) => void) | undefined
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
  /**
   * Ends in good order: subscriptions end, new requests are refused and `/readyz` says so, running requests have `within` ms to finish.
   * Then questions and exports are broken off, an ingest ends after the batch at hand, and listening stops. The store stays open.
   */
  close(within?: number): Promise<void>
}

/** 1 MiB is far more than a question needs. */
const MAX_BODY = 1_048_576
/** How long a caller may take nothing of an answer, in ms. */
const STALLED_AFTER = 60_000
/** Time for running requests when the server closes, in ms. */
export const FINISH_WITHIN = 20_000

const toStderr: FaultLog = ({ id, error }) => {
  process.stderr.write(`${id} ${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
}

/** The worked examples as tabs, the question that the product is for in front. */
function graphiqlTabs(): { readonly query: string }[] {
  const isMain = ({ name }: ExampleQuery): boolean => name === 'firms-linked-to'
  const examples = exampleQueries()
  return [...examples.filter(isMain), ...examples.filter((example) => !isMain(example))].map(({ query }) => ({ query }))
}

/** Notes for the log in which role somebody asks. */
const noted = (authenticate: Authenticate): Authenticate => async (request) => {
  const principal = await authenticate(request)
  note({ role: principal.how === 'open' || principal.how === 'cross-site' ? principal.how : principal.role })
  return principal
}

/** The GraphQL server with its page: an ordered list of small parts. */
export function createServer({ store: given, limits, introspection = true, graphiql = true, auth = {}, publicUrl, log = toStderr, requestLog, logQueries = false, stalledAfter = STALLED_AFTER, queueDepth, onIngest }: ServerOptions): PolicyServer {
  let onLoopback = true
  const metrics = makeMetrics(given.traits.label, queueDepth)
  const store = around(given, metrics.seeStore)
  const all = { ...DEFAULT_LIMITS, ...limits }
  const drain = new Drain()
  const authenticate = noted(makeAuthenticate(auth, () => onLoopback))
  const watch = watchStore(store, { stopping: drain.overdue, onReport: (report) => {
    metrics.ingested(report)
    onIngest?.(report)
  } })
  const schema = makeSchema()
  if (currentTracer() !== undefined) traceFields(schema)
  const gets = { authenticate, log, publicUrl, seconds: all.seconds, stop: drain.overdue }
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
    // useBodyLimit sees to it.
    maxRequestBodySize: false,
    plugins: [
      // Every response, whoever makes it.
      useSecurityHeaders(),
      useDrain(drain),
      useRateLimit({ requestsPerMinute: limits?.requestsPerMinute, isOpen: () => !onLoopback || auth.local === false, behindProxy: auth.local === false }),
      // Paths beside /graphql, answered before GraphQL is looked at.
      useHealth(store),
      useExplorer(),
      useOntology(),
      useExports(store, { ...gets, maxFacts: all.exportFacts }),
      useDocuments(store, gets),
      useFeeds(store, { ...gets, schema }),
      useMetrics(metrics),
      useRequestNotes(logQueries),
      useTracing(),
      useBodyLimit(MAX_BODY),
      // Questions, before they run.
      useIntrospection(introspection),
      useLimits(all, drain.overdue),
      useBookmarks(store),
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
      const server = makeHttpServer((request, response) => { void yoga(request, response) }, { drain, behindProxy: auth.local === false, stalledAfter, log: (line) => {
        metrics.answered(line.method, line.status)
        requestLog?.(line)
      } })
      onLoopback = isLoopbackHost(host)
      const listening = await listenOn(server, port, host)
      http = server
      return listening
    },
    async close(within = FINISH_WITHIN) {
      drain.begin()
      // Ends the streams of those who listen, for which closing would wait.
      watch.close()
      const server = http
      http = undefined
      await drain.finish(within)
      if (server !== undefined) await closeHttp(server)
      await yoga.dispose()
    },
  }
}
