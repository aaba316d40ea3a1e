import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startLocalNeo4j } from '../../../src/store/neo4j/local/start-local-neo4j.js'
import { storeConfigFromEnv, type StoreConfig } from '../../../src/store/open-store.js'
import { loadEmbedded, loadNeo4j, type Loaded } from './load.js'

/** Stores that hold a generated graph, made once and kept in a folder for later runs. */

export type StoreName = 'embedded' | 'neo4j'
export const STORE_NAMES: readonly StoreName[] = ['embedded', 'neo4j']

export interface FilledStore {
  readonly config: StoreConfig
  /** How the store was filled; what an earlier run noted where it was there already. */
  readonly loaded: Loaded
  /** Process of the server, if there is one. */
  readonly serverPid?: number
  /** Stops the server, if there is one. */
  stop(): Promise<void>
}

export interface FillArgs {
  readonly name: StoreName
  readonly facts: number
  readonly seed: number
  /** Where stores are kept. */
  readonly folder: string
}

/** Fills the store, or takes what an earlier run left. */
export async function filledStore({ name, facts, seed, folder }: FillArgs): Promise<FilledStore> {
  const place = join(folder, `${name}-${facts}-${seed}`)
  const note = join(place, 'loaded.json')
  mkdirSync(place, { recursive: true })
  if (!existsSync(note)) writeFileSync(note, JSON.stringify(await (name === 'embedded' ? loadEmbedded : loadNeo4j)({ facts, seed, folder: place })))
  const loaded = JSON.parse(readFileSync(note, 'utf8')) as Loaded
  if (name === 'embedded') return { config: storeConfigFromEnv({ ...process.env, NEO4J_URI: '', POLICYGRAPH_DATA: place }), loaded, stop: () => Promise.resolve() }
  const server = await startLocalNeo4j({ folder: place, port: 0, log: () => undefined })
  return { config: { kind: 'neo4j', uri: server.uri, user: server.user, password: server.password }, loaded, serverPid: server.pid, stop: () => server.stop() }
}
