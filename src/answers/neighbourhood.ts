import type { EntityKind } from '../../schema/ontology/index.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import type { LinkFact, Reason } from './paths.js'
import { foldsAsOf } from './as-of.js'
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

export class Neighbourhood {
  readonly #store: GraphStore
  readonly #options: Required<NeighbourhoodOptions>
  readonly #steps = new Map<string, Map<string, LinkFact[]>>()
  readonly #facts = new Map<string, LinkFact>()
  readonly #kinds = new Map<string, EntityKind>()
  readonly #degrees = new Map<string, number>()
  readonly #notes = new Map<string, Reason>()

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

  /** Reads what stands next to `ids`, the rarest of them unless they are `ends` of the question: three store calls however many ids there are, none when all are known. */
  async load(ids: readonly string[], { ends = false }: { readonly ends?: boolean } = {}): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#steps.has(id))
    if (wanted.length === 0) return
    await this.loadDegrees(wanted)
    const frontier = ends ? wanted : this.#cut(wanted)
    for (const id of frontier) this.#steps.set(id, new Map())
    const { excludeKinds, maxFactsPerHop } = this.#options
    const rows = await this.#store.read('neighbours', { ids: [...frontier], excludeKinds: [...excludeKinds], limit: maxFactsPerHop })
    if (rows.length >= maxFactsPerHop) {
      this.#notes.set('FACTS_CUT', {
        code: 'FACTS_CUT', zh: `一步之内事实过多，只看了 ${maxFactsPerHop} 条`, en: `one hop has too many facts; ${maxFactsPerHop} of them were looked at`,
      })
    }
    await this.#keep(rows)
  }

  /** Reads how busy `ids` are; one store call, none when all are known. */
  async loadDegrees(ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#degrees.has(id))
    if (wanted.length === 0) return
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

  async #keep(rows: readonly StoreRow[]): Promise<void> {
    const ids = [...new Set(rows.map((row) => text(row, 'factId')))]
    if (ids.length === 0) return
    const proofs = await this.#proofs(ids)
    for (const row of rows) {
      const id = text(row, 'factId')
      const proof = proofs.get(id)
      if (proof === undefined) continue
      const other = text(row, 'otherId')
      if (!this.#kinds.has(other)) this.#kinds.set(other, kindOf(row, 'otherKind'))
      const steps = this.#steps.get(text(row, 'fromId'))
      const known = steps?.get(other)
      // Thousands of rows: a fact that both of its ends bring is made once.
      if (known?.some((fact) => fact.id === id) === true) continue
      const fact = this.#facts.get(id) ?? Object.assign(toWalkFact(row), proof)
      this.#facts.set(id, fact)
      if (known === undefined) steps?.set(other, [fact])
      else known.push(fact)
    }
  }

  /** What each fact rests on: its articles, and under `asOf` its fold as well. Facts that rest on nothing known have none. */
  async #proofs(ids: readonly string[]): Promise<ReadonlyMap<string, Pick<LinkFact, 'articleIds'>>> {
    const { asOf } = this.#options
    if (asOf !== '') return foldsAsOf(this.#store, ids, asOf)
    return new Map((await this.#store.read('articles-of-facts', { ids: [...ids] })).map((row) => [text(row, 'factId'), { articleIds: texts(row, 'articleIds') }]))
  }
}
