import { readFileSync } from 'node:fs'
import { buildSchema, extendSchema, findBreakingChanges, parse, printSchema, type GraphQLSchema } from 'graphql'
import { makeSchema } from '../../src/api/schema.js'
import { projectPath } from '../../src/core/paths.js'

/**
 * Programs of others are written against docs/schema.graphql. What is added may be added; what would break them needs a new major
 * version, a line in CHANGELOG.md, and `policygraph schema > docs/schema.graphql`.
 */

const published = buildSchema(readFileSync(projectPath('docs', 'schema.graphql'), 'utf8'))

const broken = (now: GraphQLSchema): readonly string[] => findBreakingChanges(published, now).map(({ description }) => description)

it('the API keeps every promise of the published schema', () => {
  expect(broken(makeSchema())).toEqual([])
})

it.each([
  ['a field by another name', (sdl: string) => sdl.replace('independentSources: Int!', 'originals: Int!')],
  ['an argument that is demanded', (sdl: string) => sdl.replace('fact(id: ID!): Fact', 'fact(id: ID!, why: String!): Fact')],
  ['a verdict by another name', (sdl: string) => sdl.replace('SUPPORTED_AS_CALL', 'SUPPORTED_AS_WISH')],
])('%s would be found', (_, change) => {
  const sdl = printSchema(published)
  expect(change(sdl)).not.toBe(sdl)
  expect(broken(buildSchema(change(sdl)))).toHaveLength(1)
})

it('what is added breaks nothing', () => {
  expect(broken(extendSchema(published, parse('extend type Query { more: Int }')))).toEqual([])
})
