import type { EntityRef } from '../data/answer-types.js'
import { isShown, type Filters } from './filters.js'
import { expansionKey, type GraphData, type GraphEntity, type GraphFact } from './graph-data.js'
import { ALL, linkedSeeds, type GraphState, type Point } from './view-state.js'

/** What is to be drawn: follows from the state, the filters and the server's answers. Pure and in a fixed order. */

export interface PictureNode extends EntityRef {
  readonly subkind: string
  readonly articleCount: number
  /** Lines at the node in the picture. */
  readonly degree: number
  /** Facts of the entity in all; -1 while it is not known. */
  readonly facts: number
  readonly expanded: boolean
  readonly pinned: Point | undefined
}

export interface Picture {
  readonly nodes: readonly PictureNode[]
  readonly facts: readonly GraphFact[]
  /** Of the facts that the expansions stand for: how many came, and how many there are. */
  readonly shown: number
  readonly total: number
  /** Facts that came but are filtered away or end at a hidden entity. */
  readonly filtered: number
  /** Entities put there by hand that have more facts than were looked through for lines among them. */
  readonly unsearched: number
}

const byKey = <T>(key: (item: T) => string) => (a: T, b: T): number => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)

/** Facts that the expansions brought, and those among the seeds, each once, by id. */
function factsOf(state: GraphState, data: GraphData): { readonly facts: readonly GraphFact[]; readonly clipped: number } {
  const facts = new Map<string, GraphFact>()
  let clipped = 0
  for (const [id, types] of Object.entries(state.expanded)) {
    const own = new Set<string>()
    let total = 0
    for (const type of types) {
      const expansion = data.expansions.get(expansionKey(id, type))
      if (expansion === undefined) continue
      total = type === ALL || types.includes(ALL) ? Math.max(total, expansion.total) : total + expansion.total
      for (const fact of expansion.facts) {
        facts.set(fact.id, fact)
        own.add(fact.id)
      }
    }
    clipped += Math.max(0, total - own.size)
  }
  const seeds = new Set(linkedSeeds(state))
  for (const id of seeds) for (const fact of data.links.get(id)?.facts ?? []) if (seeds.has(fact.subject.id) && seeds.has(fact.object.id)) facts.set(fact.id, fact)
  return { facts: [...facts.values()].sort(byKey(({ id }) => id)), clipped }
}

/** Seeds of which only some facts were looked through for lines among the seeds. */
function unsearched(state: GraphState, { links }: GraphData): number {
  const seeds = linkedSeeds(state)
  const part = seeds.filter((id) => { const link = links.get(id); return link !== undefined && link.total > link.facts.length }).length
  return seeds.length === 0 ? 0 : part + state.seeds.length - seeds.length
}

const total = ({ relationCounts }: GraphEntity): number => relationCounts.reduce((sum, { count }) => sum + count, 0)

export function pictureOf(state: GraphState, filters: Filters, data: GraphData): Picture {
  const hidden = new Set(state.hidden)
  const { facts, clipped } = factsOf(state, data)
  const drawn = facts.filter((fact) => !hidden.has(fact.subject.id) && !hidden.has(fact.object.id) && isShown(fact, filters))
  const degrees = new Map<string, number>()
  const ends = new Map<string, EntityRef>()
  for (const { subject, object } of drawn) {
    for (const end of [subject, object]) {
      ends.set(end.id, end)
      degrees.set(end.id, (degrees.get(end.id) ?? 0) + 1)
    }
  }
  for (const id of state.seeds) {
    const entity = data.entities.get(id)
    if (entity !== undefined && !filters.kinds.includes(entity.kind)) ends.set(id, entity)
  }
  const nodes = [...ends.values()].sort(byKey(({ id }) => id)).map(({ id, kind, name }): PictureNode => {
    const known = data.entities.get(id)
    return {
      id, kind, name, subkind: known?.subkind ?? '', articleCount: known?.articleCount ?? 0, degree: degrees.get(id) ?? 0,
      facts: known === undefined ? -1 : total(known), expanded: id in state.expanded, pinned: state.pinned[id],
    }
  })
  return { nodes, facts: drawn, shown: facts.length, total: facts.length + clipped, filtered: facts.length - drawn.length, unsearched: unsearched(state, data) }
}
