import type { Plugin } from 'graphql-yoga'
import type { GraphStore } from '../../store/port.js'

/** `/healthz`: the process answers. `/readyz`: the store answers too, else 503. */
export const useHealth = (store: GraphStore): Plugin => ({
  async onRequest(event) {
    const { url, fetchAPI } = event
    if (url.pathname === '/healthz') {
      event.endResponse(fetchAPI.Response.json({ status: 'ok', store: store.traits.label }))
    } else if (url.pathname === '/readyz') {
      const ready = await store.read('entity-by-ids', { ids: ['none'] }).then(() => true, () => false)
      event.endResponse(fetchAPI.Response.json({ status: ready ? 'ready' : 'not ready', store: store.traits.label }, { status: ready ? 200 : 503 }))
    }
  },
})
