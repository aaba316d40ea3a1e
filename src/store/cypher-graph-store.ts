import type { Act, NewAct } from '../core/acts.js'
import type { ArticleGraph } from '../core/records.js'
import { PolicyGraphError } from '../core/errors.js'
import { checkBatch } from './check-batch.js'
import type { CypherClient, RunCypher } from './cypher-client.js'
import { applyIdentity } from './apply-identity.js'
import { makeSchema, upgrade } from './layout/layout.js'
import type { GraphStore, IdentityCounts, IdentityRun, ReadOptions, StoreParams, StoreRow, StoreTraits, WriteCounts } from './port.js'
import type { QueryCatalog } from './query-catalog.js'
import { recordActs } from './record-acts.js'
import { LOOK_AT_STALE, takeTurn } from './statements.js'
import { removeBatch, writeBatch } from './write-batch.js'
import { writing } from './writing.js'

const NOTHING_FOUND: Pick<IdentityRun, 'canonical' | 'among'> = { canonical: new Map(), among: [] }

/** The whole port over any client that runs the common Cypher subset. */
export class CypherGraphStore implements GraphStore {
  readonly traits: StoreTraits
  readonly #client: CypherClient
  readonly #catalog: QueryCatalog
  readonly #running = new Set<Promise<unknown>>()
  #closing: Promise<void> | undefined

  constructor(client: CypherClient, catalog: QueryCatalog) {
    this.traits = client.traits
    this.#client = client
    this.#catalog = catalog
  }

  applySchema(): Promise<void> {
    return this.#track(async () => {
      await makeSchema(this.#client)
      await upgrade(this.#client)
    })
  }

  write(articles: readonly ArticleGraph[]): Promise<WriteCounts> {
    return this.#track(async () => {
      const batch = checkBatch(articles)
      return this.#write((run) => writeBatch(run, batch, this.traits))
    })
  }

  removeArticles(ids: readonly string[]): Promise<WriteCounts> {
    return this.#track(() => this.#write((run) => removeBatch(run, ids, this.traits)))
  }

  record(acts: readonly NewAct[]): Promise<readonly Act[]> {
    return this.#track(async () => (acts.length === 0 ? [] : this.#write((run) => recordActs(run, acts, this.traits))))
  }

  applyIdentity(canonical: ReadonlyMap<string, string>, among?: readonly string[]): Promise<IdentityCounts> {
    return this.#track(() => this.#write((run) => applyIdentity(run, { canonical, among }, this.traits)))
  }

  runIdentity(look: () => Promise<IdentityRun | undefined>): Promise<IdentityCounts> {
    const marked = async (): Promise<IdentityRun | undefined> => {
      await this.#write((run) => run(LOOK_AT_STALE))
      return look()
    }
    const apply = async (run: RunCypher, found: IdentityRun | undefined): Promise<IdentityCounts> => applyIdentity(run, found ?? NOTHING_FOUND, this.traits)
    return this.#track(async () => {
      if (!this.traits.sharedWriters) {
        const found = await marked()
        return this.#write((run) => apply(run, found))
      }
      // The turn is a lock held by the transaction that will write, so a run that has lost its turn cannot write any more.
      return this.#client.transaction(async (run) => {
        await run(takeTurn('identity'))
        const found = await marked()
        await run(takeTurn('writer'))
        return apply(run, found)
      })
    })
  }

  read(query: string, params: StoreParams = {}, options: ReadOptions = {}): Promise<readonly StoreRow[]> {
    return this.#track(async () => {
      const bound = this.#catalog.bind(query, params)
      return this.#catalog.shape(query, await this.#runSteps(this.#catalog.steps(query, this.#client.dialect), bound, options))
    })
  }

  /** Nothing is kept in memory here; see `walk/`. */
  walkable(): Promise<undefined> {
    return Promise.resolve(undefined)
  }

  state(options: ReadOptions = {}): Promise<string> {
    return this.#track(() => this.#client.state(options))
  }

  bookmarks(): Promise<readonly string[]> {
    return this.#track(() => this.#client.bookmarks())
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(() => this.#client.close())
    return this.#closing
  }

  #write<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    return writing(this.#client, work)
  }

  /** The rows of the last step. */
  async #runSteps([step = '', ...later]: readonly string[], params: StoreParams, options: ReadOptions): Promise<readonly StoreRow[]> {
    const rows = await this.#client.read(step, params, options)
    if (later.length === 0) return rows
    const ids = [...new Set(rows.flatMap(({ ids: list }) => (Array.isArray(list) ? list.map(String) : [])))]
    return ids.length === 0 ? [] : this.#runSteps(later, { ...params, ids }, options)
  }

  async #track<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) throw new PolicyGraphError('STORE_CLOSED', '数据库已关闭 · the store was closed')
    const running = work()
    this.#running.add(running)
    try {
      return await running
    } finally {
      this.#running.delete(running)
    }
  }
}
