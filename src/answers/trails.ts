import type { Strength } from '../../schema/ontology/index.js'
import { foldOf } from './as-of.js'
import { chooseFacts } from './choose-facts.js'
import type { Neighbourhood } from './neighbourhood.js'
import { carriesChain, pathStrength, type LinkFact, type LinkPath, type Waypoint } from './paths.js'
import type { PathSource } from './path-source.js'
import { judge, rankWalks, type Walk } from './rank-paths.js'

/** Trails: the entities that a path passes, before facts are chosen for its steps. */

export type Trail = readonly string[]
/** Trails by the entity they end at. */
export type Layer = ReadonlyMap<string, readonly Trail[]>

/** The best so many trails are kept per end and length. */
const TRAILS_KEPT = 8

const carriers = (facts: readonly LinkFact[]): readonly LinkFact[] => facts.filter(carriesChain)

/** A walk along a trail whose steps all carry a chain; its facts are chosen when somebody asks for them, since most walks lose before. */
class TrailWalk implements Walk {
  readonly nodes: Trail
  readonly #hood: Neighbourhood
  #facts: readonly LinkFact[] | undefined
  #between: readonly Waypoint[] | undefined

  constructor(hood: Neighbourhood, trail: Trail) {
    this.#hood = hood
    this.nodes = trail
  }

  get strength(): Strength {
    return this.nodes.length > 2 ? 'CHAIN' : pathStrength(this.facts)
  }

  get facts(): readonly LinkFact[] {
    this.#facts ??= chooseFacts(this.nodes.slice(1).map((id, index) => carriers(this.#hood.between(this.nodes[index] ?? '', id))))
    return this.#facts
  }

  get between(): readonly Waypoint[] {
    this.#between ??= this.nodes.slice(1, -1).map((id) => ({ id, name: '', kind: this.#hood.kindOf(id) ?? 'ORGANIZATION', degree: this.#hood.degreeOf(id) }))
    return this.#between
  }
}

/** The best walk along a trail whose steps all carry a chain. Names and full facts come with `answerPaths`. */
export const walkAlong = (hood: Neighbourhood, trail: Trail): Walk => new TrailWalk(hood, trail)

const bestTrails = (hood: Neighbourhood, trails: readonly Trail[]): readonly Trail[] =>
  (trails.length <= TRAILS_KEPT ? trails : rankWalks(trails.map((trail) => walkAlong(hood, trail)), TRAILS_KEPT).map(({ nodes }) => nodes))

/**
 * Simple trails from `start` over facts that carry a chain: entry h holds those of h hops, the best few per end.
 * A region is never passed, though a trail may end there. The last entry holds only ends that are `wanted`. Store calls grow with `depth` only.
 */
export async function trailsFrom(hood: Neighbourhood, start: string, depth: number, wanted: (id: string) => boolean = () => true): Promise<readonly Layer[]> {
  const layers: Layer[] = [new Map([[start, [[start]]]])]
  for (let hop = 0; hop < depth; hop++) {
    const layer = layers[hop] ?? new Map<string, readonly Trail[]>()
    const passable = [...layer.keys()].filter((id) => id === start || hood.kindOf(id) !== 'REGION')
    await hood.load(passable)
    const next = new Map<string, Trail[]>()
    for (const id of passable) {
      for (const [other, facts] of hood.stepsFrom(id)) {
        if ((hop === depth - 1 && !wanted(other)) || !facts.some(carriesChain)) continue
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

/** Walks with their facts read in full and the names of the entities between, judged. */
export async function answerPaths(source: PathSource, walks: readonly Walk[]): Promise<readonly LinkPath[]> {
  const factIds = [...new Set(walks.flatMap(({ facts }) => facts.filter(({ type }) => type !== 'CO_MENTIONED').map(({ id }) => id)))]
  const entityIds = [...new Set(walks.flatMap(({ between }) => between.map(({ id }) => id)))]
  const [facts, entities] = await Promise.all([source.facts(factIds), source.entities(entityIds)])
  return walks.map((walk) => judge({
    nodes: walk.nodes,
    facts: walk.facts.map((fact) => ({ ...fact, ...facts.get(fact.id), articleIds: fact.articleIds, ...(fact.asOf === undefined ? {} : foldOf(fact)) })),
    between: walk.between.map((point) => ({ ...point, name: entities.get(point.id)?.name ?? point.id })),
  }))
}
