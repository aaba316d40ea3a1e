import type { ExecutionArgs, ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Metrics } from '../../ops/metrics.js'
import { rootFields } from './use-request-notes.js'

const outcomeOf = (result: unknown): 'ok' | 'error' => ((result as ExecutionResult).errors === undefined ? 'ok' : 'error')

/** Times GraphQL questions by root field, never by names that callers choose, and shows all figures at `/metrics`. */
export const useMetrics = (metrics: Metrics): Plugin => ({
  async onRequest(event) {
    const { url, request, fetchAPI } = event
    if (url.pathname !== '/metrics' || request.method !== 'GET') return
    event.endResponse(new fetchAPI.Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } }))
  },
  onExecute(event) {
    const { document } = event.args as ExecutionArgs
    const start = performance.now()
    return {
      onExecuteDone({ result }) {
        metrics.asked(rootFields(document), outcomeOf(result), (performance.now() - start) / 1000)
      },
    }
  },
})
