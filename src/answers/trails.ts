import type { GraphStore } from '../store/port.js'
import { foldOf } from './as-of.js'
import { chooseFacts } from './choose-facts.js'
import type { Neighbourhood } from './neighbourhood.js'
import { carriesChain, type LinkFact, type LinkPath } from './paths.js'
import { judge, rankKey, type Walk } from './rank-paths.js'
import { compareKeys } from './paging.js'
import { toEntity, toFact } from './rows.js'

/** Trails: the entities that a path passes, before facts are chosen for its steps. */

export type Trail = readonly string[]
/** Trails by the entity they end at. */
export type Layer = ReadonlyMap<string, readonly Trail[]>

/** The best so many trails are kept per end and length. */
const TRAILS_KEPT = 8

const carriers = (facts: readonly LinkFact[]): readonly LinkFact[] => facts.filter(carriesChain)

/** The best walk along a trail whose steps all carry a chain. Names and full facts come with `answerPaths`. */
export function walkAlong(hood: Neighbourhood, trail: Trail): Walk {
  const steps = trail.slice(1).map((id, index) => carriers(hood.between(trail[index] ?? '', id)))
  const between = trail.slice(1, -1).map((id) => ({ id, name: '', kind: hood.kindOf(id) ?? 'ORGANIZATION', degree: hood.degreeOf(id) }))
  return { nodes: trail, facts: chooseFacts(steps), between }
}

function bestTrails(hood: Neighbourhood, trails: readonly Trail[]): readonly Trail[] {
  if (trails.length <= TRAILS_KEPT) return trails
  return trails
    .map((trail) => ({ trail, key: rankKey(walkAlong(hood, trail)) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .slice(0, TRAILS_KEPT)
    .map(({ trail }) => trail)
}

/**
 * Simple trails from `start` over facts that carry a chain: entry h holds those of h hops, the best few per end.
 * A region is never passed, though a trail may end there. Store calls grow with `depth` only.
 */
export async function trailsFrom(hood: Neighbourhood, start: string, depth: number): Promise<readonly Layer[]> {
  const layers: Layer[] = [new Map([[start, [[start]]]])]
  for (let hop = 0; hop < depth; hop++) {
    const layer = layers[hop] ?? new Map<string, readonly Trail[]>()
    const passable = [...layer.keys()].filter((id) => id === start || hood.kindOf(id) !== 'REGION')
    await hood.load(passable)
    const next = new Map<string, Trail[]>()
    for (const id of passable) {
      for (const [other, facts] of hood.stepsFrom(id)) {
        if (carriers(facts).length === 0) continue
        for (const trail of layer.get(id) ?? []) {
          if (trail.includes(other)) continue
          const known = next.get(other)
          if (known === undefined) next.set(other, [[...trail, other]])
          else known.push([...trail, other])
        }
      }
    }
    layers.push(new Map([...next].map(([id, trails]) => [id, bestTrails(hood, trails)])))
  }
  return layers
}

/** Two trails that end at one entity, put together; undefined when they cross elsewhere. */
function joined(left: Trail, right: Trail): Trail | undefined {
  const back = right.slice(0, -1).reverse()
  return back.some((id) => left.includes(id)) ? undefined : [...left, ...back]
}

/** Trails of 2 … maxHops hops where two searches meet, each once; at most `most` of them. */
export function meetings(left: readonly Layer[], right: readonly Layer[], maxHops: number, most = Infinity): readonly Trail[] {
  const found = new Map<string, Trail>()
  left.forEach((layer, near) => {
    right.forEach((other, far) => {
      if (near + far < 2 || near + far > maxHops) return
      const fewer = layer.size <= other.size ? layer : other
      for (const id of fewer.keys()) {
        for (const back of other.get(id) ?? []) {
          for (const trail of layer.get(id) ?? []) {
            if (found.size >= most) return
            const whole = joined(trail, back)
            if (whole !== undefined) found.set(whole.join(' '), whole)
          }
        }
      }
    })
  })
  return [...found.values()]
}

/** Walks with their facts read in full and the names of the entities between, judged. Two store calls. */
export async function answerPaths(store: GraphStore, walks: readonly Walk[]): Promise<readonly LinkPath[]> {
  const factIds = [...new Set(walks.flatMap(({ facts }) => facts.filter(({ type }) => type !== 'CO_MENTIONED').map(({ id }) => id)))]
  const entityIds = [...new Set(walks.flatMap(({ between }) => between.map(({ id }) => id)))]
  const [factRows, entityRows] = await Promise.all([
    factIds.length === 0 ? [] : store.read('facts-by-ids', { ids: factIds }),
    entityIds.length === 0 ? [] : store.read('entity-by-ids', { ids: entityIds }),
  ])
  const facts = new Map(factRows.map(toFact).map((fact) => [fact.id, fact]))
  const names = new Map(entityRows.map(toEntity).map(({ id, name }) => [id, name]))
  return walks.map((walk) => judge({
    nodes: walk.nodes,
    facts: walk.facts.map((fact) => ({ ...fact, ...facts.get(fact.id), ...(fact.asOf === undefined ? {} : foldOf(fact)) })),
    between: walk.between.map((point) => ({ ...point, name: names.get(point.id) ?? point.id })),
  }))
}
