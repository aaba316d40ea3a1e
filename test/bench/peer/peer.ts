import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { StoreConfig } from '../../../src/store/open-store.js'
import type { Variables } from '../questions/variables.js'

/** `@neo4j/graphql` over the same graph: it makes a GraphQL API from type definitions and turns each question into one Cypher statement. */

export const PEER = '@neo4j/graphql@7.6.3'

/** The graph of src/store/port.ts as far as the questions go. A relationship of this library is always a list. */
const TYPES = /* GraphQL */ `
  type Entity @node {
    id: ID!
    kind: String!
    name: String!
    aliases: [String!]
    articleCount: Int!
    searchText: String!
    asSubject: [Fact!]! @relationship(type: "SUBJECT_OF", direction: OUT)
    asObject: [Fact!]! @relationship(type: "OBJECT_OF", direction: OUT)
  }
  type Fact @node {
    id: ID!
    type: String!
    modality: String!
    strength: String!
    articleCount: Int!
    open: Boolean!
    subject: [Entity!]! @relationship(type: "SUBJECT_OF", direction: IN)
    object: [Entity!]! @relationship(type: "OBJECT_OF", direction: IN)
    evidence: [Evidence!]! @relationship(type: "SUPPORTED_BY", direction: OUT)
  }
  type Evidence @node {
    id: ID!
    quote: String!
    article: [Article!]! @relationship(type: "FROM", direction: OUT)
  }
  type Article @node {
    id: ID!
    title: String!
    date: String!
    evidence: [Evidence!]! @relationship(type: "FROM", direction: IN)
  }
`

interface PeerDriver {
  close(): Promise<void>
}
interface Outcome {
  readonly data?: unknown
  readonly errors?: readonly Error[]
}

/** What is used of the packages, which are no dependency of the project and so have no types here. */
interface Packages {
  readonly graphql: (args: { readonly schema: unknown; readonly source: string; readonly variableValues: Variables; readonly contextValue: unknown }) => Promise<Outcome>
  readonly Neo4jGraphQL: new (options: { readonly typeDefs: string; readonly driver: PeerDriver }) => { getSchema(): Promise<unknown> }
  readonly neo4j: { readonly driver: (uri: string, auth: unknown) => PeerDriver; readonly auth: { readonly basic: (user: string, password: string) => unknown } }
}

/** Installs the library into a folder of its own on the first run. */
function packages(folder: string): Packages {
  const place = join(folder, 'peer')
  mkdirSync(place, { recursive: true })
  if (!existsSync(join(place, 'package.json'))) writeFileSync(join(place, 'package.json'), '{"private":true}')
  if (!existsSync(join(place, 'node_modules', '@neo4j', 'graphql'))) {
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', PEER, 'graphql@16', 'neo4j-driver@6'], { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  const load = createRequire(join(place, 'package.json'))
  const [{ graphql }, { Neo4jGraphQL }, neo4j] = [load('graphql'), load('@neo4j/graphql'), load('neo4j-driver')] as [Pick<Packages, 'graphql'>, Pick<Packages, 'Neo4jGraphQL'>, Packages['neo4j']]
  return { graphql, Neo4jGraphQL, neo4j }
}

export interface Peer {
  /** Resolves to the data; throws what the library finds wrong. */
  ask(query: string, variables: Variables): Promise<unknown>
  close(): Promise<void>
}

export async function openPeer(config: StoreConfig, folder: string): Promise<Peer> {
  if (config.kind !== 'neo4j') throw new Error('the library speaks to Neo4j only')
  const { graphql, Neo4jGraphQL, neo4j } = packages(folder)
  const driver = neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password))
  const schema = await new Neo4jGraphQL({ typeDefs: TYPES, driver }).getSchema()
  return {
    async ask(query, variables) {
      const { data, errors } = await graphql({ schema, source: query, variableValues: variables, contextValue: { executionContext: driver } })
      if (errors !== undefined) throw errors[0] ?? new Error('no answer')
      return data
    },
    close: () => driver.close(),
  }
}
