import { RELATION_NAMES, type EntityKind, type RelationType } from '../../../schema/ontology/index.js'
import { entityId } from '../../../src/core/ids.js'
import { randomFrom } from '../../../ingest/2-clean/damage/random.js'
import { company, initiative, organization, person, region, SUBKINDS, type Named, type Random } from './names.js'

/**
 * Who is linked with whom in a generated graph: entities and facts, seeded. Facts come in stories of four that share entities. Who
 * takes part follows a power law, so there are regions with a tenth of all facts, busy officials and initiatives, and a long tail.
 */

export interface PlannedEntity extends Named {
  readonly id: string
  readonly kind: EntityKind
}

export interface GraphPlan {
  readonly seed: number
  readonly entities: readonly PlannedEntity[]
  /** Number of facts, a multiple of FACTS_PER_ARTICLE. */
  readonly facts: number
  readonly type: Uint8Array
  /** Places in `entities`. */
  readonly subject: Uint32Array
  readonly object: Uint32Array
  /** Place in TITLES plus one; 0 for facts without a title. */
  readonly title: Uint8Array
}

export const FACTS_PER_STORY = 4
export const STORIES_PER_ARTICLE = 3
export const FACTS_PER_ARTICLE = FACTS_PER_STORY * STORIES_PER_ARTICLE
/** Articles that tell of each fact. */
export const EVIDENCE_PER_FACT = 3
export const TITLES = ['市长', '副市长', '书记', '局长', '主任', '院长', '董事长', '总经理', '总工程师']

/** Shares of the entities; a graph has one entity for every five facts. */
const SHARES: readonly (readonly [EntityKind, number])[] = [['REGION', 0.015], ['PERSON', 0.3], ['COMPANY', 0.4], ['ORGANIZATION', 0.165], ['INITIATIVE', 0.12]]
const FACTS_PER_ENTITY = 5
const LEAST_OF_A_KIND = 48

/** A stretch of `entities` of one kind. */
interface Range {
  readonly from: number
  readonly size: number
}

type Draft = readonly [type: RelationType, subject: number, object: number, title?: number]

class Planner {
  readonly entities: PlannedEntity[] = []
  readonly #ranges = new Map<EntityKind, Range>()
  readonly #random: Random

  constructor(facts: number, seed: number) {
    this.#random = randomFrom(seed)
    const count = Math.ceil(facts / FACTS_PER_ENTITY)
    const taken = new Set<string>()
    const shorts: string[] = []
    for (const [kind, share] of SHARES) {
      const size = Math.max(LEAST_OF_A_KIND, Math.round(count * share))
      this.#ranges.set(kind, { from: this.entities.length, size })
      for (let rank = 0; rank < size; rank++) {
        const { short, ...named } = this.#name(kind, rank, taken, shorts)
        if (short !== undefined) shorts.push(short)
        this.entities.push({ ...named, kind, id: entityId(kind, kind === 'PERSON' ? `${named.name} ${rank}` : named.name) })
      }
    }
  }

  #name(kind: EntityKind, rank: number, taken: Set<string>, shorts: readonly string[]): Named & { readonly short?: string } {
    if (kind === 'REGION') return region(rank, taken, this.#random)
    if (kind === 'PERSON') return person(this.#random)
    const place = shorts[Math.floor(shorts.length * this.#random() ** 2)] ?? ''
    if (kind === 'COMPANY') return company(place, taken, this.#random)
    return kind === 'ORGANIZATION' ? organization(place, taken, this.#random) : initiative(place, rank, taken, this.#random)
  }

  /** One of a kind, low ranks far more often: rank r about as often as 1/r, and the steeper the more. */
  draw(kind: EntityKind, steep = 1): number {
    const { from, size } = this.#range(kind)
    return from + Math.min(size - 1, Math.floor((size + 1) ** (this.#random() ** steep)) - 1)
  }

  /** One of a kind, all alike. */
  any(kind: EntityKind): number {
    const { from, size } = this.#range(kind)
    return from + Math.floor(this.#random() * size)
  }

  /** An initiative of a subkind. */
  effort(subkind: string): number {
    const { from, size } = this.#range('INITIATIVE')
    const [offset, step] = [SUBKINDS.indexOf(subkind), SUBKINDS.length]
    const places = Math.floor((size - offset - 1) / step) + 1
    return from + offset + step * Math.min(places - 1, Math.floor((places + 1) ** this.#random()) - 1)
  }

  number(below: number): number {
    return Math.floor(this.#random() * below)
  }

  #range(kind: EntityKind): Range {
    return this.#ranges.get(kind) ?? { from: 0, size: 1 }
  }
}

/** A leader on the road, firms at work, a meeting, an award. */
const STORIES: readonly ((plan: Planner) => readonly Draft[])[] = [
  (plan) => {
    const [who, firm, place] = [plan.draw('PERSON'), plan.draw('COMPANY'), plan.draw('REGION', 1.5)]
    return [['VISITED', who, firm], ['LOCATED_IN', firm, place], ['HOLDS_POSITION', plan.any('PERSON'), place, plan.number(3)], ['PROMOTES', who, plan.effort('ZONE')]]
  },
  (plan) => {
    const [first, second, project] = [plan.draw('COMPANY'), plan.any('COMPANY'), plan.effort('PROJECT')]
    return [['PARTICIPATES_IN', first, project], ['COLLABORATES_WITH', first, second], ['LOCATED_IN', second, plan.draw('REGION', 1.5)], ['INVESTS_IN', plan.draw('COMPANY'), second]]
  },
  (plan) => {
    const [who, body, event] = [plan.any('PERSON'), plan.draw('ORGANIZATION'), plan.effort('EVENT')]
    return [['HOLDS_POSITION', who, body, 3 + plan.number(3)], ['ATTENDED', who, event], ['PROMOTES', body, plan.effort('PROGRAM')], ['LOCATED_IN', body, plan.draw('REGION', 1.5)]]
  },
  (plan) => {
    const [firm, body] = [plan.any('COMPANY'), plan.any('ORGANIZATION')]
    return [['DESIGNATED', firm, plan.effort('DESIGNATION')], ['PARTICIPATES_IN', firm, plan.effort('ZONE')], ['HOLDS_POSITION', plan.any('PERSON'), firm, 6 + plan.number(3)], ['COLLABORATES_WITH', firm, body]]
  },
]

/** Plans about `facts` facts, each different in type, ends and title; the same seed gives the same plan. */
export function planGraph(facts: number, seed: number): GraphPlan {
  const count = Math.max(1, Math.round(facts / FACTS_PER_ARTICLE)) * FACTS_PER_ARTICLE
  const planner = new Planner(count, seed)
  const { entities } = planner
  const plan = { seed, entities, facts: count, type: new Uint8Array(count), subject: new Uint32Array(count), object: new Uint32Array(count), title: new Uint8Array(count) }
  const known = new Set<number>()
  const idAt = (index: number): string => entities[index]?.id ?? ''
  for (let at = 0; at < count; at += FACTS_PER_STORY) {
    const drafts = STORIES[planner.number(STORIES.length)]?.(planner) ?? []
    drafts.forEach(([type, first, second, title], index) => {
      let subject = first
      for (;;) {
        const swap = type === 'COLLABORATES_WITH' && idAt(subject) > idAt(second)
        const [from, to] = swap ? [second, subject] : [subject, second]
        const key = ((RELATION_NAMES.indexOf(type) * (TITLES.length + 1) + (title ?? -1) + 1) * entities.length + from) * entities.length + to
        if (from !== to && !known.has(key)) {
          known.add(key)
          plan.type[at + index] = RELATION_NAMES.indexOf(type)
          plan.subject[at + index] = from
          plan.object[at + index] = to
          plan.title[at + index] = (title ?? -1) + 1
          return
        }
        // The pair is taken: somebody else does the same.
        subject = planner.any(entities[first]?.kind ?? 'PERSON')
      }
    })
  }
  return plan
}

/** Type of a fact by its place in the plan. */
export const typeAt = (plan: GraphPlan, fact: number): RelationType => RELATION_NAMES[plan.type[fact] ?? 0] ?? 'VISITED'
