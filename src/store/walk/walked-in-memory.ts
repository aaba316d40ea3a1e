import { around, withReads } from '../around.js'
import type { GraphStore } from '../port.js'
import { pagesOf } from '../pages.js'
import type { QueryCatalog } from '../query-catalog.js'
import { FactsInMemory } from './facts-in-memory.js'

/**
 * A store whose path questions are answered from memory. A walk of four steps reads thousands of facts, which takes a database on disk
 * hundreds of milliseconds and memory a few. The facts are read once enough has been walked for it to pay, beside the answers, which come
 * from the store until they are there; a write makes them void. Only for a store that this process alone writes to, and by this handle.
 */

export interface WalkOptions {
  /** With more facts than this (or entities) all is read from the store. A fact takes about 800 bytes with its share of the rest. */
  readonly most?: number
  /** The facts are read at the so-manyth question of a walk since the store was opened or written to. */
  readonly patience?: number
}

export interface WalkedStore {
  readonly store: GraphStore
  /** Reads the facts now unless they are there; true when they are, false when a write came between or there are too many. */
  ready(): Promise<boolean>
}

const MOST = 300_000
/** Two or three path questions; a command asks one and ends. */
const PATIENCE = 30
const PAGE = 20_000
const WRITES: ReadonlySet<string> = new Set(['applySchema', 'write', 'removeArticles', 'record', 'applyIdentity', 'runIdentity'])

class Walks {
  readonly #store: GraphStore
  readonly #most: number
  readonly #patience: number
  #facts: FactsInMemory | undefined
  #loading: Promise<boolean> | undefined
  /** Of the state of the store; what was read in an earlier one is void. */
  #generation = 0
  #writing = 0
  /** Questions since the last write. */
  #asked = 0
  /** Once there are too many, none are read again until the program starts anew. */
  #tooMany = false

  constructor(store: GraphStore, { most = MOST, patience = PATIENCE }: WalkOptions) {
    this.#store = store
    this.#most = most
    this.#patience = patience
  }

  /** The facts, if they are in memory; to be called at each question. */
  ask(): FactsInMemory | undefined {
    this.#asked += 1
    if (this.#asked >= this.#patience) void this.load()
    return this.#facts
  }

  load(): Promise<boolean> {
    if (this.#facts !== undefined) return Promise.resolve(true)
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

  async #read(): Promise<boolean> {
    const generation = this.#generation
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
    if (stops()) return false
    facts.complete()
    this.#facts = facts
    return true
  }

  #void(): void {
    this.#generation += 1
    this.#facts = undefined
    this.#asked = 0
  }
}

/** The same store, its path questions answered from memory where that can be; as it is where other processes may write as well. */
export function walkedInMemory(store: GraphStore, catalog: QueryCatalog, options: WalkOptions = {}): WalkedStore {
  if (store.traits.sharedWriters) return { store, ready: () => Promise.resolve(false) }
  const walks = new Walks(store, options)
  const written = around(store, (call, work) => (WRITES.has(call) ? walks.whileWriting(work) : work()))
  const read: GraphStore['read'] = async (query, params = {}, readOptions) => {
    const facts = FactsInMemory.knows(query) ? walks.ask() : undefined
    return facts?.answer(query, catalog.bind(query, params)) ?? store.read(query, params, readOptions)
  }
  return { store: withReads(written, read), ready: () => walks.load() }
}
