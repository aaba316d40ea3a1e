import { getNamedType, getNullableType, isCompositeType, isInputObjectType, isListType, isNonNullType, isScalarType, type GraphQLInputType, type GraphQLNamedType } from 'graphql'
import { makeSchema } from '../../src/api/schema.js'
import { createServer, type PolicyServer } from '../../src/api/server.js'
import { graphJsonl } from '../../src/export/graph-jsonl.js'
import type { GraphStore } from '../../src/store/port.js'
import { wellFormed } from '../../src/export/words.js'
import { ANSWER_GRAPH } from '../answers/answer-graph.js'
import { collect } from '../fixtures/temp-store.js'
import { storesUnderTest } from '../stores.js'
import { ask, at, URL_OF } from './ask.js'
import { fieldsOf, fitting, literal } from './fitting.js'

/** Every argument of the schema that takes text is given text that would be code elsewhere. New arguments are met by walking the schema. */

const PAYLOADS = [
  "' OR 1=1 //", '"}) DETACH DELETE n //', "x' UNION MATCH (n) RETURN n //", '`) DETACH DELETE (`', '$id', '\\', "\\' RETURN 1 //", '*) OR (a:*', '{name: "x"}) MATCH (m) SET m.name = "y"',
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '\u0000', '\uD800', '\u202Egnp.exe', '[](){}.*+?^|', '__proto__',
] as const

const schema = makeSchema()

/** An argument's value with one text in it replaced; one for each text that it takes. */
function attacks(name: string, type: GraphQLInputType, payload: string): readonly unknown[] {
  const inner = getNullableType(type)
  if (isListType(inner)) return attacks(name, inner.ofType, payload).map((one) => [one])
  if (isInputObjectType(inner)) {
    const whole = fitting(`${name}.`, inner) as Readonly<Record<string, unknown>>
    return Object.values(inner.getFields()).flatMap((field) => attacks(field.name, field.type, payload).map((one) => ({ ...whole, [field.name]: one })))
  }
  return isScalarType(inner) && !['Int', 'Float', 'Boolean'].includes(inner.name) ? [payload] : []
}

interface Step {
  readonly operation: 'query' | 'mutation'
  readonly around: (inner: string) => string
  readonly declared: readonly string[]
  readonly variables: Readonly<Record<string, unknown>>
}

/** How each composite type is reached from a root, by the fewest fields. */
function ways(): ReadonlyMap<string, Step> {
  const found = new Map<string, Step>()
  const queue: [GraphQLNamedType, Step][] = (['query', 'mutation'] as const).flatMap((operation) => {
    const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType()
    return root == null ? [] : [[root, { operation, around: (inner: string) => `{ ${inner} }`, declared: [], variables: {} }] as [GraphQLNamedType, Step]]
  })
  for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
    const [type, step] = entry
    if (found.has(type.name)) continue
    found.set(type.name, step)
    // What a mutation gives back is reached by a query as well.
    if (type === schema.getMutationType()) continue
    for (const field of fieldsOf(type)) {
      const to = getNamedType(field.type)
      if (!isCompositeType(to) || found.has(to.name)) continue
      const needed = field.args.filter(({ type: given }) => isNonNullType(given))
      const prefix = `${type.name}_${field.name}_`
      queue.push([to, {
        operation: step.operation,
        around: (inner) => step.around(`${field.name}${literal(needed, prefix)} { ${inner} }`),
        declared: [...step.declared, ...needed.map(({ name, type: given }) => `$${prefix}${name}: ${String(given)}`)],
        variables: { ...step.variables, ...Object.fromEntries(needed.map(({ name, type: given }) => [`${prefix}${name}`, fitting(name, given)])) },
      }])
    }
  }
  return found
}

interface Case {
  readonly name: string
  readonly operation: 'query' | 'mutation'
  readonly requests: (payload: string) => readonly { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }[]
}

const cases: readonly Case[] = [...ways()].flatMap(([typeName, step]) => fieldsOf(schema.getTypeMap()[typeName] as GraphQLNamedType).flatMap((field) => field.args
  .filter(({ name, type }) => attacks(name, type, '').length > 0)
  .map((attacked): Case => ({
    name: `${typeName}.${field.name}(${attacked.name})`,
    operation: step.operation,
    requests: (payload) => attacks(attacked.name, attacked.type, payload).map((value) => {
      const args = field.args.filter((arg) => arg === attacked || isNonNullType(arg.type))
      const declared = [...step.declared, ...args.map(({ name, type }) => `$here_${name}: ${String(type)}`)].join(', ')
      const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''
      return {
        query: `${step.operation} (${declared}) ${step.around(`${field.name}${literal(args, 'here_')}${selection}`)}`,
        variables: { ...step.variables, ...Object.fromEntries(args.map((arg) => [`here_${arg.name}`, arg === attacked ? value : fitting(arg.name, arg.type)])) },
      }
    }),
  }))))

const stores = await storesUnderTest()

it('the walk meets the arguments that it should', () => {
  const names = cases.map(({ name }) => name)
  for (const name of ['Query.search(text)', 'Query.search(after)', 'Query.checkClaim(subject)', 'Query.ask(question)', 'Query.auditLog(actor)', 'Mutation.review(reason)', 'Mutation.propose(entity)', 'Mutation.ingest(articles)']) expect(names).toContain(name)
  expect(names.filter((name) => /^(?:Entity|Person|Company|Initiative)\.(?:facts|posts)/u.test(name)).length).toBeGreaterThan(3)
  expect(names.length).toBeGreaterThan(60)
})

describe.each(stores)('on $name', ({ fresh }) => {
  let store: GraphStore
  let server: PolicyServer
  let before: string
  const faults: unknown[] = []
  const exported = async (): Promise<string> => (await collect(graphJsonl(store))).join('')
  beforeAll(async () => {
    store = await (await fresh()).open()
    await store.write(ANSWER_GRAPH)
    server = createServer({ store, log: (fault) => { faults.push(fault) } })
    before = await exported()
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  it.each(cases.filter(({ name }) => name !== 'Mutation.ingest(articles)').map((one): [string, Case] => [one.name, one]))('%s takes text as text', async (_, { requests }) => {
    for (const payload of PAYLOADS) for (const { query, variables } of requests(payload)) {
      const { errors, headers } = await ask(server, query, variables)
      expect(headers.get('content-type')).toContain('json')
      const codes = errors.map(({ extensions }) => extensions?.['code'])
      for (const code of codes) expect(['GRAPHQL_VALIDATION_FAILED', 'INTERNAL', 'STORE_FAILED', 'BAD_QUERY']).not.toContain(code)
    }
    expect(faults).toEqual([])
  })

  it('the graph is as it was', async () => {
    expect(await exported()).toBe(before)
  })

  it.each(PAYLOADS)('paths take %j as text, and pages show none of it as markup', async (payload) => {
    const segment = encodeURIComponent(wellFormed(payload))
    for (const path of [`/fact/${segment}`, `/dossier/${segment}`, `/export/entity/${segment}`, `/feeds/entity/${segment}.atom`, `/export/question/${segment}`, `/explorer/${segment}`, `/${segment}`]) {
      const response = await server.fetch(new Request(`${URL_OF}${path}`))
      const text = await response.text()
      expect([path, response.status >= 400 && response.status < 500]).toEqual([path, true])
      if ((response.headers.get('content-type') ?? '').includes('html')) expect(text).not.toContain('<script>alert')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
    expect(faults).toEqual([])
  })

  it('an article of such text is kept word for word, and shown as text', async () => {
    const text = `${PAYLOADS.filter((payload) => wellFormed(payload) === payload && payload !== '\u0000').join('。')}。`
    const answer = await ask(server, 'mutation ($articles: [ArticleInput!]!) { ingest(articles: $articles) { added } }', { articles: [{ text, title: PAYLOADS[9], source: PAYLOADS[1], byline: [PAYLOADS[10]] }] })
    expect(at(answer.data, 'ingest', 'added')).toBe(1)
    const kept = await ask(server, '{ articles(title: "<script>") { nodes { title source byline rawText } } }')
    expect(at(kept.data, 'articles', 'nodes')).toEqual([{ title: PAYLOADS[9], source: PAYLOADS[1], byline: [PAYLOADS[10]], rawText: text }])
    expect(faults).toEqual([])
  })
})
