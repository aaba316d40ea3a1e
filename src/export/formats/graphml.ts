import type { ExportGraph, Links } from '../export-graph.js'
import { colourOf, EDGE_ATTRIBUTES, edgeValues, isDirected, NODE_ATTRIBUTES, nodeValues, type Attribute, type AttributeValues } from './edge-attributes.js'
import type { ExportFormat } from './format.js'
import { xmlAttributes, xmlText } from './xml.js'

/** GraphML: entities are nodes, facts are edges; the edge holds its best quote. */

const COLOUR: Attribute = { name: 'color', type: 'string' }
const NODE_KEYS = [...NODE_ATTRIBUTES, COLOUR]

const keys = (of: 'node' | 'edge', list: readonly Attribute[]): string =>
  list.map(({ name, type }) => `  <key${xmlAttributes({ id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': type })}/>\n`).join('')

const data = (of: 'node' | 'edge', list: readonly Attribute[], values: AttributeValues): string =>
  list.map(({ name }) => `      <data key="${of}-${name}">${xmlText(String(values[name] ?? ''))}</data>\n`).join('')

// Undirected by default, since readers look for directed="true" and overlook directed="false".
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${keys('node', NODE_KEYS)}${keys('edge', EDGE_ATTRIBUTES)}  <graph id="policygraph" edgedefault="undirected">
`

async function* write(graph: ExportGraph, links: Links): AsyncGenerator<string> {
  yield HEAD
  for await (const page of graph.entities()) {
    for (const entity of page) yield `    <node${xmlAttributes({ id: entity.id })}>\n${data('node', NODE_KEYS, { ...nodeValues(entity, links), color: colourOf(entity) })}    </node>\n`
  }
  for await (const { facts, articles } of graph.facts()) {
    for (const item of facts) {
      const ends = { id: item.fact.id, source: item.fact.subjectId, target: item.fact.objectId, directed: isDirected(item) ? 'true' : 'false' }
      yield `    <edge${xmlAttributes(ends)}>\n${data('edge', EDGE_ATTRIBUTES, edgeValues(item, articles, links))}    </edge>\n`
    }
  }
  yield '  </graph>\n</graphml>\n'
}

export const GRAPHML: ExportFormat = { contentType: 'application/graphml+xml; charset=utf-8', extension: 'graphml', write: (graph, { links }) => write(graph, links) }
