import type { StoreSchema } from '../../schema/to-store.js'
import type { ReadOptions, StoreParams, StoreRow, StoreTraits } from './port.js'

/** Runs one statement of the common Cypher subset (queries/README.md). */
export type RunCypher = (cypher: string, params?: StoreParams) => Promise<readonly StoreRow[]>

/**
 * What an adapter supplies: a connection that runs Cypher. `CypherGraphStore` builds the whole port on it.
 * Every failure is a PolicyGraphError: STORE_UNREACHABLE, STORE_AUTH, STORE_BUSY, STORE_FAILED.
 */
export interface CypherClient {
  /** Folder under queries/overrides that holds this dialect's own texts. */
  readonly dialect: string
  readonly traits: StoreTraits
  /** False when the table has never been made; statements must not name it then. */
  has(table: string): Promise<boolean>
  /** Tables, constraints and indexes of the schema; idempotent. */
  applySchema(schema: StoreSchema): Promise<void>
  /** Runs a statement that only reads. May run beside others. TOO_SLOW after the deadline, when the store has stopped it. */
  readonly read: (cypher: string, params?: StoreParams, options?: ReadOptions) => Promise<readonly StoreRow[]>
  /**
   * Commits what `work` does when it resolves and undoes all of it when it rejects. `work` may run again
   * after a transient failure, so it keeps no state outside. Statements run in the order in which they are given; the next may be
   * given before the last has ended, and does not run when that fails.
   */
  transaction<T>(work: (run: RunCypher) => Promise<T>): Promise<T>
  /** See `GraphStore.state`. */
  readonly state: (options?: ReadOptions) => Promise<string>
  /** What stands for all that this client has written and read so far; see `GraphStore.bookmarks`. */
  readonly bookmarks: () => Promise<readonly string[]>
  /** Waits for running work, then lets go of the store. */
  close(): Promise<void>
}
