import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { LoadReport } from '../../ingest/6-load/report.js'
import { isPolicyGraphError } from '../core/errors.js'
import type { QueueDepth } from '../jobs/depth.js'
import type { Around } from '../store/around.js'

/** Figures of one server in the Prometheus text format; docs/operations.md lists them. */

/** Seconds. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const STORE_BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.5, 2.5, 10]

export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
  /** A GraphQL operation has ended. `fields`: its root fields. */
  asked(fields: readonly string[], outcome: 'ok' | 'error', seconds: number): void
  /** A request over HTTP has ended. */
  answered(method: string, status: number): void
  /** A run of ingest has ended. */
  ingested(report: LoadReport): void
  /** Times each call of the store, by the name of its query. */
  readonly seeStore: Around
}

/** Memory, event loop and garbage of the process, gathered once however many servers it has. */
let ofProcess: Registry | undefined
function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry()
    collectDefaultMetrics({ register: ofProcess })
  }
  return ofProcess
}

/** Reads the depth of the queue of ingestion; undefined when the queue does not answer. Must not reject, nor take long. */
export type ReadDepth = () => Promise<QueueDepth | undefined>

/** Figures that are read when they are asked for. Those of a queue that does not answer are absent, not zero. */
function queueGauges(read: ReadDepth, registers: Registry[]): () => Promise<void> {
  const jobs = new Gauge({ name: 'policygraph_queue_jobs', help: 'Jobs in the queue of ingestion, by state; absent while the queue does not answer.', labelNames: ['state'], registers })
  const reachable = new Gauge({ name: 'policygraph_queue_reachable', help: '1 when the queue of ingestion answers, 0 when it does not.', registers })
  return async () => {
    const depth = await read()
    reachable.set(depth === undefined ? 0 : 1)
    jobs.reset()
    for (const [state, count] of Object.entries(depth ?? {})) jobs.set({ state }, Number(count))
  }
}

/** `store` is a label on all figures of the server. `readDepth` where there is a queue to be watched. */
export function makeMetrics(store: string, readDepth?: ReadDepth): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ store })
  const registers = [registry]
  const graphql = new Histogram({ name: 'policygraph_graphql_duration_seconds', help: 'Time to answer a GraphQL question, by root field and outcome.', labelNames: ['operation', 'outcome'], buckets: BUCKETS, registers })
  const requests = new Counter({ name: 'policygraph_http_requests_total', help: 'Requests over HTTP that have ended, by method and status.', labelNames: ['method', 'status'], registers })
  const calls = new Histogram({ name: 'policygraph_store_call_duration_seconds', help: 'Time of a call of the store, by the name of its query and the code of its error.', labelNames: ['call', 'outcome'], buckets: STORE_BUCKETS, registers })
  const runs = new Counter({ name: 'policygraph_ingest_runs_total', help: 'Runs of ingest through this server, by how they ended.', labelNames: ['outcome'], registers })
  const articles = new Counter({ name: 'policygraph_ingest_articles_total', help: 'Articles that came in through this server, by result.', labelNames: ['result'], registers })
  const evidence = new Counter({ name: 'policygraph_ingest_evidence_total', help: 'Pieces of evidence that ingest through this server added and removed.', labelNames: ['change'], registers })
  const seconds = new Counter({ name: 'policygraph_ingest_seconds_total', help: 'Seconds spent in ingest through this server.', registers })
  const lookAtQueue = readDepth === undefined ? undefined : queueGauges(readDepth, registers)
  return {
    contentType: registry.contentType,
    text: async () => {
      await lookAtQueue?.()
      return `${await registry.metrics()}\n${await processMetrics().metrics()}`
    },
    asked: (fields, outcome, took) => { for (const operation of fields) graphql.observe({ operation, outcome }, took) },
    answered: (method, status) => { requests.inc({ method, status }) },
    ingested: (report) => {
      runs.inc({ outcome: report.complete ? 'complete' : 'stopped' })
      for (const result of ['added', 'changed', 'unchanged', 'failed'] as const) articles.inc({ result }, report.articles[result])
      for (const change of ['added', 'removed'] as const) evidence.inc({ change }, report.evidence[change])
      seconds.inc(report.seconds)
    },
    seeStore: async (call, work) => {
      const stop = calls.startTimer({ call })
      try {
        const result = await work()
        stop({ outcome: 'ok' })
        return result
      } catch (error) {
        stop({ outcome: isPolicyGraphError(error) ? error.code : 'ERROR' })
        throw error
      }
    },
  }
}
