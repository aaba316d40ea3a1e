import { ENTITY_KIND_NAMES } from '../../schema/ontology/index.js'

/** A graph as the explorer gets it, made by a fixed rule: a hub joined to all, and further lines among neighbours in number. */

interface GeneratedNode {
  readonly id: string
  readonly kind: string
  readonly name: string
}

export interface GeneratedGraph {
  readonly hub: string
  readonly nodes: readonly GeneratedNode[]
  readonly facts: readonly Readonly<Record<string, unknown>>[]
}

const MODALITIES = ['ASSERTED', 'ASSERTED', 'PLANNED', 'URGED', 'DENIED']

/** The first `edges` of them join the hub to each node; what is left goes from node to node. */
export function generatedGraph(nodeCount: number, edgeCount: number): GeneratedGraph {
  const nodes = Array.from({ length: nodeCount }, (_, at): GeneratedNode => ({ id: `n${at}`, kind: ENTITY_KIND_NAMES[at % ENTITY_KIND_NAMES.length] ?? 'COMPANY', name: `第${at}号实体有限公司` }))
  const facts = Array.from({ length: edgeCount }, (_, at) => {
    const round = Math.floor(at / (nodeCount - 1))
    const to = 1 + (at % (nodeCount - 1))
    // Each round goes a little farther, so that no pair comes twice.
    const from = round === 0 ? 0 : 1 + ((to + 7 * round - 1) % (nodeCount - 1))
    return {
      id: `f${at}`, type: 'COLLABORATES_WITH', strength: at % 3 === 0 ? 'IMPLIED' : 'STATED', modality: MODALITIES[at % MODALITIES.length], title: '',
      firstSeen: `20${String(30 + (at % 5))}-0${1 + (at % 9)}-01`, lastSeen: null, evidenceCount: 1, subject: nodes[from], object: nodes[to],
    }
  })
  return { hub: 'n0', nodes, facts }
}

interface Asked {
  readonly query?: string
  readonly variables?: { readonly ids?: readonly string[]; readonly id?: string }
}

/** What the graph answers to a question of the graph screen; undefined for any other question. */
export function answerOf({ nodes, facts, hub }: GeneratedGraph, body: string): unknown {
  const { query = '', variables = {} } = JSON.parse(body) as Asked
  if (query.startsWith('query GraphExpansion')) return { entity: { facts: { totalCount: facts.length, pageInfo: { hasNextPage: false, endCursor: null }, nodes: variables.id === hub ? facts : [] } } }
  if (query.startsWith('query GraphEntities')) {
    return { entitiesById: (variables.ids ?? []).map((id) => ({ ...nodes[Number(id.slice(1))], subkind: '', articleCount: 1, relationCounts: [{ type: 'COLLABORATES_WITH', forward: true, count: id === hub ? facts.length : 1 }] })) }
  }
  return undefined
}
