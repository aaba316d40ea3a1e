import type { EntityKind } from '../../schema/ontology/index.js'
import type { EntityRecord, FactRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import type { Step, WalkableFacts } from '../store/walk/walkable.js'
import type { LinkFact, Reason } from './paths.js'
import { foldsAsOf } from './as-of.js'
import { storeSource, type PathSource } from './path-source.js'
import { int, kindOf, text, texts, toWalkFact } from './rows.js'

/** The part of the graph that a path search has seen, read frontier by frontier. */

/** At most so many entities are expanded per hop, the rarest first. */
export const MAX_FRONTIER = 500
/** At most so many facts are read per hop. Entities are expanded while their facts fit in; of an end that has more, so many are read. */
export const MAX_FACTS_PER_HOP = 3_000

export interface NeighbourhoodOptions {
  /** Entities of these kinds are not seen at all. */
  readonly excludeKinds?: readonly EntityKind[]
  /** ISO date: only what was known by then is seen, and facts are folded from that. How busy an entity is counts all. */
  readonly asOf?: string
  readonly maxFrontier?: number
  readonly maxFactsPerHop?: number
}

export class Neighbourhood implements PathSource {
  readonly #store: GraphStore
  readonly #options: Required<NeighbourhoodOptions>
  readonly #steps = new Map<string, Map<string, LinkFact[]>>()
  readonly #kinds = new Map<string, EntityKind>()
  readonly #degrees = new Map<string, number>()
  readonly #notes = new Map<string, Reason>()
  #walkable: Promise<WalkableFacts | undefined> | undefined

  constructor(store: GraphStore, options: NeighbourhoodOptions = {}) {
    this.#store = store
    this.#options = {
      excludeKinds: options.excludeKinds ?? [], asOf: options.asOf ?? '',
      maxFrontier: options.maxFrontier ?? MAX_FRONTIER, maxFactsPerHop: options.maxFactsPerHop ?? MAX_FACTS_PER_HOP,
    }
  }

  /** What was left out to bound the work, if anything. */
  get notes(): readonly Reason[] {
    return [...this.#notes.values()]
  }

  /** Sees what stands next to `ids`, the rarest of them unless they are `ends` of the question: three store calls however many ids there are, none when all are known or facts are in memory. */
  async load(ids: readonly string[], { ends = false }: { readonly ends?: boolean } = {}): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#steps.has(id))
    if (wanted.length === 0) return
    await this.loadDegrees(wanted)
    const frontier = ends ? wanted : this.#cut(wanted)
    for (const id of frontier) this.#steps.set(id, new Map())
    const { asOf, maxFactsPerHop } = this.#options
    const steps = await this.#stepsOf(frontier)
    if (steps.length >= maxFactsPerHop) {
      this.#notes.set('FACTS_CUT', {
        code: 'FACTS_CUT', zh: `一步之内事实过多，只看了 ${maxFactsPerHop} 条`, en: `one hop has too many facts; ${maxFactsPerHop} of them were looked at`,
      })
    }
    this.#keep(asOf === '' ? steps : await this.#asKnown(steps, asOf))
  }

  /** Reads how busy `ids` are; one store call, none when all are known or facts are in memory. */
  async loadDegrees(ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#degrees.has(id))
    if (wanted.length === 0) return
    const inMemory = await this.#inMemory()
    if (inMemory !== undefined) {
      for (const id of wanted) this.#degrees.set(id, inMemory.degree(id) ?? 0)
      return
    }
    for (const row of await this.#store.read('degrees-of-entities', { ids: wanted })) this.#degrees.set(text(row, 'id'), int(row, 'facts'))
  }

  isLoaded(id: string): boolean {
    return this.#steps.has(id)
  }

  /** Neighbours of a loaded entity with the facts that join them; empty for others. */
  stepsFrom(id: string): ReadonlyMap<string, readonly LinkFact[]> {
    return this.#steps.get(id) ?? new Map<string, readonly LinkFact[]>()
  }

  /** Facts between two entities, at least one of them loaded. */
  between(a: string, b: string): readonly LinkFact[] {
    return this.#steps.get(a)?.get(b) ?? this.#steps.get(b)?.get(a) ?? []
  }

  /** Kind of an entity seen as a neighbour, else undefined. */
  kindOf(id: string): EntityKind | undefined {
    return this.#kinds.get(id)
  }

  /** Of what was walked over. */
  async entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityRecord>> {
    const inMemory = await this.#inMemory()
    return inMemory === undefined ? storeSource(this.#store).entities(ids) : new Map(ids.flatMap((id) => inMemory.entity(id) ?? []).map((entity) => [entity.id, entity]))
  }

  /** Of what was walked over. */
  async facts(ids: readonly string[]): Promise<ReadonlyMap<string, FactRecord>> {
    const inMemory = await this.#inMemory()
    return inMemory === undefined ? storeSource(this.#store).facts(ids) : new Map(ids.flatMap((id) => inMemory.fact(id) ?? []).map((fact) => [fact.id, fact]))
  }

  /** Open facts of an entity whose degree was read, else 0. */
  degreeOf(id: string): number {
    return this.#degrees.get(id) ?? 0
  }

  #cut(wanted: readonly string[]): readonly string[] {
    const { maxFrontier, maxFactsPerHop } = this.#options
    const rarest = [...wanted].sort((a, b) => this.degreeOf(a) - this.degreeOf(b) || (a < b ? -1 : 1)).slice(0, maxFrontier)
    let facts = 0
    const fitting = rarest.filter((id, index) => {
      facts += this.degreeOf(id)
      return facts <= maxFactsPerHop || index === 0
    })
    if (fitting.length === wanted.length) return wanted
    this.#notes.set('FRONTIER_CUT', {
      code: 'FRONTIER_CUT', zh: `途经实体过多或过于繁忙，只展开了其中较少见的 ${fitting.length} 个`, en: `too many entities to pass, or too busy ones; the ${fitting.length} rarest were followed`,
    })
    return fitting
  }

  /** The facts in memory, if they are there at the first step: a walk is over one state of the graph. */
  #inMemory(): Promise<WalkableFacts | undefined> {
    this.#walkable ??= this.#store.walkable()
    return this.#walkable
  }

  /** Two store calls, none when facts are in memory. Under `asOf` articles are still to be read. */
  async #stepsOf(frontier: readonly string[]): Promise<readonly Step[]> {
    const { asOf, excludeKinds, maxFactsPerHop: limit } = this.#options
    const inMemory = await this.#inMemory()
    if (inMemory !== undefined) return inMemory.steps(frontier, { excludeKinds, limit })
    const rows = await this.#store.read('neighbours', { ids: [...frontier], excludeKinds: [...excludeKinds], limit })
    const ids = asOf === '' ? [...new Set(rows.map((row) => text(row, 'factId')))] : []
    const proofs = new Map(ids.length === 0 ? [] : (await this.#store.read('articles-of-facts', { ids })).map((row) => [text(row, 'factId'), texts(row, 'articleIds')]))
    return rows.map((row) => ({
      fromId: text(row, 'fromId'), other: { id: text(row, 'otherId'), kind: kindOf(row, 'otherKind') },
      fact: { ...toWalkFact(row), articleIds: proofs.get(text(row, 'factId')) ?? [] },
    }))
  }

  /** The steps that were known by the day, with facts folded from what was. One store call. */
  async #asKnown(steps: readonly Step[], asOf: string): Promise<readonly Step[]> {
    const folds = await foldsAsOf(this.#store, [...new Set(steps.map(({ fact }) => fact.id))], asOf)
    return steps.flatMap((step) => {
      const fold = folds.get(step.fact.id)
      return fold === undefined ? [] : [{ ...step, fact: { ...step.fact, ...fold } }]
    })
  }

  #keep(steps: readonly Step[]): void {
    for (const { fromId, other, fact } of steps) {
      // A fact that rests on nothing known carries nothing.
      if (fact.articleIds.length === 0) continue
      this.#kinds.set(other.id, other.kind)
      const own = this.#steps.get(fromId)
      const known = own?.get(other.id)
      if (known === undefined) own?.set(other.id, [fact])
      else known.push(fact)
    }
  }
}
