import type { ExecutionArgs, ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { Histogram, Registry } from 'prom-client'
import { rootFields } from './use-request-notes.js'

const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const outcomeOf = (result: unknown): string => ((result as ExecutionResult).errors === undefined ? 'ok' : 'error')

/** Counts and times of GraphQL questions in the Prometheus text format at `/metrics`. `store` is a label on all of them. */
export function useMetrics(store: string): Plugin {
  const registry = new Registry()
  registry.setDefaultLabels({ store })
  const duration = new Histogram({
    name: 'policygraph_graphql_duration_seconds', help: 'Time to answer a GraphQL question, by root field and outcome.',
    labelNames: ['operation', 'outcome'], buckets: BUCKETS, registers: [registry],
  })
  return {
    async onRequest(event) {
      const { url, request, fetchAPI } = event
      if (url.pathname !== '/metrics' || request.method !== 'GET') return
      event.endResponse(new fetchAPI.Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } }))
    },
    onExecute(event) {
      const { document } = event.args as ExecutionArgs
      const start = performance.now()
      return {
        onExecuteDone({ result }) {
          const seconds = (performance.now() - start) / 1000
          for (const operation of rootFields(document)) duration.observe({ operation, outcome: outcomeOf(result) }, seconds)
        },
      }
    },
  }
}
