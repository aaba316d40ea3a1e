import type { EntityRecord } from '../../core/records.js'
import type { FactLine, LineGraph, Links } from '../export-graph.js'
import { isFullDate } from '../words.js'
import { colourOf, EDGE_ATTRIBUTES, edgeValues, isDirected, NODE_ATTRIBUTES, nodeValues, type Attribute, type AttributeType, type AttributeValues } from './edge-attributes.js'
import type { ExportFormat } from './format.js'
import { xmlAttributes } from './xml.js'

/** GEXF 1.3: a dynamic graph with colours by kind; an edge starts at the day of its earliest evidence. */

const TYPES: Readonly<Record<AttributeType, string>> = { string: 'string', int: 'integer', boolean: 'boolean' }

const model = (of: 'node' | 'edge', list: readonly Attribute[]): string => {
  const rows = list.map(({ name, type }) => `      <attribute${xmlAttributes({ id: name, title: name, type: TYPES[type] })}/>\n`)
  return `    <attributes class="${of}">\n${rows.join('')}    </attributes>\n`
}

const values = (list: readonly Attribute[], of: AttributeValues): string => {
  const rows = list.map(({ name }) => `          <attvalue${xmlAttributes({ for: name, value: String(of[name] ?? '') })}/>\n`)
  return `        <attvalues>\n${rows.join('')}        </attvalues>\n`
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>PolicyGraph</creator>
  </meta>
  <graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="directed">
${model('node', NODE_ATTRIBUTES)}${model('edge', EDGE_ATTRIBUTES)}`

/** Where a node stands; y goes up. */
export interface Place {
  readonly x: number
  readonly y: number
}

function node(entity: EntityRecord, links: Links, place: Place | undefined): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colourOf(entity).slice(at, at + 2), 16))
  return `      <node${xmlAttributes({ id: entity.id, label: entity.name })}>\n${values(NODE_ATTRIBUTES, nodeValues(entity, links))}` +
    `        <viz:color${xmlAttributes({ r: red, g: green, b: blue })}/>\n${place === undefined ? '' : `        <viz:position${xmlAttributes({ x: place.x, y: place.y, z: 0 })}/>\n`}      </node>\n`
}

function edge(item: FactLine, of: AttributeValues): string {
  const { fact } = item
  const head = {
    id: fact.id, source: fact.subjectId, target: fact.objectId, type: isDirected(item) ? 'directed' : 'undirected', label: String(of['relation']), kind: fact.type,
    start: isFullDate(fact.firstSeen) ? fact.firstSeen : undefined,
  }
  return `      <edge${xmlAttributes(head)}>\n${values(EDGE_ATTRIBUTES, of)}      </edge>\n`
}

/** The graph as GEXF, piece by piece; with the places of its nodes where they are known. */
export async function* gexfOf(graph: LineGraph, links: Links, places: Readonly<Record<string, Place>> = {}): AsyncGenerator<string> {
  yield `${HEAD}    <nodes>\n`
  for await (const page of graph.entities()) for (const entity of page) yield node(entity, links, places[entity.id])
  yield '    </nodes>\n    <edges>\n'
  for await (const { facts, articles } of graph.facts()) for (const item of facts) yield edge(item, edgeValues(item, articles, links))
  yield '    </edges>\n  </graph>\n</gexf>\n'
}

export const GEXF: ExportFormat = { contentType: 'application/gexf+xml; charset=utf-8', extension: 'gexf', write: (graph, { links }) => gexfOf(graph, links) }
