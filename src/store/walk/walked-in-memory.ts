import { getHeapStatistics } from 'node:v8'
import { around, withReads } from '../around.js'
import type { GraphStore, ReadOptions, StoreRow } from '../port.js'
import { pagesOf } from '../pages.js'
import type { QueryCatalog } from '../query-catalog.js'
import { answerFromMemory, isAnsweredFromMemory, readsAllEntities } from './answers-from-memory.js'
import { FactsInMemory } from './facts-in-memory.js'
import { isKept, KeptAnswers } from './kept-answers.js'

/**
 * A store whose path questions are answered from memory. A walk of four steps reads thousands of facts, which takes a database hundreds of
 * milliseconds and memory a few. The facts are read once enough has been walked for it to pay, beside the answers, which come from the
 * store until they are there. They are used only while the store is in the state in which they were read: a write of this process makes
 * them void, and where others write too the store is asked for its state at each walk. Some answers of the store itself are kept as long.
 */

export interface WalkOptions {
  /** With more facts than this (or entities) all is read from the store; as many as fit in a quarter of the heap when absent. */
  readonly most?: number
  /** The facts are read at the so-manyth walk since the store was last seen to change; more after facts that were read and hardly used. */
  readonly patience?: number
}

export interface WalkedStore {
  readonly store: GraphStore
  /** Reads the facts now unless they are there; true when they are, false when a write came between or there are too many. */
  ready(): Promise<boolean>
}

/** Of a fact with its share of the rest, in bytes: 89 MB for the 100,000 facts of test/bench/graph. */
const BYTES_A_FACT = 900
/** A command asks one question and ends. */
const PATIENCE = 3
const MOST_PATIENCE = 200
/** Other questions that memory answers, for one walk. */
const READS_A_WALK = 10
const PAGE = 20_000
const WRITES: ReadonlySet<string> = new Set(['applySchema', 'write', 'removeArticles', 'record', 'applyIdentity', 'runIdentity'])

interface Held {
  readonly facts: FactsInMemory
  readonly answers: KeptAnswers
  /** Of the store, when they were read. */
  readonly state: string
}

class Walks {
  readonly #store: GraphStore
  readonly #most: number
  readonly #leastPatience: number
  #patience: number
  #held: Held | undefined
  #loading: Promise<boolean> | undefined
  /** Of what this process wrote; what was read in an earlier one is void. */
  #generation = 0
  #writing = 0
  /** Walks since the facts became void. */
  #asked = 0
  /** Walks answered by the facts that are held. */
  #used = 0
  /** Once there are too many, none are read again until the program starts anew. */
  #tooMany = false

  constructor(store: GraphStore, { most = Math.floor(getHeapStatistics().heap_size_limit / 4 / BYTES_A_FACT), patience = PATIENCE }: WalkOptions) {
    this.#store = store
    this.#most = most
    this.#patience = patience
    this.#leastPatience = patience
  }

  /** The facts, if they are in memory and nobody has written since; to be called at each walk. */
  async walk(options?: ReadOptions): Promise<FactsInMemory | undefined> {
    if (this.#tooMany) return undefined
    await this.#check(options)
    return this.#ask(1)
  }

  /** The same where this process alone writes. */
  now(): FactsInMemory | undefined {
    return this.#ask(1 / READS_A_WALK)
  }

  /** The rows that `read` gives, or gave before in the same state of the store. */
  async kept(key: string, read: () => Promise<readonly StoreRow[]>, options?: ReadOptions): Promise<readonly StoreRow[]> {
    await this.#check(options)
    const held = this.#held
    const known = held?.answers.get(key)
    if (known !== undefined) return known
    const rows = await read()
    if (held !== undefined) void this.#keep(held, key, rows)
    return rows
  }

  load(): Promise<boolean> {
    if (this.#held !== undefined) return Promise.resolve(true)
    if (this.#writing > 0 || this.#tooMany) return Promise.resolve(false)
    this.#loading ??= this.#read().catch(() => false).finally(() => {
      this.#loading = undefined
    })
    return this.#loading
  }

  async whileWriting<T>(write: () => Promise<T>): Promise<T> {
    this.#void()
    this.#writing += 1
    try {
      return await write()
    } finally {
      this.#writing -= 1
      this.#void()
    }
  }

  async #check(options?: ReadOptions): Promise<void> {
    const held = this.#held
    if (held !== undefined && (await this.#store.state(options)) !== held.state && this.#held === held) this.#void()
  }

  /** Unless somebody wrote while they were read. */
  async #keep(held: Held, key: string, rows: readonly StoreRow[]): Promise<void> {
    const state = await this.#store.state().catch(() => undefined)
    if (state === held.state && this.#held === held) held.answers.put(key, rows)
  }

  #ask(walks: number): FactsInMemory | undefined {
    if (this.#held !== undefined) {
      this.#used += walks
      return this.#held.facts
    }
    this.#asked += walks
    if (this.#asked >= this.#patience) void this.load()
    return undefined
  }

  async #read(): Promise<boolean> {
    const generation = this.#generation
    const state = await this.#store.state()
    const facts = new FactsInMemory()
    const stops = (): boolean => {
      this.#tooMany ||= facts.size > this.#most
      return this.#tooMany || generation !== this.#generation
    }
    for await (const page of pagesOf(this.#store, 'walk-entities', 'id', PAGE)) {
      facts.addEntities(page)
      if (stops()) return false
    }
    for await (const page of pagesOf(this.#store, 'walk-facts', 'id', PAGE)) {
      facts.addFacts(page)
      if (stops()) return false
    }
    // Pages of two states would not fit together.
    const changed = state !== await this.#store.state()
    if (changed) this.#wait()
    if (stops() || changed) return false
    facts.complete()
    this.#held = { facts, answers: new KeptAnswers(), state }
    this.#used = 0
    return true
  }

  #void(): void {
    this.#generation += 1
    this.#asked = 0
    if (this.#held === undefined) return
    if (this.#used < this.#patience) this.#wait()
    else this.#patience = this.#leastPatience
    this.#held = undefined
  }

  /** Reading did not pay: the store changes often. */
  #wait(): void {
    this.#asked = 0
    this.#patience = Math.min(2 * this.#patience, MOST_PATIENCE)
  }
}

/** The same store, its path questions answered from memory where that can be. */
export function walkedInMemory(store: GraphStore, catalog: QueryCatalog, options: WalkOptions = {}): WalkedStore {
  const walks = new Walks(store, options)
  const written = around(store, (call, work) => (WRITES.has(call) ? walks.whileWriting(work) : work()))
  // Where others write too, asking for the state takes as long as a small question itself, so that only walks and large ones are worth it.
  const alone = !store.traits.sharedWriters
  const read: GraphStore['read'] = async (query, params = {}, readOptions) => {
    if (isKept(query)) {
      const bound = catalog.bind(query, params)
      return walks.kept(`${query} ${JSON.stringify(bound)}`, () => store.read(query, params, readOptions), readOptions)
    }
    const facts = alone && isAnsweredFromMemory(query) ? walks.now() : readsAllEntities(query) ? await walks.walk(readOptions) : undefined
    return (facts && answerFromMemory(facts, query, catalog.bind(query, params))) ?? store.read(query, params, readOptions)
  }
  return { store: withReads(written, read, { walkable: (readOptions) => walks.walk(readOptions) }), ready: () => walks.load() }
}
