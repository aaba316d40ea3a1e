import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import type { GraphQLSchema } from 'graphql'
import { toGraphql } from '../../schema/to-graphql.js'
import { projectPath } from '../core/paths.js'
import type { ApiContext } from './context.js'
import { resolvers } from './resolvers/index.js'
import { ENTITY_FIELDS } from './resolvers/entity.js'
import { IDENTITY_FIELDS } from './resolvers/identity.js'
import { typedListsSdl } from './typed-lists.js'
import { guarded } from './who-may.js'

/** SDL in parts: enums and entities from the ontology, one list per kind from it too, and the questions by hand, claims, time and identity apart. */
export const typeDefs = (): readonly string[] => [
  toGraphql([...ENTITY_FIELDS, ...IDENTITY_FIELDS]),
  typedListsSdl(),
  ...['schema.graphql', 'claims.graphql', 'identity.graphql', 'ask.graphql', 'watch.graphql'].map((file) => readFileSync(projectPath('src', 'api', file), 'utf8')),
]

export const makeSchema = (): GraphQLSchema =>
  guarded(makeExecutableSchema<ApiContext>({ typeDefs: [...typeDefs()], resolvers, inheritResolversFromInterfaces: true }))
