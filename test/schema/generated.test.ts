import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema, GraphQLEnumType } from 'graphql'
import { generate, generatedFiles } from '../../schema/generate.js'
import { RELATION_NAMES, STRENGTH_NAMES } from '../../schema/ontology/index.js'
import { toGraphql } from '../../schema/to-graphql.js'
import { projectPath } from '../../src/core/paths.js'

const folder = projectPath('schema', 'generated')

describe('generated files', () => {
  it.each(Object.entries(generatedFiles()))('%s is as the ontology makes it (else: npm run gen)', (name, content) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(content)
    expect(content.split('\n').slice(0, 2).join(' ')).toContain('do not edit')
  })

  it('are all that the folder holds', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(generatedFiles()).sort())
  })

  it('are written where asked', () => {
    const target = mkdtempSync(join(tmpdir(), 'policygraph-gen-'))
    generate(join(target, 'deep'))
    expect(readdirSync(join(target, 'deep')).sort()).toEqual(Object.keys(generatedFiles()).sort())
    rmSync(target, { recursive: true })
  })
})

describe('GraphQL of the ontology', () => {
  const schema = buildSchema(`${toGraphql(['facts: Int!'])} type Query { entity: Entity }`)

  it('is a legal schema whose kinds implement Entity with the fields added', () => {
    const entity = schema.getType('Entity')
    const types = ['Person', 'Company', 'Organization', 'Region', 'Initiative']
    for (const name of types) expect(schema.getType(name)?.toConfig()).toMatchObject({ fields: { facts: {}, aliases: {} } })
    expect(entity?.toConfig()).toMatchObject({ fields: { facts: {}, id: {}, articleCount: {} } })
  })

  it.each([['LinkStrength', STRENGTH_NAMES], ['RelationType', RELATION_NAMES]] as const)('enum %s keeps the order of the ontology', (name, values) => {
    const type = schema.getType(name)
    expect(type instanceof GraphQLEnumType ? type.getValues().map((value) => value.name) : []).toEqual(values)
  })
})
