import { readFileSync } from 'node:fs'
import type { Plugin } from 'graphql-yoga'
import { projectPath } from '../../core/paths.js'

/** The published ontology, as it is committed under schema/generated. It says nothing of the graph, so anybody may have it. */

const FILES: Readonly<Record<string, string>> = {
  'context.jsonld': 'application/ld+json; charset=utf-8',
  'policygraph.ttl': 'text/turtle; charset=utf-8',
  'shapes.ttl': 'text/turtle; charset=utf-8',
}

export function useOntology(): Plugin {
  const files = new Map(Object.entries(FILES).map(([name, type]) => [`/ontology/${name}`, { type, body: readFileSync(projectPath('schema', 'generated', name), 'utf8') }]))
  return {
    onRequest(event) {
      const { url, request, fetchAPI } = event
      const file = files.get(url.pathname)
      if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return
      event.endResponse(new fetchAPI.Response(request.method === 'HEAD' ? null : file.body, { headers: { 'content-type': file.type, 'cache-control': 'max-age=3600' } }))
    },
  }
}
