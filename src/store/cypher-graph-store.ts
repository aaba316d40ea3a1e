import { toStore } from '../../schema/to-store.js'
import type { Act, NewAct } from '../core/acts.js'
import type { ArticleGraph } from '../core/records.js'
import { PolicyGraphError } from '../core/errors.js'
import { checkBatch } from './check-batch.js'
import type { CypherClient } from './cypher-client.js'
import { applyIdentity } from './apply-identity.js'
import type { GraphStore, IdentityCounts, IdentityFindings, ReadOptions, StoreParams, StoreRow, StoreTraits, WriteCounts } from './port.js'
import type { QueryCatalog } from './query-catalog.js'
import { recordActs } from './record-acts.js'
import { removeBatch, writeBatch } from './write-batch.js'

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
    return this.#track(() => this.#client.applySchema(toStore()))
  }

  write(articles: readonly ArticleGraph[]): Promise<WriteCounts> {
    return this.#track(async () => {
      const batch = checkBatch(articles)
      return this.#client.transaction((run) => writeBatch(run, batch, this.traits))
    })
  }

  removeArticles(ids: readonly string[]): Promise<WriteCounts> {
    return this.#track(() => this.#client.transaction((run) => removeBatch(run, ids, this.traits)))
  }

  record(acts: readonly NewAct[]): Promise<readonly Act[]> {
    return this.#track(async () => (acts.length === 0 ? [] : this.#client.transaction((run) => recordActs(run, acts, this.traits))))
  }

  applyIdentity(canonical: ReadonlyMap<string, string>, among?: readonly string[], findings?: IdentityFindings): Promise<IdentityCounts> {
    return this.#track(() => this.#client.transaction((run) => applyIdentity(run, { canonical, among, findings }, this.traits)))
  }

  read(query: string, params: StoreParams = {}, options: ReadOptions = {}): Promise<readonly StoreRow[]> {
    return this.#track(async () => {
      const bound = this.#catalog.bind(query, params)
      return this.#catalog.shape(query, await this.#client.read(this.#catalog.text(query, this.#client.dialect), bound, options))
    })
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(() => this.#client.close())
    return this.#closing
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
