import type { Plugin } from 'graphql-yoga'
import type { GraphStore } from '../../store/port.js'
import { RETRY_AFTER } from './store-trouble.js'

/** Who asks whether the server is ready wants to hear soon (ms). */
const PATIENCE = 5_000

/** True when the store answers in time. A late answer is left to itself. */
const answers = (store: GraphStore): Promise<boolean> => {
  const asked = store.read('entity-by-ids', { ids: ['none'] }, { deadline: performance.now() + PATIENCE }).then(() => true, () => false)
  return Promise.race([asked, new Promise<boolean>((resolve) => { setTimeout(() => { resolve(false) }, PATIENCE).unref() })])
}

/** `/healthz`: the process answers. `/readyz`: the store answers too within five seconds, else 503. */
export const useHealth = (store: GraphStore): Plugin => ({
  async onRequest(event) {
    const { url, fetchAPI } = event
    if (url.pathname === '/healthz') {
      event.endResponse(fetchAPI.Response.json({ status: 'ok', store: store.traits.label }))
    } else if (url.pathname === '/readyz') {
      const ready = await answers(store)
      event.endResponse(fetchAPI.Response.json({ status: ready ? 'ready' : 'not ready', store: store.traits.label }, { status: ready ? 200 : 503, headers: ready ? {} : { 'retry-after': String(RETRY_AFTER) } }))
    }
  },
})
