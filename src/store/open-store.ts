import { PolicyGraphError } from '../core/errors.js'
import type { CypherClient } from './cypher-client.js'
import { resolve } from 'node:path'
import { CypherGraphStore } from './cypher-graph-store.js'
import { openEmbeddedClient } from './embedded/embedded-client.js'
import { pageCacheFromEnv } from './embedded/open-database.js'
import { openNeo4jClient } from './neo4j/neo4j-client.js'
import type { GraphStore } from './port.js'
import { loadCatalog } from './query-catalog.js'
import { walkedInMemory } from './walk/walked-in-memory.js'

export interface EmbeddedConfig {
  readonly kind: 'embedded'
  /** Folder of the database file; made when absent. */
  readonly folder: string
  /** Ceiling of its page cache in bytes; 1 GiB unless told. */
  readonly pageCache?: number
}

/** Where the graph is kept. */
export type StoreConfig =
  | EmbeddedConfig
  | { readonly kind: 'neo4j'; readonly uri: string; readonly user: string; readonly password: string; readonly database?: string }

const embedded = (folder: string, pageCache: number | undefined): EmbeddedConfig => ({ kind: 'embedded', folder, ...(pageCache === undefined ? {} : { pageCache }) })

/** Addresses stand in messages and logs, so that a password must not stand in them. BAD_INPUT, without saying the address again. */
function withoutPassword(uri: string, user: string, password: string): string {
  if (!/^[^/]*\/\/[^/]*@/u.test(uri)) return uri
  throw new PolicyGraphError('BAD_INPUT', `Neo4j 地址里不要写用户名与密码，请用 ${user} 与 ${password} · the address of Neo4j must not hold a user or password; set ${user} and ${password}`)
}

/**
 * Neo4j when NEO4J_URI is set (with NEO4J_USER, default `neo4j`, NEO4J_PASSWORD and NEO4J_DATABASE),
 * else the embedded database in POLICYGRAPH_DATA (default `data`) with POLICYGRAPH_CACHE_MB. BAD_INPUT when the password is missing or the cache no size.
 */
export function storeConfigFromEnv(env: Readonly<Record<string, string | undefined>>): StoreConfig {
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name])
  const uri = given('NEO4J_URI')
  if (uri === undefined) return embedded(given('POLICYGRAPH_DATA') ?? 'data', pageCacheFromEnv(env))
  const password = given('NEO4J_PASSWORD')
  if (password === undefined) throw new PolicyGraphError('BAD_INPUT', '设置了 NEO4J_URI 但缺少 NEO4J_PASSWORD · NEO4J_URI is set but NEO4J_PASSWORD is not')
  const database = given('NEO4J_DATABASE')
  return { kind: 'neo4j', uri: withoutPassword(uri, 'NEO4J_USER', 'NEO4J_PASSWORD'), user: given('NEO4J_USER') ?? 'neo4j', password, ...(database === undefined ? {} : { database }) }
}

/** What opens a store that is named on the command line: `pageCache` where it is a folder, the rest where it is a Neo4j. */
export interface StoreTarget {
  readonly user: string
  readonly password: string | undefined
  readonly database?: string
  readonly pageCache: number | undefined
}

/** A store named by a folder, or by an address of Neo4j. BAD_INPUT when an address comes without a password. */
export function storeConfigAt(place: string, { password, pageCache, ...rest }: StoreTarget): StoreConfig {
  if (!/^[a-z0-9+]+:\/\//iu.test(place)) return embedded(resolve(place), pageCache)
  if (password === undefined) throw new PolicyGraphError('BAD_INPUT', '缺少 POLICYGRAPH_TARGET_PASSWORD · POLICYGRAPH_TARGET_PASSWORD is missing')
  return { kind: 'neo4j', uri: withoutPassword(place, 'POLICYGRAPH_TARGET_USER', 'POLICYGRAPH_TARGET_PASSWORD'), ...rest, password }
}

/** The same for a store that is kept in files of its own; undefined for one behind a server. */
export const inFiles = (config: StoreConfig): EmbeddedConfig | undefined => (config.kind === 'embedded' ? config : undefined)

/** A connection beneath the port; for what handles a store as a whole (archive/). The same errors as `openStore`. */
export const openClient = (config: StoreConfig): Promise<CypherClient> => {
  switch (config.kind) {
    case 'embedded': return openEmbeddedClient(config.folder, config.pageCache)
    case 'neo4j': return openNeo4jClient(config)
  }
}

/**
 * Opens a store; call `applySchema` before the first write. Client libraries load only when their store is asked for.
 * STORE_MISSING, STORE_BUSY, STORE_UNREACHABLE, STORE_AUTH, STORE_TOO_OLD, BAD_QUERY (a broken query file). `applySchema` refuses a store of a newer layout (STORE_TOO_NEW).
 */
export async function openStore(config: StoreConfig): Promise<GraphStore> {
  const catalog = loadCatalog()
  return walkedInMemory(new CypherGraphStore(await openClient(config), catalog), catalog).store
}
