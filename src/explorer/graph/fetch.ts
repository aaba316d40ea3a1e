import { signal } from '@preact/signals'
import { ask } from '../data/client.js'
import { GRAPH_ENTITIES, GRAPH_EXPANSION, GRAPH_LINKS } from '../data/queries.js'
import { asAskError } from '../data/use-answer.js'
import type { PageInfo } from '../data/answer-types.js'
import type { AskError } from '../data/client.js'
import { expansionKey, type Expansion, type GraphData, type GraphEntity, type GraphFact } from './graph-data.js'
import { ALL, linkedSeeds, type GraphState } from './view-state.js'

/** Gets from the server what a graph state needs and does not have yet; answers are kept until the page is left. */

/** Facts that one expansion brings at most, a page after the other; more than this is said to be clipped. */
export const EXPANSION_LIMIT = 1000
/** Facts of one entity that are looked through for lines to others. */
export const LINK_LIMIT = 100
/** Ids per call; the server takes 300. */
const BATCH = 300
/** Entities whose lines to each other one call asks for. */
const LINK_BATCH = 25

export const graphData = signal<GraphData>({ entities: new Map(), expansions: new Map(), links: new Map() })
export const graphError = signal<AskError | undefined>(undefined)
/** Questions on their way. */
export const graphBusy = signal(0)

const asked = new Set<string>()

interface EntitiesAnswer {
  readonly entitiesById: readonly (GraphEntity | null)[]
}

interface ExpansionAnswer {
  readonly entity: { readonly facts: FactsAnswer & { readonly pageInfo: PageInfo } } | null
}

interface FactsAnswer {
  readonly totalCount: number
  readonly nodes: readonly GraphFact[]
}

interface LinksAnswer {
  readonly entitiesById: readonly ({ readonly id: string; readonly facts: FactsAnswer } | null)[]
}

async function guarded(keys: readonly string[], work: () => Promise<void>): Promise<void> {
  for (const key of keys) asked.add(key)
  graphBusy.value++
  try {
    await work()
    graphError.value = undefined
  } catch (error) {
    // Asked again when the reader tries again.
    for (const key of keys) asked.delete(key)
    graphError.value = asAskError(error)
  } finally {
    graphBusy.value--
  }
}

/** All at once, since each change of the data draws the graph anew. */
async function fetchEntities(ids: readonly string[]): Promise<void> {
  const answers = await Promise.all(batchesOf(ids, BATCH).map((batch) => ask(GRAPH_ENTITIES, { ids: batch }) as Promise<EntitiesAnswer>))
  const entities = new Map(graphData.peek().entities)
  for (const { entitiesById } of answers) for (const entity of entitiesById) if (entity !== null) entities.set(entity.id, entity)
  graphData.value = { ...graphData.peek(), entities }
}

async function fetchExpansion(id: string, type: string): Promise<void> {
  const facts: GraphFact[] = []
  let total = 0
  let after: string | null = null
  do {
    const { entity } = (await ask(GRAPH_EXPANSION, { id, types: type === ALL ? null : [type], after })) as ExpansionAnswer
    if (entity === null) break
    for (const fact of entity.facts.nodes) facts.push(fact)
    total = entity.facts.totalCount
    after = entity.facts.pageInfo.hasNextPage ? entity.facts.pageInfo.endCursor : null
  } while (after !== null && facts.length < EXPANSION_LIMIT)
  const expansion: Expansion = { facts, total }
  graphData.value = { ...graphData.peek(), expansions: new Map(graphData.peek().expansions).set(expansionKey(id, type), expansion) }
}

async function fetchLinks(ids: readonly string[]): Promise<void> {
  const { entitiesById } = (await ask(GRAPH_LINKS, { ids, first: LINK_LIMIT })) as LinksAnswer
  const links = new Map(graphData.peek().links)
  for (const entity of entitiesById) if (entity !== null) links.set(entity.id, { facts: entity.facts.nodes, total: entity.facts.totalCount })
  graphData.value = { ...graphData.peek(), links }
}

const batchesOf = (ids: readonly string[], size: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => ids.slice(at * size, (at + 1) * size))

const linksKey = (id: string): string => `${id} links`

/** Ids of all that a state shows, as far as the answers tell. */
function idsOf({ seeds, expanded }: GraphState, { expansions }: GraphData): readonly string[] {
  const ids = new Set(seeds)
  for (const [id, types] of Object.entries(expanded)) {
    ids.add(id)
    for (const type of types) for (const { subject, object } of expansions.get(expansionKey(id, type))?.facts ?? []) ids.add(subject.id).add(object.id)
  }
  return [...ids]
}

/** Fetches what is missing; resolves when all of it is there or has failed. */
export async function complete(state: GraphState): Promise<void> {
  const missing = Object.entries(state.expanded).flatMap(([id, types]) => types.map((type) => [id, type] as const)).filter(([id, type]) => !asked.has(expansionKey(id, type)))
  const unlinked = linkedSeeds(state).filter((id) => !asked.has(linksKey(id)))
  await Promise.all([
    ...missing.map(([id, type]) => guarded([expansionKey(id, type)], () => fetchExpansion(id, type))),
    ...batchesOf(unlinked, LINK_BATCH).map((ids) => guarded(ids.map(linksKey), () => fetchLinks(ids))),
  ])
  const unknown = idsOf(state, graphData.peek()).filter((id) => !asked.has(id))
  if (unknown.length > 0) await guarded(unknown, () => fetchEntities(unknown))
}
